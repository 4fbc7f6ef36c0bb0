/// Where the types and protocols of a process are declared.
///
/// Compilers put lists of all that they emit into sections of each image. They are gone through when something is
/// looked for the first time.
final class DeclarationIndex {
  private let images: [ExecutableImage]
  private let image: ProcessImage
  private lazy var types = named(Self.typeSections)
  /// Types in extensions and types that are private to a file; `nil` for names that several have.
  private lazy var otherTypes = findOtherTypes()
  private lazy var protocols = named(["swift5_protocols"])
  private lazy var metadata = findMetadata()
  private lazy var builtins = findBuiltins()
  private var canonical: [UInt64: UInt64] = [:]

  /// Finds the type that an extension extends, for which the names of types must be known.
  private let extendedDescriptor: (ContextDescriptor) -> ContextDescriptor?
  private var isReadingExtensions = false

  init(
    images: [ExecutableImage], in image: ProcessImage,
    extendedDescriptor: @escaping (ContextDescriptor) -> ContextDescriptor?
  ) {
    self.images = images
    self.image = image
    self.extendedDescriptor = extendedDescriptor
  }

  /// The descriptor of the type with a qualified name, such as `Swift.String.Index`.
  func type(named name: String) -> UInt64? {
    if let found = types[name] { return found }
    // The names of extended types are looked up while those of types in extensions are collected.
    guard !isReadingExtensions else { return nil }
    return otherTypes[name] ?? nil
  }

  /// The descriptors of all types, also of those that have no name outside of their files.
  func typeDescriptors() -> [UInt64] {
    var result: [UInt64] = []
    forEachRecord(in: Self.typeSections) {
      if $0.isType { result.append($0.address) }
    }
    return result
  }

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
    if descriptor.module?.hasPrefix("__C") == true, let name = qualifiedName(of: descriptor),
      let first = types[name]
    {
      result = first
    }
    canonical[descriptor.address] = result
    return result
  }

  /// The qualified name of a declaration, without generic arguments and without the modules of extensions; `nil` where
  /// it is private or local.
  ///
  /// - Parameter includingPrivate: whether contexts without a name are left out.
  func qualifiedName(of context: ContextDescriptor, includingPrivate: Bool = false) -> String? {
    var parts: [String] = []
    var next: ContextDescriptor? = context
    // Descriptors that lead in circles are none.
    for _ in 0..<64 {
      guard let here = next else { return parts.reversed().joined(separator: ".") }
      next = here.parent
      switch here.kind {
      case .anonymous where includingPrivate: continue
      case .extension:
        // What it extends stands for it, and for what is around it.
        guard let extended = extendedDescriptor(here) else { return nil }
        next = extended
      default:
        guard let name = here.name else { return nil }
        parts.append(name)
      }
    }
    return nil
  }

  private func forEachRecord(in sections: [String], _ body: (ContextDescriptor) -> Void) {
    for range in images.flatMap({ image in sections.compactMap { image.sections[$0] } }) {
      var place = range.lowerBound
      while place &+ 4 <= range.upperBound {
        defer { place &+= 4 }
        guard let offset = image.load(place, as: Int32.self) else { break }
        guard offset != 0 else { continue }
        // The two lowest bits say what kind of reference it is.
        let target = place &+ UInt64(bitPattern: Int64(offset & ~3))
        guard let address = offset & 1 == 0 ? target : image.word(target),
          let descriptor = ContextDescriptor(at: address, in: image)
        else { continue }
        body(descriptor)
      }
    }
  }

  /// What has a name that can be told without knowing others.
  private func named(_ sections: [String]) -> [String: UInt64] {
    var result: [String: UInt64] = [:]
    forEachRecord(in: sections) { descriptor in
      guard !descriptor.isInExtension, let name = qualifiedName(of: descriptor), result[name] == nil else {
        return
      }
      result[name] = descriptor.address
    }
    return result
  }

  private func findOtherTypes() -> [String: UInt64?] {
    isReadingExtensions = true
    defer { isReadingExtensions = false }
    var result: [String: UInt64?] = [:]
    forEachRecord(in: Self.typeSections) { descriptor in
      guard let name = qualifiedName(of: descriptor, includingPrivate: true),
        types[name] != descriptor.address
      else { return }
      result[name] = .some(result[name] == nil ? descriptor.address : nil)
    }
    return result
  }

  private static let typeSections = ["swift5_type_metadata", "swift5_type_metadata_2"]

  /// Goes through the data of the images for metadata: words that say the kind of metadata, and a descriptor.
  private func findMetadata() -> [UInt64: UInt64] {
    var descriptors: [UInt64: ContextDescriptor.Kind] = [:]
    forEachRecord(in: Self.typeSections) { descriptor in
      if descriptor.isType, !descriptor.isGeneric { descriptors[descriptor.address] = descriptor.kind }
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
      let bytes = unsafe image.bytes(at: start, count: Int(clamping: range.upperBound &- start))
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
        // The symbol is of what lies before the metadata, too.
        result[address &+ 8] = builtin.name
      }
    }
    return result
  }
}
