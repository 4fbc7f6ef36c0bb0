import BigInt
import ObjectRuntime

/// What the machine keeps of a code object, at one place in memory: the words that begin and run its calls.
enum CodeData {
  static let size = 128

  @inline(__always) static var instructions: Int { 0 }
  @inline(__always) static var caches: Int { 8 }
  /// Where the items of the tuples of constants and names lie.
  @inline(__always) static var constants: Int { 16 }
  @inline(__always) static var names: Int { 24 }
  /// Local variables, cells and free variables.
  @inline(__always) static var variableCount: Int { 32 }
  /// The bytes of a call's data.
  @inline(__always) static var frameSize: Int { 40 }
  /// Whether arguments are only positional, and each has its variable.
  @inline(__always) static var isSimple: Int { 48 }
  @inline(__always) static var argumentCount: Int { 56 }
  /// Which of the machine's codes it is.
  @inline(__always) static var number: Int { 64 }
  @inline(__always) static var freeCount: Int { 72 }
  /// How many variables stand before the free ones.
  @inline(__always) static var firstFree: Int { 80 }
  /// The number of the code in the tracer of allocations, counted from 1.
  @inline(__always) static var tracedCode: Int { 88 }
  @inline(__always) static var stackSize: Int { 96 }
  /// Bits of ``CodeUnit/Flags``.
  @inline(__always) static var flags: Int { 104 }
}

/// A loaded code unit, by the number in its code object's data.
struct LoadedCode {
  let unit: CodeUnit
  let file: String
  let source: SourceText?
  let data: Block
}

extension Machine {
  /// Makes the code object of a unit, with its constants and all inner units.
  ///
  /// Equal constants of one program are one object, and those that look like names are interned, as CPython's compiler
  /// leaves them.
  ///
  /// - Parameter keepsLiterals: whether the constants of the program's text stay held, as by its syntax tree: that of
  ///   the main program lives until its code has run.
  /// - Returns: the code, owned by the caller.
  func load(
    _ unit: CodeUnit, file: String, source: SourceText?, keepsLiterals: Bool = false
  ) throws(ObjectError) -> ObjectPointer {
    let name = try space.makeName(file)
    var loader = CodeLoader(machine: self, file: file, fileName: name, source: source)
    defer {
      if keepsLiterals { literals += loader.takeLiterals() }
      loader.releaseConstants()
      space.release(name)
    }
    return try loader.code(unit)
  }

  /// Lets the constants of the main program's text go that its syntax tree held.
  func releaseLiterals() {
    let held = literals
    literals = []
    for object in held { space.release(object) }
  }
}

/// Makes the objects that a program's code consists of.
private struct CodeLoader {
  let machine: Machine
  let file: String
  let fileName: ObjectPointer
  let source: SourceText?
  private var known: [ConstantKey: ObjectPointer] = [:]
  /// Those of the known constants that the program's text has, borrowed.
  private var literals: [ObjectPointer] = []

  init(machine: Machine, file: String, fileName: ObjectPointer, source: SourceText?) {
    self.machine = machine
    self.file = file
    self.fileName = fileName
    self.source = source
  }

  mutating func releaseConstants() {
    for object in known.values { machine.space.release(object) }
    known = [:]
  }

  /// The constants that the program's text has, owned by the caller.
  mutating func takeLiterals() -> [ObjectPointer] {
    defer { literals = [] }
    return literals.map { $0.retained() }
  }

