extension ObjectSpace {
  /// Whether two objects are the same or equal, as containers compare.
  ///
  /// - Throws: what an object's `__eq__` raises.
  package func areEqual(_ left: ObjectPointer, _ right: ObjectPointer) throws(ObjectError) -> Bool {
    if left == right { return true }
    return try compare(left, right)
  }

  /// Whether two objects are equal, as `==`: an object that is not equal to itself is not.
  ///
  /// - Throws: what an object's `__eq__` raises; ``ObjectError`` of kind `recursionError` where the objects are nested so
  ///   deep that the stack does not suffice.
  package func compare(_ left: ObjectPointer, _ right: ObjectPointer) throws(ObjectError) -> Bool {
    let leftType = left.type
    let rightType = right.type
    if leftType == type(.string), rightType == leftType { return stringsAreEqual(left, right) }
    if isProxy(left) || isProxy(right) && leftType.instancePlan.body != .weakReference {
      try checkDepth(" in comparison")
      return try subjectsAreEqual(left, right)
    }
    let flags = leftType.typeFlags | rightType.typeFlags
    if flags & TypeFlag.isHeapType == 0, leftType.typeFlags & TypeFlag.integerSubclass != 0 {
      return try builtinEquality(left, right) ?? (left == right)
    }
    try checkDepth(" in comparison")
    // A program's comparison may give back what else holds them.
    left.retain()
    right.retain()
    defer {
      release(left)
      release(right)
    }
    guard flags & TypeFlag.isHeapType != 0 else {
      return try builtinEquality(left, right) ?? (left == right)
    }

    let isReversed = leftType != rightType && isSubtype(rightType, leftType)
    let order = isReversed ? [(right, left), (left, right)] : [(left, right), (right, left)]
    for (object, other) in order {
      if let method = lookUpInClasses(names.equality, of: object.type) {
        let result = try callMethod(method, on: object, [other])
        defer { release(result) }
        if result != notImplemented { return try isTrue(result) }
      } else if let result = try builtinEquality(object, other) {
        return result
      }
    }
    return left == right
  }

  /// Whether what proxies stand for is equal to another object.
  private func subjectsAreEqual(_ left: ObjectPointer, _ right: ObjectPointer) throws(ObjectError) -> Bool {
    let first = (try proxyTarget(left) ?? left).retained()
    defer { release(first) }
    let second = (try proxyTarget(right) ?? right).retained()
    defer { release(second) }
    return try compare(first, second)
  }

