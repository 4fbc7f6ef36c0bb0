/// Where the types and protocols of a process are declared.
///
/// Compilers put lists of all that they emit into sections of each image. They are gone through when something is
/// looked for the first time.
final class DeclarationIndex {
  private let images: [ExecutableImage]
  private let image: ProcessImage
  private lazy var types = named(["swift5_type_metadata", "swift5_type_metadata_2"])
  private lazy var protocols = named(["swift5_protocols"])
  private lazy var metadata = findMetadata()
  private lazy var builtins = findBuiltins()
  private var canonical: [UInt64: UInt64] = [:]

  init(images: [ExecutableImage], in image: ProcessImage) {
    self.images = images
    self.image = image
  }

  /// The descriptor of the type with a qualified name, such as `Swift.String.Index`.
  func type(named name: String) -> UInt64? { types[name] }

  /// The descriptor of a protocol.
  func `protocol`(named name: String) -> UInt64? { protocols[name] }

  /// The name of a builtin type, without its module, that metadata of the runtime's are of.
  func builtinName(ofMetadata address: UInt64) -> String? { builtins[address] }

  /// The metadata of a type without generic parameters, where they are part of an image and set up.
  func metadata(of descriptor: UInt64) -> UInt64? { metadata[descriptor] }

  /// Types of the C family's are described by each image that uses them: the first of these descriptors is the type's.
  func canonicalDescriptor(_ descriptor: ContextDescriptor) -> UInt64 {
    if let known = canonical[descriptor.address] { return known }
    var result = descriptor.address
    if let parent = descriptor.parent, parent.kind == .module, parent.name == "__C",
      let name = descriptor.name,
      let first = types["__C." + name]
    {
      result = first
    }
    canonical[descriptor.address] = result
    return result
  }

  /// The qualified name of a declaration, without generic arguments and without the modules of extensions; `nil` where
  /// it is private or local.
  static func qualifiedName(of context: ContextDescriptor) -> String? {
    var parts: [String] = []
    var next: ContextDescriptor? = context
    while let here = next, parts.count < 64 {
      guard let name = here.name else { return nil }
      parts.append(name)
      next = here.parent
    }
    return parts.reversed().joined(separator: ".")
  }

  private func named(_ sections: [String]) -> [String: UInt64] {
    var result: [String: UInt64] = [:]
    for range in images.flatMap({ image in sections.compactMap { image.sections[$0] } }) {
      var place = range.lowerBound
      while place &+ 4 <= range.upperBound {
        defer { place &+= 4 }
        guard let offset = image.load(place, as: Int32.self), offset != 0 else { continue }
        // The two lowest bits say what kind of reference it is.
        let target = place &+ UInt64(bitPattern: Int64(offset & ~3))
        guard let address = offset & 1 == 0 ? target : image.word(target),
          let descriptor = ContextDescriptor(at: address, in: image),
          let name = Self.qualifiedName(of: descriptor)
        else { continue }
        if result[name] == nil { result[name] = address }
      }
    }
    return result
  }

  /// Goes through the data of the images for metadata: words that say the kind of metadata, and a descriptor.
  private func findMetadata() -> [UInt64: UInt64] {
    var descriptors: [UInt64: ContextDescriptor.Kind] = [:]
    for range in images.flatMap({
      [$0.sections["swift5_type_metadata"], $0.sections["swift5_type_metadata_2"]]
    }) {
      guard let range else { continue }
      for place in stride(from: range.lowerBound, to: range.upperBound &- 3, by: 4) {
        guard let offset = image.load(place, as: Int32.self), offset != 0, offset & 1 == 0,
          let descriptor = ContextDescriptor(
            at: place &+ UInt64(bitPattern: Int64(offset & ~3)), in: image),
          descriptor.isType, !descriptor.isGeneric
        else { continue }
        descriptors[descriptor.address] = descriptor.kind
      }
    }
    var result: [UInt64: UInt64] = [:]
    for (address, _) in descriptors {
      // Metadata that the program sets up are noted behind the descriptor once they are.
      guard let descriptor = ContextDescriptor(at: address, in: image),
        descriptor.metadataInitialization == 1,
        let cache = singletonCache(of: descriptor), let metadata = image.word(cache), metadata != 0
      else { continue }
      result[address] = metadata
    }
    for executable in images {
      for section in [".data.rel.ro", ".data"] {
        guard let range = executable.sections[section] else { continue }
        search(range, for: descriptors, into: &result)
      }
    }
    return result
  }

  private func singletonCache(of descriptor: ContextDescriptor) -> UInt64? {
    let place = descriptor.kind == .class ? descriptor.address &+ 44 : descriptor.address &+ 28
    return image.relative(descriptor.hasResilientSuperclass ? place &+ 4 : place)
  }

  private func search(
    _ range: Range<UInt64>, for descriptors: [UInt64: ContextDescriptor.Kind],
    into result: inout [UInt64: UInt64]
  ) {
    let start = (range.lowerBound &+ 7) & ~7
    guard range.upperBound > start &+ 16,
      let bytes = unsafe image.bytes(at: start, count: Int(range.upperBound &- start))
    else { return }
    for offset in stride(from: 8, through: bytes.count - 8, by: 8) {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      guard word & 3 == 0, word != 0, let kind = descriptors[word], result[word] == nil,
        let descriptor = ContextDescriptor(at: word, in: image), descriptor.metadataInitialization != 1
      else { continue }
      let before = unsafe bytes.loadUnaligned(fromByteOffset: offset - 8, as: UInt64.self)
      switch kind {
      case .structure where before == 0x200: result[word] = start &+ UInt64(offset - 8)
      case .enumeration where before == 0x201: result[word] = start &+ UInt64(offset - 8)
      case .class where descriptor.hasImportInfo && before == 0x203:
        result[word] = start &+ UInt64(offset - 8)
      case .class where offset >= 40:
        let first = unsafe bytes.loadUnaligned(fromByteOffset: offset - 40, as: UInt64.self)
        if first == 0 || first >= 0x800, descriptor.metadataInitialization == 0,
          !descriptor.hasResilientSuperclass
        {
          result[word] = start &+ UInt64(offset - 40)
        }
      default: break
      }
    }
  }

  /// The runtime exports metadata of the compiler's types, whose symbols have the mangled names of these.
  private func findBuiltins() -> [UInt64: String] {
    var result: [UInt64: String] = [:]
    for executable in images where executable.sections["swift5_builtin"] != nil {
      executable.forEachSymbol { address, _, _, name in
        guard let name = name(), name.hasPrefix("$sB"), name.hasSuffix("N"),
          let builtin = BuiltinName(mangled: Array(name.utf8.dropFirst(2).dropLast()))
        else { return }
        result[address] = builtin.name
      }
    }
    return result
  }
}
