/// What associated types are in the types that conform, as the compiler notes it for each conformance.
final class AssociatedTypes {
  private struct Key: Hashable {
    var conforming: UInt64
    var name: String
  }

  private struct Witness {
    var `protocol`: SwiftType.ProtocolReference?
    var type: UInt64
  }

  private var witnesses: [Key: [Witness]] = [:]

  init(images: [ExecutableImage], types: SwiftTypes) {
    let image = types.image
    for executable in images {
      guard let range = executable.sections["swift5_assocty"] else { continue }
      var place = range.lowerBound
      while place &+ 16 <= range.upperBound {
        let start = place
        guard let count = image.load(start &+ 8, as: UInt32.self), count <= 4096,
          let size = image.load(start &+ 12, as: UInt32.self), size >= 8, size <= 64
        else { break }
        place &+= 16 &+ UInt64(count) &* UInt64(size)
        guard let name = image.relative(start),
          let conforming = types.parsedType(mangledName: name, length: nil),
          case .nominal(let nominal) = types.structure(of: conforming)
        else { continue }
        var reference: SwiftType.ProtocolReference?
        if let name = image.relative(start &+ 4),
          let found = types.parsedType(mangledName: name, length: nil),
          case .existential(let existential) = types.structure(of: found)
        {
          reference = existential.protocols.first
        }
        for number in 0..<UInt64(count) {
          let record = start &+ 16 &+ number &* UInt64(size)
          guard let text = image.relative(record).flatMap({ image.text($0) }),
            let type = image.relative(record &+ 4)
          else { continue }
          witnesses[Key(conforming: nominal.descriptor, name: text), default: []].append(
            Witness(protocol: reference, type: type))
        }
      }
    }
  }

  /// Where the mangled name of a type is that an associated type stands for, in terms of the conforming type's parameters.
  func witness(_ name: String, of reference: SwiftType.ProtocolReference?, in descriptor: UInt64) -> UInt64? {
    guard let found = witnesses[Key(conforming: descriptor, name: name)] else { return nil }
    // Associated types of one name are the same type in all protocols.
    return (found.first { $0.protocol == reference } ?? found.first)?.type
  }
}

extension SwiftTypes {
  /// The type that an associated type is in a type.
  func associatedType(named name: String, of reference: SwiftType.ProtocolReference?, in type: SwiftType)
    -> SwiftType?
  {
    guard case .nominal(let nominal) = structure(of: type) else { return nil }
    if let witness = associatedTypes.witness(name, of: reference, in: nominal.descriptor) {
      return nested { self.type(mangledName: witness, length: nil, in: environment(of: nominal)) }
    }
    // A class has those of the classes above.
    guard nominal.kind == .classType, let above = superclass(of: type) else { return nil }
    return nested { associatedType(named: name, of: reference, in: above) }
  }

  /// The class above a class.
  package func superclass(of type: SwiftType) -> SwiftType? {
    guard case .nominal(let nominal) = structure(of: type), nominal.kind == .classType,
      let descriptor = ContextDescriptor(at: nominal.descriptor, in: image)
    else { return nil }
    if let metadata = metadataOfTypes[type], let above = superclass(ofMetadata: metadata) { return above }
    guard let name = descriptor.superclassName else { return nil }
    return self.type(mangledName: name, length: nil, in: environment(of: nominal))
  }
}
