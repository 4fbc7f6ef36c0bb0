extension ObjectSpace {
  /// An attribute of a code object, owned by the caller; `nil` where it is none.
  func codeAttribute(_ name: String, of code: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    switch name {
    case "co_name": return code[object: CodeOffset.name]?.retained()
    case "co_qualname": return code[object: CodeOffset.qualifiedName]?.retained()
    case "co_filename": return code[object: CodeOffset.fileName]?.retained()
    case "co_consts": return code[object: CodeOffset.constants]?.retained()
    case "co_names": return code[object: CodeOffset.names]?.retained()
    case "co_varnames": return try variableNames(of: code, 0..<Int(code[int32: CodeOffset.localCount]))
    case "co_cellvars": return try cellNames(of: code)
    case "co_freevars":
      let first = Int(code[int32: CodeOffset.localCount] + code[int32: CodeOffset.cellCount])
      return try variableNames(of: code, first..<first + Int(code[int32: CodeOffset.freeCount]))
    case "co_argcount": return try makeInteger(Int(code[int32: CodeOffset.argumentCount]))
    case "co_posonlyargcount": return try makeInteger(Int(code[int32: CodeOffset.positionalOnlyCount]))
    case "co_kwonlyargcount": return try makeInteger(Int(code[int32: CodeOffset.keywordOnlyCount]))
    case "co_nlocals": return try makeInteger(Int(code[int32: CodeOffset.localCount]))
    case "co_stacksize": return try makeInteger(Int(code[int32: CodeOffset.stackSize]))
    case "co_flags": return try makeInteger(Int(code[int32: CodeOffset.flags]))
    case "co_firstlineno": return try makeInteger(Int(code[int32: CodeOffset.firstLine]))
    default: return nil
    }
  }

  private func variableNames(of code: ObjectPointer, _ range: Range<Int>) throws(ObjectError) -> ObjectPointer
  {
    guard let names = code[object: CodeOffset.variableNames] else { return emptyTuple }
    return try makeTuple(range.compactMap { $0 < names.itemCount ? item($0, of: names) : nil })
  }

  /// The variables that inner functions share: parameters among the locals, and the others behind them.
  private func cellNames(of code: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    guard let names = code[object: CodeOffset.variableNames],
      let kinds = code[object: CodeOffset.variableKinds]
    else { return emptyTuple }
    let count = min(kinds.itemCount, names.itemCount)
    let cells = (0..<count).filter { kinds[byte: BytesOffset.data + $0] & 0x40 != 0 }
    return try makeTuple(cells.compactMap { item($0, of: names) })
  }
}
