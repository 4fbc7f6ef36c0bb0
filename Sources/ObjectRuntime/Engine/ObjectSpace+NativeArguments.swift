extension ObjectSpace {
  /// Gives a function of the host's the names of its parameters, so that it can be called by name and with defaults.
  ///
  /// - Parameters:
  ///   - names: the parameters; where there are none, any arguments are taken by place, or none if `isComplete` says so.
  ///   - code: the function's code.
  ///   - isComplete: whether what is not named is refused.
  package func setParameters(
    _ names: [String], of code: ObjectPointer, isComplete: Bool = false
  ) throws(ObjectError) {
    if isComplete { code[int32: CodeOffset.flags] = 0 }
    guard !names.isEmpty else { return }
    code[int32: CodeOffset.flags] = 0
    var texts: [ObjectPointer] = []
    defer { for text in texts { release(text) } }
    for name in names { texts.append(try makeName(name)) }
    code[object: CodeOffset.variableNames] = try makeTuple(texts)
    code[int32: CodeOffset.argumentCount] = Int32(clamping: names.count)
  }

  /// The arguments of a call of a host's function in the order of its parameters, borrowed: what was given by place and
  /// by name, and its defaults for the rest.
  ///
  /// A function whose parameters are not known takes any by place.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for arguments that it does not take, and for one that is missing.
  func bindArguments(
    of function: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)]
  ) throws(ObjectError) -> [ObjectPointer] {
    guard let code = function[object: FunctionOffset.code],
      let names = code[object: CodeOffset.variableNames],
      code[int32: CodeOffset.flags] & CodeFlag.takesAnyPositional == 0
    else {
      guard keywords.isEmpty else { throw noKeywords(function) }
      return arguments
    }
    let count = names.itemCount
    if arguments.count == count, keywords.isEmpty { return arguments }
    let title = function[object: FunctionOffset.qualifiedName]?.text ?? "function"
    guard arguments.count <= count else {
      let optional = function[object: FunctionOffset.defaults]?.itemCount ?? 0
      let noun = count == 1 && optional == 0 ? "argument" : "arguments"
      let takes = optional == 0 ? "\(count)" : "from \(count - optional) to \(count)"
      let verb = arguments.count == 1 ? "was" : "were"
      throw ObjectError(
        .typeError, "\(title)() takes \(takes) positional \(noun) but \(arguments.count) \(verb) given")
    }
    var bound: [ObjectPointer?] = arguments
    bound += [ObjectPointer?](repeating: nil, count: count - arguments.count)
    for (name, value) in keywords {
      let index = (0..<count).first { index in
        item(index, of: names).map { stringsAreEqual($0, name) } ?? false
      }
      guard let index else {
        throw ObjectError(.typeError, "\(title)() got an unexpected keyword argument '\(name.text)'")
      }
      guard bound[index] == nil else {
        throw ObjectError(.typeError, "\(title)() got multiple values for argument '\(name.text)'")
      }
      bound[index] = value
    }
    if let defaults = function[object: FunctionOffset.defaults], defaults.plan.body == .tuple {
      let first = count - defaults.itemCount
      for index in max(first, 0)..<count where bound[index] == nil {
        bound[index] = item(index - first, of: defaults)
      }
    }
    if let missing = bound.firstIndex(of: nil) {
      let name = item(missing, of: names)?.text ?? "?"
      throw ObjectError(.typeError, "\(title)() missing 1 required positional argument: '\(name)'")
    }
    return bound.compactMap(\.self)
  }

  /// The error of a host's function that takes no arguments by name.
  func noKeywords(_ callable: ObjectPointer) -> ObjectError {
    let name = callable.type == type(.function) ? callable[object: FunctionOffset.name]?.text : nil
    return ObjectError(.typeError, "\(name ?? "function")() takes no keyword arguments")
  }
}
