extension SpecialMethod {
  /// Operators, whatever a program's class has under their names.
  static let numbers: [SpecialMethod] = binaries + inPlace + unaries

  private static let operators: [(String, BinaryOperator)] = [
    ("add", .add), ("sub", .subtract), ("mul", .multiply), ("truediv", .divide), ("floordiv", .floorDivide),
    ("mod", .modulo), ("lshift", .shiftLeft), ("rshift", .shiftRight), ("and", .and),
    ("or", .or), ("xor", .exclusiveOr),
  ]

  private static let binaries: [SpecialMethod] =
    operators.map { (name, operation) in
      SpecialMethod("__\(name)__", 1) { (call) throws(ObjectError) in
        try call.space.builtinOperation(operation, call.owner, call.receiver, call.first)
          ?? call.space.notImplemented
      }
    }
    + operators.map { (name, operation) in
      SpecialMethod("__r\(name)__", 1) { (call) throws(ObjectError) in
        try call.space.builtinReflectedOperation(operation, call.owner, call.receiver, call.first)
          ?? call.space.notImplemented
      }
    } + [
      SpecialMethod("__pow__", 1...2) { (call) throws(ObjectError) in
        let space = call.space
        let base = try space.plainValue(of: call.receiver)
        defer { space.release(base) }
        if call.arguments.count > 1, call.arguments[1] != space.none {
          return try space.power(base, call.first, call.arguments[1])
        }
        return try space.builtinOperation(.power, call.owner, base, call.first) ?? space.notImplemented
      },
      SpecialMethod("__rpow__", 1...2) { (call) throws(ObjectError) in
        try call.space.builtinReflectedOperation(.power, call.owner, call.receiver, call.first)
          ?? call.space.notImplemented
      },
      SpecialMethod("__divmod__", 1) { (call) throws(ObjectError) in
        let space = call.space
        guard space.fits(call.first, call.owner) else { return space.notImplemented }
        let left = try space.plainValue(of: call.receiver)
        defer { space.release(left) }
        let right = try space.plainValue(of: call.first)
        defer { space.release(right) }
        return try space.divideWithRemainder(left, right)
      },
      SpecialMethod("__rdivmod__", 1) { (call) throws(ObjectError) in
        let space = call.space
        guard space.fits(call.first, call.owner) else { return space.notImplemented }
        let left = try space.plainValue(of: call.first)
        defer { space.release(left) }
        let right = try space.plainValue(of: call.receiver)
        defer { space.release(right) }
        return try space.divideWithRemainder(left, right)
      },
    ]

  private static let inPlace: [SpecialMethod] = operators.map { (name, operation) in
    SpecialMethod("__i\(name)__", 1) { (call) throws(ObjectError) in
      try call.space.builtinInPlaceOperation(operation, call.receiver, call.first)
        ?? call.space.notImplemented
    }
  }

  private static let unaries: [SpecialMethod] = [
    unary("__neg__") { (space, value) throws(ObjectError) in try space.negate(value) },
    unary("__pos__") { (space, value) throws(ObjectError) in try space.plus(value) },
    unary("__invert__") { (space, value) throws(ObjectError) in try space.invert(value) },
    unary("__abs__") { (space, value) throws(ObjectError) in try space.absolute(value) },
    unary("__bool__") { (space, value) throws(ObjectError) in space.bool(try space.isTrue(value)) },
    unary("__int__", .int), unary("__index__", .int), unary("__trunc__", .int), unary("__float__", .float),
    unary("__complex__", .complex),
    unary("__floor__") { (space, value) throws(ObjectError) in
      guard value.type == space.type(.float) else { return try space.plainValue(of: value) }
      let floor = try space.makeFloat(value.doubleValue.rounded(.down))
      defer { space.release(floor) }
      return try space.call(space.type(.int), [floor])
    },
    unary("__ceil__") { (space, value) throws(ObjectError) in
      guard value.type == space.type(.float) else { return try space.plainValue(of: value) }
      let ceiling = try space.makeFloat(value.doubleValue.rounded(.up))
      defer { space.release(ceiling) }
      return try space.call(space.type(.int), [ceiling])
    },
    SpecialMethod("__round__", 0...1) { (call) throws(ObjectError) in
      let value = try call.space.plainValue(of: call.receiver)
      defer { call.space.release(value) }
      return try call.space.round(value, call.arguments.first)
    },
  ]

  private static func unary(
    _ name: String,
    _ operation: @escaping @Sendable (ObjectSpace, ObjectPointer) throws(ObjectError) -> ObjectPointer
  ) -> SpecialMethod {
    SpecialMethod(name, 0) { (call) throws(ObjectError) in
      let value = try call.space.plainValue(of: call.receiver)
      defer { call.space.release(value) }
      return try operation(call.space, value)
    }
  }

  /// A method that makes a number of another type.
  private static func unary(_ name: String, _ type: BuiltinType) -> SpecialMethod {
    unary(name) { (space, value) throws(ObjectError) in try space.call(space.type(type), [value]) }
  }
}
