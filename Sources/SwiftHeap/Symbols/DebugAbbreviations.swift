/// How entries of debug information are written: a table of `.debug_abbrev`.
struct DebugAbbreviations {
  struct Abbreviation {
    var tag: UInt16
    var hasChildren: Bool
    var attributes: [Attribute]
  }

  struct Attribute {
    var name: UInt16
    var form: DebugForm
    /// Whether anybody asks for it.
    var isWanted: Bool
    /// The value, where it is the same for all.
    var constant: Int64
  }

  // Compilers number them from 1 without gaps.
  private var rows: [Abbreviation?] = []
  private var others: [UInt64: Abbreviation] = [:]

  /// Reads a table.
  ///
  /// - Complexity: O(*n*) in its length.
  init(_ start: DebugCursor) {
    var cursor = start
    while !cursor.isAtEnd {
      let code = cursor.unsigned()
      if code == 0 { break }
      var abbreviation = Abbreviation(
        tag: UInt16(clamping: cursor.unsigned()), hasChildren: cursor.byte() != 0, attributes: [])
      while !cursor.isDamaged {
        let name = UInt16(clamping: cursor.unsigned())
        let form = DebugForm(rawValue: UInt16(clamping: cursor.unsigned()))
        let constant = form == .implicitConstant ? cursor.signed() : 0
        if name == 0, form.rawValue == 0 { break }
        abbreviation.attributes.append(
          Attribute(
            name: name, form: form, isWanted: DebugUnit.Attribute.wanted.contains(name), constant: constant))
      }
      if code == UInt64(rows.count + 1) { rows.append(abbreviation) } else { others[code] = abbreviation }
    }
  }

  subscript(code: UInt64) -> Abbreviation? {
    if code > 0, code <= UInt64(rows.count) { return rows[Int(code) - 1] }
    return others[code]
  }
}