  /// Equality as the built-in bases of two objects have it; `nil` where they cannot say.
  func builtinEquality(_ left: ObjectPointer, _ right: ObjectPointer) throws(ObjectError) -> Bool? {
    if left.type == type(.mappingProxy), let mapping = left[object: 16] { return try compare(mapping, right) }
    if right.type == type(.mappingProxy), let mapping = right[object: 16] {
      return try compare(left, mapping)
    }
    let leftBody = left.plan.body
    if leftBody == right.plan.body {
      switch leftBody {
      case .list: return try sequencesAreEqual(left, right)
      case .tuple: return try sequencesAreEqual(left, right)
      case .dict:
        if isSubtype(left.type, type(.orderedDict)), isSubtype(right.type, type(.orderedDict)) {
          return try orderedDictsAreEqual(left, right)
        }
        return try dictsAreEqual(left, right)
      case .deque:
        guard dequeCount(left) == dequeCount(right) else { return false }
        return try compareDeques(.equal, left, right) == trueObject
      case .set:
        guard setCount(left) == setCount(right) else { return false }
        return try withHeldElements(of: left) { (elements) throws(ObjectError) in
          for (element, _) in elements where try !contains(element, in: right) { return false }
          return true
        }
      case .weakReference:
        guard let first = weakReferent(left), let second = weakReferent(right) else { return nil }
        first.retain()
        second.retain()
        defer {
          release(first)
          release(second)
        }
        return try compare(first, second)
      case .plain, .record, .type, .generator, .frame, .cache, .byteArray: break
      }
    }
    if let first = numericValue(left), let second = numericValue(right) {
      return numbersAreEqual(first, second)
    }
    if isSubtype(left.type, type(.string)), isSubtype(right.type, type(.string)) {
      return stringsAreEqual(left, right)
    }
    if isSubtype(left.type, type(.bytes)), isSubtype(right.type, type(.bytes)) {
      return left.itemCount == right.itemCount
        && bytesAreEqual(left, right, from: BytesOffset.data, count: left.itemCount)
    }
    if left.isBytes, right.isBytes { return left.byteArray == right.byteArray }
    if isSubtype(left.type, type(.simpleNamespace)), isSubtype(right.type, type(.simpleNamespace)),
      let first = left[object: NamespaceOffset.attributes],
      let second = right[object: NamespaceOffset.attributes]
    {
      return try areEqual(first, second)
    }
    if isSetView(left), isSetView(right) || right.plan.body == .set {
      return try viewsAreEqual(left, right)
    }
    if isSetView(right), leftBody == .set { return try viewsAreEqual(right, left) }
    if left.type == right.type {
      if left.type == type(.method) {
        guard left[object: MethodOffset.receiver] == right[object: MethodOffset.receiver],
          let first = left[object: MethodOffset.function], let second = right[object: MethodOffset.function]
        else { return false }
        return try areEqual(first, second)
      }
      if left.type == type(.union) { return unionsAreEqual(left, right) }
      if left.type == type(.builtinFunction) || left.type == type(.methodWrapper) {
        return methodsAreEqual(left, right)
      }
      if left.type == type(.slice) || left.type == type(.range) {
        let offsets = left.type == type(.slice) ? [16, 24, 32] : [40, 16, 32]
        let length = left[object: 40]?.integerValue
        for (position, offset) in offsets.enumerated() {
          guard let first = left[object: offset], let second = right[object: offset] else { return nil }
          if try !areEqual(first, second) { return false }
          if left.type == type(.range), let length, length <= position { return true }
        }
        return true
      }
    }
    return nil
  }

  /// Whether two built-in methods are the same and bound to the same object; `nil` where that decides nothing.
  private func methodsAreEqual(_ left: ObjectPointer, _ right: ObjectPointer) -> Bool? {
    guard left[word: MethodWrapperOffset.receiver] == right[word: MethodWrapperOffset.receiver] else {
      return left == right
    }
    // A function's number, or a wrapper's descriptor.
    return left[word: 16] == right[word: 16] && left[word: MethodWrapperOffset.receiver] != 0 || left == right
  }

  private enum Number {
    case integer(ObjectPointer)
    case double(Double)
    case complex(Double, Double)
  }

  private func numericValue(_ object: ObjectPointer) -> Number? {
    let type = object.type
    if type.typeFlags & TypeFlag.integerSubclass != 0 { return .integer(object) }
    if isSubtype(type, self.type(.float)) { return .double(object.doubleValue) }
    if isSubtype(type, self.type(.complex)) { return .complex(object[double: 16], object[double: 24]) }
    return nil
  }

  private func numbersAreEqual(_ left: Number, _ right: Number) -> Bool {
    switch (left, right) {
    case (.integer(let first), .integer(let second)):
      return first.isNegativeInteger == second.isNegativeInteger && first.digits == second.digits
    case (.double(let first), .double(let second)): return first == second
    case (.integer(let integer), .double(let double)), (.double(let double), .integer(let integer)):
      return isEqual(integer, double)
    case (.complex(let real, let imaginary), .complex(let otherReal, let otherImaginary)):
      return real == otherReal && imaginary == otherImaginary
    case (.complex(let real, let imaginary), let other), (let other, .complex(let real, let imaginary)):
      return imaginary == 0 && numbersAreEqual(.double(real), other)
    }
  }

