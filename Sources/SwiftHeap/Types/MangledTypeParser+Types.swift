// The compiler's own types, types with a letter of their own, and generic parameters.

extension MangledTypeParser {
  mutating func builtin() -> Bool {
    guard let letter = next() else { return false }
    if let name = BuiltinName.simple[letter] { return push(types.type(.builtin(name))) }
    switch Unicode.Scalar(letter) {
    case "i":
      guard let size = index(), size > 1, size <= 4097 else { return false }
      return push(types.type(.builtin("Int\(size - 1)")))
    case "f":
      guard let size = index(), size > 1, size <= 4097 else { return false }
      return push(types.type(.builtin("FPIEEE\(size - 1)")))
    case "v":
      guard let count = index(), count > 1, count <= 4097, let element = popType(),
        case .builtin(let name) = types.structure(of: element)
      else { return false }
      return push(types.type(.builtin("Vec\(count - 1)x\(name)")))
    case "V":
      guard let element = popType(), let count = popType() else { return false }
      return push(types.type(.fixedArray(count: count, element: element)))
    default: return false
    }
  }

  mutating func special() -> Bool {
    switch next().map({ Unicode.Scalar($0) }) {
    case "E", "A", "K", "U", "O": return function(.swift)
    case "f": return function(.thin)
    case "B", "L": return function(.block)
    case "C": return function(.c)
    case "z":
      let convention: SwiftType.FunctionType.Convention
      switch next().map({ Unicode.Scalar($0) }) {
      case "B": convention = .block
      case "C": convention = .c
      default: return false
      }
      guard let length = natural(), length <= name.bytes.count - position else { return false }
      position += length
      return function(convention)
    case "o": return reference(.unowned)
    case "u": return reference(.unmanaged)
    case "w": return reference(.weak)
    case "b":
      guard let type = popType() else { return false }
      return push(types.type(.box([type])))
    case "x":
      guard let fields = popTypes() else { return false }
      return push(types.type(.box(fields)))
    case "X":
      guard pop({ if case .signature = $0 { true } else { false } }) != nil, let arguments = popTypes(),
        let fields = popTypes()
      else { return false }
      // The fields are given in terms of a signature of the box's own.
      let environment = GenericEnvironment(arguments: arguments)
      let bound = fields.map { types.substitute($0, environment) ?? $0 }
      return push(types.type(.box(bound)))
    case "D":
      // `Self` as a result: the class itself, as far as layouts go.
      guard let type = popType() else { return false }
      return push(type)
    case "M":
      guard next() != nil, let instance = popType() else { return false }
      return push(types.type(.metatype(instance)))
    case "m":
      guard next() != nil, let instance = popType() else { return false }
      return push(types.type(.existentialMetatype(instance)))
    case "p":
      guard let instance = popType() else { return false }
      return push(types.type(.existentialMetatype(instance)))
    case "c":
      guard let superclass = popType(), let protocols = popProtocols() else { return false }
      return push(
        types.type(.existential(SwiftType.ExistentialType(protocols: protocols, superclass: superclass))))
    case "l":
      guard let protocols = popProtocols() else { return false }
      return push(
        types.type(.existential(SwiftType.ExistentialType(protocols: protocols, saysAnyObject: true))))
    case "P": return constrainedExistential()
    case "j": return existentialOfShape()
    case "Y": return declaration(isProtocol: false)
    case "S":
      // Types as they were written rather than what they are.
      switch next().map({ Unicode.Scalar($0) }) {
      case "q":
        guard let wrapped = popType() else { return false }
        return push(types.optional(wrapped))
      case "p":
        guard let type = popType() else { return false }
        return push(type)
      default: return false
      }
    default: return false
    }
  }

  private mutating func reference(_ ownership: SwiftType.Ownership) -> Bool {
    guard let type = popType() else { return false }
    return push(types.type(.reference(ownership, type)))
  }

  private mutating func constrainedExistential() -> Bool {
    var requirements: [SwiftType.Requirement] = []
    var isFirst = false
    repeat {
      isFirst = popFirstElementMarker()
      guard case .requirement(let requirement)? = stack.last else { return false }
      stack.removeLast()
      requirements.append(requirement)
    } while !isFirst
    guard let base = popType(), case .existential(var existential) = types.structure(of: base) else {
      return false
    }
    existential.requirements = requirements.reversed()
    return push(types.type(.existential(existential)))
  }

  /// A shape, and the types that its parameters stand for.
  private mutating func existentialOfShape() -> Bool {
    while pop({ if case .retroactiveConformance = $0 { true } else { false } }) != nil {}
    var arguments: [SwiftType] = []
    while let type = popType() { arguments.append(type) }
    arguments.reverse()
    guard case .shape(let address)? = stack.last else { return false }
    stack.removeLast()
    let types = types
    return push(
      types.nested { types.existential(shape: address) { $0 < arguments.count ? arguments[$0] : nil } })
  }

  /// A generic parameter's depth and index; `z` is the first of the outermost.
  mutating func genericParameter() -> SwiftType? {
    if next(if: "d") {
      guard let depth = index(), let number = index() else { return nil }
      return types.type(.parameter(depth: depth + 1, index: number))
    }
    if next(if: "z") { return types.type(.parameter(depth: 0, index: 0)) }
    if next(if: "s") { return types.type(.existentialSelf) }
    guard let number = index() else { return nil }
    return types.type(.parameter(depth: 0, index: number + 1))
  }

