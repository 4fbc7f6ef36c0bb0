import ObjectRuntime

/// The values that a running block is working with, the top at the highest address.
@safe
struct ValueStack {
  private(set) var raw: UnsafeMutableRawPointer

  @inline(__always)
  init(_ place: Block) { unsafe raw = place.raw }

  @inline(__always)
  var address: UInt { unsafe UInt(bitPattern: raw) }

  /// The place of the value *n* places from the top, counted from 1.
  @inline(__always)
  func place(_ depth: Int) -> Block { Block(address: address &- UInt(8 &* depth)) }

  @inline(__always)
  mutating func push(_ object: ObjectPointer) { pushWord(object.address) }

  @inline(__always)
  mutating func pushWord(_ word: UInt) {
    unsafe raw.storeBytes(of: word, as: UInt.self)
    unsafe raw += 8
  }

  @inline(__always)
  mutating func popWord() -> UInt {
    unsafe raw -= 8
    return unsafe raw.load(as: UInt.self)
  }

  @inline(__always)
  mutating func pop() -> ObjectPointer { ObjectPointer(address: popWord()) }

  @inline(__always)
  mutating func drop(_ count: Int) { unsafe raw -= 8 &* count }

  /// The value *n* places from the top, counted from 1.
  @inline(__always)
  subscript(_ depth: Int) -> ObjectPointer {
    get { ObjectPointer(address: word(depth)) }
    nonmutating set { unsafe (raw - 8 &* depth).storeBytes(of: newValue.address, as: UInt.self) }
  }

  @inline(__always)
  func word(_ depth: Int) -> UInt { unsafe (raw - 8 &* depth).load(as: UInt.self) }

  @inline(__always)
  func setWord(_ depth: Int, _ word: UInt) { unsafe (raw - 8 &* depth).storeBytes(of: word, as: UInt.self) }
}

/// What the loop of the machine keeps at hand: the block that is running, where it is, and its stack.
struct Registers {
  /// The call's data, laid out as ``FrameDataOffset`` says.
  var frame: Block
  /// The next instruction.
  var instruction: UInt
  var stack: ValueStack
  var constants: Block
  var names: Block
  var caches: Block

  /// Goes on with a call where its data say that it is.
  @inline(__always)
  init(_ frame: Block) {
    let code = Registers.code(of: frame)
    self.frame = frame
    instruction = frame[word: FrameDataOffset.instruction] &+ 8
    let count = Int(frame[int32: FrameDataOffset.stackTop])
    stack = ValueStack(frame.advanced(by: FrameDataOffset.variables &+ 8 &* count))
    // While it runs, its height is not in the data, and the collector must not look there.
    frame[int32: FrameDataOffset.stackTop] = -1
    constants = Block(address: code[word: CodeData.constants])
    names = Block(address: code[word: CodeData.names])
    caches = Block(address: code[word: CodeData.caches])
  }

  /// What the machine keeps of the code that a call runs.
  @inline(__always)
  static func code(of frame: Block) -> Block {
    let code = ObjectPointer(address: frame[word: FrameDataOffset.executable])
    return Block(address: code[word: CodeOffset.machineData])
  }

  /// Writes the height of the stack into the call's data, so that another call can begin on top of it.
  @inline(__always)
  func save() {
    let count = (Int(bitPattern: stack.address &- frame.address) &- FrameDataOffset.variables) >> 3
    frame[int32: FrameDataOffset.stackTop] = Int32(truncatingIfNeeded: count)
  }

  @inline(__always)
  func name(_ number: Int) -> ObjectPointer { ObjectPointer(address: names[word: 8 &* number]) }

  @inline(__always)
  func variable(_ number: Int) -> ObjectPointer? { frame[object: FrameDataOffset.variables &+ 8 &* number] }
}

/// What becomes of a call's result, as its data keep it (in the word of CPython's return offset).
enum ReturnKind {
  /// The machine was called from outside: it returns.
  static let entry: UInt16 = 0
  /// The caller's stack gets the result.
  static let call: UInt16 = 1
  /// An `__init__`: the caller's stack has the instance already.
  static let initializer: UInt16 = 2
  /// A generator that a loop goes through.
  static let loop: UInt16 = 3
  /// A generator that another one delegates to.
  static let send: UInt16 = 4
}
