import BigInt

extension ObjectSpace {
  /// Compares two objects, as `left < right`.
  ///
  /// A class's method is asked first: that of the right operand where its class is derived from the left one's, else
  /// that of the left, and then the other.
  ///
  /// - Returns: what the comparison says, `True` or `False` for built-in objects; owned by the caller.
  /// - Throws: ``ObjectError`` of kind `typeError` for objects without an order, `recursionError` where they are nested so
  ///   deep that the stack does not suffice, and what a special method raises.
  /// - Complexity: O(*n*) in the characters or items.
  package func compareOrder(
    _ operation: ComparisonOperator, _ left: ObjectPointer, _ right: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    let type = left.type
    if type == right.type {
      if type == self.type(.int) {
        if left.digitCount <= 2, right.digitCount <= 2, let first = left.integerValue,
          let second = right.integerValue
        {
          return bool(operation.holds(first, second))
        }
      } else if type == self.type(.float) {
        return bool(operation.holds(left.doubleValue, right.doubleValue))
      } else if type == self.type(.string) {
        return bool(compareStrings(operation, left, right))
      }
    }
    return try compareGenerally(operation, left, right)
  }

  /// Whether an object comes before another one, as sorting asks.
  ///
  /// - Throws: as ``compareOrder(_:_:_:)``.
  package func isLess(_ left: ObjectPointer, _ right: ObjectPointer) throws(ObjectError) -> Bool {
    let result = try compareOrder(.less, left, right)
    defer { release(result) }
    return try isTrue(result)
  }

  private func compareStrings(
    _ operation: ComparisonOperator, _ left: ObjectPointer, _ right: ObjectPointer
  ) -> Bool {
    switch operation {
    case .equal: stringsAreEqual(left, right)
    case .notEqual: !stringsAreEqual(left, right)
    default: operation.holds(compareStrings(left, right), 0)
    }
  }

  @inline(never)
  private func compareGenerally(
    _ operation: ComparisonOperator, _ left: ObjectPointer, _ right: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    if isProxy(left) || isProxy(right) && left.plan.body != .weakReference {
      return try withSubjects(left, right) { (left, right) throws(ObjectError) in
        try compareOrder(operation, left, right)
      }
    }
    try checkDepth(" in comparison")
    left.retain()
    right.retain()
    defer {
      release(left)
      release(right)
    }
    let (type, otherType) = (left.type, right.type)
    var isReflectedFirst = false
    if type != otherType, isHeap(otherType), isSubtype(otherType, type) {
      isReflectedFirst = true
      if let result = try ask(operation.reflected, right, left) { return result }
    }
    if let result = try ask(operation, left, right) { return result }
    if !isReflectedFirst, let result = try ask(operation.reflected, right, left) { return result }
    switch operation {
    case .equal: return bool(left == right)
    case .notEqual: return bool(left != right)
    default:
      throw ObjectError(
        .typeError,
        "'\(operation.rawValue)' not supported between instances of '\(nameInErrors(type))' and "
          + "'\(nameInErrors(otherType))'")
    }
  }

