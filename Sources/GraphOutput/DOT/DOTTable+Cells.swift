import ObjectGraph

extension DOTTable {
  /// A table whose cells edges can end at, in the brackets that mark an HTML-like label.
  static func label(_ table: PictureTable) -> String {
    var label = "<<table border=\"\(table.stroke == nil ? 0 : table.strokeWidth)\""
    label += " cellborder=\"0\" cellspacing=\"0\" cellpadding=\"\(table.cellPadding)\""
    if let stroke = table.stroke { label += " color=\(DOTNumber.color(stroke))" }
    if let fill = table.fill { label += " bgcolor=\(DOTNumber.color(fill))" }
    label += ">"
    let columns = table.rows.map { $0.cells.reduce(0) { $0 + max(Int($1.columns), 1) } }.max() ?? 0
    for row in table.rows {
      label += "<tr>"
      // A row must have a cell. Its line is a cell by itself where there is nothing below it.
      label += row.cells.isEmpty ? line(row, columns) : row.cells.map { cell($0, in: row) }.joined()
      label += "</tr>"
    }
    // A table must have a row.
    if table.rows.isEmpty { label += "<tr><td></td></tr>" }
    return label + "</table>>"
  }

  private static func line(_ row: PictureTable.Row, _ columns: Int) -> String {
    let span = columns > 1 ? " colspan=\"\(min(columns, 65_535))\"" : ""
    let fill = row.rule.map { " bgcolor=\(DOTNumber.color($0))" } ?? ""
    return "<td\(span) height=\"\(row.ruleWidth)\" cellpadding=\"0\"\(fill)></td>"
  }

  private static func cell(_ cell: PictureTable.Cell, in row: PictureTable.Row) -> String {
    var result = "<td"
    if let port = cell.port { result += " port=\"\(DOTText.html(port))\"" }
    if cell.columns > 1 { result += " colspan=\"\(cell.columns)\"" }
    if let rule = row.rule {
      result += " border=\"\(row.ruleWidth)\" sides=\"T\" color=\(DOTNumber.color(rule))"
    }
    if let fill = cell.fill { result += " bgcolor=\(DOTNumber.color(fill))" }
    switch cell.content {
    case .texts(let texts):
      return result + " align=\"\(cell.alignment.rawValue)\">" + texts.map(font).joined() + "</td>"
    case .rows(let rows):
      return result + ">" + self.table(rows) + "</td>"
    case .strip(let strip):
      return result + ">" + self.strip(strip) + "</td>"
    }
  }

  private static func strip(_ strip: PictureStrip) -> String {
    guard !strip.fills.isEmpty else { return "" }
    // The cells keep the table's spacing from its outer edge too, which is nothing to see.
    var result =
      "<table border=\"0\" cellborder=\"0\" cellspacing=\"\(min(strip.spacing, 127))\" cellpadding=\"0\"><tr>"
    for fill in strip.fills {
      result +=
        "<td width=\"\(strip.width)\" height=\"\(strip.height)\" bgcolor=\(DOTNumber.color(fill))></td>"
    }
    return result + "</tr></table>"
  }
}
