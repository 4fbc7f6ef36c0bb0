/// Reads the mangled name of a type, as `docs/ABI/Mangling.rst` in Swift describes it.
///
/// Names are in postfix notation: operands are put on a stack, from which operators take them. Nothing here calls itself,
/// and each step consumes a byte, so that no name takes longer than its length.
struct MangledTypeParser {
  let types: SwiftTypes
  let name: MangledName
  var position = 0
  var stack: [MangledNode] = []
  var substitutions: [MangledNode] = []
  var words: [[UInt8]] = []

  init(_ name: MangledName, types: SwiftTypes) {
    self.name = name
    self.types = types
  }

  /// Reads all of it.
  mutating func parse() -> SwiftType? {
    while position < name.bytes.count {
      guard step(), stack.count <= 4096 else { return nil }
    }
    guard let type = popType() else { return nil }
    // The name of an accessor begins with the signature that the type is to be seen in.
    _ = pop { if case .signature = $0 { true } else { false } }
    return stack.isEmpty ? type : nil
  }

  // The letters.

  var peek: UInt8? { position < name.bytes.count ? name.bytes[position] : nil }

  mutating func next() -> UInt8? {
    guard position < name.bytes.count else { return nil }
    position += 1
    return name.bytes[position - 1]
  }

  mutating func next(if letter: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: letter) else { return false }
    position += 1
    return true
  }

  mutating func natural() -> Int? {
    var result = 0
    var any = false
    while let digit = peek, digit >= 48, digit <= 57 {
      guard result < 1_000_000_000 else { return nil }
      result = result * 10 + Int(digit - 48)
      position += 1
      any = true
    }
    return any ? result : nil
  }

  /// `_` is 0, `0_` is 1.
  mutating func index() -> Int? {
    if next(if: "_") { return 0 }
    guard let number = natural(), next(if: "_") else { return nil }
    return number + 1
  }

  // The stack.

  mutating func push(_ type: SwiftType?) -> Bool {
    guard let type else { return false }
    stack.append(.type(type, []))
    return true
  }

  /// Puts a type on the stack that may be referred to again.
  mutating func pushAndKeep(_ type: SwiftType?) -> Bool {
    guard push(type) else { return false }
    substitutions.append(stack[stack.count - 1])
    return true
  }

  mutating func pop(_ isWanted: (MangledNode) -> Bool) -> MangledNode? {
    guard let last = stack.last, isWanted(last) else { return nil }
    return stack.removeLast()
  }

  mutating func popEmptyList() -> Bool { pop { if case .emptyList = $0 { true } else { false } } != nil }
  mutating func popFirstElementMarker() -> Bool {
    pop { if case .firstElementMarker = $0 { true } else { false } } != nil
  }

  mutating func popType() -> SwiftType? { popParameter()?.type }

  mutating func popParameter() -> (type: SwiftType, modifiers: SwiftType.ParameterModifiers)? {
    guard let last = stack.last else { return nil }
    switch last {
    case .type(let type, let modifiers):
      stack.removeLast()
      return (type, modifiers)
    case .context, .declaration:
      guard let type = type(of: last) else { return nil }
      stack.removeLast()
      return (type, [])
    default: return nil
    }
  }

  mutating func popIdentifier() -> String? {
    guard case .identifier(let text)? = stack.last else { return nil }
    stack.removeLast()
    return text
  }

  mutating func popProtocol() -> SwiftType.ProtocolReference? {
    switch stack.last {
    case .context(let address):
      guard let descriptor = ContextDescriptor(at: address, in: types.image), descriptor.kind == .protocol
      else { return nil }
      stack.removeLast()
      return .declared(address)
    case .declaration(let declaration):
      guard declaration.isProtocol else { return nil }
      stack.removeLast()
      return types.protocol(named: declaration.path)
    case .identifier(let name):
      // A protocol by its name alone.
      stack.removeLast()
      guard let context = popContext() else { return nil }
      return types.protocol(named: context.path + "." + name)
    default: return nil
    }
  }

  mutating func popContext() -> MangledNode.Declaration? {
    switch stack.last {
    case .identifier(let name), .module(let name):
      stack.removeLast()
      return MangledNode.Declaration(path: name)
    case .declaration(let declaration):
      stack.removeLast()
      return declaration
    case .context(let address):
      guard let descriptor = ContextDescriptor(at: address, in: types.image),
        let path = DeclarationIndex.qualifiedName(of: descriptor)
      else { return nil }
      stack.removeLast()
      return MangledNode.Declaration(path: path)
    case .type(let type, _):
      switch types.structure(of: type) {
      case .nominal(let nominal):
        guard let descriptor = ContextDescriptor(at: nominal.descriptor, in: types.image),
          let path = DeclarationIndex.qualifiedName(of: descriptor)
        else { return nil }
        stack.removeLast()
        return MangledNode.Declaration(path: path, arguments: nominal.arguments)
      case .undeclared(let name, let arguments):
        stack.removeLast()
        return MangledNode.Declaration(path: name, arguments: arguments)
      default: return nil
      }
    default: return nil
    }
  }

  /// The type that a node stands for without arguments of its own.
  func type(of node: MangledNode) -> SwiftType? {
    switch node {
    case .type(let type, _): return type
    case .context(let address):
      guard let descriptor = ContextDescriptor(at: address, in: types.image) else { return nil }
      if descriptor.kind == .protocol {
        return types.type(.existential(SwiftType.ExistentialType(protocols: [.declared(address)])))
      }
      return types.nominal(descriptor, arguments: [])
    case .declaration(let declaration):
      if declaration.isProtocol {
        return types.type(
          .existential(SwiftType.ExistentialType(protocols: [types.protocol(named: declaration.path)])))
      }
      return types.nominal(named: declaration.path, arguments: declaration.arguments)
    default: return nil
    }
  }

  /// Does what the next letters say.
  private mutating func step() -> Bool {
    guard let letter = next() else { return false }
    if letter < 0x20 { return symbolicReference(letter) }
    if letter == 0xFF { return true }
    switch Unicode.Scalar(letter) {
    case "0"..."9":
      position -= 1
      return identifier()
    case "A": return substitution()
    case "B": return builtin()
    case "C", "O", "V": return declaration(isProtocol: false)
    case "P": return declaration(isProtocol: true)
    case "E": return extensionContext()
    case "G": return boundGeneric()
    case "H": return conformance()
    case "I": return loweredFunction()
    case "K":
      stack.append(.attribute(.throws))
      return true
    case "Q": return archetype()
    case "R": return requirement()
    case "S": return standardSubstitution()
    case "X": return special()
    case "Y": return annotation()
    case "_":
      stack.append(.firstElementMarker)
      return true
    case "c": return function(.swift)
    case "d":
      stack.append(.variadicMarker)
      return true
    case "g":
      guard index() != nil, pop({ if case .conformance = $0 { true } else { false } }) != nil else {
        return false
      }
      stack.append(.retroactiveConformance)
      return true
    case "h": return modify(.shared)
    case "n": return modify(.owned)
    case "z": return modify(.passedInout)
    case "l": return genericSignature(hasCounts: false)
    case "r": return genericSignature(hasCounts: true)
    case "m":
      guard let instance = popType() else { return false }
      return push(types.type(.metatype(instance)))
    case "p":
      guard let protocols = popProtocols() else { return false }
      return push(types.type(.existential(SwiftType.ExistentialType(protocols: protocols))))
    case "q":
      guard let parameter = genericParameter() else { return false }
      return push(parameter)
    case "s":
      stack.append(.module("Swift"))
      return true
    case "t":
      guard let elements = popElements() else { return false }
      return push(types.type(.tuple(elements)))
    case "u":
      guard let type = popType(), pop({ if case .signature = $0 { true } else { false } }) != nil else {
        return false
      }
      return push(type)
    case "x": return push(types.type(.parameter(depth: 0, index: 0)))
    case "y":
      stack.append(.emptyList)
      return true
    case "$":
      let isNegative = next(if: "n")
      guard let number = index() else { return false }
      return push(types.type(.integer(isNegative ? -number : number)))
    default: return false
    }
  }

  mutating func modify(_ modifier: SwiftType.ParameterModifiers) -> Bool {
    guard let (type, modifiers) = popParameter() else { return false }
    stack.append(.type(type, modifiers.union(modifier)))
    return true
  }

  /// The elements of a tuple, or of a function's parameters.
  mutating func popElements() -> [SwiftType.TupleElement]? {
    if popEmptyList() { return [] }
    var elements: [SwiftType.TupleElement] = []
    var isFirst = false
    repeat {
      isFirst = popFirstElementMarker()
      let isVariadic = pop { if case .variadicMarker = $0 { true } else { false } } != nil
      let label = popIdentifier()
      guard let (type, modifiers) = popParameter() else { return nil }
      elements.append(
        SwiftType.TupleElement(
          label: label, type: type, modifiers: isVariadic ? modifiers.union(.variadic) : modifiers))
    } while !isFirst
    return elements.reversed()
  }

  mutating func popTypes() -> [SwiftType]? { popElements()?.map(\.type) }

  mutating func popProtocols() -> [SwiftType.ProtocolReference]? {
    if popEmptyList() { return [] }
    var result: [SwiftType.ProtocolReference] = []
    var isFirst = false
    repeat {
      isFirst = popFirstElementMarker()
      guard let found = popProtocol() else { return nil }
      result.append(found)
    } while !isFirst
    return result.reversed()
  }
}
