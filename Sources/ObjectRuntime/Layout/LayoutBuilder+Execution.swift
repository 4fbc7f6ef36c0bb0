import HeapModel

/// The memory of calls: generators, frames, and the code that they run.
extension LayoutBuilder {
  /// The data of a call: inside a generator behind its own words, or behind a frame object's.
  mutating func addFrameData(at start: Int) {
    let data = object.advanced(by: start)
    func reference(_ offset: Int, _ name: String, _ kind: ReferenceKind = .internal) {
      fields.append(field(start + offset, name, .slot, to: data[object: offset], kind))
    }
    reference(FrameDataOffset.executable, "f_executable")
    fields.append(
      field(
        start + FrameDataOffset.previous, "previous", .bookkeeping,
        data[word: FrameDataOffset.previous] == 0 ? "NULL" : "runtime"))
    reference(FrameDataOffset.function, "f_funcobj")
    // These two are the function's own, and not counted.
    for (offset, name) in [(FrameDataOffset.globals, "f_globals"), (FrameDataOffset.builtins, "f_builtins")] {
      fields.append(
        field(start + offset, name, .slot, to: data[object: offset], .internal, strength: .unmanaged))
    }
    reference(FrameDataOffset.locals, "f_locals")
    reference(FrameDataOffset.frameObject, "frame_obj")
    fields.append(
      field(
        start + FrameDataOffset.instruction, "instr_ptr", .bookkeeping,
        data[word: FrameDataOffset.instruction] == 0 ? "NULL" : "runtime"))
    let top = Int(data[int32: FrameDataOffset.stackTop])
    fields.append(field(start + FrameDataOffset.stackTop, "stacktop", .bookkeeping, "\(top)", bytes: 4))
    fields.append(
      field(
        start + FrameDataOffset.returnOffset, "return_offset", .bookkeeping,
        "\(data[uint16: FrameDataOffset.returnOffset])", bytes: 2))
    fields.append(
      field(
        start + FrameDataOffset.owner, "owner", .bookkeeping, "\(data[byte: FrameDataOffset.owner])", bytes: 1
      ))
    let names = data[object: FrameDataOffset.executable]?[object: CodeOffset.variableNames]
    for index in 0..<max(top, 0) {
      let name = names.flatMap { index < $0.itemCount ? space.item(index, of: $0)?.text : nil }
      reference(FrameDataOffset.variables + 8 * index, name ?? "variable \(index)", .localVariable)
    }
  }

  /// The numbers of a code object.
  mutating func addCodeNumbers() {
    fields.append(field(ObjectOffset.size, "ob_size", .bookkeeping, "\(object.itemCount)"))
    for (offset, name) in [
      (CodeOffset.flags, "co_flags"), (CodeOffset.argumentCount, "co_argcount"),
      (CodeOffset.positionalOnlyCount, "co_posonlyargcount"),
      (CodeOffset.keywordOnlyCount, "co_kwonlyargcount"),
      (CodeOffset.stackSize, "co_stacksize"), (CodeOffset.firstLine, "co_firstlineno"),
      (CodeOffset.variableCount, "co_nlocalsplus"), (CodeOffset.frameSize, "co_framesize"),
      (CodeOffset.localCount, "co_nlocals"), (CodeOffset.cellCount, "co_ncellvars"),
      (CodeOffset.freeCount, "co_nfreevars"),
    ] {
      fields.append(field(offset, name, .bookkeeping, "\(object[int32: offset])", bytes: 4))
    }
    fields.append(
      field(CodeOffset.nativeBody, "native body", .bookkeeping, "\(object[integer: CodeOffset.nativeBody])"))
  }

  /// The characters of an instance of a class derived from `str`, which are a block of their own.
  mutating func addSeparateCharacters() {
    let state = StringState(object)
    let hash = object[integer: StringOffset.hash]
    fields.append(field(StringOffset.length, "length", .bookkeeping, "\(object.stringLength)"))
    fields.append(field(StringOffset.hash, "hash", .bookkeeping, hash == -1 ? "not computed" : "\(hash)"))
    let kind = state.isASCII ? "ASCII" : "\(state.width) byte\(state.width == 1 ? "" : "s") a character"
    fields.append(field(StringOffset.state, "state", .bookkeeping, kind, bytes: 4))
    fields.append(field(StringOffset.encodedLength, "utf8_length", .bookkeeping, "\(object[integer: 40])"))
    fields.append(field(StringOffset.encoded, "utf8", .bookkeeping, "NULL"))
    guard let data = object[block: StringOffset.data] else { return }
    fields.append(field(StringOffset.data, "data", toBlock: data))
    let size = (object.stringLength + 1) * state.width
    let text = String(object.text.prefix(60))
    addBody(data, "characters", size: size, [field(0, "characters", .value, text, bytes: size)])
  }
}
