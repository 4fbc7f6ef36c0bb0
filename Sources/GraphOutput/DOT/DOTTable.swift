import ObjectGraph

/// Writes rows of texts as Graphviz's HTML-like labels.
///
/// They are what sets two fonts in one box; a plain label has one. Graphviz reads them with expat, which every
/// distribution builds in.
enum DOTTable {
  /// Rows as one table, in the brackets that mark an HTML-like label.
  ///
  /// - Parameter padding: the space around each cell in points.
  static func label(_ rows: [PictureRow], padding: Int = 1) -> String {
    let hasTrailing = rows.contains { !$0.trailing.isEmpty }
    var label = "<" + open(padding: padding)
    for row in rows {
      label += "<tr>"
      if hasTrailing, row.trailing.isEmpty {
        label += "<td align=\"left\" colspan=\"2\">"
      } else {
        label += "<td align=\"left\">"
      }
      label += cell(row.leading) + "</td>"
      if !row.trailing.isEmpty { label += "<td align=\"right\">" + cell(row.trailing) + "</td>" }
      label += "</tr>"
    }
    // A table must have a row.
    if rows.isEmpty { label += "<tr><td></td></tr>" }
    return label + "</table>>"
  }

  private static func open(padding: Int) -> String {
    "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"\(padding)\">"
  }

  /// Texts in a row; a fill or a sign takes a cell of its own.
  private static func cell(_ texts: [PictureText]) -> String {
    let isPlain = texts.allSatisfy { $0.fill == nil && $0.swatch == nil }
    guard !isPlain else { return texts.map(font).joined() }
    var cell = "<table border=\"0\" cellborder=\"0\" cellspacing=\"2\" cellpadding=\"1\"><tr>"
    for text in texts {
      switch text.swatch {
      case .box(let fill, let stroke)?:
        cell +=
          "<td fixedsize=\"true\" width=\"20\" height=\"11\" border=\"1\" bgcolor=\(DOTNumber.color(fill))"
          + " color=\(DOTNumber.color(stroke))></td>"
      case .line(let line, let color)?:
        // The lower side of a flat cell is the line; the cell below it keeps it in the middle of the row.
        let style = line == .solid ? "" : " style=\"\(line.rawValue)\""
        cell +=
          "<td fixedsize=\"true\" width=\"20\" height=\"11\"><table border=\"0\" cellborder=\"0\" "
          + "cellspacing=\"0\" cellpadding=\"0\"><tr><td fixedsize=\"true\" width=\"20\" height=\"5\" "
          + "border=\"1\" sides=\"B\" color=\(DOTNumber.color(color))\(style)></td></tr>"
          + "<tr><td fixedsize=\"true\" width=\"20\" height=\"5\"></td></tr></table></td>"
      case nil:
        let fill = text.fill.map { " bgcolor=\(DOTNumber.color($0))" } ?? ""
        cell += "<td align=\"left\"\(fill)>" + font(text) + "</td>"
      }
    }
    return cell + "</tr></table>"
  }

  private static func font(_ text: PictureText) -> String {
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
