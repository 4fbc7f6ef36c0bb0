/// Makes a heap's texts fit to be shown: what cannot be seen is written out, what is too long is cut.
package enum DisplayText {
  /// A text on one line in which every character can be seen and none moves others about.
  ///
  /// Line breaks become `\n`, other controls, line separators, and the characters that turn the direction of
  /// writing `\u{…}`; letters of all scripts, joiners between emoji included, stay.
  ///
  /// - Complexity: O(*n*).
  package static func visible(_ text: String) -> String {
    if isPrintableASCII(text) { return text }
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var visible = ""
    for scalar in text.unicodeScalars { append(scalar, to: &visible) }
    return visible
  }

  /// The start of a text on one line, with an ellipsis where it was cut.
  ///
  /// - Parameters:
  ///   - text: the text, of any length.
  ///   - limit: how many characters to keep at most.
  /// - Returns: the text as ``visible(_:)`` shows it.
  /// - Complexity: O(*limit*).
  package static func cut(_ text: String, to limit: Int) -> String {
    if text.utf8.count <= limit, isPrintableASCII(text) { return text }
    var visible = ""
    var count = 0
    // A character may consist of any number of scalars.
    let scalarLimit = limit * 4
    var scalars = 0
    for character in text {
      var piece = ""
      for scalar in character.unicodeScalars {
        scalars += 1
        if scalars > scalarLimit { break }
        append(scalar, to: &piece)
      }
      count += piece.count
      guard count <= limit, scalars <= scalarLimit else { return visible + "…" }
      visible += piece
    }
    return visible
  }

  /// The lines of a text, each cut, and the last ones left out where there are too many.
  package static func lines(_ text: String, limit: Int, count: Int) -> [String] {
    var lines: [String] = []
    for line in text.split(maxSplits: count, omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      guard lines.count < count else { return lines + ["…"] }
      lines.append(cut(String(line), to: limit))
    }
    return lines
  }

  /// Whether a text says no more than an object's type and address: `<app.Session object at 0x7f…>`.
  package static func isOnlyTypeAndAddress(_ text: String, type: String) -> Bool {
    guard text.hasPrefix("<"), text.utf8.count < 300, let range = text.firstRange(of: " object at 0x")
    else { return false }
    let name = text[text.index(after: text.startIndex)..<range.lowerBound]
    return name == type || name.hasSuffix("." + type)
  }

  /// Whether a character cannot be seen, cannot be written in XML, or turns the direction of its neighbours.
  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE...0xFFFF:
      true
    // The last two of every plane are no characters.
    case 0x1FFFE...0x10FFFF: scalar.value & 0xFFFE == 0xFFFE
    default: false
    }
  }

  /// Whether there is nothing to write out, as in most texts: told without looking at characters.
  private static func isPrintableASCII(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout String) {
    guard isHidden(scalar) else {
      text.unicodeScalars.append(scalar)
      return
    }
    switch scalar {
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case "\0": text += "\\0"
    default: text += "\\u{" + String(scalar.value, radix: 16) + "}"
    }
  }
}
