extension SwiftTypes {
  /// The type whose metadata is at an address.
  ///
  /// - Returns: `nil` where there is no metadata that makes sense.
  package func type(metadata address: UInt64) -> SwiftType? {
    if let known = typesOfMetadata[address] { return known }
    // Most words that are asked about are not even kinds of metadata, and need not be remembered.
    guard address & 7 == 0, let kind = image.word(address), kind == 0 || kind >= 0x200,
      kind & 7 == 0 || kind < 0x800
    else { return nil }
    // Metadata that leads to itself is none.
    typesOfMetadata[address] = .some(nil)
    guard let type = nested({ readType(metadata: address) }) else { return nil }
    typesOfMetadata[address] = type
    learn(metadata: address, of: type)
    return type
  }

  /// The metadata of a type, where they were seen or are part of an image.
  package func metadata(of type: SwiftType) -> UInt64? {
    if ignoresMetadata { return nil }
    if let known = metadataOfTypes[type] { return known }
    guard case .nominal(let nominal) = structure(of: type), nominal.arguments.isEmpty,
      let found = declarations.metadata(of: nominal.descriptor), self.type(metadata: found) == type
    else { return nil }
    return found
  }

  private func learn(metadata: UInt64, of type: SwiftType) {
    guard metadataOfTypes[type] == nil else { return }
    metadataOfTypes[type] = metadata
    // What could not be laid out for want of metadata may be by now.
    obstacles.removeAll(keepingCapacity: true)
  }

  private func readType(metadata address: UInt64) -> SwiftType? {
    guard address & 7 == 0, let kind = image.word(address) else { return nil }
    switch kind {
    case 0, 0x800...: return readClass(address)
    case 0x200, 0x201, 0x202, 0x203, 0x204:
      let expected: ContextDescriptor.Kind = kind == 0x200 ? .structure : kind < 0x203 ? .enumeration : .class
      guard let descriptor = image.word(address &+ 8).flatMap({ typeDescriptor(at: $0) }),
        descriptor.kind == expected,
        let witnesses = image.word(address &- 8), witnesses & 7 == 0,
        let stride = image.word(witnesses &+ 72),
        stride <= TypeLayout.limit
      else { return nil }
      return nominal(descriptor, metadata: address)
    case 0x300: return declarations.builtinName(ofMetadata: address).map { type(.builtin($0)) }
    case 0x301: return readTuple(address)
    case 0x302: return readFunction(address)
    case 0x303: return readExistential(address)
    case 0x304:
      guard let instance = image.word(address &+ 8).flatMap({ type(metadata: $0) }) else { return nil }
      return type(.metatype(instance))
    case 0x306:
      guard let instance = image.word(address &+ 8).flatMap({ type(metadata: $0) }) else { return nil }
      return type(.existentialMetatype(instance))
    case 0x307: return readExtendedExistential(address)
    case 0x308:
      guard let count = image.word(address &+ 8),
        let element = image.word(address &+ 16).flatMap({ type(metadata: $0) })
      else { return nil }
      return type(.fixedArray(count: type(.integer(Int(bitPattern: UInt(count)))), element: element))
    case 0x400: return type(.closureContext(metadata: address))
    case 0x500:
      guard let boxed = image.word(address &+ 16).flatMap({ type(metadata: $0) }) else { return nil }
      return type(.genericBox(boxed))
    case 0x501: return type(.errorBox)
    case 0x502: return type(.task)
    case 0x503: return type(.job)
    default: return nil
    }
  }

  /// The descriptor of a type at an address.
  func typeDescriptor(at address: UInt64) -> ContextDescriptor? {
    if let known = typeDescriptors[address] { return known }
    var found: ContextDescriptor?
    if let descriptor = ContextDescriptor(at: address, in: image), descriptor.isType, descriptor.isPlausible {
      found = descriptor
    }
    typeDescriptors[address] = .some(found)
    return found
  }

  private func readClass(_ address: UInt64) -> SwiftType? {
    // The class's own kind of metadata has a descriptor behind its sizes; its values are pointers.
    guard let descriptor = image.word(address &+ 40).flatMap({ typeDescriptor(at: $0) }),
      descriptor.kind == .class,
      let size = image.load(address &+ 32, as: UInt32.self), size >= 48,
      let addressPoint = image.load(address &+ 36, as: UInt32.self), addressPoint < size,
      let witnesses = image.word(address &- 8), witnesses & 7 == 0, image.word(witnesses &+ 64) == 8,
      image.word(witnesses &+ 72) == 8
    else { return nil }
    return nominal(descriptor, metadata: address)
  }

