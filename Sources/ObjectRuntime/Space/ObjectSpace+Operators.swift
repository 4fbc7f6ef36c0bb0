extension ObjectSpace {
  /// Applies an operator, as `left + right`.
  ///
  /// An instance's special method is asked first: that of the right operand where its class is derived from the left
  /// one's, else that of the left, and then the other.
  ///
  /// - Parameters:
  ///   - operation: the operator.
  ///   - left: the left operand.
  ///   - right: the right operand.
  /// - Returns: a handle to the result.
  /// - Throws: ``ObjectError`` of kind `typeError` for operands that do not go together, `overflowError` and
  ///   `memoryError` for results that are too large, `zeroDivisionError` for a negative power of zero, and what a special
  ///   method raises.
  /// - Complexity: O(*n*) in the digits, characters or elements of the result; of products and powers more.
  public func apply(
    _ operation: BinaryOperator, _ left: any ObjectRepresentable, _ right: any ObjectRepresentable
  ) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      let first = try left.makeObject(in: self)
      let second = try right.makeObject(in: self)
      return try withSubject(of: first) { (left) throws(ObjectError) in
        try withSubject(of: second) { (right) throws(ObjectError) in
          handle(try apply(operation, left, right))
        }
      }
    }
  }
}
