public import HeapModel
import ObjectGraph

extension ObjectLayout {
  /// A table of the object's memory, field by field, for people.
  ///
  /// A line says what the object is; below it every block has a line of its own, and every field one with its
  /// offset from the block's address and its size, both in bytes, its name, and what lies in it. An arrow leads
  /// to what a field refers to, a wavy one where the reference does not keep that alive. Bytes that no field
  /// covers are told as padding.
  ///
  /// - Parameters:
  ///   - fieldLimit: the most lines for the fields of one block, at least 4; what lies between the first and the
  ///     last ones is told as one line. `nil` for all.
  ///   - valueLimit: the most characters of a value and of what it refers to.
  /// - Complexity: O(*n*) in the number of fields.
  public func table(fieldLimit: Int? = nil, valueLimit: Int = 60) -> String {
    var table = TextTable([.number("Offset"), .number("Bytes"), .text("Field"), .text("Value")])
    var lines: [String] = []
    var lineCounts: [Int] = []
    for block in blocks {
      let rows = ShownRow.rows(block.everyField, limit: fieldLimit ?? .max)
      lineCounts.append(rows.count)
      for row in rows { table.append(cells(row, valueLimit)) }
    }
    var rest = table.lines()[...]
    lines.append(heading(valueLimit))
    lines += rest.prefix(1)
    rest = rest.dropFirst()
    for (block, count) in zip(blocks, lineCounts) {
      lines.append(Self.heading(of: block))
      lines += rest.prefix(count)
      rest = rest.dropFirst(count)
    }
    return lines.joined(separator: "\n")
  }

  /// What a reference leads to: an object by its type and text, a block of the object's own by its title.
  private func target(of reference: FieldReference) -> String {
    let words = [reference.typeName, reference.text].compactMap { $0 }.joined(separator: " ")
    if !words.isEmpty { return words }
    let own = blocks.first { $0.offset(of: reference.target) != nil }
    return own?.title ?? "\(reference.target)"
  }

  private func heading(_ valueLimit: Int) -> String {
    var words = [DisplayText.cut(typeName, to: valueLimit)]
    if let text { words.append(DisplayText.cut(text, to: valueLimit)) }
    var facts = "at \(address), \(size)"
    if allocatedSize > size { facts += ", \(allocatedSize) allocated" }
    if let reportedSize { facts += ", \(reportedSize) reported" }
    return (words + [facts]).joined(separator: " ")
  }

  private static func heading(of block: MemoryBlock) -> String {
    "\(DisplayText.cut(block.title, to: 60)) at \(block.address), \(block.size)"
  }

  private func cells(_ row: ShownRow<MemoryField>, _ limit: Int) -> [String] {
    switch row {
    case .element(let field):
      var value = [field.value.map { DisplayText.cut($0, to: limit) }].compactMap { $0 }
      if let reference = field.reference {
        value.append(reference.strength == .strong ? "→" : "⇝")
        value.append(DisplayText.cut(target(of: reference), to: limit))
      }
      return [
        "\(field.offset)", "\(field.size.rawValue)",
        DisplayText.cut(field.name.isEmpty ? "(\(field.role))" : field.name, to: 40),
        value.joined(separator: " "),
      ]
    case .rest(let fields):
      let bytes = fields.reduce(ByteCount.zero) { $0 + $1.size }
      return ["\(fields.first?.offset ?? 0)", "\(bytes.rawValue)", "… \(fields.count) more fields", ""]
    }
  }
}
