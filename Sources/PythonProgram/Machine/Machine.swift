package import ObjectRuntime

/// A virtual machine that runs compiled Python programs on an object space.
///
/// It holds references where CPython 3.13 holds them: in variables, on the stacks of values, and in frames.
@safe
package final class Machine {
  package let space: ObjectSpace
  /// The words that change with every call, at one place that does not move.
  let state: Block
  /// Codes that were loaded, by their number.
  var codes: [LoadedCode] = []
  /// The built-in functions that machines have, by their number.
  var natives: [NativeFunction] = []
  /// The chunks that calls' data lie in.
  var chunks: [Block] = []
  /// The memory of codes' instructions, caches and data.
  var codeBlocks: [Block] = []
  /// An exception that is being raised, owned, and whether it is raised again where it has passed already.
  var pending: ObjectPointer?
  var isRaisedAgain = false
  /// Whether the generator that came back last has ended, and whether the next call begins with an exception.
  var returned = false
  var beginsRaising = false
  /// Ends the program whatever it catches.
  var interruption: Interruption?
  package var limits = ProgramLimits() { didSet { beginSpan() } }
  /// How many steps were done, and when the program began.
  var stepsDone = 0
  /// How many steps pass until the next look at the limits.
  var stepSpan = tickCount
  var startTime = ContinuousClock.now
  /// Whether the host wants the program to end.
  package var isCancelled: (() -> Bool)?
  /// What the world around the program is.
  package var host: any ProgramHost = SilentHost()
  /// Objects that the machine itself needs, owned.
  var buildClassFunction: ObjectPointer?
  var modules = ModuleTable()
  /// The names of the program's modules whose code runs: they may not have all their variables yet.
  var starting: Set<String> = []
  /// The constants of the main program's text, owned: its syntax tree holds them until its code has run.
  var literals: [ObjectPointer] = []
  /// Where statements are announced to.
  package var statementHook: ((Int, String) throws(ObjectError) -> Void)?
  /// What is done at a moment that the program marks.
  package var momentHook: (() throws(ObjectError) -> Void)?
  /// What shows a value as the end of a notebook's cell does.
  package var showHook: ((ObjectPointer) throws(ObjectError) -> Void)?
  let memoryError: ObjectPointer
  /// The texts of modules that are written in Python, by their names.
  var pythonModules: [String: String] = [:]
  /// The program's name and arguments, as `sys.argv` has them.
  package var programArguments: [String] = []
  /// The list of what is called before and after collections, owned: it outlives its module.
  var collectorCallbacks: ObjectPointer?
  /// How many calls each traced allocation keeps.
  var tracebackLimit = 1
  /// The name of the main program's file.
  package var mainFile = ""
  /// Whether the program has no modules any more with which its text could be read.
  var isEnding = false
  /// The exception that ended the program, owned.
  var lastException: ObjectPointer?
  /// The type `super`, where the built-in name still means it.
  var superObject: ObjectPointer?
  /// What `sys.stdout` and `sys.stderr` are, owned: they outlive that module.
  package var standardOutput: ObjectPointer?
  package var standardError: ObjectPointer?

  /// The words of ``state``.
  enum StateOffset {
    /// How many calls are under way.
    @inline(__always) static var depth: Int { 0 }
    @inline(__always) static var depthLimit: Int { 8 }
    /// The data of the call that is running; 0 where none is.
    @inline(__always) static var frame: Int { 16 }
    /// Where the next call's data go, and where the chunk ends.
    @inline(__always) static var top: Int { 24 }
    @inline(__always) static var end: Int { 32 }
    /// Where the exception stands that is being handled: two words, the exception and the address of the outer ones.
    @inline(__always) static var handled: Int { 40 }
    /// How many steps may be done before the limits are looked at.
    @inline(__always) static var ticks: Int { 48 }
    /// The outermost handled exception, and no address behind it.
    @inline(__always) static var outermost: Int { 64 }
    static let size = 128
  }

  /// Makes a machine for a space, whose interpreter it is from then on.
  ///
  /// - Throws: ``ObjectError`` of kind `memoryError`.
  package init(_ space: ObjectSpace) throws(ObjectError) {
    self.space = space
    state = Block.allocate(StateOffset.size)
    memoryError = try space.makeException(space.exceptionType(.memoryError), [])
    state[integer: StateOffset.depthLimit] = 1_000
    state[word: StateOffset.handled] = state.address + UInt(StateOffset.outermost)
    state[integer: StateOffset.ticks] = Self.tickCount
    addChunk(atLeast: 0)
    space.setInterpreter(self)
    space.callSource = { [unowned self] limit in self.tracedFrames(limit) }
    try makeBuiltins()
    space.setUnraisableHook { [unowned self] error in tellUnraisable(error.error, place: error.place) }
  }

  deinit {
    for chunk in chunks { chunk.free() }
    for block in codeBlocks { block.free() }
    state.free()
  }

  /// How many jumps back and calls pass between two looks at the limits.
  static let tickCount = 1_000

  // MARK: Memory of calls

  static let chunkSize = 1 << 20

  /// Opens another chunk for calls' data.
  func addChunk(atLeast size: Int) {
    let size = max(size + 64, Self.chunkSize)
    let chunk = Block.allocate(size)
    // A chunk begins with where the one before ended.
    chunk[word: 0] = state[word: StateOffset.top]
    chunk[word: 8] = state[word: StateOffset.end]
    chunks.append(chunk)
    state[word: StateOffset.top] = chunk.address + 16
    state[word: StateOffset.end] = chunk.address + UInt(size)
  }

  /// Takes memory for a call's data.
  @inline(__always)
  func takeFrame(_ size: Int) -> Block {
    let top = state[word: StateOffset.top]
    if top &+ UInt(size) > state[word: StateOffset.end] { return takeFrameInNewChunk(size) }
    state[word: StateOffset.top] = top &+ UInt(size)
    return Block(address: top)
  }

  @inline(never)
  private func takeFrameInNewChunk(_ size: Int) -> Block {
    addChunk(atLeast: size)
    let top = state[word: StateOffset.top]
    state[word: StateOffset.top] = top &+ UInt(size)
    return Block(address: top)
  }

  /// Gives the memory of the innermost call's data back.
  @inline(__always)
  func giveBack(_ frame: Block) {
    state[word: StateOffset.top] = frame.address
    if chunks.count > 1 { closeChunk(frame) }
  }

  @inline(never)
  private func closeChunk(_ frame: Block) {
    guard let chunk = chunks.last, frame.address == chunk.address + 16 else { return }
    state[word: StateOffset.top] = chunk[word: 0]
    state[word: StateOffset.end] = chunk[word: 8]
    chunks.removeLast()
    chunk.free()
  }

  // MARK: Code

  /// Writes what the machine keeps of a unit; the constants and names are the caller's to fill in.
  func makeCodeData(_ unit: CodeUnit, file: String, source: SourceText?) -> Block {
    let count = unit.instructions.count
    let data = Block.allocate(CodeData.size)
    let words = Block.allocate(8 * count + 8)
    var cacheCount = 1
    for (index, instruction) in unit.instructions.enumerated() {
      var cache = 0
      if instruction.opcode.hasCache {
        cache = cacheCount
        cacheCount += 1
      }
      words[word: 8 * index] =
        UInt(instruction.opcode.rawValue) | UInt(cache & 0xFF_FFFF) << 8
        | UInt(truncatingIfNeeded: instruction.argument) << 32
    }
    let caches = Block.allocate(AttributeCache.size * cacheCount)
    codeBlocks += [data, words, caches]
    data[word: CodeData.instructions] = words.address
    data[word: CodeData.caches] = caches.address
    data[integer: CodeData.variableCount] = unit.variableNames.count
    data[integer: CodeData.stackSize] = unit.stackSize
    data[integer: CodeData.frameSize] =
      FrameDataOffset.variables + 8 * (unit.variableNames.count + unit.stackSize)
    let isSimple =
      unit.flags.isDisjoint(with: [.takesRest, .takesKeywords]) && unit.keywordOnlyCount == 0
    data[integer: CodeData.isSimple] = isSimple ? 1 : 0
    data[integer: CodeData.argumentCount] = unit.argumentCount
    data[integer: CodeData.number] = codes.count
    data[integer: CodeData.freeCount] = unit.freeCount
    data[integer: CodeData.firstFree] = unit.localCount + unit.cellCount
    data[integer: CodeData.flags] = Int(unit.flags.rawValue)
    codes.append(LoadedCode(unit: unit, file: file, source: source, data: data))
    return data
  }

  /// The loaded code that a call runs.
  func code(of frame: Block) -> LoadedCode { codes[Registers.code(of: frame)[integer: CodeData.number]] }

  /// Which instruction a call is at.
  func instructionIndex(of frame: Block) -> Int {
    let start = Registers.code(of: frame)[word: CodeData.instructions]
    return Int(bitPattern: frame[word: FrameDataOffset.instruction] &- start) / 8
  }

  /// Where in its file a call is.
  func range(of frame: Block) -> SourceRange? {
    let unit = code(of: frame).unit
    let index = instructionIndex(of: frame)
    return unit.ranges.indices.contains(index) ? unit.ranges[index] : nil
  }

  /// The calls that are under way, innermost first, for the tracer of allocations.
  private func tracedFrames(_ limit: Int) -> (frames: [TracedFrame], total: Int) {
    var frames: [TracedFrame] = []
    var total = 0
    var next = state[block: StateOffset.frame]
    while let frame = next {
      if total < limit { frames.append(tracedFrame(frame)) }
      total += 1
      next = frame[block: FrameDataOffset.previous]
    }
    return (frames, total)
  }

  private func tracedFrame(_ frame: Block) -> TracedFrame {
    let data = Registers.code(of: frame)
    let loaded = codes[data[integer: CodeData.number]]
    var number = data[integer: CodeData.tracedCode]
    if number == 0 || data[integer: CodeData.tracedCode + 24] != tracingEpoch {
      number = 1 + Int(space.tracedCode(function: loaded.unit.name, file: loaded.file).rawValue)
      data[integer: CodeData.tracedCode] = number
      data[integer: CodeData.tracedCode + 24] = tracingEpoch
    }
    let index = instructionIndex(of: frame)
    let line = loaded.unit.ranges.indices.contains(index) ? loaded.unit.ranges[index].start.line : 0
    return TracedFrame(code: TracedFrame.Code(rawValue: UInt32(number - 1)), line: line)
  }

  /// Which tracer the numbers of codes are of: another after each start.
  var tracingEpoch: Int { space.tracingNumber }
}
