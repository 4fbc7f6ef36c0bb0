extension ObjectSpace {
  /// An attribute that tells how far a generator is, owned by the caller; `nil` where the name is none of them.
  func attribute(ofGenerator generator: ObjectPointer, _ name: String) throws(ObjectError) -> ObjectPointer? {
    let frameState = generator[byte: GeneratorOffset.frameState]
    let isSuspended = frameState >= FrameState.suspended
    switch name {
    case "gi_running": return bool(frameState == FrameState.executing)
    case "gi_suspended": return bool(isSuspended)
    case "gi_code":
      return generator[object: GeneratorOffset.frame + FrameDataOffset.executable]?.retained() ?? none
    case "gi_frame":
      guard frameState >= FrameState.created || frameState == FrameState.executing, let interpreter else {
        return none
      }
      return try interpreter.frame(ofGenerator: generator)
    case "gi_yieldfrom":
      let data = generator.advanced(by: GeneratorOffset.frame)
      let top = Int(data[int32: FrameDataOffset.stackTop])
      guard frameState == FrameState.delegating, top > 0 else { return none }
      return data[object: FrameDataOffset.variables + 8 * (top - 1)]?.retained() ?? none
    default: return nil
    }
  }
}
