extension ObjectSpace {
  /// An attribute of a code object, owned by the caller; `nil` where the name is none of them.
  func attribute(ofCode code: ObjectPointer, _ name: String) throws(ObjectError) -> ObjectPointer? {
    let references = [
      "co_consts": CodeOffset.constants, "co_names": CodeOffset.names, "co_name": CodeOffset.name,
      "co_qualname": CodeOffset.qualifiedName, "co_filename": CodeOffset.fileName,
      "co_linetable": CodeOffset.lineTable, "co_exceptiontable": CodeOffset.exceptionTable,
    ]
    if let offset = references[name] { return code[object: offset]?.retained() ?? none }
    let numbers = [
      "co_argcount": CodeOffset.argumentCount, "co_posonlyargcount": CodeOffset.positionalOnlyCount,
      "co_kwonlyargcount": CodeOffset.keywordOnlyCount, "co_flags": CodeOffset.flags,
      "co_firstlineno": CodeOffset.firstLine, "co_nlocals": CodeOffset.localCount,
      "co_stacksize": CodeOffset.stackSize,
    ]
    if let offset = numbers[name] { return try makeInteger(Int(code[int32: offset])) }
    // Local variables stand first among all, then those that are shared, then the free ones.
    let locals = Int(code[int32: CodeOffset.localCount])
    let count = Int(code[int32: CodeOffset.variableCount])
    let free = Int(code[int32: CodeOffset.freeCount])
    let range: Range<Int>
    switch name {
    case "co_varnames": range = 0..<locals
    case "co_cellvars": range = locals..<max(count - free, locals)
    case "co_freevars": range = max(count - free, 0)..<count
    default: return nil
    }
    guard let names = code[object: CodeOffset.variableNames] else { return emptyTuple }
    return try makeTuple(range.compactMap { $0 < names.itemCount ? item($0, of: names) : nil })
  }
}
