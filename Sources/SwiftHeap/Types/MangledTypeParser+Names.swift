// Names, what is referred to, and declared types.

extension MangledTypeParser {
  /// A reference to an address, which a byte below a space announces.
  mutating func symbolicReference(_ kind: UInt8) -> Bool {
    let place = name.address &+ UInt64(position)
    // A name that stands nowhere cannot refer to anything.
    guard kind != 0, kind < 0x18, name.address != 0 else { return false }
    guard position + 4 <= name.bytes.count else { return false }
    var offset: UInt32 = 0
    for number in 0..<4 { offset |= UInt32(name.bytes[position + number]) << UInt32(8 * number) }
    position += 4
    let target = place &+ UInt64(bitPattern: Int64(Int32(bitPattern: offset)))
    switch kind {
    case 1: return context(target)
    case 2:
      guard let address = types.image.word(target) else { return false }
      return context(address)
    case 9:
      // A function that returns the metadata.
      guard position == 5, let mangled = types.accessorNames[name.address] else { return false }
      return push(types.parsedType(text: mangled))
    case 10:
      stack.append(.shape(target))
      return true
    case 11:
      // One that is not unique has a pointer to where the unique one is noted first.
      stack.append(.shape(target &+ 4))
      return true
    default: return false
    }
  }

  private mutating func context(_ address: UInt64) -> Bool {
    if let descriptor = types.typeDescriptor(at: address) {
      stack.append(.context(types.declarations.canonicalDescriptor(descriptor)))
    } else {
      guard let descriptor = ContextDescriptor(at: address, in: types.image), descriptor.kind == .protocol,
        descriptor.isPlausible
      else { return false }
      stack.append(.context(address))
    }
    substitutions.append(stack[stack.count - 1])
    return true
  }

  /// A name: its length and its letters, among which may be words that occurred before.
  mutating func identifier() -> Bool {
    var hasWords = false
    var isPunycode = false
    if next(if: "0") {
      if next(if: "0") { isPunycode = true } else { hasWords = true }
    }
    var letters: [UInt8] = []
    repeat {
      while hasWords, let letter = peek, letter & 0xDF >= 65, letter & 0xDF <= 90 {
        position += 1
        let isLast = letter < 97
        if isLast { hasWords = false }
        let number = Int(letter) - (isLast ? 65 : 97)
        guard number < words.count, letters.count < MangledName.limit else { return false }
        letters += words[number]
      }
      if next(if: "0") { break }
      guard let count = natural(), count > 0 else { return false }
      if isPunycode { _ = next(if: "_") }
      guard position + count <= name.bytes.count else { return false }
      let slice = name.bytes[position..<position + count]
      position += count
      if isPunycode {
        guard let decoded = Punycode.decode(slice) else { return false }
        letters += decoded
      } else {
        letters += slice
        noteWords(of: Array(slice))
      }
    } while hasWords
    guard !letters.isEmpty else { return false }
    stack.append(.identifier(String(decoding: letters, as: UTF8.self)))
    substitutions.append(stack[stack.count - 1])
    return true
  }

  /// Notes the words of a name, which later names can use by number.
  private mutating func noteWords(of slice: [UInt8]) {
    func isUpper(_ letter: UInt8) -> Bool { letter >= 65 && letter <= 90 }
    var start: Int?
    for index in 0...slice.count {
      let letter = index < slice.count ? slice[index] : 0
      if let first = start {
        let previous = slice[index - 1]
        if letter == UInt8(ascii: "_") || letter == 0 || !isUpper(previous) && isUpper(letter) {
          if index - first >= 2, words.count < 26 { words.append(Array(slice[first..<index])) }
          start = nil
        }
      }
      let isDigit = letter >= 48 && letter <= 57
      if start == nil, !isDigit, letter != UInt8(ascii: "_"), letter != 0 { start = index }
    }
  }

  /// Something that occurred before, or several in a row: `AcB`, or with a number of repetitions.
  mutating func substitution() -> Bool {
    var number: Int?
    while let letter = next() {
      switch letter {
      case 97...122, 65...90:
        let isLast = letter < 97
        let index = Int(letter) - (isLast ? 65 : 97)
        guard index < substitutions.count, (number ?? 0) <= 2048, stack.count <= Self.stackLimit else {
          return false
        }
        for _ in 0..<max(number ?? 1, 1) { stack.append(substitutions[index]) }
        if isLast { return true }
        number = nil
      case UInt8(ascii: "_"):
        let index = (number ?? -1) + 27
        guard index < substitutions.count else { return false }
        stack.append(substitutions[index])
        return true
      default:
        position -= 1
        number = natural()
        if number == nil { return false }
      }
    }
    return false
  }

