extension ObjectSpace {
  /// Makes the frame of a call that has ended: what a traceback holds, with the call's variables.
  ///
  /// - Parameters:
  ///   - function: what was called.
  ///   - variables: the local variables in order; `nil` for one that is not set.
  ///   - caller: the frame that called it.
  ///   - line: the line that it was at.
  /// - Returns: a handle to the frame, which holds its variables.
  /// - Throws: ``ObjectError`` of kind `typeError` where the first object is no function.
  /// - Complexity: O(*n*) in the variables.
  public func frame(
    of function: ObjectHandle, variables: [ObjectHandle?], caller: ObjectHandle? = nil, line: Int = 1
  ) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      let (called, values) = try call(of: function, variables)
      let back = try caller.map { (caller) throws(ObjectError) in try container(caller, .frame) }
      return handle(try makeFrame(called, variables: values, back: back, line: line))
    }
  }

  /// What a call consists of: its function, and its variables, borrowed.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` where the first object is no function.
  func call(
    of function: ObjectHandle, _ variables: [ObjectHandle?]
  ) throws(ObjectError) -> (function: ObjectPointer, variables: [ObjectPointer?]) {
    let called = try pointer(function)
    guard called.type == type(.function) else {
      throw ObjectError(.typeError, "'\(nameInErrors(called.type))' object has no code")
    }
    var values: [ObjectPointer?] = []
    for variable in variables {
      values.append(try variable.map { (variable) throws(ObjectError) in try pointer(variable) })
    }
    return (called, values)
  }

  /// Sets a local variable of a frame.
  ///
  /// - Parameters:
  ///   - index: which variable, from 0.
  ///   - frame: the frame.
  ///   - value: what it is set to.
  /// - Throws: ``ObjectError`` of kind `indexError` where there is no such variable, `typeError` for another object.
  /// - Complexity: O(1).
  public func setVariable(
    _ index: Int, of frame: ObjectHandle, to value: any ObjectRepresentable
  ) throws(ObjectError) {
    try step { () throws(ObjectError) in
      let valueHandle = try value.makeObject(in: self)
      defer { withExtendedLifetime(valueHandle) {} }
      let frame = try container(frame, .frame)
      guard let data = frame[block: FrameOffset.data],
        (0..<max(Int(data[int32: FrameDataOffset.stackTop]), 0)).contains(index)
      else { throw ObjectError(.indexError, "frame variable index out of range") }
      let place = FrameDataOffset.variables + 8 * index
      let old = data[object: place]
      data[object: place] = try pointer(valueHandle).retained()
      if let old { release(old) }
    }
  }
}
