extension ObjectSpace {
  /// The table of `str.maketrans`, owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` or `valueError` for what makes no table.
  func makeTranslation(_ arguments: [ObjectPointer]) throws(ObjectError) -> ObjectPointer {
    let table = try makeDict()
    try fillNew(table) { () throws(ObjectError) in
      if arguments.count == 1 { return try fillTable(table, from: arguments[0]) }
      guard arguments[0].type.typeFlags & TypeFlag.stringSubclass != 0 else {
        throw ObjectError(
          .typeError, "first maketrans argument must be a string if there is a second argument")
      }
      for index in 1..<arguments.count {
        try checkString(arguments[index], "maketrans() argument \(index + 1)")
      }
      let (from, to) = (arguments[0].codePoints, arguments[1].codePoints)
      guard from.count == to.count else {
        throw ObjectError(.valueError, "the first two maketrans arguments must have equal length")
      }
      for (key, value) in zip(from, to) {
        let value = try makeInteger(Int(value))
        defer { release(value) }
        try set(value, for: key, in: table)
      }
      if arguments.count > 2 { for key in arguments[2].codePoints { try set(none, for: key, in: table) } }
    }
    return table
  }

  private func set(_ value: ObjectPointer, for point: UInt32, in table: ObjectPointer) throws(ObjectError) {
    let key = try makeInteger(Int(point))
    defer { release(key) }
    try setValue(value, for: key, in: table)
  }

  private func fillTable(_ table: ObjectPointer, from mapping: ObjectPointer) throws(ObjectError) {
    guard mapping.type == type(.dict) else {
      throw ObjectError(.typeError, "if you give only one argument to maketrans it must be a dict")
    }
    try forEachHeldEntry(of: mapping) { (key, value) throws(ObjectError) in
      if key.type.typeFlags & TypeFlag.stringSubclass != 0 {
        guard key.stringLength == 1 else {
          throw ObjectError(.valueError, "string keys in translate table must be of length 1")
        }
        try set(value, for: key.character(at: 0), in: table)
      } else if key.type.typeFlags & TypeFlag.integerSubclass != 0 {
        try setValue(value, for: key, in: table)
      } else {
        throw ObjectError(.typeError, "keys in translate table must be strings or integers")
      }
    }
  }

  /// A string with each character replaced by what a table has for it; owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for what the table gives and is no character, `valueError` for a number
  ///   that is none, and what the table raises but a `LookupError`.
  func translate(_ string: ObjectPointer, by table: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    var result: [UInt32] = []
    for point in string.codePoints {
      let key = try makeInteger(Int(point))
      defer { release(key) }
      let value: ObjectPointer
      do throws(ObjectError) {
        value = try item(at: key, of: table)
      } catch {
        guard [.keyError, .indexError, .lookupError].contains(error.kind) else { throw error }
        result.append(point)
        continue
      }
      defer { release(value) }
      if value == none { continue }
      if value.type.typeFlags & TypeFlag.stringSubclass != 0 {
        result += value.codePoints
      } else if value.type.typeFlags & TypeFlag.integerSubclass != 0 {
        guard let number = value.integerValue, 0..<0x110000 ~= number else {
          throw ObjectError(.valueError, "character mapping must be in range(0x110000)")
        }
        result.append(UInt32(number))
      } else {
        throw ObjectError(.typeError, "character mapping must return integer, None or str")
      }
    }
    return try makeString(codePoints: result)
  }
}
