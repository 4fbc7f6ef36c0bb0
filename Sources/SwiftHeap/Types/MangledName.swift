/// The bytes of a mangled name in a process, which may have references to addresses among its letters.
struct MangledName {
  let address: UInt64
  let bytes: [UInt8]

  /// The most bytes that are believed to be a name.
  static let limit = 1 << 16

  /// Reads a name.
  ///
  /// - Parameter length: its bytes; `nil` for a name that ends at a zero byte outside of a reference.
  init?(at address: UInt64, length: Int?, in image: ProcessImage) {
    self.address = address
    if let length {
      guard length >= 0, length <= Self.limit, let found = unsafe image.bytes(at: address, count: length)
      else { return nil }
      bytes = unsafe Array(found)
      return
    }
    var bytes: [UInt8] = []
    var place = address
    while bytes.count < Self.limit {
      guard let byte = image.load(place, as: UInt8.self) else { return nil }
      if byte == 0 {
        self.bytes = bytes
        return
      }
      let count = byte < 0x18 ? 5 : byte < 0x20 ? 9 : 1
      guard let piece = unsafe image.bytes(at: place, count: count) else { return nil }
      unsafe bytes.append(contentsOf: piece)
      place &+= UInt64(count)
    }
    return nil
  }

  /// A name that stands nowhere, so that it has no references.
  init(text: some Sequence<UInt8>) {
    address = 0
    bytes = Array(text)
  }
}

/// What a mangled name is put together from while it is read: operators take what stands before them.
indirect enum MangledNode {
  case identifier(String)
  case module(String)
  case declaration(Declaration)
  case type(SwiftType, SwiftType.ParameterModifiers)
  /// A type or protocol that is declared in an image.
  case context(UInt64)
  /// The shape of an existential type with constraints.
  case shape(UInt64)
  case emptyList
  case firstElementMarker
  case variadicMarker
  case attribute(SwiftType.FunctionType.Attributes)
  case thrownError(SwiftType)
  case globalActor(SwiftType)
  case differentiability(UInt8)
  case requirement(SwiftType.Requirement)
  case signature
  case conformance
  case retroactiveConformance
  /// An associated type, and the protocol that it is of.
  case associated(String, SwiftType.ProtocolReference?)

  /// Something that is declared, by its name.
  struct Declaration {
    /// The qualified name, without arguments and extensions.
    var path: String
    var isProtocol = false
    /// Arguments for the contexts that it is in.
    var arguments: [SwiftType] = []
  }
}

/// The types of the standard library that have a mangled name of their own, as `StandardTypesMangling.def` in Swift
/// lists them.
enum StandardTypes {
  /// Those behind an `S`.
  static let names = table(
    "A AutoreleasingUnsafeMutablePointer a Array b Bool D Dictionary d Double f Float h Set I DefaultIndices i Int J"
      + " Character N ClosedRange n Range O ObjectIdentifier P UnsafePointer p UnsafeMutablePointer q Optional R"
      + " UnsafeBufferPointer r UnsafeMutableBufferPointer S String s Substring u UInt V UnsafeRawPointer v"
      + " UnsafeMutableRawPointer W UnsafeRawBufferPointer w UnsafeMutableRawBufferPointer")

  /// Protocols behind an `S`.
  static let protocols = table(
    "B BinaryFloatingPoint E Encodable e Decodable F FloatingPoint G RandomNumberGenerator H Hashable j Numeric K"
      + " BidirectionalCollection k RandomAccessCollection L Comparable l Collection M MutableCollection m"
      + " RangeReplaceableCollection Q Equatable T Sequence t IteratorProtocol U UnsignedInteger X RangeExpression x"
      + " Strideable Y RawRepresentable y StringProtocol Z SignedInteger z BinaryInteger")

  /// Those behind `Sc`.
  static let concurrencyNames = table(
    "C CheckedContinuation c UnsafeContinuation E CancellationError e UnownedSerialExecutor G TaskGroup g"
      + " ThrowingTaskGroup J UnownedJob M MainActor P TaskPriority S AsyncStream s AsyncThrowingStream T"
      + " Task t UnsafeCurrentTask")

  /// Protocols behind `Sc`.
  static let concurrencyProtocols = table(
    "A Actor F Executor f SerialExecutor h TaskExecutor I AsyncIteratorProtocol i AsyncSequence")

  private static func table(_ text: String) -> [UInt8: String] {
    let words = text.split(separator: " ")
    var result: [UInt8: String] = [:]
    for number in stride(from: 0, to: words.count - 1, by: 2) {
      guard let letter = words[number].utf8.first else { continue }
      result[letter] = "Swift." + words[number + 1]
    }
    return result
  }
}
