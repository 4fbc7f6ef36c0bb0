/// The description of something that declarations are in, and of the declared types themselves, as the compiler puts it
/// into the image: `TargetContextDescriptor` in Swift's `ABI/Metadata.h`.
struct ContextDescriptor {
  enum Kind: UInt8 {
    case module = 0
    case `extension` = 1
    case anonymous = 2
    case `protocol` = 3
    case opaqueType = 4
    case `class` = 16
    case structure = 17
    case enumeration = 18
  }

  let address: UInt64
  let kind: Kind
  let flags: UInt32
  private let image: ProcessImage

  init?(at address: UInt64, in image: ProcessImage) {
    guard address & 3 == 0, let flags = image.load(address, as: UInt32.self),
      let kind = Kind(rawValue: UInt8(flags & 31))
    else { return nil }
    self.address = address
    self.kind = kind
    self.flags = flags
    self.image = image
  }

  var isType: Bool { kind.rawValue >= 16 }
  var isGeneric: Bool { flags & 0x80 != 0 }
  /// The flags that only descriptors of its kind have.
  var kindFlags: UInt32 { flags >> 16 }
  var hasImportInfo: Bool { isType && kindFlags & 4 != 0 }
  /// How far metadata of the type must be set up by the program: 0 not, 1 once, 2 once for a class of another language.
  var metadataInitialization: UInt32 { kindFlags & 3 }

  var parent: ContextDescriptor? {
    image.relativeIndirectable(address &+ 4).flatMap { ContextDescriptor(at: $0, in: image) }
  }

  /// Whether it has a name, and is in a module through contexts that have names as theirs require.
  ///
  /// Memory is full of words that could be the flags of a descriptor.
  var isPlausible: Bool {
    var next: ContextDescriptor? = self
    for _ in 0..<64 {
      guard let here = next else { return false }
      switch here.kind {
      case .extension: if here.extendedContext == nil { return false }
      case .anonymous, .opaqueType: break
      case .module, .protocol, .class, .structure, .enumeration:
        guard let name = here.name, !name.isEmpty, name.utf8.allSatisfy({ $0 > 32 && $0 != 127 }) else {
          return false
        }
      }
      if here.kind == .module { return here.image.load(here.address &+ 4, as: Int32.self) == 0 }
      next = here.parent
    }
    return false
  }

  /// The name of the module that it is in.
  var module: String? {
    var next: ContextDescriptor? = self
    for _ in 0..<64 {
      guard let here = next else { return nil }
      if here.kind == .module { return here.name }
      next = here.parent
    }
    return nil
  }

  /// Whether it is in an extension, which has no name of its own.
  var isInExtension: Bool {
    var next = parent
    for _ in 0..<64 {
      guard let here = next else { return false }
      if here.kind == .extension { return true }
      next = here.parent
    }
    return true
  }

  /// What it is called in metadata; `nil` for extensions and for what has no name.
  var name: String? {
    switch kind {
    case .extension, .anonymous, .opaqueType: nil
    case .module, .protocol: nameAddress.flatMap { image.text($0) }
    case .class, .structure, .enumeration:
      hasImportInfo ? importedName : nameAddress.flatMap { image.text($0) }
    }
  }

  private var nameAddress: UInt64? { image.relative(address &+ 8) }

  /// The name in the other language: behind the name are more texts, of which one that begins with `N` is it.
  private var importedName: String? {
    guard var place = nameAddress, let name = image.text(place) else { return nil }
    place &+= UInt64(name.utf8.count) + 1
    for _ in 0..<8 {
      guard let part = image.text(place), !part.isEmpty else { break }
      if part.hasPrefix("N") { return String(part.dropFirst()) }
      place &+= UInt64(part.utf8.count) + 1
    }
    return name
  }

  /// Whether a protocol is one that only classes conform to.
  var isClassProtocol: Bool { kind == .protocol && kindFlags & 1 == 0 }
  /// Whether it is the protocol `Error`, whose values are laid out in a way of their own.
  var isErrorProtocol: Bool { kind == .protocol && kindFlags >> 2 & 63 == 1 }

