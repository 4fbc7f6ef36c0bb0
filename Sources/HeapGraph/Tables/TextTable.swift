import ObjectGraph

/// A table for people: aligned columns, numbers to the right.
package struct TextTable: Sendable {
  /// One column.
  package struct Column: Sendable {
    var title: String
    var isNumeric: Bool

    /// A column of texts.
    package static func text(_ title: String) -> Column { Column(title: title, isNumeric: false) }
    /// A column of numbers.
    package static func number(_ title: String) -> Column { Column(title: title, isNumeric: true) }
  }

  private let columns: [Column]
  private var rows: [[String]] = []

  /// Makes a table without rows.
  package init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row, one text a column; what would disturb a terminal is written out.
  package mutating func append(_ cells: [String]) {
    precondition(cells.count == columns.count, "The table has \(columns.count) columns")
    rows.append(cells.map(DisplayText.visible))
  }

  /// The table's lines.
  ///
  /// - Parameters:
  ///   - hasTitles: whether the columns' titles stand above them.
  ///   - isColoured: whether the titles are set apart by the escapes of a terminal.
  /// - Complexity: O(*n*) in the characters.
  package func lines(hasTitles: Bool = true, isColoured: Bool = false) -> [String] {
    let titles = columns.map(\.title)
    let shown = (hasTitles ? [titles] : []) + rows
    let widths = columns.indices.map { column in shown.map { Self.width(of: $0[column]) }.max() ?? 0 }
    return shown.enumerated().map { number, cells in
      let line = columns.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - Self.width(of: cells[column]))
        return columns[column].isNumeric ? padding + cells[column] : cells[column] + padding
      }.joined(separator: "  ")
      let trimmed = String(line.reversed().drop { $0 == " " }.reversed())
      return hasTitles && number == 0 && isColoured ? "\u{1B}[1m\(trimmed)\u{1B}[0m" : trimmed
    }
  }

  /// How many columns of a terminal a text takes: ideographs and emoji take two.
  private static func width(of text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { width, character in
      guard let scalar = character.unicodeScalars.first else { return width }
      return width + (isWide(scalar) ? 2 : 1)
    }
  }

  // The blocks of Unicode whose characters are all wide or nearly so (UAX #11).
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