  /// What one operand says of a comparison; owned by the caller, `nil` where it cannot tell.
  private func ask(
    _ operation: ComparisonOperator, _ object: ObjectPointer, _ other: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? {
    if isHeap(object.type), let method = comparisonMethod(operation, of: object.type) {
      return try answer(of: method, on: object, other)
    }
    switch operation {
    case .equal: return try builtinEquality(object, other).map { bool($0) }
    case .notEqual:
      if let result = try builtinEquality(object, other) { return bool(!result) }
      // What is only an object is unequal where its own equality says no.
      guard isHeap(object.type), !hasBuiltinComparison(object),
        let method = lookUpInClasses(names.equality, of: object.type),
        let result = try answer(of: method, on: object, other)
      else { return nil }
      defer { release(result) }
      return bool(try !isTrue(result))
    default: return try builtinOrder(operation, object, other)
    }
  }

  private func hasBuiltinComparison(_ object: ObjectPointer) -> Bool {
    switch object.plan.body {
    case .list, .tuple, .dict, .set, .weakReference: true
    default: valueType(of: object.type) != nil
    }
  }

  private func comparisonMethod(_ operation: ComparisonOperator, of type: ObjectPointer) -> ObjectPointer? {
    let names = state.specialNames
    return switch operation {
    case .less: lookUpInClasses(names[.less], of: type)
    case .lessOrEqual: lookUpInClasses(names[.lessOrEqual], of: type)
    case .equal: lookUpInClasses(self.names.equality, of: type)
    case .notEqual: lookUpInClasses(names[.notEqual], of: type)
    case .greater: lookUpInClasses(names[.greater], of: type)
    case .greaterOrEqual: lookUpInClasses(names[.greaterOrEqual], of: type)
    }
  }

  /// The order of what two objects are made of; owned by the caller, `nil` where they have none.
  func builtinOrder(
    _ operation: ComparisonOperator, _ left: ObjectPointer, _ right: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? {
    switch (numberKind(left), numberKind(right)) {
    case (.integer, .integer):
      if let first = left.integerValue, let second = right.integerValue {
        return bool(operation.holds(first, second))
      }
      return bool(operation.holds(left.bigInteger, right.bigInteger))
    case (.float, .float): return bool(operation.holds(left.doubleValue, right.doubleValue))
    case (.integer?, .float?):
      return bool(order(operation, left, right.doubleValue))
    case (.float?, .integer?):
      return bool(order(operation.reflected, right, left.doubleValue))
    case (nil, nil): break
    default: return nil
    }
    let (body, other) = (left.plan.body, right.plan.body)
    if body == .deque, other == .deque { return try compareDeques(operation, left, right) }
    if body == other, body == .list || body == .tuple { return try compareItems(operation, left, right) }
    if body == .set || isSetView(left), other == .set || isSetView(right) {
      if body == .set, other != .set { return nil }
      return bool(try compareSets(operation, left, right))
    }
    let flags = left.type.typeFlags & right.type.typeFlags
    if flags & TypeFlag.stringSubclass != 0 { return bool(compareStrings(operation, left, right)) }
    if left.isBytes, right.isBytes {
      let (first, second) = (left.byteArray, right.byteArray)
      let isBefore = first.lexicographicallyPrecedes(second)
      return bool(operation.holds(isBefore ? -1 : first == second ? 0 : 1, 0))
    }
    if left.type == type(.slice), right.type == type(.slice) {
      let parts = try [left, right].map { (slice) throws(ObjectError) in
        try makeTuple([16, 24, 32].compactMap { slice[object: $0] })
      }
      defer { for part in parts { release(part) } }
      return try compareItems(operation, parts[0], parts[1])
    }
    return nil
  }

  /// The order of an integer of any size and a floating-point number.
  private func order(_ operation: ComparisonOperator, _ integer: ObjectPointer, _ double: Double) -> Bool {
    if double.isNaN { return false }
    if double.isInfinite { return operation.holds(0, double) }
    if let value = integer.integerValue, value.magnitude <= 1 << 53 {
      return operation.holds(Double(value), double)
    }
    let whole = BigInt(double.rounded(.down))
    let value = integer.bigInteger
    // What is equal to the whole part is below the number where that has more.
    if value == whole { return operation.holds(0, double - double.rounded(.down)) }
    return operation.holds(value, whole)
  }

  /// The order of two lists or tuples: that of the first items that differ, else of their lengths.
  private func compareItems(
    _ operation: ComparisonOperator, _ left: ObjectPointer, _ right: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    var index = 0
    while index < left.itemCount, index < right.itemCount, let first = item(index, of: left)?.retained(),
      let second = item(index, of: right)?.retained()
    {
      defer {
        release(first)
        release(second)
      }
      if try !areEqual(first, second) { return try compareOrder(operation, first, second) }
      index += 1
    }
    return bool(operation.holds(left.itemCount, right.itemCount))
  }

  /// Whether one set is a part of another one.
  private func compareSets(
    _ operation: ComparisonOperator, _ left: ObjectPointer, _ right: ObjectPointer
  ) throws(ObjectError) -> Bool {
    let (count, other) = (try length(of: left), try length(of: right))
    switch operation {
    case .less: return count < other ? try isSubset(left, of: right) : false
    case .lessOrEqual: return count <= other ? try isSubset(left, of: right) : false
    case .greater: return other < count ? try isSubset(right, of: left) : false
    case .greaterOrEqual: return other <= count ? try isSubset(right, of: left) : false
    case .equal: return count == other ? try isSubset(left, of: right) : false
    case .notEqual: return count == other ? try !isSubset(left, of: right) : true
    }
  }

  /// Whether all that a set or view gives is in another one.
  func isSubset(_ part: ObjectPointer, of whole: ObjectPointer) throws(ObjectError) -> Bool {
    if part.plan.body == .set, whole.plan.body == .set {
      return try withHeldElements(of: part) { (elements) throws(ObjectError) in
        for (element, _) in elements where try !contains(element, in: whole) { return false }
        return true
      }
    }
    let elements = try iterate(part)
    defer { for element in elements { release(element) } }
    for element in elements where try !hasBuiltinElement(element, in: whole) { return false }
    return true
  }

  /// Whether two views, or a view and a set, have the same elements.
  func viewsAreEqual(_ left: ObjectPointer, _ right: ObjectPointer) throws(ObjectError) -> Bool {
    try compareSets(.equal, left, right)
  }
}