  /// Where the mangled name of the type is that an extension extends.
  var extendedContext: UInt64? { kind == .extension ? image.relative(address &+ 8) : nil }

  /// Where the descriptor of the stored properties or cases is.
  var fields: UInt64? { isType ? image.relative(address &+ 16) : nil }

  /// How many stored properties or cases the type has.
  var fieldCount: Int? {
    switch kind {
    case .structure: return image.load(address &+ 20, as: UInt32.self).map { Int($0) }
    case .class: return image.load(address &+ 36, as: UInt32.self).map { Int($0) }
    case .enumeration:
      guard let payloadCaseCount, let emptyCaseCount else { return nil }
      return payloadCaseCount + emptyCaseCount
    default: return nil
    }
  }

  // Enums.

  /// The cases that the layout treats as having a payload.
  var payloadCaseCount: Int? {
    kind == .enumeration ? image.load(address &+ 20, as: UInt32.self).map { Int($0 & 0xFF_FFFF) } : nil
  }
  /// In which word of the metadata the size of the payload is; 0 where it is in none.
  var payloadSizeOffset: UInt32? {
    kind == .enumeration ? image.load(address &+ 20, as: UInt32.self).map { $0 >> 24 } : nil
  }
  var emptyCaseCount: Int? {
    kind == .enumeration ? image.load(address &+ 24, as: UInt32.self).map { Int($0) } : nil
  }

  // Classes.

  /// Where the mangled name of the superclass is.
  var superclassName: UInt64? { kind == .class ? image.relative(address &+ 20) : nil }
  var hasResilientSuperclass: Bool { kind == .class && kindFlags & 0x2000 != 0 }
  var isActor: Bool { kind == .class && kindFlags & 0x80 != 0 }
  var isDefaultActor: Bool { kind == .class && kindFlags & 0x100 != 0 }

  /// How many bytes behind a class's metadata its own part begins, with the arguments for its generic parameters.
  var immediateMembersOffset: Int64? {
    guard kind == .class else { return nil }
    if hasResilientSuperclass {
      guard let bounds = image.relative(address &+ 24), let offset = image.word(bounds), offset != 0 else {
        return nil
      }
      return Int64(bitPattern: offset)
    }
    guard let negative = image.load(address &+ 24, as: UInt32.self),
      let positive = image.load(address &+ 28, as: UInt32.self),
      let count = image.load(address &+ 32, as: UInt32.self)
    else { return nil }
    return kindFlags & 0x1000 != 0 ? -8 * Int64(negative) : 8 * (Int64(positive) - Int64(count))
  }

  /// Where in metadata the offsets of the stored properties are, in bytes; `nil` where they are not there.
  var fieldOffsetVectorOffset: Int64? {
    switch kind {
    case .structure:
      guard let words = image.load(address &+ 24, as: UInt32.self), words != 0 else { return nil }
      return 8 * Int64(words)
    case .class:
      guard let words = image.load(address &+ 40, as: UInt32.self), words != 0 else { return nil }
      guard hasResilientSuperclass else { return 8 * Int64(words) }
      return immediateMembersOffset.map { $0 &+ 8 * Int64(words) }
    default: return nil
    }
  }

  /// Where the arguments for generic parameters are in metadata, in bytes.
  var genericArgumentsOffset: Int64? { kind == .class ? immediateMembersOffset : 16 }

  /// Where the description of the generic parameters is; `nil` where there are none.
  var genericHeader: UInt64? {
    guard isGeneric else { return nil }
    // Types have two more words before, for instances of them.
    switch kind {
    case .extension: return address &+ 12
    case .anonymous: return address &+ 8
    case .structure, .enumeration: return address &+ 28 &+ 8
    case .class: return address &+ 44 &+ 8
    case .module, .protocol, .opaqueType: return nil
    }
  }
}
