extension ObjectSpace {
  /// The parameters of a built-in class's constructor that can be given by name, and how many more come before them;
  /// `nil` where none can.
  private func parameters(of builtin: BuiltinType) -> (placesBefore: Int, names: [String])? {
    switch builtin {
    case .int: (1, ["base"])
    case .complex: (0, ["real", "imag"])
    case .string: (0, ["object", "encoding", "errors"])
    case .bytes, .byteArray: (0, ["source", "encoding", "errors"])
    case .property: (0, ["fget", "fset", "fdel", "doc"])
    case .module: (0, ["name", "doc"])
    case .mappingProxy: (0, ["mapping"])
    default: nil
    }
  }

  /// The arguments of a built-in class's constructor by place, with those that were given by name.
  ///
  /// - Returns: the arguments; `nil` for one that is left out before another one.
  /// - Throws: ``ObjectError`` of kind `typeError` for a name that it does not take or an argument that is given twice.
  func named(
    _ keywords: [(name: ObjectPointer, value: ObjectPointer)], after arguments: [ObjectPointer],
    of builtin: BuiltinType
  ) throws(ObjectError) -> [ObjectPointer?] {
    guard !keywords.isEmpty else { return arguments }
    guard let (before, names) = parameters(of: builtin) else {
      throw ObjectError(.typeError, "\(builtin.name)() takes no keyword arguments")
    }
    var all: [ObjectPointer?] = arguments
    for (name, value) in keywords {
      guard let index = names.firstIndex(of: name.text) else {
        throw ObjectError(.typeError, "\(builtin.name)() got an unexpected keyword argument '\(name.text)'")
      }
      let place = before + index
      guard place >= arguments.count else {
        throw ObjectError(
          .typeError,
          "argument for \(builtin.name)() given by name ('\(name.text)') and position (\(place + 1))")
      }
      while all.count <= place { all.append(nil) }
      all[place] = value
    }
    return all
  }
}