  mutating func standardSubstitution() -> Bool {
    switch peek {
    case UInt8(ascii: "o"):
      position += 1
      stack.append(.module("__C"))
      return true
    case UInt8(ascii: "C"):
      position += 1
      stack.append(.module("__C_Synthesized"))
      return true
    case UInt8(ascii: "g"):
      position += 1
      guard let wrapped = popType() else { return false }
      return pushAndKeep(types.optional(wrapped))
    default:
      let count = natural() ?? 1
      guard count <= 2048 else { return false }
      let isConcurrency = next(if: "c")
      guard let letter = next() else { return false }
      let declaration: MangledNode.Declaration
      if let path = (isConcurrency ? StandardTypes.concurrencyNames : StandardTypes.names)[letter] {
        declaration = MangledNode.Declaration(path: path)
      } else if let path = (isConcurrency ? StandardTypes.concurrencyProtocols : StandardTypes.protocols)[
        letter]
      {
        declaration = MangledNode.Declaration(path: path, isProtocol: true)
      } else {
        return false
      }
      for _ in 0..<max(count, 1) { stack.append(.declaration(declaration)) }
      return true
    }
  }

  mutating func declaration(isProtocol: Bool) -> Bool {
    guard let name = popIdentifier(), var context = popContext(), context.path.utf8.count < MangledName.limit
    else { return false }
    context.path += "." + name
    context.isProtocol = isProtocol
    stack.append(.declaration(context))
    substitutions.append(stack[stack.count - 1])
    return true
  }

  /// An extension: what is declared in it is found by the name of what it extends.
  mutating func extensionContext() -> Bool {
    _ = pop { if case .signature = $0 { true } else { false } }
    guard popModule() != nil, let extended = popContext() else { return false }
    stack.append(.declaration(extended))
    return true
  }

  private mutating func popModule() -> String? {
    switch stack.last {
    case .identifier(let name), .module(let name):
      stack.removeLast()
      return name
    default: return nil
    }
  }

  /// A type with its generic arguments: a list for each type that it is nested in, the outermost first.
  mutating func boundGeneric() -> Bool {
    guard let lists = popArguments(), let node = stack.last, let base = type(of: node) else { return false }
    stack.removeLast()
    let arguments = lists.reversed().flatMap(\.self)
    switch types.structure(of: base) {
    case .nominal(var nominal):
      // A name that gives the arguments of some of its contexts already has the others here.
      nominal.arguments += arguments
      return pushAndKeep(types.type(.nominal(nominal)))
    case .undeclared(let name, let before):
      return pushAndKeep(types.type(.undeclared(name: name, arguments: before + arguments)))
    default: return false
    }
  }

  /// The lists of arguments, the innermost first.
  private mutating func popArguments() -> [[SwiftType]]? {
    while pop({ if case .retroactiveConformance = $0 { true } else { false } }) != nil {}
    var lists: [[SwiftType]] = []
    while true {
      var list: [SwiftType] = []
      while let type = popType() { list.append(type) }
      lists.append(list.reversed())
      if popEmptyList() { return lists }
      guard popFirstElementMarker() else { return nil }
    }
  }

  /// How a type conforms to a protocol, which says nothing about the type.
  mutating func conformance() -> Bool {
    switch next().map({ Unicode.Scalar($0) }) {
    case "P", "p":
      guard popProtocol() != nil else { return false }
      stack.append(.conformance)
    case "C":
      // A list of conformances, then a reference to one, then the type.
      if !popEmptyList() {
        var isFirst = false
        repeat {
          isFirst = popFirstElementMarker()
          guard popConformance() else { return false }
        } while !isFirst
      }
      if !popConformance() {
        guard popModule() != nil, popProtocol() != nil else { return false }
      }
      guard popType() != nil else { return false }
      stack.append(.conformance)
    case "D":
      guard index() != nil, popProtocol() != nil, popType() != nil else { return false }
      stack.append(.conformance)
    case "I":
      guard index() != nil, popProtocol() != nil, popConformance() else { return false }
      stack.append(.conformance)
    case "A":
      guard index() != nil, popProtocol() != nil, popType() != nil, popConformance() else { return false }
      stack.append(.conformance)
    default: return false
    }
    return true
  }

  private mutating func popConformance() -> Bool {
    pop { if case .conformance = $0 { true } else { false } } != nil
  }
}
