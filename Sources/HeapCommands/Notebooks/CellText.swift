/// The text of a notebook's cell as Python: its magics, shell lines and questions are emptied.
struct CellText {
  /// The program that is left, with as many lines.
  var program: String
  /// What was emptied, and whether that was the whole cell.
  var skipped: [(line: Int, text: String, isCell: Bool)] = []

  /// Magics of a whole cell whose text is Python, which is run.
  private static let transparentMagics: Set<Substring> = ["%%time", "%%timeit", "%%capture", "%%prun"]

  /// Whether a cell's only line asks for its variables to be forgotten.
  static func isReset(_ source: String) -> Bool {
    let words = source.split(whereSeparator: \.isWhitespace)
    return words.first == "%reset" && words.dropFirst().allSatisfy { ["-f", "-s"].contains($0) }
  }

  init(_ source: String) {
    var lines = source.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map(String.init)
    var first = lines.firstIndex { !$0.allSatisfy(\.isWhitespace) } ?? 0
    if lines[first].hasPrefix("%%") {
      let word = lines[first].prefix { !$0.isWhitespace }
      guard Self.transparentMagics.contains(word) else {
        program = ""
        skipped = [(first + 1, lines[first], true)]
        return
      }
      skipped.append((first + 1, lines[first], false))
      lines[first] = ""
      first += 1
    }
    var scanner = LineScanner()
    for (index, line) in lines.enumerated().dropFirst(first) {
      // What looks like a magic inside a text or within brackets is part of the program.
      guard scanner.isAtStatement, Self.isMagic(line) else {
        scanner.read(line)
        continue
      }
      let indent = line.prefix { $0 == " " || $0 == "\t" }
      skipped.append((index + 1, String(line.dropFirst(indent.count)), false))
      // Where it was the only line of a block, the block stays one.
      lines[index] = indent + "pass"
    }
    program = lines.joined(separator: "\n")
  }

  private static func isMagic(_ line: String) -> Bool {
    let text = line.drop { $0 == " " || $0 == "\t" }
    if text.hasPrefix("%") || text.hasPrefix("!") || text.hasPrefix("?") { return true }
    // `name?` asks for help.
    guard text.last == "?" else { return false }
    let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    return !name.isEmpty && text.dropFirst(name.count).allSatisfy { $0 == "?" }
  }
}

/// Reads a program's lines, and knows whether the next one begins a statement.
private struct LineScanner {
  private var depth = 0
  /// The quotes that end the text which goes on in the next line.
  private var quotes: String?
  private var continues = false

  var isAtStatement: Bool { depth == 0 && quotes == nil && !continues }

  mutating func read(_ line: String) {
    var rest = Substring(line)
    continues = false
    while let character = rest.first {
      if let quotes {
        if character == "\\" {
          rest = rest.dropFirst(2)
          // A backslash ends the line: the text goes on even between single quotes.
          if rest.isEmpty { return }
        } else if rest.hasPrefix(quotes) {
          rest = rest.dropFirst(quotes.count)
          self.quotes = nil
        } else {
          rest = rest.dropFirst()
        }
        continue
      }
      switch character {
      case "#": return
      case "\"", "'":
        let triple = String(repeating: character, count: 3)
        quotes = rest.hasPrefix(triple) ? triple : String(character)
        rest = rest.dropFirst(quotes?.count ?? 1)
        continue
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth = max(depth - 1, 0)
      case "\\" where rest.count == 1: continues = true
      default: break
      }
      rest = rest.dropFirst()
    }
    // A text between single quotes ends with its line.
    if quotes?.count == 1 { quotes = nil }
  }
}
