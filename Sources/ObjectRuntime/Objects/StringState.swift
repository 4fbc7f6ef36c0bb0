/// The bits that tell how a string is stored, as in CPython's `PyASCIIObject`.
struct StringState {
  private let object: ObjectPointer

  @inline(__always)
  init(_ object: ObjectPointer) { self.object = object }

  static let mortalInterned: UInt32 = 1
  /// Of a string in an arena that never goes.
  static let immortalInterned: UInt32 = 2
  /// Of a string outside the arenas.
  static let staticInterned: UInt32 = 3

  /// Bits 0–1 interned, 2–4 bytes a character, 5 compact, 6 ASCII, 7 outside the arenas.
  var word: UInt32 {
    get { object[uint32: StringOffset.state] }
    nonmutating set { object[uint32: StringOffset.state] = newValue }
  }

  @inline(__always)
  var isInterned: Bool { word & 3 != 0 }

  /// Bytes a character: 1, 2 or 4.
  @inline(__always)
  var width: Int { Int(word >> 2 & 7) }

  @inline(__always)
  var isASCII: Bool { word & 1 << 6 != 0 }

  /// Whether the characters stand in the string itself: those of an instance of a derived class are a block of their
  /// own.
  @inline(__always)
  var isCompact: Bool { word & 1 << 5 != 0 }

  /// Where the characters begin.
  @inline(__always)
  var dataOffset: Int { isASCII ? StringOffset.asciiData : StringOffset.data }

  /// Whether what classes have under this name may be in the type cache: a bit that CPython leaves free.
  @inline(__always)
  var isCachedName: Bool { word & 1 << 8 != 0 }

  func setCachedName() { word |= 1 << 8 }

  func setInterned(_ value: UInt32) { word = word & ~3 | value }

  static func make(width: Int, isASCII: Bool, isStatic: Bool = false) -> UInt32 {
    UInt32(width) << 2 | 1 << 5 | (isASCII ? 1 << 6 : 0) | (isStatic ? 1 << 7 : 0)
  }
}

extension ObjectPointer {
  /// Of a string: how many characters it has.
  @inline(__always)
  package var stringLength: Int { self[integer: StringOffset.length] }

  /// Of a string: one character's code point.
  @inline(__always)
  package func character(at index: Int) -> UInt32 {
    let state = StringState(self)
    guard state.isCompact else { return separateCharacter(at: index) }
    let start = state.dataOffset
    return switch state.width {
    case 1: UInt32(self[byte: start + index])
    case 2: UInt32(self[uint16: start + 2 * index])
    default: self[uint32: start + 4 * index]
    }
  }

  @inline(never)
  private func separateCharacter(at index: Int) -> UInt32 {
    guard let data = self[block: StringOffset.data] else { return 0 }
    return switch StringState(self).width {
    case 1: UInt32(data[byte: index])
    case 2: UInt32(data[uint16: 2 * index])
    default: data[uint32: 4 * index]
    }
  }

  /// Of a string: its text; characters that no Swift string can hold are replaced.
  ///
  /// - Complexity: O(*n*) in its length.
  package var text: String {
    let state = StringState(self)
    let length = stringLength
    if state.isASCII, state.isCompact {
      return withBytes(at: StringOffset.asciiData, count: length) { bytes in
        unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
      }
    }
    var text = String.UnicodeScalarView()
    for index in 0..<length { text.append(Unicode.Scalar(character(at: index)) ?? "\u{FFFD}") }
    return String(text)
  }
}
