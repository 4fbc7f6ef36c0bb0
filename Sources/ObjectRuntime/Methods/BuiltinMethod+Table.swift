extension BuiltinMethod {
  /// The methods of each built-in type that has any: those of a type in a row.
  static let tables: [(type: BuiltinType, methods: [BuiltinMethod])] = [
    (.list, lists), (.dict, dicts), (.set, readingSets + changingSets), (.frozenSet, readingSets),
    (.property, properties),
    (.string, stringSearches + stringParts + stringForms + stringTests),
    (.bytes, bytes + byteForms), (.int, integers), (.float, floats), (.complex, complexNumbers),
    (.deque, deques), (.defaultDict, defaultDicts), (.orderedDict, orderedDicts), (.cacheWrapper, caches),
    (.chain, chains), (.slice, slices), (.tuple, tuples), (.range, ranges), (.dictKeys, setViews),
    (.dictItems, setViews), (.mappingProxy, mappingProxies),
    (.byteArray, byteArrays),
  ]

  /// All of them: a bound method keeps its place here, counted down from −1.
  static let all: [BuiltinMethod] = tables.flatMap(\.methods)

  /// The places among ``all`` of each type's methods by their names, in the order of the types.
  static let places: [[String: Int]] = {
    var places = [[String: Int]](repeating: [:], count: BuiltinType.allCases.count)
    var place = 0
    for (type, methods) in tables {
      for method in methods {
        places[type.rawValue][method.name] = place
        place += 1
      }
    }
    return places
  }()

  /// The built-in type whose method of a name the instances of a class have; `nil` where there is none.
  static func owner(of name: String, in type: ObjectPointer, _ space: ObjectSpace) -> BuiltinType? {
    if let kind = space.builtinType(type) {
      if places[kind.rawValue][name] != nil { return kind }
      // Only a boolean's type is derived from one that has methods.
      return kind == .bool && places[BuiltinType.int.rawValue][name] != nil ? .int : nil
    }
    guard let order = type[object: TypeOffset.methodResolutionOrder] else { return nil }
    for base in space.items(of: order) {
      if let kind = space.builtinType(base), places[kind.rawValue][name] != nil { return kind }
    }
    return nil
  }

  /// The place among ``all`` of a method that a class gives its instances; `nil` where it has none of that name.
  static func place(of name: String, in type: ObjectPointer, _ space: ObjectSpace) -> Int? {
    owner(of: name, in: type, space).flatMap { places[$0.rawValue][name] }
  }

  /// The place among ``all`` of a method that an object has; `nil` where it has none of that name.
  static func place(of name: String, of object: ObjectPointer, in space: ObjectSpace) -> Int? {
    object.plan.body == .type ? nil : place(of: name, in: object.type, space)
  }

  /// The method of an object by its name; `nil` where it has none.
  static func named(_ name: String, of object: ObjectPointer, in space: ObjectSpace) -> BuiltinMethod? {
    place(of: name, of: object, in: space).map { all[$0] }
  }
}

extension ObjectSpace {
  /// Which built-in type a class is; `nil` for an exception's or a program's.
  ///
  /// - Complexity: O(1).
  func builtinType(_ type: ObjectPointer) -> BuiltinType? {
    guard !isHeap(type), let kind = BuiltinType(rawValue: type.instancePlan.number) else { return nil }
    // The plans of the built-in types are the first, in their order.
    return self.type(kind) == type ? kind : nil
  }

  /// The place of a method of an object's built-in class by its interned name; `nil` where there is none.
  ///
  /// - Complexity: O(1) where it was asked before.
  func builtinMethodPlace(_ name: ObjectPointer, of object: ObjectPointer) -> Int? {
    guard object.plan.body != .type else { return nil }
    let type = object.type
    if let known = state.methodCache.find(type, name, epoch: state.typeEpoch) {
      return known < 0 ? nil : known
    }
    let place = BuiltinMethod.place(of: name.text, in: type, self)
    if StringState(name).isInterned {
      StringState(name).setCachedName()
      state.methodCache.store(type, name, epoch: state.typeEpoch, place ?? -1)
    }
    return place
  }

  /// The method of an object's built-in class by its name, bound to it; owned by the caller, `nil` where there is none.
  func builtinMethod(_ name: ObjectPointer, of object: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    if object.plan.body == .type {
      guard let place = BuiltinMethod.place(of: name.text, in: object, self),
        BuiltinMethod.all[place].binding != .instance
      else { return nil }
      return try bind(place, to: object)
    }
    guard let place = builtinMethodPlace(name, of: object) else { return nil }
    return try bind(place, to: BuiltinMethod.all[place].binding == .instance ? object : object.type)
  }

  /// A bound method of the method at a place.
  func bind(_ place: Int, to receiver: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let method = try makeRecord(.builtinFunction, size: 56, [])
    method[integer: 16] = -1 - place
    method[object: 24] = receiver.retained()
    return method
  }

  /// Calls the method at a place of an object, without making a bound method.
  ///
  /// - Returns: the result, owned by the caller.
  func callBuiltinMethod(
    at place: Int, of object: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)] = []
  ) throws(ObjectError) -> ObjectPointer {
    let method = BuiltinMethod.all[place]
    return try method.call(
      self, method.binding == .instance ? object : object.type, arguments, keywords: keywords)
  }

  /// Calls a built-in container's own method, whatever a program's class has under its name.
  ///
  /// - Returns: the result, owned by the caller.
  /// - Throws: ``ObjectError`` of kind `attributeError` where the object has none of that name, and what it raises.
  func callBuiltinMethod(
    _ name: String, of object: ObjectPointer, _ arguments: [ObjectPointer] = []
  ) throws(ObjectError) -> ObjectPointer {
    guard let place = BuiltinMethod.place(of: name, of: object, in: self) else {
      throw ObjectError(
        .attributeError, "'\(nameInErrors(object.type))' object has no attribute '\(name)'")
    }
    return try callBuiltinMethod(at: place, of: object, arguments)
  }
}
