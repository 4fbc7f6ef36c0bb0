/// The parameters of a built-in method that takes arguments by name, as CPython's Argument Clinic binds them.
struct BuiltinParameters: Sendable {
  var names: [String]
  /// How many must be given.
  var required: Int
  /// How many of the first can only be given by place.
  var positionalOnly: Int
  /// How many can be given by place.
  var positional: Int

  init(_ names: String..., required: Int = 0, positionalOnly: Int = 0, positional: Int? = nil) {
    self.names = names
    self.required = required
    self.positionalOnly = positionalOnly
    self.positional = positional ?? names.count
  }

  /// The arguments in the order of the parameters, borrowed; `nil` for one that is left out.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for too many, for a name that there is not or that was given by place
  ///   too, and for one that is missing.
  func bound(
    _ arguments: [ObjectPointer], _ keywords: [(name: ObjectPointer, value: ObjectPointer)], method: String
  ) throws(ObjectError) -> [ObjectPointer?] {
    func error(_ text: String) -> ObjectError { ObjectError(.typeError, text) }
    let given = arguments.count + keywords.count
    guard given <= names.count else {
      let bound = required < names.count ? "at most" : "exactly"
      let noun = (arguments.isEmpty ? "keyword " : "") + (names.count == 1 ? "argument" : "arguments")
      throw error("\(method)() takes \(bound) \(names.count) \(noun) (\(given) given)")
    }
    guard arguments.count <= positional else {
      if positional == 0 { throw error("\(method)() takes no positional arguments") }
      let bound = min(required, positional) < positional ? "at most" : "exactly"
      let noun = positional == 1 ? "argument" : "arguments"
      throw error(
        "\(method)() takes \(bound) \(positional) positional \(noun) (\(arguments.count) given)")
    }
    let least = min(required, positionalOnly)
    guard arguments.count >= least else {
      let bound = least < positional ? "at least" : "exactly"
      let noun = least == 1 ? "argument" : "arguments"
      throw error("\(method)() takes \(bound) \(least) positional \(noun) (\(arguments.count) given)")
    }
    var all: [ObjectPointer?] = arguments
    all += [ObjectPointer?](repeating: nil, count: names.count - arguments.count)
    for (name, value) in keywords {
      guard let place = names.dropFirst(positionalOnly).firstIndex(of: name.text) else {
        throw error("\(method)() got an unexpected keyword argument '\(name.text)'")
      }
      guard all[place] == nil else {
        throw error(
          "argument for \(method)() given by name ('\(name.text)') and position (\(place + 1))")
      }
      all[place] = value
    }
    for place in 0..<required where all[place] == nil {
      throw error("\(method)() missing required argument '\(names[place])' (pos \(place + 1))")
    }
    return all
  }
}
