import BigInt

extension ObjectSpace {
  /// Whether a container has an element, or a dict a key, as `element in container`.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for an object that holds nothing, or that cannot hold such an element;
  ///   `valueError` for a number that is no byte; what `__contains__`, `__iter__` or `__eq__` raises.
  package func hasElement(_ element: ObjectPointer, in container: ObjectPointer) throws(ObjectError) -> Bool {
    if isProxy(container), let target = try proxyTarget(container)?.retained() {
      defer { release(target) }
      return try hasElement(element, in: target)
    }
    if let method = specialMethod(names.contains, of: container) {
      guard method != none else {
        throw ObjectError(.typeError, "'\(nameInErrors(container.type))' object is not a container")
      }
      let result = try callMethod(method, on: container, [element])
      defer { release(result) }
      return try isTrue(result)
    }
    return try hasBuiltinElement(element, in: container)
  }

  /// Whether a container has an element, whatever a program's class has as `__contains__`.
  func hasBuiltinElement(_ element: ObjectPointer, in container: ObjectPointer) throws(ObjectError) -> Bool {
    switch container.plan.body {
    case .dict: return try value(of: element, in: container) != nil
    case .set:
      guard element.plan.body == .set, try hashIfAny(of: element) == nil else {
        return try contains(element, in: container)
      }
      // A set is looked up as the frozenset of its elements.
      let frozen = try makeSet(type(.frozenSet))
      defer { release(frozen) }
      try formUnion(frozen, with: element)
      return try contains(frozen, in: container)
    case .deque: return try dequePlace(ofElement: element, in: container) != nil
    case .list, .tuple: return try firstIndex(of: element, in: container) != nil
    default: break
    }
    if isSubtype(container.type, type(.string)) {
      guard isSubtype(element.type, type(.string)) else {
        throw ObjectError(
          .typeError,
          "'in <string>' requires string as left operand, not \(nameInErrors(element.type))")
      }
      return find(element, in: container, 0..<container.stringLength) != nil
    }
    if container.isBytes { return try hasBytes(element, in: container) }
    if container.type == type(.range), isSubtype(element.type, type(.int)), !isHeap(element.type) {
      return rangeHolds(element, container)
    }
    switch container.type {
    case type(.dictKeys):
      return try container[object: 16].map { (dict) throws(ObjectError) in
        try value(of: element, in: dict) != nil
      } ?? false
    case type(.dictItems): return try hasEntry(element, in: container)
    case type(.mappingProxy):
      return try container[object: 16].map { (mapping) throws(ObjectError) in
        try hasElement(element, in: mapping)
      } ?? false
    default: return try isFound(element, goingThrough: container)
    }
  }

  /// Whether a series has another one in a row.
  private func holds<Unit: Equatable>(_ whole: [Unit], _ part: [Unit]) -> Bool {
    guard let first = part.first else { return true }
    guard whole.count >= part.count else { return false }
    return (0...whole.count - part.count).contains { start in
      whole[start] == first && whole[start..<start + part.count].elementsEqual(part)
    }
  }

  /// The hash of an object; `nil` for one that has none.
  private func hashIfAny(of object: ObjectPointer) throws(ObjectError) -> Int? {
    do throws(ObjectError) {
      return try hash(of: object)
    } catch {
      guard error.kind == .typeError else { throw error }
      return nil
    }
  }

  private func hasBytes(_ element: ObjectPointer, in bytes: ObjectPointer) throws(ObjectError) -> Bool {
    if element.isBytes { return holds(bytes.byteArray, element.byteArray) }
    guard isSubtype(element.type, type(.int)) else {
      throw ObjectError(
        .typeError, "a bytes-like object is required, not '\(nameInErrors(element.type))'")
    }
    guard let byte = element.integerValue.flatMap({ UInt8(exactly: $0) }) else {
      throw ObjectError(.valueError, "byte must be in range(0, 256)")
    }
    return bytes.byteArray.contains(byte)
  }

  private func rangeHolds(_ element: ObjectPointer, _ range: ObjectPointer) -> Bool {
    guard let start = range[object: 16]?.bigInteger, let step = range[object: 32]?.bigInteger,
      let length = range[object: 40]?.bigInteger
    else { return false }
    let (place, rest) = (element.bigInteger - start).quotientAndRemainder(dividingBy: step)
    return rest == 0 && place >= 0 && place < length
  }

  private func hasEntry(_ element: ObjectPointer, in items: ObjectPointer) throws(ObjectError) -> Bool {
    guard let dict = items[object: 16], element.plan.body == .tuple, element.itemCount == 2,
      let key = item(0, of: element), let wanted = item(1, of: element),
      let found = try value(of: key, in: dict)?.retained()
    else { return false }
    defer { release(found) }
    return try areEqual(found, wanted)
  }

  /// Whether one of the elements that an object gives one by one is equal to another.
  private func isFound(
    _ element: ObjectPointer, goingThrough container: ObjectPointer
  ) throws(ObjectError) -> Bool {
    let iterator: ObjectPointer
    do throws(ObjectError) {
      iterator = try iteration(over: container)
    } catch {
      guard error.kind == .typeError, specialMethod(names.iterator, of: container) == nil else { throw error }
      throw ObjectError(.typeError, "argument of type '\(nameInErrors(container.type))' is not iterable")
    }
    defer { release(iterator) }
    while let candidate = try nextElement(of: iterator) {
      defer { release(candidate) }
      if try areEqual(candidate, element) { return true }
    }
    return false
  }
}
