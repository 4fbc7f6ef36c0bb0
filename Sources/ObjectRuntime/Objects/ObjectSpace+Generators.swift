extension ObjectSpace {
  /// How far a generator's frame is.
  enum FrameState {
    static let created: UInt8 = 0xFD
    static let suspended: UInt8 = 0xFE
    static let executing: UInt8 = 0
    static let completed: UInt8 = 1
    static let cleared: UInt8 = 4
  }

  /// Makes a generator that is suspended with variables.
  ///
  /// - Parameters:
  ///   - function: the generator function.
  ///   - variables: its local variables, cells and free variables, `nil` where unset.
  ///   - stackSize: how many words its stack may take.
  ///   - isStarted: whether it has run to its first `yield`.
  /// - Returns: the generator, owned by the caller, tracked.
  package func makeGenerator(
    _ function: ObjectPointer, variables: [ObjectPointer?], stackSize: Int, isStarted: Bool
  ) throws(ObjectError) -> ObjectPointer {
    let slots = variables.count + stackSize
    // The first word of the variables is part of the basic size.
    let size = 144 + 8 * slots
    let generator = try allocateCollected(type(.generator), size: size)
    generator.zero(from: 16, count: size - 16)
    generator.itemCount = 0
    generator[object: GeneratorOffset.name] = function[object: FunctionOffset.name]?.retained()
    generator[object: GeneratorOffset.qualifiedName] = function[object: FunctionOffset.qualifiedName]?
      .retained()
    generator[byte: GeneratorOffset.frameState] = isStarted ? FrameState.suspended : FrameState.created
    let data = generator.advanced(by: GeneratorOffset.frame)
    fillFrameData(data, function: function, variables: variables, owner: 1)
    track(generator)
    return generator
  }

  /// Fills the data of a call.
  private func fillFrameData(
    _ data: Block, function: ObjectPointer, variables: [ObjectPointer?], owner: UInt8
  ) {
    data[object: FrameDataOffset.executable] = function[object: FunctionOffset.code]?.retained()
    data[object: FrameDataOffset.function] = function.retained()
    data[word: FrameDataOffset.globals] = function[word: FunctionOffset.globals]
    data[word: FrameDataOffset.builtins] = function[word: FunctionOffset.builtins]
    data[int32: FrameDataOffset.stackTop] = Int32(variables.count)
    data[byte: FrameDataOffset.owner] = owner
    for (index, variable) in variables.enumerated() {
      data[object: FrameDataOffset.variables + 8 * index] = variable?.retained()
    }
  }

  /// Makes a frame object that owns its data: a call that has ended and that a traceback still holds.
  ///
  /// - Returns: the frame, owned by the caller, tracked.
  package func makeFrame(
    _ function: ObjectPointer, variables: [ObjectPointer?], stackSize: Int = 0, back: ObjectPointer?,
    line: Int
  ) throws(ObjectError) -> ObjectPointer {
    let slots = variables.count + stackSize
    let size = FrameOffset.ownData + FrameDataOffset.variables + 8 * slots
    let frame = try allocateCollected(type(.frame), size: size)
    frame.zero(from: 16, count: size - 16)
    frame[object: FrameOffset.back] = back?.retained()
    frame[word: FrameOffset.data] = frame.address + UInt(FrameOffset.ownData)
    frame[int32: FrameOffset.line] = Int32(clamping: line)
    fillFrameData(
      frame.advanced(by: FrameOffset.ownData), function: function, variables: variables, owner: 2)
    track(frame)
    return frame
  }

  /// Makes a traceback entry.
  package func makeTraceback(
    next: ObjectPointer?, frame: ObjectPointer, line: Int
  ) throws(ObjectError) -> ObjectPointer {
    let traceback = try makeRecord(.traceback, size: 40, [next, frame])
    traceback[int32: TracebackOffset.instruction] = 0
    traceback[int32: TracebackOffset.line] = Int32(clamping: line)
    return traceback
  }

  /// Lets the frame of a generator go that has ended: it is exhausted from then on.
  package func finishGenerator(_ generator: ObjectPointer) {
    guard generator[byte: GeneratorOffset.frameState] != FrameState.cleared else { return }
    generator[byte: GeneratorOffset.frameState] = FrameState.cleared
    let data = generator.advanced(by: GeneratorOffset.frame)
    let offsets = frameDataReleases(data)
    let variables = Int(data[int32: FrameDataOffset.stackTop])
    for offset in offsets { clearWord(generator, GeneratorOffset.frame + offset) }
    if variables > 0 { data[int32: FrameDataOffset.stackTop] = 0 }
    clearWord(generator, GeneratorOffset.frame + FrameDataOffset.function)
    clearWord(generator, GeneratorOffset.exceptionState)
  }

  /// Lets go what the variables and the stack of a generator hold that was closed where nothing could see it: in the
  /// order in which they lie, and not as an exception leaves them.
  package func clearVariables(ofGenerator generator: ObjectPointer) {
    let data = generator.advanced(by: GeneratorOffset.frame)
    let offsets = frameDataReleases(data)
    data[int32: FrameDataOffset.stackTop] = 0
    for offset in offsets { clearWord(generator, GeneratorOffset.frame + offset) }
  }

  /// Closes a generator that is going and has not ended.
  func finalizeGenerator(_ generator: ObjectPointer) {
    let frameState = generator[byte: GeneratorOffset.frameState]
    if frameState == FrameState.created { generator[byte: GeneratorOffset.frameState] = FrameState.completed }
    guard frameState > FrameState.created, let interpreter else { return }
    do throws(ObjectError) {
      try interpreter.close(generator, in: self)
    } catch {
      reportUnraisable(error, in: generator)
    }
  }

  /// The references of a call's data, in the order in which the collector visits them.
  @inline(__always)
  private func forEachFrameData(_ data: Block, _ visit: (ObjectPointer) -> Void) {
    if let child = data[object: FrameDataOffset.frameObject] { visit(child) }
    if let child = data[object: FrameDataOffset.locals] { visit(child) }
    if let child = data[object: FrameDataOffset.function] { visit(child) }
    if let child = data[object: FrameDataOffset.executable] { visit(child) }
    for index in 0..<max(Int(data[int32: FrameDataOffset.stackTop]), 0) {
      if let child = data[object: FrameDataOffset.variables &+ 8 &* index] { visit(child) }
    }
  }

  @inline(__always)
  func forEachGeneratorReference(_ generator: ObjectPointer, _ visit: (ObjectPointer) -> Void) {
    if let child = generator[object: GeneratorOffset.name] { visit(child) }
    if let child = generator[object: GeneratorOffset.qualifiedName] { visit(child) }
    let data = generator.advanced(by: GeneratorOffset.frame)
    if generator[byte: GeneratorOffset.frameState] < FrameState.cleared
      || generator[byte: GeneratorOffset.frameState] > 0x7F
    {
      forEachFrameData(data, visit)
    }
    if let child = generator[object: GeneratorOffset.exceptionState] { visit(child) }
  }

  @inline(__always)
  func forEachFrameReference(_ frame: ObjectPointer, _ visit: (ObjectPointer) -> Void) {
    for offset in [FrameOffset.back, FrameOffset.trace, FrameOffset.extraLocals, FrameOffset.localsCache] {
      if let child = frame[object: offset] { visit(child) }
    }
    guard let data = frame[block: FrameOffset.data], data[byte: FrameDataOffset.owner] == 2 else { return }
    forEachFrameData(data, visit)
  }

  // MARK: Letting go

  /// The places of a call's references in the order in which they are let go.
  private func frameDataReleases(_ data: Block) -> [Int] {
    var offsets = (0..<max(Int(data[int32: FrameDataOffset.stackTop]), 0)).map {
      FrameDataOffset.variables + 8 * $0
    }
    offsets.append(FrameDataOffset.locals)
    return offsets
  }

  /// Lets the next reference of a dying generator go.
  func releaseGenerator(_ entry: inout ReleaseEntry) -> Bool {
    let generator = entry.object
    let data = generator.advanced(by: GeneratorOffset.frame)
    generator[byte: GeneratorOffset.frameState] = FrameState.cleared
    if data[word: FrameDataOffset.frameObject] != 0 { interpreter?.releaseFrame(ofGenerator: generator) }
    let offsets =
      frameDataReleases(data).map { GeneratorOffset.frame + $0 } + [
        GeneratorOffset.frame + FrameDataOffset.function, GeneratorOffset.exceptionState,
        GeneratorOffset.frame + FrameDataOffset.executable, GeneratorOffset.name,
        GeneratorOffset.qualifiedName,
      ]
    return releaseNext(&entry, offsets)
  }

  /// Lets the next reference of a dying frame go.
  func releaseFrame(_ entry: inout ReleaseEntry) -> Bool {
    let frame = entry.object
    var offsets: [Int] = []
    var executable: [Int] = []
    if let data = frame[block: FrameOffset.data], data[byte: FrameDataOffset.owner] == 2 {
      let base = FrameOffset.ownData
      offsets = [base + FrameDataOffset.function, base + FrameDataOffset.locals]
      offsets += (0..<max(Int(data[int32: FrameDataOffset.stackTop]), 0)).map {
        base + FrameDataOffset.variables + 8 * $0
      }
      executable = [base + FrameDataOffset.executable]
    }
    offsets += [FrameOffset.back, FrameOffset.trace, FrameOffset.extraLocals, FrameOffset.localsCache]
    return releaseNext(&entry, offsets + executable)
  }

  private func releaseNext(_ entry: inout ReleaseEntry, _ offsets: [Int]) -> Bool {
    while entry.cursor < offsets.count {
      let offset = offsets[entry.cursor]
      entry.cursor += 1
      guard let child = entry.object[object: offset] else { continue }
      entry.object[word: offset] = 0
      if releaseChild(child, entry) { return true }
    }
    return false
  }

  /// Empties a frame that is not running, as `frame.clear()`.
  func clearFrame(_ frame: ObjectPointer) {
    for offset in [FrameOffset.trace, FrameOffset.extraLocals, FrameOffset.localsCache] {
      clearWord(frame, offset)
    }
    guard let data = frame[block: FrameOffset.data], data[byte: FrameDataOffset.owner] == 2 else { return }
    for index in 0..<max(Int(data[int32: FrameDataOffset.stackTop]), 0) {
      clearWord(frame, FrameOffset.ownData + FrameDataOffset.variables + 8 * index)
    }
  }
}
