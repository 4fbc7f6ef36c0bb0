package import ObjectRuntime

extension Machine {
  package func attribute(_ name: String, of object: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    if object.type == space.type(.frame) { return try frameAttribute(name, of: object) }
    return try generatorAttribute(name, of: object)
  }

  /// An attribute of a frame, whose call may be under way or over.
  private func frameAttribute(_ name: String, of frame: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    guard let data = frame[block: FrameOffset.data] else { return nil }
    let isOver = data[byte: FrameDataOffset.owner] == 2
    switch name {
    case "f_code": return data[object: FrameDataOffset.executable]?.retained()
    case "f_globals": return data[object: FrameDataOffset.globals]?.retained()
    case "f_builtins": return data[object: FrameDataOffset.builtins]?.retained()
    case "f_locals":
      if let locals = data[object: FrameDataOffset.locals] { return locals.retained() }
      let dict = try space.makeDict()
      do throws(ObjectError) {
        try fillLocals(dict, from: data)
      } catch {
        space.release(dict)
        throw error
      }
      return dict
    case "f_lineno":
      if isOver { return try space.makeInteger(Int(frame[int32: FrameOffset.line])) }
      return try space.makeInteger(range(of: data)?.start.line ?? 0)
    case "f_lasti": return try space.makeInteger(2 * instructionIndex(of: data))
    case "f_back":
      if isOver { return (frame[object: FrameOffset.back] ?? space.none).retained() }
      guard let back = data[block: FrameDataOffset.previous] else { return space.none }
      return try frameObject(of: back).retained()
    default: return nil
    }
  }

  private func generatorAttribute(
    _ name: String, of generator: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? {
    let frame = generator.advanced(by: GeneratorOffset.frame)
    let state = generator[byte: GeneratorOffset.frameState]
    let isOver = state == 1 || state == 4
    switch name {
    case "gi_code": return frame[object: FrameDataOffset.executable]?.retained()
    case "gi_running": return space.bool(state == 0)
    case "gi_suspended": return space.bool(state >= 0xFE)
    case "gi_frame": return isOver ? space.none : try frameObject(of: frame).retained()
    case "gi_yieldfrom":
      let top = Int(frame[int32: FrameDataOffset.stackTop])
      guard state == 0xFF, top > 0 else { return space.none }
      return (frame[object: FrameDataOffset.variables + 8 * (top - 1)] ?? space.none).retained()
    default: return nil
    }
  }
}
