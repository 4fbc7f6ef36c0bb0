extension SwiftTypes {
  /// The generic parameters of a context.
  func signature(of context: ContextDescriptor) -> GenericSignature? {
    guard context.isGeneric else { return nil }
    if let known = signatures[context.address] { return known }
    let signature = GenericSignature(of: context, in: image)
    signatures[context.address] = signature
    return signature
  }

  /// How many generic parameters there are up to each depth of a context.
  func levels(of context: ContextDescriptor) -> [Int] {
    if let known = levels[context.address] { return known }
    let found =
      nested { () -> [Int]? in
        var result: [Int] = []
        if context.kind == .extension {
          if let extended = extendedDescriptor(of: context) { result = levels(of: extended) }
        } else if let parent = context.parent {
          result = levels(of: parent)
        }
        if let count = signature(of: context)?.parameters.count, count > (result.last ?? 0) {
          result.append(count)
        }
        return result
      } ?? []
    levels[context.address] = found
    return found
  }

  /// The descriptor of the type that an extension extends.
  func extendedDescriptor(of context: ContextDescriptor) -> ContextDescriptor? {
    guard let name = context.extendedContext, let extended = parsedType(mangledName: name, length: nil),
      case .nominal(let nominal) = structure(of: extended)
    else { return nil }
    return ContextDescriptor(at: nominal.descriptor, in: image)
  }

  /// What the generic parameters stand for in a nominal type.
  func environment(of nominal: SwiftType.NominalType) -> GenericEnvironment {
    guard !nominal.arguments.isEmpty, let descriptor = ContextDescriptor(at: nominal.descriptor, in: image)
    else { return GenericEnvironment(arguments: []) }
    return GenericEnvironment(arguments: nominal.arguments, levels: levels(of: descriptor))
  }

  /// Reads the arguments for generic parameters out of metadata, all that one would write.
  func genericArguments(of descriptor: ContextDescriptor, metadata: UInt64) -> [SwiftType]? {
    guard descriptor.isGeneric else { return [] }
    guard let signature = signature(of: descriptor), let offset = descriptor.genericArgumentsOffset else {
      return nil
    }
    let start = metadata &+ UInt64(bitPattern: offset)
    var place = start &+ 8 &* UInt64(signature.shapeCount)
    var packNumber = 0
    var arguments: [SwiftType?] = []
    for parameter in signature.parameters {
      guard parameter.isKey else {
        arguments.append(nil)
        continue
      }
      guard let word = image.word(place) else { return nil }
      place &+= 8
      switch parameter.kind {
      case .type:
        guard let argument = type(metadata: word) else { return nil }
        arguments.append(argument)
      case .value: arguments.append(type(.integer(Int(bitPattern: UInt(word)))))
      case .pack:
        guard packNumber < signature.packShapes.count,
          let count = image.word(start &+ 8 &* UInt64(signature.packShapes[packNumber])), count <= 4096
        else { return nil }
        packNumber += 1
        var elements: [SwiftType] = []
        for number in 0..<count {
          // The lowest bit says that the pack is on the heap.
          guard let element = image.word((word & ~1) &+ 8 &* number).flatMap({ type(metadata: $0) }) else {
            return nil
          }
          elements.append(element)
        }
        arguments.append(type(.pack(elements)))
      }
    }
    if arguments.contains(nil) { fillIn(&arguments, from: signature, of: descriptor) }
    let known = arguments.compactMap(\.self)
    return known.count == arguments.count ? known : nil
  }

  /// Finds the arguments that metadata do not have because they are the same as others.
  private func fillIn(
    _ arguments: inout [SwiftType?], from signature: GenericSignature, of context: ContextDescriptor
  ) {
    let levels = levels(of: context)
    func position(_ type: SwiftType) -> Int? {
      guard case .parameter(let depth, let index) = structure(of: type), depth < levels.count else {
        return nil
      }
      let position = (depth == 0 ? 0 : levels[depth - 1]) + index
      return position < arguments.count ? position : nil
    }
    let same = signature.requirements.compactMap { requirement -> (SwiftType, SwiftType)? in
      guard requirement.kind == GenericSignature.Requirement.sameType, let name = requirement.type,
        let left = parsedType(mangledName: requirement.parameter, length: nil),
        let right = parsedType(mangledName: name, length: nil)
      else { return nil }
      return (left, right)
    }
    for _ in 0..<arguments.count where arguments.contains(nil) {
      // What is not known yet must not be asked for.
      let placeholder = type(.parameter(depth: Int(UInt16.max), index: 0))
      let environment = GenericEnvironment(arguments: arguments.map { $0 ?? placeholder }, levels: levels)
      for (left, right) in same {
        for (subject, other) in [(left, right), (right, left)] {
          guard let place = position(subject), arguments[place] == nil, let found = bind(other, environment),
            isBound(found)
          else { continue }
          arguments[place] = found
        }
      }
    }
  }
}
