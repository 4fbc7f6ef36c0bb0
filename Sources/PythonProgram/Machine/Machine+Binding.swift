import ObjectRuntime

/// The arguments of a call as they lie in memory: positional ones first, then those by name.
struct CallArguments {
  var base: Block
  var count: Int
  var names: ObjectPointer?

  func value(_ index: Int) -> ObjectPointer { ObjectPointer(address: base[word: 8 * index]) }
}

extension Machine {
  /// Begins a call whose arguments have to be put in their places; they lie on top of the caller's stack.
  func enterBound(
    _ function: ObjectPointer, _ count: Int, names: ObjectPointer?, _ r: inout Registers, _ kind: UInt16
  ) throws(ObjectError) {
    let named = names?.itemCount ?? 0
    let base = r.stack.place(count)
    let hasReceiver = r.stack.word(count + 1) == function.address
    r.save()
    function.retain()
    let frame: Block
    let data: Block
    do throws(ObjectError) {
      (frame, data) = try makeEntryFrame(function)
    } catch {
      space.release(function)
      throw error
    }
    frame[uint16: FrameDataOffset.returnOffset] = kind
    do throws(ObjectError) {
      try bind(
        CallArguments(base: base, count: count - named, names: names), to: frame, data, function)
    } catch {
      leaveCall(frame)
      throw error
    }
    // The instance that an initializer is called with is the call's result.
    let instance = kind == ReturnKind.initializer ? ObjectPointer(address: base[word: 0]).retained() : nil
    for _ in 0..<count { space.release(r.stack.pop()) }
    if !hasReceiver { r.stack.drop(1) }
    space.release(r.stack.pop())
    if let instance { r.stack.push(instance) }
    r.save()
    begin(frame, data, &r)
  }

  /// Puts the arguments of a call in its variables, as CPython does, with its errors.
  ///
  /// - Complexity: O(*n*·*k*) in the parameters and the arguments by name.
  func bind(
    _ arguments: CallArguments, to frame: Block, _ data: Block, _ function: ObjectPointer
  ) throws(ObjectError) {
    let code = ObjectPointer(address: function[word: FunctionOffset.code])
    let positional = Int(code[int32: CodeOffset.argumentCount])
    let keywordOnly = Int(code[int32: CodeOffset.keywordOnlyCount])
    let flags = CodeUnit.Flags(rawValue: code[int32: CodeOffset.flags])
    let total = positional + keywordOnly
    func place(_ index: Int) -> Int { FrameDataOffset.variables + 8 * index }
    func set(_ index: Int, _ value: ObjectPointer) { frame[object: place(index)] = value.retained() }

    var keywords: ObjectPointer?
    if flags.contains(.takesKeywords) {
      let dict = try space.makeDict()
      keywords = dict
      frame[object: place(total + (flags.contains(.takesRest) ? 1 : 0))] = dict
    }
    for index in 0..<min(arguments.count, positional) { set(index, arguments.value(index)) }
    if flags.contains(.takesRest) {
      let rest = (min(positional, arguments.count)..<arguments.count).map { arguments.value($0) }
      frame[object: place(total)] = try space.makeTuple(rest)
    }
    if let names = arguments.names {
      for index in 0..<names.itemCount {
        let name = ObjectPointer(address: names[word: TupleOffset.items + 8 * index])
        let value = arguments.value(arguments.count + index)
        try bind(name, value, to: frame, code, function, keywords: keywords)
      }
    }
    if arguments.count > positional, !flags.contains(.takesRest) {
      throw tooMany(function, code, given: arguments.count, frame)
    }
    if arguments.count < positional { try fillDefaults(function, code, given: arguments.count, frame) }
    if keywordOnly > 0 { try fillKeywordOnly(function, code, frame) }
  }

  private func name(_ index: Int, of code: ObjectPointer) -> ObjectPointer {
    let names = ObjectPointer(address: code[word: CodeOffset.variableNames])
    return ObjectPointer(address: names[word: TupleOffset.items + 8 * index])
  }

  private func title(_ function: ObjectPointer) -> String {
    function[object: FunctionOffset.qualifiedName]?.text ?? "function"
  }