  /// Whether an integer of any size and a floating-point number are the same number.
  private func isEqual(_ integer: ObjectPointer, _ double: Double) -> Bool {
    guard double.isFinite, double == double.rounded(.towardZero) else { return false }
    if integer.digitCount == 0 { return double == 0 }
    guard (double < 0) == integer.isNegativeInteger else { return false }
    var magnitude = double.magnitude
    var digits: [UInt32] = []
    // Every step is exact: the divisor is a power of two.
    while magnitude >= 1 {
      let rest = (magnitude / 1_073_741_824).rounded(.down)
      digits.append(UInt32(magnitude - rest * 1_073_741_824))
      magnitude = rest
    }
    return digits == integer.digits
  }

  private func sequencesAreEqual(_ left: ObjectPointer, _ right: ObjectPointer) throws(ObjectError) -> Bool {
    guard left.itemCount == right.itemCount else { return false }
    var index = 0
    // A comparison may change a list.
    while index < left.itemCount, index < right.itemCount {
      guard let first = item(index, of: left)?.retained(), let second = item(index, of: right)?.retained()
      else {
        return false
      }
      defer {
        release(first)
        release(second)
      }
      if try !areEqual(first, second) { return false }
      index += 1
    }
    return left.itemCount == right.itemCount
  }

  private func dictsAreEqual(_ left: ObjectPointer, _ right: ObjectPointer) throws(ObjectError) -> Bool {
    guard dictCount(left) == dictCount(right) else { return false }
    return try withHeldEntries(of: left) { (entries) throws(ObjectError) in
      for (key, value) in entries {
        guard let other = try self.value(of: key, in: right)?.retained() else { return false }
        defer { release(other) }
        if try !areEqual(value, other) { return false }
      }
      return true
    }
  }

  /// Whether an object counts as true.
  package func isTrue(_ object: ObjectPointer) throws(ObjectError) -> Bool {
    if object == trueObject { return true }
    if object == falseObject || object == none { return false }
    let type = object.type
    if type.typeFlags & TypeFlag.isHeapType != 0 {
      if let method = lookUpInClasses(names.bool, of: type) {
        let result = try callMethod(method, on: object, [])
        defer { release(result) }
        guard result == trueObject || result == falseObject else {
          throw ObjectError(
            .typeError, "__bool__ should return bool, returned \(nameInErrors(result.type))")
        }
        return result == trueObject
      }
      if let method = lookUpInClasses(names.length, of: type) {
        let result = try callMethod(method, on: object, [])
        defer { release(result) }
        return try length(told: result) != 0
      }
    }
    switch object.plan.body {
    case .weakReference:
      return try proxyTarget(object).map { (target) throws(ObjectError) in
        target.retain()
        defer { release(target) }
        return try isTrue(target)
      } ?? true
    case .list, .tuple, .byteArray: return object.itemCount > 0
    case .dict: return dictCount(object) > 0
    case .set: return setCount(object) > 0
    case .deque: return dequeCount(object) > 0
    default: break
    }
    let flags = type.typeFlags
    if flags & TypeFlag.integerSubclass != 0 { return object.digitCount > 0 }
    if flags & TypeFlag.stringSubclass != 0 { return object.stringLength > 0 }
    if flags & TypeFlag.bytesSubclass != 0 { return object.itemCount > 0 }
    switch numberKind(object) {
    case .float: return object.doubleValue != 0
    case .complex: return object[double: 16] != 0 || object[double: 24] != 0
    case .integer, nil: break
    }
    guard flags & TypeFlag.isHeapType == 0 else { return true }
    if type == self.type(.range) { return object[object: 40]?.digitCount != 0 }
    let isView =
      type == self.type(.dictKeys) || type == self.type(.dictValues) || type == self.type(.dictItems)
    if isView || type == self.type(.mappingProxy) { return try length(of: object) != 0 }
    return true
  }
}
