/// A program's text, line by line.
package struct SourceText: Sendable {
  /// The text in UTF-8, every line ended by a line feed.
  package let bytes: [UInt8]
  /// Where each line begins, and behind them where the text ends.
  private let starts: [Int]

  /// Makes a text of bytes.
  ///
  /// - Parameter bytes: UTF-8, with line ends of any kind; a byte-order mark is left out.
  /// - Throws: ``ProgramError`` where the bytes are no UTF-8, or hold a null byte.
  /// - Complexity: O(*n*).
  package init(_ bytes: some Sequence<UInt8>) throws(ProgramError) {
    var text = Array(bytes)
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    if text.contains(0x0D) { text = Self.withLineFeeds(text) }
    if text.last != 0x0A, !text.isEmpty { text.append(0x0A) }
    var starts = [0]
    for (index, byte) in text.enumerated() where byte == 0x0A { starts.append(index + 1) }
    self.bytes = text
    self.starts = starts
    let start = SourcePosition(line: 1, column: 0)
    if text.contains(0) {
      throw ProgramError("source code cannot contain null bytes", SourceRange(start, start))
    }
    guard String(validating: text, as: UTF8.self) != nil else {
      throw ProgramError("(unicode error) 'utf-8' codec can't decode bytes", SourceRange(start, start))
    }
  }

  package init(_ text: String) throws(ProgramError) { try self.init(text.utf8) }

  private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0D {
        result.append(0x0A)
      } else if byte != 0x0A || index == 0 || bytes[index - 1] != 0x0D {
        result.append(byte)
      }
    }
    return result
  }

  /// How many lines there are.
  package var lineCount: Int { starts.count - 1 }

  /// The bytes of a line, counted from 1, without its end; `nil` where there is no such line.
  package func line(_ number: Int) -> ArraySlice<UInt8>? {
    guard number >= 1, number < starts.count else { return nil }
    return bytes[starts[number - 1]..<starts[number] - 1]
  }

  /// Where a line begins in the bytes.
  func offset(ofLine number: Int) -> Int { starts[min(number - 1, starts.count - 1)] }
}
