import HeapGraph

extension CommandSession {
  /// Writes a table to where results go.
  func write(_ table: TextTable, hasTitles: Bool = true) throws(HeapCommandError) {
    let lines = table.lines(hasTitles: hasTitles, isColoured: coloursOutput)
    try output.write(lines.map { $0 + "\n" }.joined())
  }

  /// Says how many rows a table leaves out, where a person reads it.
  func noteRest(of total: Int, shown: Int, _ noun: String) {
    guard shown < total, output.isTerminal else { return }
    note("\(count(total - shown, "more \(noun)")); show them with --limit all")
  }
}