  private func bind(
    _ name: ObjectPointer, _ value: ObjectPointer, to frame: Block, _ code: ObjectPointer,
    _ function: ObjectPointer, keywords: ObjectPointer?
  ) throws(ObjectError) {
    guard space.isSubtype(name.type, space.type(.string)) else {
      throw ObjectError(.typeError, "\(title(function))() keywords must be strings")
    }
    let positionalOnly = Int(code[int32: CodeOffset.positionalOnlyCount])
    let total = Int(code[int32: CodeOffset.argumentCount] + code[int32: CodeOffset.keywordOnlyCount])
    for index in positionalOnly..<max(total, positionalOnly) {
      let parameter = self.name(index, of: code)
      guard parameter == name || space.stringsAreEqual(parameter, name) else { continue }
      let place = FrameDataOffset.variables + 8 * index
      guard frame[word: place] == 0 else {
        throw ObjectError(
          .typeError, "\(title(function))() got multiple values for argument '\(name.text)'")
      }
      frame[object: place] = value.retained()
      return
    }
    if let keywords { return try space.setValue(value, for: name, in: keywords) }
    let wrong = (0..<positionalOnly).map { self.name($0, of: code).text }.filter { $0 == name.text }
    if !wrong.isEmpty {
      throw ObjectError(
        .typeError,
        "\(title(function))() got some positional-only arguments passed as keyword arguments: '\(wrong.joined(separator: ", "))'"
      )
    }
    let known = (positionalOnly..<total).map { self.name($0, of: code).text }
    let near = NameSuggestion.nearest(to: name.text, among: known)
    let hint = near.map { ". Did you mean '\($0)'?" } ?? ""
    throw ObjectError(
      .typeError, "\(title(function))() got an unexpected keyword argument '\(name.text)'\(hint)")
  }

  private func fillDefaults(
    _ function: ObjectPointer, _ code: ObjectPointer, given: Int, _ frame: Block
  ) throws(ObjectError) {
    let positional = Int(code[int32: CodeOffset.argumentCount])
    let defaults = function[object: FunctionOffset.defaults].flatMap { $0 == space.none ? nil : $0 }
    let first = positional - (defaults?.itemCount ?? 0)
    var missing: [String] = []
    for index in given..<positional where frame[word: FrameDataOffset.variables + 8 * index] == 0 {
      if index >= first, let defaults {
        let value = ObjectPointer(address: defaults[word: TupleOffset.items + 8 * (index - first)])
        frame[object: FrameDataOffset.variables + 8 * index] = value.retained()
      } else {
        missing.append(name(index, of: code).text)
      }
    }
    if !missing.isEmpty { throw self.missing(missing, "positional", function) }
  }

  private func fillKeywordOnly(
    _ function: ObjectPointer, _ code: ObjectPointer, _ frame: Block
  ) throws(ObjectError) {
    let positional = Int(code[int32: CodeOffset.argumentCount])
    let defaults = function[object: FunctionOffset.keywordDefaults].flatMap { $0 == space.none ? nil : $0 }
    var missing: [String] = []
    for index in positional..<positional + Int(code[int32: CodeOffset.keywordOnlyCount]) {
      let place = FrameDataOffset.variables + 8 * index
      guard frame[word: place] == 0 else { continue }
      let name = name(index, of: code)
      if let defaults, let value = space.value(ofName: name, in: defaults) {
        frame[object: place] = value.retained()
      } else {
        missing.append(name.text)
      }
    }
    if !missing.isEmpty { throw self.missing(missing, "keyword-only", function) }
  }

  private func missing(_ names: [String], _ kind: String, _ function: ObjectPointer) -> ObjectError {
    let quoted = names.map { "'\($0)'" }
    let list =
      switch quoted.count {
      case 1: quoted[0]
      case 2: "\(quoted[0]) and \(quoted[1])"
      default: quoted.dropLast().joined(separator: ", ") + ", and \(quoted[quoted.count - 1])"
      }
    let noun = names.count == 1 ? "argument" : "arguments"
    return ObjectError(
      .typeError, "\(title(function))() missing \(names.count) required \(kind) \(noun): \(list)")
  }

  private func tooMany(
    _ function: ObjectPointer, _ code: ObjectPointer, given: Int, _ frame: Block
  ) -> ObjectError {
    let positional = Int(code[int32: CodeOffset.argumentCount])
    let keywordOnly = Int(code[int32: CodeOffset.keywordOnlyCount])
    let optional =
      function[object: FunctionOffset.defaults].flatMap { $0 == space.none ? nil : $0 }?.itemCount ?? 0
    let givenByName = (positional..<positional + keywordOnly).count {
      frame[word: FrameDataOffset.variables + 8 * $0] != 0
    }
    let takes = optional > 0 ? "from \(positional - optional) to \(positional)" : "\(positional)"
    let noun = positional != 1 || optional > 0 ? "arguments" : "argument"
    let also =
      givenByName > 0
      ? " positional argument\(given == 1 ? "" : "s") (and \(givenByName) keyword-only argument\(givenByName == 1 ? "" : "s"))"
      : ""
    let verb = given == 1 && givenByName == 0 ? "was" : "were"
    return ObjectError(
      .typeError,
      "\(title(function))() takes \(takes) positional \(noun) but \(given)\(also) \(verb) given")
  }
}
