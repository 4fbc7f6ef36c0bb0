import ObjectGraph

/// Writes rows of texts as Graphviz's HTML-like labels.
///
/// They are what sets two fonts in one box; a plain label has one. Graphviz reads them with expat, which every
/// distribution builds in.
enum DOTTable {
  /// Rows as one table, in the brackets that mark an HTML-like label.
  ///
  /// A row whose only text has a fill is a strip over the whole width.
  static func label(_ rows: [PictureRow]) -> String {
    "<" + table(rows) + ">"
  }

  /// Rows as one table.
  static func table(_ rows: [PictureRow]) -> String {
    let hasTrailing = rows.contains { !$0.trailing.isEmpty }
    var label = open(cellPadding: 1)
    for row in rows {
      let span = hasTrailing && row.trailing.isEmpty ? " colspan=\"2\"" : ""
      let fill = row.leading.count == 1 ? row.leading[0].fill : nil
      label += "<tr>" + cell(row.leading, span: span, fill: fill)
      if !row.trailing.isEmpty { label += cell(row.trailing, align: "right") }
      label += "</tr>"
    }
    // A table must have a row.
    if rows.isEmpty { label += "<tr><td></td></tr>" }
    return label + "</table>"
  }

  /// Rows with signs as a table of two columns: the first text or sign, and the others.
  static func footer(_ rows: [PictureRow]) -> String {
    var footer = "<" + open(cellPadding: 1, cellSpacing: 2)
    // Off the picture above.
    footer += "<tr><td height=\"8\"></td></tr>"
    for row in rows {
      footer += "<tr>"
      if row.leading.count > 1, let first = row.leading.first {
        if let swatch = first.swatch {
          footer += "<td>" + sign(swatch) + "</td>"
        } else {
          footer += cell([first], fill: first.fill)
        }
        footer += cell(Array(row.leading.dropFirst()))
      } else {
        footer += cell(row.leading, span: " colspan=\"2\"")
      }
      footer += "</tr>"
    }
    return footer + "</table>>"
  }

  private static func open(cellPadding: Int, cellSpacing: Int = 0) -> String {
    "<table border=\"0\" cellborder=\"0\" cellspacing=\"\(cellSpacing)\" cellpadding=\"\(cellPadding)\">"
  }

  private static func cell(
    _ texts: [PictureText], align: String = "left", span: String = "", fill: PictureColor? = nil
  ) -> String {
    let fill = fill.map { " bgcolor=\(DOTNumber.color($0))" } ?? ""
    return "<td align=\"\(align)\"\(span)\(fill)>" + texts.map(font).joined() + "</td>"
  }

  private static func sign(_ swatch: PictureText.Swatch) -> String {
    switch swatch {
    case .box(let fill, let stroke):
      open(cellPadding: 0)
        + "<tr><td width=\"24\" height=\"10\" border=\"1\" bgcolor=\(DOTNumber.color(fill))"
        + " color=\(DOTNumber.color(stroke))></td></tr></table>"
    case .line(let line, let color):
      // The lower side of a flat cell is the line; the cell below it keeps it in the middle of the row.
      open(cellPadding: 0)
        + "<tr><td width=\"24\" height=\"5\" border=\"1\" sides=\"B\" color=\(DOTNumber.color(color))"
        + (line == .solid ? "" : " style=\"\(line.rawValue)\"")
        + "></td></tr><tr><td width=\"24\" height=\"5\"></td></tr></table>"
    }
  }

  static func font(_ text: PictureText) -> String {
    // An empty pair of tags is an error to Graphviz.
    guard !text.text.isEmpty else { return "" }
    var result = DOTText.html(text.text)
    if text.isBold { result = "<b>" + result + "</b>" }
    guard text.size != nil || text.color != nil else { return result }
    let size = text.size.map { " point-size=\"\(DOTNumber.text($0))\"" } ?? ""
    let color = text.color.map { " color=\(DOTNumber.color($0))" } ?? ""
    return "<font\(size)\(color)>" + result + "</font>"
  }
}
