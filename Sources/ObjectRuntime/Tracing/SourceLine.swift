/// A source line as Python shows it below a place: without the white space around it.
enum SourceLine {
  /// The text of a frame's line, or `nil` where there is none or only white space.
  static func text(of frame: AllocationFrame, _ source: (AllocationFrame) -> String?) -> String? {
    // Lines count from 1; a frame of a whole file has none.
    guard frame.line > 0, let line = source(frame) else { return nil }
    let scalars = line.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return nil }
    return String(scalars[first...last])
  }

  /// What Python's `str.strip` takes away: white space by Unicode, and the four separators of ASCII.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
  }
}
