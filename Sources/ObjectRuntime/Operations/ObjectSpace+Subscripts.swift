extension ObjectSpace {
  /// What an object has under a key, as `container[key]`.
  ///
  /// - Parameters:
  ///   - key: an index, counted from the end where it is negative, a slice, or a dict's key.
  ///   - container: a list, tuple, string, bytes, range or dict, or an instance with a `__getitem__`.
  /// - Returns: the item, owned by the caller.
  /// - Throws: ``ObjectError`` of kind `indexError`, `keyError`, or `typeError`, and what `__getitem__`, `__index__` or
  ///   `__missing__` raises.
  /// - Complexity: O(1), of a dict on average; of a slice O(*n*) in what it names.
  package func item(at key: ObjectPointer, of container: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let type = container.type
    if type == self.type(.list) || type == self.type(.tuple) {
      if key.type == self.type(.int), key.digitCount <= 2, let value = key.integerValue {
        let count = container.itemCount
        let index = value < 0 ? value &+ count : value
        if index >= 0, index < count, let item = item(index, of: container) { return item.retained() }
      }
    } else if type == self.type(.dict) {
      guard let value = try value(of: key, in: container) else { throw missingKey(key) }
      return value.retained()
    } else if isHeap(type), let method = lookUpInClasses(names.getItem, of: type) {
      return try callMethod(method, on: container, [key])
    } else if isProxy(container), let target = try proxyTarget(container)?.retained() {
      defer { release(target) }
      return try item(at: key, of: target)
    }
    return try builtinItem(at: key, of: container)
  }

  /// What an object has under a key, whatever a program's class has as `__getitem__`.
  func builtinItem(at key: ObjectPointer, of container: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    if key.type == type(.slice), let part = try part(of: container, slice: key) { return part }
    switch container.plan.body {
    case .list, .tuple:
      let noun = container.plan.body == .list ? "list" : "tuple"
      let index = try index(key, noun: noun) { container.itemCount }
      return item(index, of: container)?.retained() ?? none
    case .dict:
      if let value = try value(of: key, in: container) { return value.retained() }
      if let method = specialMethod(state.specialNames[.missing], of: container) {
        return try callMethod(method, on: container, [key])
      }
      if isSubtype(container.type, type(.defaultDict)) { return try missingValue(of: key, in: container) }
      throw missingKey(key)
    case .deque: return try dequeElement(dequePlace(key, of: container), of: container)?.retained() ?? none
    case .type: return try classItem(at: key, of: container)
    default: break
    }
    let flags = container.type.typeFlags
    if flags & TypeFlag.stringSubclass != 0 {
      let index = try index(key, noun: "string") { container.stringLength }
      return try makeCharacter(container.character(at: index))
    }
    if container.isBytes {
      let isChangeable = container.plan.body == .byteArray
      let index = try index(
        key, noun: isChangeable ? "bytearray" : "byte",
        range: isChangeable ? "bytearray index out of range" : "index out of range"
      ) { container.itemCount }
      return smallInteger(Int(container.byte(at: index)))
    }
    if container.type == type(.range) {
      guard let index = try indexObject(of: key) else {
        throw ObjectError(
          .typeError, "range indices must be integers or slices, not \(nameInErrors(key.type))")
      }
      defer { release(index) }
      return try rangeElement(at: index, of: container)
    }
    if container.type == type(.mappingProxy), let mapping = container[object: 16] {
      return try item(at: key, of: mapping)
    }
    throw ObjectError(.typeError, "'\(nameInErrors(container.type))' object is not subscriptable")
  }

  /// What a class says to `Class[key]`, by its `__class_getitem__`.
  private func classItem(at key: ObjectPointer, of container: ObjectPointer) throws(ObjectError)
    -> ObjectPointer
  {
    if let found = try findAttribute(names.classGetItem, of: container) {
      defer { release(found) }
      return try call(found, [key])
    }
    throw ObjectError(.typeError, "type '\(nameInErrors(container))' is not subscriptable")
  }

  /// The error of a key that a dict does not have, which holds the key.
  func missingKey(_ key: ObjectPointer) -> ObjectError {
    guard let exception = try? makeException(exceptionType(.keyError), [key]) else {
      return ObjectError(.memoryError, "")
    }
    return error(raising: exception)
  }

  /// The error of a key error's text.
  func keyError(_ text: String) -> ObjectError {
    guard let string = try? makeString(text) else { return ObjectError(.memoryError, "") }
    defer { release(string) }
    return missingKey(string)
  }

  /// A key as an index into a sequence, negative ones counted from the end.
  ///
  /// - Parameters:
  ///   - key: the key.
  ///   - noun: what the sequence is called.
  ///   - range: what is said of an index beyond the ends, where that is not the noun's.
  ///   - count: asks for the length, after `__index__` may have changed it.
  /// - Throws: ``ObjectError`` of kind `typeError` for what is no integer, `indexError` beyond the ends.
  func index(
    _ key: ObjectPointer, noun: String, range: String? = nil, count: () -> Int
  ) throws(ObjectError) -> Int {
    guard let integer = try indexObject(of: key) else {
      let name = nameInErrors(key.type)
      throw ObjectError(
        .typeError,
        "\(noun) indices must be integers"
          + (noun == "string" ? ", not '\(name)'" : " or slices, not \(name)"))
    }
    defer { release(integer) }
    guard let value = integer.integerValue else {
      throw ObjectError(.indexError, "cannot fit '\(nameInErrors(key.type))' into an index-sized integer")
    }
    let index = value < 0 ? value + count() : value
    guard index >= 0, index < count() else {
      throw ObjectError(.indexError, range ?? "\(noun) index out of range")
    }
    return index
  }

  /// Sets what an object has under a key, as `container[key] = value`.
  ///
  /// - Parameters:
  ///   - key: an index, counted from the end where it is negative, a slice, or a dict's key.
  ///   - container: a list or dict, or an instance with a `__setitem__`.
  ///   - value: what it is set to.
  /// - Throws: ``ObjectError`` of kind `indexError`, `typeError` for a key without a hash or another object, or `valueError`
  ///   for another number of elements than a slice with a step names, and what `__setitem__` raises.
  /// - Complexity: O(1), of a dict on average.
  package func setItem(
    at key: ObjectPointer, of container: ObjectPointer, to value: ObjectPointer
  ) throws(ObjectError) {
    if let method = specialMethod(names.setItem, of: container) {
      return release(try callMethod(method, on: container, [key, value]))
    }
    if let target = try proxyTarget(container)?.retained() {
      defer { release(target) }
      return try setItem(at: key, of: target, to: value)
    }
    try setBuiltinItem(at: key, of: container, to: value)
  }

  /// Sets what an object has under a key, whatever a program's class has as `__setitem__`.
  func setBuiltinItem(
    at key: ObjectPointer, of container: ObjectPointer, to value: ObjectPointer
  ) throws(ObjectError) {
    switch container.plan.body {
    case .list where key.type == type(.slice): try setPart(of: container, slice: key, to: value)
    case .list:
      let index = try index(key, noun: "list", range: "list assignment index out of range") {
        container.itemCount
      }
      setItem(index, of: container, to: value)
    case .dict: try setValue(value, for: key, in: container)
    case .byteArray: try setBytes(at: key, of: container, to: value)
    case .deque: setDequeElement(try dequePlace(key, of: container), of: container, to: value)
    default:
      throw ObjectError(
        .typeError, "'\(nameInErrors(container.type))' object does not support item assignment")
    }
  }

  /// Deletes what an object has under a key, as `del container[key]`.
  ///
  /// - Parameters:
  ///   - key: an index, counted from the end where it is negative, a slice, or a dict's key.
  ///   - container: a list or dict, or an instance with a `__delitem__`.
  /// - Throws: ``ObjectError`` of kind `indexError`, `keyError`, or `typeError`, and what `__delitem__` raises.
  /// - Complexity: O(*n*) in the elements after it; of a dict O(1) on average.
  package func deleteItem(at key: ObjectPointer, of container: ObjectPointer) throws(ObjectError) {
    if let method = specialMethod(names.deleteItem, of: container) {
      return release(try callMethod(method, on: container, [key]))
    }
    if let target = try proxyTarget(container)?.retained() {
      defer { release(target) }
      return try deleteItem(at: key, of: target)
    }
    try deleteBuiltinItem(at: key, of: container)
  }

  /// Deletes what an object has under a key, whatever a program's class has as `__delitem__`.
  func deleteBuiltinItem(at key: ObjectPointer, of container: ObjectPointer) throws(ObjectError) {
    switch container.plan.body {
    case .list where key.type == type(.slice): try deletePart(of: container, slice: key)
    case .list:
      let index = try index(key, noun: "list", range: "list assignment index out of range") {
        container.itemCount
      }
      try removeItems(index..<index + 1, of: container)
    case .byteArray: try deleteBytes(at: key, of: container)
    case .deque: try deleteDequeElement(dequePlace(key, of: container), of: container)
    case .dict:
      guard try removeValue(of: key, from: container) else { throw missingKey(key) }
    default:
      if isHeap(container.type), specialMethod(names.setItem, of: container) != nil {
        throw ObjectError(.attributeError, "__delitem__")
      }
      let verb = hasItemFunctions(container) ? "doesn't support" : "does not support"
      throw ObjectError(
        .typeError, "'\(nameInErrors(container.type))' object \(verb) item deletion")
    }
  }

  /// Whether an object's type has functions for items in CPython, if only to read or count them: the text of an error
  /// tells.
  func hasItemFunctions(_ object: ObjectPointer) -> Bool {
    if isHeap(object.type) || isSequence(object) || object.plan.body == .set { return true }
    let kinds: [BuiltinType] = [.range, .dictKeys, .dictValues, .dictItems, .mappingProxy]
    return kinds.contains { type($0) == object.type }
  }
}
