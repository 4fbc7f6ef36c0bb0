extension ObjectSpace {
  /// Makes a generator that is suspended, with its variables: what a heap holds of one.
  ///
  /// Only the machine that a function was compiled for can run it.
  ///
  /// - Parameters:
  ///   - function: the generator function.
  ///   - variables: its local variables in order; `nil` for one that is not set.
  ///   - isStarted: whether it has run to its first `yield`.
  /// - Returns: a handle to the generator, which holds its variables.
  /// - Throws: ``ObjectError`` of kind `typeError` where the first object is no function.
  /// - Complexity: O(*n*) in the variables.
  public func generator(
    of function: ObjectHandle, variables: [ObjectHandle?] = [], isStarted: Bool = false
  ) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      let (called, values) = try call(of: function, variables)
      return handle(try makeGenerator(called, variables: values, stackSize: 0, isStarted: isStarted))
    }
  }
}