  /// The superclass of a class, from the metadata of the class.
  func superclass(ofMetadata address: UInt64) -> SwiftType? {
    guard let word = image.word(address &+ 8), word != 0 else { return nil }
    return type(metadata: word)
  }

  private func nominal(_ descriptor: ContextDescriptor, metadata: UInt64) -> SwiftType? {
    guard let arguments = genericArguments(of: descriptor, metadata: metadata) else { return nil }
    return nominal(descriptor, arguments: arguments)
  }

  /// The type that a descriptor describes.
  func nominal(_ descriptor: ContextDescriptor, arguments: [SwiftType]) -> SwiftType? {
    let kind: SwiftType.NominalKind
    switch descriptor.kind {
    case .structure: kind = .structure
    case .enumeration: kind = .enumeration
    case .class: kind = descriptor.hasImportInfo ? .foreignClass : .classType
    default: return nil
    }
    let address = declarations.canonicalDescriptor(descriptor)
    return type(.nominal(SwiftType.NominalType(kind: kind, descriptor: address, arguments: arguments)))
  }

  private func readTuple(_ address: UInt64) -> SwiftType? {
    guard let count = image.word(address &+ 8), count <= 4096, let labelText = image.word(address &+ 16)
    else { return nil }
    let labels =
      labelText == 0
      ? [] : image.text(labelText)?.split(separator: " ", omittingEmptySubsequences: false) ?? []
    var elements: [SwiftType.TupleElement] = []
    for number in 0..<count {
      guard let element = image.word(address &+ 24 &+ 16 &* number).flatMap({ type(metadata: $0) }) else {
        return nil
      }
      let label =
        Int(number) < labels.count && !labels[Int(number)].isEmpty ? String(labels[Int(number)]) : nil
      elements.append(SwiftType.TupleElement(label: label, type: element))
    }
    return type(.tuple(elements))
  }

  private func readExistential(_ address: UInt64) -> SwiftType? {
    guard let flags = image.load(address &+ 8, as: UInt32.self),
      let count = image.load(address &+ 12, as: UInt32.self), count <= 256
    else { return nil }
    var existential = SwiftType.ExistentialType()
    var place = address &+ 16
    if flags & 0x4000_0000 != 0 {
      guard let superclass = image.word(place).flatMap({ type(metadata: $0) }) else { return nil }
      existential.superclass = superclass
      place &+= 8
    }
    var isClassBound = false
    for _ in 0..<count {
      guard let word = image.word(place), let descriptor = ContextDescriptor(at: word & ~1, in: image),
        descriptor.kind == .protocol
      else { return nil }
      if descriptor.isClassProtocol { isClassBound = true }
      existential.protocols.append(.declared(descriptor.address))
      place &+= 8
    }
    existential.saysAnyObject = flags & 0x8000_0000 == 0 && existential.superclass == nil && !isClassBound
    return type(.existential(existential))
  }

  /// Reads an existential type with constraints: its shape is a mangled name whose parameters the metadata binds.
  private func readExtendedExistential(_ address: UInt64) -> SwiftType? {
    guard let shape = image.word(address &+ 8) else { return nil }
    return existential(shape: shape) {
      image.word(address &+ 16 &+ 8 &* UInt64($0)).flatMap { type(metadata: $0) }
    }
  }

  /// The existential type that a shape is of.
  ///
  /// - Parameter argument: gives the arguments of the shape's generalization.
  func existential(shape: UInt64, argument: (Int) -> SwiftType?) -> SwiftType? {
    guard let flags = image.load(shape, as: UInt32.self), let name = image.relative(shape &+ 4),
      let parsed = parsedType(mangledName: name, length: nil)
    else { return nil }
    guard flags & 0x100 != 0 else { return parsed }
    guard let count = image.load(shape &+ 16, as: UInt16.self), count <= GenericSignature.limit else {
      return nil
    }
    var arguments: [SwiftType] = []
    for number in 0..<Int(count) {
      guard let found = argument(number) else { return nil }
      arguments.append(found)
    }
    return bind(parsed, GenericEnvironment(arguments: arguments))
  }
}
