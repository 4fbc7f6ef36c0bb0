import ObjectRuntime

extension Machine {
  /// Begins a call whose arguments are its variables; they lie on top of the caller's stack and are taken from it.
  @inline(__always)
  func enterSimple(
    _ function: ObjectPointer, _ code: ObjectPointer, _ data: Block, _ count: Int, _ r: inout Registers,
    _ kind: UInt16
  ) throws(ObjectError) {
    try countCall()
    let frame = takeFrame(data[integer: CodeData.frameSize])
    code.retain()
    frame[word: FrameDataOffset.executable] = code.address
    frame[word: FrameDataOffset.previous] = r.frame.address
    frame[word: FrameDataOffset.function] = function.address
    frame[word: FrameDataOffset.globals] = function[word: FunctionOffset.globals]
    frame[word: FrameDataOffset.builtins] = function[word: FunctionOffset.builtins]
    frame[word: FrameDataOffset.locals] = 0
    frame[word: FrameDataOffset.frameObject] = 0
    let variables = data[integer: CodeData.variableCount]
    // The word of the stack's height, the return offset and the owner, which is 0.
    frame[word: FrameDataOffset.stackTop] = UInt(variables) | UInt(kind) << 32
    var place = FrameDataOffset.variables
    var source = Int(bitPattern: r.stack.address) &- 8 &* count
    for _ in 0..<count {
      frame[word: place] = Block(address: UInt(bitPattern: source))[word: 0]
      place &+= 8
      source &+= 8
    }
    let end = FrameDataOffset.variables &+ 8 &* variables
    while place < end {
      frame[word: place] = 0
      place &+= 8
    }
    if data[integer: CodeData.freeCount] != 0 { copyFreeVariables(of: function, data, to: frame) }
    // What is called stands below the receiver's place.
    r.stack.drop(count &+ (r.stack.word(count &+ 1) == function.address ? 1 : 2))
    if kind == ReturnKind.initializer {
      // The new instance is the call's result.
      r.stack.push(ObjectPointer(address: frame[word: FrameDataOffset.variables]).retained())
    }
    r.save()
    begin(frame, data, &r)
  }

  /// Makes a call the one that is running.
  @inline(__always)
  func begin(_ frame: Block, _ data: Block, _ r: inout Registers) {
    frame[word: FrameDataOffset.instruction] = data[word: CodeData.instructions] &- 8
    state[block: StateOffset.frame] = frame
    r = Registers(frame)
  }

  /// The cells that a function was made with are the last variables of its calls.
  func copyFreeVariables(of function: ObjectPointer, _ data: Block, to frame: Block) {
    guard let closure = function[object: FunctionOffset.closure] else { return }
    let first = data[integer: CodeData.firstFree]
    for index in 0..<data[integer: CodeData.freeCount] {
      let cell = ObjectPointer(address: closure[word: TupleOffset.items + 8 * index])
      frame[object: FrameDataOffset.variables + 8 * (first + index)] = cell.retained()
    }
  }

  /// Counts a call that begins.
  @inline(__always)
  func countCall() throws(ObjectError) {
    let depth = state[integer: StateOffset.depth] &+ 1
    if depth > state[integer: StateOffset.depthLimit] {
      throw ObjectError(.recursionError, "maximum recursion depth exceeded")
    }
    state[integer: StateOffset.depth] = depth
  }

  /// Ends a call: lets its variables go, then its function and its code.
  @inline(__always)
  func leaveCall(_ frame: Block) {
    state[word: StateOffset.frame] = frame[word: FrameDataOffset.previous]
    state[integer: StateOffset.depth] &-= 1
    if frame[word: FrameDataOffset.frameObject] != 0, giveData(of: frame) { return giveBack(frame) }
    let code = ObjectPointer(address: frame[word: FrameDataOffset.executable])
    let count = Block(address: code[word: CodeOffset.machineData])[integer: CodeData.variableCount]
    var place = FrameDataOffset.variables
    let end = place &+ 8 &* count
    while place < end {
      if let value = frame[object: place] {
        frame[word: place] = 0
        space.release(value)
      }
      place &+= 8
    }
    if let locals = frame[object: FrameDataOffset.locals] { space.release(locals) }
    if let function = frame[object: FrameDataOffset.function] { space.release(function) }
    space.release(code)
    giveBack(frame)
  }

  /// Lets the frame object of a call that ends take over what it holds, where others hold the object.
  ///
  /// - Returns: whether it did.
  @inline(never)
  func giveData(of frame: Block) -> Bool {
    guard let object = frame[object: FrameDataOffset.frameObject] else { return false }
    frame[word: FrameDataOffset.frameObject] = 0
    guard object.referenceCount > 1 else {
      space.release(object)
      return false
    }
    // A generator's call that has ended has no caller.
    let isGenerator = frame[byte: FrameDataOffset.owner] == 1
    let back = isGenerator ? nil : state[block: StateOffset.frame].flatMap { try? frameObject(of: $0) }
    object[int32: FrameOffset.line] = Int32(clamping: range(of: frame)?.start.line ?? 0)
    let count = Registers.code(of: frame)[integer: CodeData.variableCount]
    space.takeData(of: object, count: count, back: back)
    space.release(object)
    return true
  }

  /// The frame object of a call that is under way, borrowed from the call's data; made where there is none yet.
  func frameObject(of frame: Block) throws(ObjectError) -> ObjectPointer {
    if let object = frame[object: FrameDataOffset.frameObject] { return object }
    let data = Registers.code(of: frame)
    let object = try space.makeFrame(
      of: frame, variables: data[integer: CodeData.variableCount],
      stackSize: data[integer: CodeData.stackSize])
    frame[object: FrameDataOffset.frameObject] = object
    return object
  }

  /// Lets the values go that a call's stack has above a height.
  func dropStack(of r: inout Registers, to depth: Int) {
    let variables = Registers.code(of: r.frame)[integer: CodeData.variableCount]
    let base = r.frame.address &+ UInt(FrameDataOffset.variables &+ 8 &* (variables &+ depth))
    while r.stack.address > base {
      let word = r.stack.popWord()
      if word != 0 { space.release(ObjectPointer(address: word)) }
    }
  }

  /// Begins a call from outside.
  ///
  /// - Parameters:
  ///   - function: what is called, one reference of which is taken over.
  ///   - fill: writes the variables of the new data.
  func makeEntryFrame(_ function: ObjectPointer) throws(ObjectError) -> (frame: Block, data: Block) {
    let code = ObjectPointer(address: function[word: FunctionOffset.code])
    guard let data = code[block: CodeOffset.machineData] else {
      throw ObjectError(.systemError, "the function's code belongs to a machine that is not there")
    }
    try countCall()
    let frame = takeFrame(data[integer: CodeData.frameSize])
    code.retain()
    frame[word: FrameDataOffset.executable] = code.address
    frame[word: FrameDataOffset.previous] = state[word: StateOffset.frame]
    frame[word: FrameDataOffset.function] = function.address
    frame[word: FrameDataOffset.globals] = function[word: FunctionOffset.globals]
    frame[word: FrameDataOffset.builtins] = function[word: FunctionOffset.builtins]
    frame[word: FrameDataOffset.locals] = 0
    frame[word: FrameDataOffset.frameObject] = 0
    let variables = data[integer: CodeData.variableCount]
    frame[word: FrameDataOffset.stackTop] = UInt(variables)
    for index in 0..<variables { frame[word: FrameDataOffset.variables + 8 * index] = 0 }
    if data[integer: CodeData.freeCount] != 0 { copyFreeVariables(of: function, data, to: frame) }
    return (frame, data)
  }
}
