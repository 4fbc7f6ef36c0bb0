/// Lines as Python's string methods see them, character by character.
typealias TracebackLine = [Unicode.Scalar]

extension Unicode.Scalar {
  /// Whether `str.isspace` holds.
  var isPythonSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// Whether `str.splitlines` ends a line here.
  fileprivate var endsLine: Bool {
    switch value {
    case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}

extension TracebackLine {
  init(_ bytes: ArraySlice<UInt8>) { self = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars) }

  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: self)
    return String(view)
  }

  /// How many spaces of any kind it begins with.
  var indentation: Int { prefix(while: \.isPythonSpace).count }

  /// Without the spaces at its end.
  var withoutTrailingSpaces: TracebackLine {
    var line = self[...]
    while line.last?.isPythonSpace == true { line.removeLast() }
    return Array(line)
  }

  /// How many characters there are in a number of its bytes; a character that is cut counts.
  func characterCount(inBytes count: Int) -> Int {
    var bytes = 0
    var characters = 0
    while bytes < count, characters < self.count {
      bytes += UTF8.width(self[characters])
      characters += 1
    }
    return characters
  }

  /// The lines that `str.splitlines` finds in it.
  var lines: [TracebackLine] {
    var lines: [TracebackLine] = []
    var line: TracebackLine = []
    for (index, scalar) in enumerated() {
      guard scalar.endsLine else {
        line.append(scalar)
        continue
      }
      if scalar == "\n", index > 0, self[index - 1] == "\r" { continue }
      lines.append(line)
      line = []
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// Lines without the indentation that all of them have, as `textwrap.dedent` leaves them.
  static func dedented(_ lines: [TracebackLine]) -> [TracebackLine] {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
    var margin: TracebackLine?
    let trimmed = lines.map { $0.allSatisfy(isBlank) ? [] : $0 }
    for line in trimmed where !line.isEmpty {
      let indentation = TracebackLine(line.prefix(while: isBlank))
      guard let known = margin else {
        margin = indentation
        continue
      }
      margin = zip(known, indentation).prefix { $0 == $1 }.map(\.0)
    }
    let length = margin?.count ?? 0
    return trimmed.map { TracebackLine($0.dropFirst(length)) }
  }
}
