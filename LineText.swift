/// Lines of code points, cut and indented as Python's own string methods do.
enum LineText {
  typealias Line = [Unicode.Scalar]

  /// The lines of a text, without their ends; what follows the last end is a line only where it is not empty.
  static func lines(of text: some Sequence<Unicode.Scalar>, keepingEnds: Bool = false) -> [Line] {
    var lines: [Line] = []
    var line: Line = []
    var isAfterReturn = false
    for scalar in text {
      if isAfterReturn {
        isAfterReturn = false
        if scalar == "\n" {
          if keepingEnds { lines[lines.count - 1].append(scalar) }
          continue
        }
      }
      guard scalar.endsLine else {
        line.append(scalar)
        continue
      }
      if keepingEnds { line.append(scalar) }
      lines.append(line)
      line = []
      isAfterReturn = scalar == "\r"
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// A text without the white space that all of its lines begin with, and with lines of white space made empty.
  ///
  /// Only line feeds end lines here, and only blanks and tabs count.
  static func dedented(_ text: Line) -> Line {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.allSatisfy(isMargin) ? [] : Array(line)
    }
    var margin: ArraySlice<Unicode.Scalar>?
    for line in lines where !line.isEmpty {
      let indent = line.prefix(while: isMargin)
      guard let known = margin else {
        margin = indent
        continue
      }
      let common = zip(known, indent).prefix { $0 == $1 }.count
      margin = known.prefix(common)
    }
    let width = margin?.count ?? 0
    for index in lines.indices where !lines[index].isEmpty { lines[index].removeFirst(width) }
    return Line(lines.joined(separator: CollectionOfOne("\n" as Unicode.Scalar)))
  }

  private static func isMargin(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

  /// A text with four blanks before each of its lines, empty ones too.
  static func indented(_ text: Line) -> Line {
    lines(of: text, keepingEnds: true).flatMap { Array(repeating: " ", count: 4) + $0 }
  }

  /// How many code points a number of bytes of a line's UTF-8 holds.
  static func characters(in line: Line, bytes: Int) -> Int {
    var rest = bytes
    var count = 0
    for scalar in line {
      guard rest > 0 else { break }
      rest -= UTF8.width(scalar)
      count += 1
    }
    return count
  }

  /// How many cells of a terminal the beginning of a line takes.
  static func width(of line: Line, upTo count: Int? = nil) -> Int {
    let count = count ?? line.count
    if line.allSatisfy(\.isASCII) { return count }
    return line.prefix(max(count, 0)).reduce(0) { $0 + (WideCharacters.contains($1) ? 2 : 1) }
  }
}
