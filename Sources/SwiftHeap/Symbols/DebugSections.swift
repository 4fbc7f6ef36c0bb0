/// The sections of a file that hold debug information in the form of DWARF, versions 2 to 5.
@safe
struct DebugSections {
  /// A section, without the beginning of its name, `.debug_`.
  enum Name: String, CaseIterable {
    case line, lineTexts = "line_str", texts = "str", information = "info", abbreviations = "abbrev"
    case ranges, rangeLists = "rnglists", addresses = "addr", textOffsets = "str_offsets"
  }

  // Keeps the bytes.
  private let owner: AnyObject
  private let sections: [Name: UnsafeRawBufferPointer]

  /// Finds the sections of an image's file; `nil` where it has no lines.
  init?(of image: ExecutableImage) {
    guard let file = image.file, image.fileSections[".debug_line"] != nil else { return nil }
    var sections: [Name: UnsafeRawBufferPointer] = unsafe [:]
    for name in Name.allCases {
      guard let range = image.fileSections[".debug_" + name.rawValue] else { continue }
      unsafe sections[name] = unsafe file.bytes(range)
    }
    unsafe self.init(sections, owner: file)
  }

  /// Makes sections of bytes that are there as long as their owner.
  init(_ sections: [Name: UnsafeRawBufferPointer], owner: AnyObject) {
    unsafe self.sections = unsafe sections
    self.owner = owner
  }

  /// The bytes of a section; `nil` where it is not there.
  func bytes(_ name: Name) -> UnsafeRawBufferPointer? { unsafe sections[name] }

  /// Reads a section from a place on; one that is not there is empty.
  func cursor(_ name: Name, at offset: UInt64 = 0) -> DebugCursor {
    let bytes = unsafe sections[name] ?? UnsafeRawBufferPointer(start: nil, count: 0)
    return unsafe DebugCursor(bytes, at: offset)
  }

  /// The text at a place of a section; `nil` where there is none.
  func text(_ name: Name, at offset: UInt64) -> String? {
    var cursor = cursor(name, at: offset)
    let text = cursor.text()
    return cursor.isDamaged ? nil : text
  }
}
