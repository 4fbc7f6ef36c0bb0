/// A method of a built-in container, as an instance's attribute gives it: bound to its receiver.
struct BuiltinMethod: Sendable {
  typealias Body =
    @Sendable (
      _ space: ObjectSpace, _ receiver: ObjectPointer, _ arguments: [ObjectPointer]
    ) throws(ObjectError) -> ObjectPointer

  var name: String
  var least: Int
  var most: Int
  var body: Body

  init(_ name: String, _ least: Int, _ most: Int? = nil, _ body: @escaping Body) {
    self.name = name
    self.least = least
    self.most = most ?? least
    self.body = body
  }

  /// All of them, those of a kind in a row: a bound method keeps its place here, counted down from −1.
  static let all: [BuiltinMethod] = lists + dicts + sets + descriptors
  static let listPlaces = places(from: 0, lists)
  static let dictPlaces = places(from: lists.count, dicts)
  static let setPlaces = places(from: lists.count + dicts.count, sets)

  static let descriptorPlaces = places(from: lists.count + dicts.count + sets.count, descriptors)

  private static func places(from start: Int, _ methods: [BuiltinMethod]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: zip(methods.map(\.name), start...))
  }

  /// The place among ``all`` of a method that an object has; `nil` where it has none of that name.
  static func place(of name: String, of object: ObjectPointer, in space: ObjectSpace) -> Int? {
    switch object.plan.body {
    case .list: return listPlaces[name]
    case .dict: return dictPlaces[name]
    case .set:
      guard let place = setPlaces[name] else { return nil }
      let isFixed = space.isSubtype(object.type, space.type(.frozenSet))
      return isFixed && changingSetMethods.contains(name) ? nil : place
    default: break
    }
    switch object.type {
    case space.type(.memberDescriptor), space.type(.attributeDescriptor), space.type(.function),
      space.type(.property):
      return descriptorPlaces[name]
    default: return nil
    }
  }

  /// The method of an object by its name; `nil` where it has none.
  static func named(_ name: String, of object: ObjectPointer, in space: ObjectSpace) -> BuiltinMethod? {
    place(of: name, of: object, in: space).map { all[$0] }
  }

  /// Calls it.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for too few or too many arguments, and what it raises.
  func call(
    _ space: ObjectSpace, _ receiver: ObjectPointer, _ arguments: [ObjectPointer]
  ) throws(ObjectError) -> ObjectPointer {
    guard arguments.count >= least, arguments.count <= most else {
      let count = arguments.count
      let owner = space.nameInErrors(receiver.type)
      if least == most, least < 2 {
        let takes = least == 0 ? "no arguments" : "exactly one argument"
        throw ObjectError(.typeError, "\(owner).\(name)() takes \(takes) (\(count) given)")
      }
      if least == most {
        throw ObjectError(.typeError, "\(name) expected \(least) arguments, got \(count)")
      }
      let bound = count < least ? "at least \(least)" : "at most \(most)"
      let noun = (count < least ? least : most) == 1 ? "argument" : "arguments"
      throw ObjectError(.typeError, "\(name) expected \(bound) \(noun), got \(count)")
    }
    return try body(space, receiver, arguments)
  }
}

extension ObjectSpace {
  /// The method of a built-in container by its name, bound to it; owned by the caller, `nil` where there is none.
  func builtinMethod(_ name: String, of object: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    guard let place = BuiltinMethod.place(of: name, of: object, in: self) else { return nil }
    let method = try makeRecord(.builtinFunction, size: 56, [])
    method[integer: 16] = -1 - place
    method[object: 24] = object.retained()
    return method
  }

  /// Calls a built-in container's own method, whatever a program's class has under its name.
  ///
  /// - Returns: the result, owned by the caller.
  /// - Throws: ``ObjectError`` of kind `attributeError` where the object has none of that name, and what it raises.
  func callBuiltinMethod(
    _ name: String, of object: ObjectPointer, _ arguments: [ObjectPointer] = []
  ) throws(ObjectError) -> ObjectPointer {
    guard let method = BuiltinMethod.named(name, of: object, in: self) else {
      throw ObjectError(
        .attributeError, "'\(nameInErrors(object.type))' object has no attribute '\(name)'")
    }
    return try method.call(self, object, arguments)
  }
}