  mutating func archetype() -> Bool {
    switch next().map({ Unicode.Scalar($0) }) {
    case "a":
      guard let member = popIdentifier(), let base = popType() else { return false }
      return pushAndKeep(types.type(.member(base: base, name: member, protocol: nil)))
    case "x":
      guard let associated = popAssociated(), let base = popType() else { return false }
      return pushAndKeep(member([associated], of: base))
    case "y":
      guard let base = genericParameter(), let associated = popAssociated() else { return false }
      return pushAndKeep(member([associated], of: base))
    case "z":
      guard let associated = popAssociated() else { return false }
      return pushAndKeep(member([associated], of: types.type(.parameter(depth: 0, index: 0))))
    case "X":
      guard let path = popAssociatedPath(), let base = popType() else { return false }
      return pushAndKeep(member(path, of: base))
    case "Y":
      guard let base = genericParameter(), let path = popAssociatedPath() else { return false }
      return pushAndKeep(member(path, of: base))
    case "Z":
      guard let path = popAssociatedPath() else { return false }
      return pushAndKeep(member(path, of: types.type(.parameter(depth: 0, index: 0))))
    case "p":
      guard let count = popType(), let pattern = popType() else { return false }
      return push(types.type(.packExpansion(pattern: pattern, count: count)))
    case "P":
      guard let elements = popTypes() else { return false }
      return push(types.type(.pack(elements)))
    case "S":
      guard next() != nil, let elements = popTypes() else { return false }
      return push(types.type(.pack(elements)))
    case "e":
      guard index() != nil, let pack = popType() else { return false }
      return push(pack)
    default: return false
    }
  }

  typealias Associated = (name: String, protocol: SwiftType.ProtocolReference?)

  private mutating func popAssociated() -> Associated? {
    var found: SwiftType.ProtocolReference?
    switch stack.last {
    case .identifier: break
    default:
      guard let reference = popProtocol() else { return nil }
      found = reference
    }
    guard let name = popIdentifier() else { return nil }
    return (name, found)
  }

  private mutating func popAssociatedPath() -> [Associated]? {
    var result: [Associated] = []
    var isFirst = false
    repeat {
      isFirst = popFirstElementMarker()
      guard let associated = popAssociated() else { return nil }
      result.append(associated)
    } while !isFirst
    return result.reversed()
  }

  private func member(_ path: [Associated], of base: SwiftType) -> SwiftType {
    path.reduce(base) { types.type(.member(base: $0, name: $1.name, protocol: $1.protocol)) }
  }

  /// The end of a generic signature; what it requires has been read.
  mutating func genericSignature(hasCounts: Bool) -> Bool {
    if hasCounts {
      while !next(if: "l") {
        guard next(if: "z") || index() != nil else { return false }
      }
    }
    while pop({ if case .requirement = $0 { true } else { false } }) != nil {}
    stack.append(.signature)
    return true
  }

  mutating func requirement() -> Bool {
    guard let letter = next() else { return false }
    var inverse: Int?
    if "iIjJ".utf8.contains(letter) {
      guard let number = index() else { return false }
      inverse = number
    }
    // Which type it is about.
    var subject: SwiftType?
    switch Unicode.Scalar(letter) {
    case "v", "V":
      guard genericParameter() != nil else { return false }
      if letter == UInt8(ascii: "V"), popType() == nil { return false }
      stack.append(.requirement(.other))
      return true
    case "c", "t", "m", "p", "j":
      guard let parameter = genericParameter(), let associated = popAssociated() else { return false }
      subject = member([associated], of: parameter)
      stackKeep(subject)
    case "C", "T", "M", "P", "J":
      guard let parameter = genericParameter(), let path = popAssociatedPath() else { return false }
      subject = member(path, of: parameter)
      stackKeep(subject)
    case "B", "S", "L", "Q", "I": subject = popType()
    case "b", "s", "l", "h", "i": subject = genericParameter()
    default:
      position -= 1
      subject = genericParameter()
    }
    guard let subject else { return false }
    // What is required of it.
    switch Unicode.Scalar(letter) {
    case "c", "C", "b", "B":
      guard let superclass = popType() else { return false }
      stack.append(.requirement(.superclass(subject, superclass)))
    case "t", "T", "s", "S":
      guard let other = popType() else { return false }
      stack.append(.requirement(.sameType(subject, other)))
    case "h":
      guard popType() != nil else { return false }
      stack.append(.requirement(.other))
    case "m", "M", "l", "L":
      // A letter for the kind of layout, and numbers behind some.
      guard let kind = next() else { return false }
      if "EeMm".utf8.contains(kind) {
        guard index() != nil else { return false }
        if kind == UInt8(ascii: "E") || kind == UInt8(ascii: "M"), index() == nil { return false }
      }
      stack.append(.requirement(.other))
    case "i", "I", "j", "J": stack.append(.requirement(.inverse(subject, inverse ?? 0)))
    default:
      guard let found = popProtocol() else { return false }
      stack.append(.requirement(.conformance(subject, found)))
    }
    return true
  }

  private mutating func stackKeep(_ type: SwiftType?) {
    guard let type else { return }
    substitutions.append(.type(type, []))
  }
}
