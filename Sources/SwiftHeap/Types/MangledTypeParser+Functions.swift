// Types of functions, as they are written and as they are lowered.

extension MangledTypeParser {
  mutating func function(_ convention: SwiftType.FunctionType.Convention) -> Bool {
    var attributes: SwiftType.FunctionType.Attributes = []
    var thrownError: SwiftType?
    var globalActor: SwiftType?
    var differentiability: UInt8 = 0
    loop: while let last = stack.last {
      switch last {
      case .attribute(let attribute): attributes.insert(attribute)
      case .thrownError(let type):
        attributes.insert(.throws)
        thrownError = type
      case .globalActor(let type): globalActor = type
      case .differentiability(let kind): differentiability = kind
      default: break loop
      }
      stack.removeLast()
    }
    var parameters: [SwiftType.TupleElement] = []
    if !popEmptyList() {
      guard let (type, modifiers) = popParameter() else { return false }
      if modifiers.isEmpty, case .tuple(let elements) = types.structure(of: type) {
        parameters = elements
      } else {
        parameters = [SwiftType.TupleElement(label: nil, type: type, modifiers: modifiers)]
      }
    }
    let result: SwiftType
    if popEmptyList() {
      result = types.emptyTuple
    } else {
      guard let type = popType() else { return false }
      result = type
    }
    return push(
      types.type(
        .function(
          SwiftType.FunctionType(
            parameters: parameters, result: result, convention: convention, attributes: attributes,
            thrownError: thrownError, globalActor: globalActor, differentiability: differentiability))))
  }

  mutating func annotation() -> Bool {
    switch next().map({ Unicode.Scalar($0) }) {
    case "a": stack.append(.attribute(.async))
    case "b": stack.append(.attribute(.sendable))
    case "A": stack.append(.attribute(.isolatedAny))
    case "C": stack.append(.attribute(.nonisolatedNonsending))
    case "T": stack.append(.attribute(.sendingResult))
    case "c":
      guard let type = popType() else { return false }
      stack.append(.globalActor(type))
    case "K":
      guard let type = popType() else { return false }
      stack.append(.thrownError(type))
    case "j":
      let kinds: [UInt8: UInt8] = [
        UInt8(ascii: "f"): 1, UInt8(ascii: "r"): 2, UInt8(ascii: "d"): 3, UInt8(ascii: "l"): 4,
      ]
      guard let letter = next(), let kind = kinds[letter] else { return false }
      stack.append(.differentiability(kind))
    case "i": return modify(.isolated)
    case "u": return modify(.sending)
    case "k": return modify(.noDerivative)
    case "t": return modify(.constant)
    default: return false
    }
    return true
  }

  /// The lowered type of a function, whose letters say how each parameter and result is passed. Its value is laid out as
  /// that of any function.
  mutating func loweredFunction() -> Bool {
    guard dropSubstitutions() else { return false }
    _ = next(if: "e")
    _ = next(if: "A")
    if let letter = peek, "dlfr".utf8.contains(letter) { position += 1 }
    var function = SwiftType.FunctionType(result: types.emptyTuple)
    switch next().map({ Unicode.Scalar($0) }) {
    case "y", "g", "x": break
    case "t": function.convention = .thin
    default: return false
    }
    switch peek.map({ Unicode.Scalar($0) }) {
    case "B": function.convention = .block
    case "C": function.convention = .c
    case "M", "J", "K", "W", "V", "O": break
    case "z":
      position += 1
      function.convention = peek == UInt8(ascii: "B") ? .block : .c
      position += 1
      guard let length = natural(), length <= name.bytes.count - position else { return false }
      position += length - 1
    default: position -= 1
    }
    position += 1
    if let letter = peek, "AIG".utf8.contains(letter) { position += 1 }
    if next(if: "h") { function.attributes.insert(.sendable) }
    if next(if: "H") { function.attributes.insert(.async) }
    if next(if: "T") { function.attributes.insert(.sendingResult) }
    var parameters: [SwiftType.ParameterModifiers] = []
    while let letter = peek, "iclbnXxygevpm".utf8.contains(letter) {
      position += 1
      while let more = peek, "wTIL".utf8.contains(more) { position += 1 }
      parameters.append(letter == UInt8(ascii: "l") || letter == UInt8(ascii: "b") ? .passedInout : [])
    }
    var results = 0
    while let letter = peek, "roduaklgm".utf8.contains(letter) {
      position += 1
      _ = next(if: "w")
      results += 1
    }
    while next(if: "Y") {
      guard next() != nil else { return false }
      results += 1
    }
    if next(if: "z") {
      guard next() != nil else { return false }
      _ = next(if: "w")
      guard let error = popType() else { return false }
      function.attributes.insert(.throws)
      if error != types.errorType { function.thrownError = error }
    }
    guard next(if: "_") else { return false }
    var found: [SwiftType] = []
    for _ in 0..<results {
      guard let type = popType() else { return false }
      found.append(type)
    }
    if found.count == 1 {
      function.result = found[0]
    } else if found.count > 1 {
      function.result = types.type(
        .tuple(found.reversed().map { SwiftType.TupleElement(label: nil, type: $0) }))
    }
    for modifiers in parameters.reversed() {
      guard let type = popType() else { return false }
      function.parameters.append(SwiftType.TupleElement(label: nil, type: type, modifiers: modifiers))
    }
    function.parameters.reverse()
    _ = pop { if case .signature = $0 { true } else { false } }
    return push(types.type(.function(function)))
  }

  /// Takes what the parameters of a generic function's type are replaced by, which is of no interest here.
  private mutating func dropSubstitutions() -> Bool {
    for letter in ["s", "I"] as [Unicode.Scalar] where next(if: letter) {
      while pop({ if case .retroactiveConformance = $0 { true } else { false } }) != nil {}
      while popType() != nil {}
      guard popEmptyList() else { return false }
      if letter == "s" {
        guard pop({ if case .signature = $0 { true } else { false } }) != nil else { return false }
      }
    }
    _ = next(if: "P")
    return true
  }
}
