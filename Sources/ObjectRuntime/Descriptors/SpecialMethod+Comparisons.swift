extension SpecialMethod {
  /// Comparisons, whatever a program's class has under their names.
  static let comparisons: [SpecialMethod] = [
    compare("__eq__", .equal), compare("__ne__", .notEqual), compare("__lt__", .less),
    compare("__le__", .lessOrEqual), compare("__gt__", .greater), compare("__ge__", .greaterOrEqual),
    SpecialMethod("__hash__", 0) { (call) throws(ObjectError) in
      let space = call.space
      guard call.owner != space.type(.object) else {
        return try space.makeInteger(space.addressHash(call.receiver))
      }
      return try space.makeInteger(space.builtinHash(of: call.receiver))
    },
  ]

  private static func compare(_ name: String, _ operation: ComparisonOperator) -> SpecialMethod {
    SpecialMethod(name, 1) { (call) throws(ObjectError) in
      let space = call.space
      guard call.owner == space.type(.object) else {
        return try space.builtinComparison(operation, call.receiver, call.first) ?? space.notImplemented
      }
      switch operation {
      case .equal: return call.receiver == call.first ? space.trueObject : space.notImplemented
      case .notEqual:
        // The opposite of what the class's own equality says.
        let equality =
          space.isHeap(call.receiver.type)
          ? space.lookUpInClasses(space.names.equality, of: call.receiver.type) : nil
        if let equality {
          guard let answer = try space.answer(of: equality, on: call.receiver, call.first) else {
            return space.notImplemented
          }
          defer { space.release(answer) }
          return space.bool(try !space.isTrue(answer))
        }
        if let isEqual = try space.builtinEquality(call.receiver, call.first) { return space.bool(!isEqual) }
        return call.receiver == call.first ? space.falseObject : space.notImplemented
      default: return space.notImplemented
      }
    }
  }
}
