extension ObjectSpace {
  /// Applies an operator that may change its left operand, as `left += right`.
  ///
  /// - Returns: what the left operand's name stands for afterwards, owned by the caller: the operand itself where it was
  ///   changed, else the result of the plain operator.
  /// - Throws: as ``apply(_:_:_:)-(_,ObjectPointer,_)``.
  /// - Complexity: as of the plain operator; of a list or set O(*n*) in what is added.
  package func applyInPlace(
    _ operation: BinaryOperator, _ left: ObjectPointer, _ right: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    let type = left.type
    if type == right.type {
      if type == self.type(.int) {
        if let result = try applyToIntegers(operation, left, right) { return result }
      } else if type == self.type(.float) {
        if let result = try applyToDoubles(operation, left.doubleValue, right.doubleValue) { return result }
      } else if type == self.type(.string), operation == .add {
        return try concatenateStrings(left, right)
      }
    }
    if isProxy(left) {
      return try withSubjects(left, right) { (left, right) throws(ObjectError) in
        try applyInPlace(operation, left, right)
      }
    }
    let method = isHeap(type) ? lookUpInClasses(state.specialNames[operation.inPlaceMethod], of: type) : nil
    if let method {
      if let result = try answer(of: method, on: left, right) { return result }
    } else if try changeSet(left, operation, right) {
      return left.retained()
    }
    if left.plan.body == .deque, operation == .add || operation == .multiply, method == nil {
      left.retain()
      try fillNew(left) { () throws(ObjectError) in
        if operation == .add { try extendDeque(left, from: right) } else { try repeatDeque(left, right) }
      }
      return left
    }
    let isList = left.plan.body == .list
    guard isList || left.plan.body == .byteArray, operation == .add || operation == .multiply else {
      return try applyGenerally(operation, left, right, sign: operation.inPlaceSign)
    }
    if let result = try applyAsNumbers(operation, left, right) { return result }
    left.retain()
    do throws(ObjectError) {
      switch (operation, isList) {
      case (.add, true): try extend(left, iterating: right)
      case (.add, false): try extendBytes(left, adding: right)
      case (_, true): try repeatItems(of: left, right)
      case (_, false): try repeatBytes(of: left, right)
      }
    } catch {
      release(left)
      throw error
    }
    return left
  }

  /// Changes a set or dict by another one.
  ///
  /// - Returns: whether the operands and the operator are such.
  func changeSet(
    _ left: ObjectPointer, _ operation: BinaryOperator, _ right: ObjectPointer
  ) throws(ObjectError) -> Bool {
    if left.plan.body == .dict, operation == .or {
      try fillDict(left, from: right)
      return true
    }
    guard left.plan.body == .set, right.plan.body == .set, !isSubtype(left.type, type(.frozenSet)) else {
      return false
    }
    switch operation {
    case .or: try fillSet(left, from: right)
    case .and: try formIntersection(left, with: right)
    case .subtract: try subtract(right, from: left)
    case .exclusiveOr: try formSymmetricDifference(left, with: right)
    default: return false
    }
    return true
  }
}