  mutating func code(_ unit: CodeUnit) throws(ObjectError) -> ObjectPointer {
    let space = machine.space
    var owned: [ObjectPointer] = []
    defer { for object in owned { space.release(object) } }
    func keep(_ object: ObjectPointer) -> ObjectPointer {
      owned.append(object)
      return object
    }
    var constants: [ObjectPointer] = []
    for (index, constant) in unit.constants.enumerated() {
      constants.append(keep(try object(constant, isGenerated: unit.generatedConstants.contains(index))))
    }
    var names: [ObjectPointer] = []
    for name in unit.names { names.append(keep(try space.makeImmortalName(name))) }
    var variables: [ObjectPointer] = []
    for name in unit.variableNames { variables.append(keep(try space.makeImmortalName(name))) }
    let constantTuple = keep(try space.makeTuple(constants))
    let nameTuple = keep(try space.makeTuple(names))
    let variableTuple = keep(try space.makeTuple(variables))
    let data = machine.makeCodeData(unit, file: file, source: source)
    data[word: CodeData.constants] = constantTuple.address &+ UInt(TupleOffset.items)
    data[word: CodeData.names] = nameTuple.address &+ UInt(TupleOffset.items)
    var kinds =
      [UInt8](repeating: 0x20, count: unit.localCount) + [UInt8](repeating: 0x40, count: unit.cellCount)
      + [UInt8](repeating: 0x80, count: unit.freeCount)
    for instruction in unit.instructions
    where instruction.opcode == .makeCell && instruction.argument < unit.localCount {
      kinds[instruction.argument] |= 0x40
    }
    return try space.makeCode(
      ObjectSpace.CodeParts(
        name: keep(try space.makeImmortalName(unit.name)),
        qualifiedName: keep(try space.makeName(unit.qualifiedName)),
        file: fileName, constants: constantTuple, names: nameTuple, variableNames: variableTuple,
        variableKinds: kinds, flags: unit.flags.rawValue, argumentCount: unit.argumentCount,
        positionalOnlyCount: unit.positionalOnlyCount, keywordOnlyCount: unit.keywordOnlyCount,
        stackSize: unit.stackSize, firstLine: unit.firstLine, localCount: unit.localCount,
        cellCount: unit.cellCount, freeCount: unit.freeCount,
        instructionBytes: 2 * unit.instructions.count, machineData: data.address))
  }

  /// The object of a constant, owned by the caller.
  private mutating func object(
    _ constant: CodeConstant, isGenerated: Bool = false
  ) throws(ObjectError) -> ObjectPointer {
    let space = machine.space
    if case .code(let unit) = constant { return try code(unit) }
    let key = ConstantKey(constant)
    if let object = known[key] { return object.retained() }
    let object: ObjectPointer
    switch constant {
    case .plain(let value): object = try plain(value)
    case .tuple(let items):
      object = try collection(items) { (items) throws(ObjectError) in try space.makeTuple(items) }
    case .frozenSet(let items):
      object = try collection(items) { (items) throws(ObjectError) in
        let tuple = try space.makeTuple(items)
        defer { space.release(tuple) }
        return try space.call(space.type(.frozenSet), [tuple])
      }
    case .code(let unit): return try code(unit)
    }
    known[key] = object.retained()
    if !isGenerated {
      literals.append(object)
      // Bytes are held once more: what their parts are put together to is the only part itself.
      if case .plain(.bytes) = constant { literals.append(object) }
    }
    return object
  }

  private mutating func collection(
    _ items: [CodeConstant], _ make: ([ObjectPointer]) throws(ObjectError) -> ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    var objects: [ObjectPointer] = []
    defer { for object in objects { machine.space.release(object) } }
    for item in items { objects.append(try object(item)) }
    return try make(objects)
  }

  private func plain(_ constant: Constant) throws(ObjectError) -> ObjectPointer {
    let space = machine.space
    switch constant {
    case .none: return space.none
    case .true: return space.trueObject
    case .false: return space.falseObject
    case .ellipsis: return space.ellipsis
    case .integer(let value): return try space.makeInteger(value)
    case .float(let value): return try space.makeFloat(value)
    case .imaginary(let value): return try space.makeComplex(0, value)
    case .bytes(let bytes): return try space.makeBytes(bytes)
    case .string(let points):
      let string = try space.makeString(codePoints: points)
      return space.isNameLike(string) ? space.intern(string) : string
    }
  }
}
