/// A code unit under construction: its instructions, constants, names and variables.
final class UnitBuilder {
  /// A place in the code that jumps lead to.
  struct Label: Hashable { var number: Int }

  let scope: Scope
  let name: String
  let qualifiedName: String
  let firstLine: Int
  var flags: CodeUnit.Flags = []
  var argumentCount = 0
  var positionalOnlyCount = 0
  var keywordOnlyCount = 0
  var documentation: String?
  /// Whether the first handler is that of a generator for the `StopIteration` that its code lets out.
  var handlesStopIteration = false
  /// Of a class's body: the attributes that its methods set on `self`.
  var staticAttributes: [String] = []

  private(set) var instructions: [Instruction] = []
  private(set) var ranges: [SourceRange] = []
  private var handlerNumbers: [Int32] = []
  private var handlerLabels: [(label: Label, depth: Int, keepsInstruction: Bool)] = []
  /// The handlers that cover what is emitted, innermost last.
  var activeHandlers: [Int] = []
  private var labelPlaces: [Int?] = []
  private var labelDepths: [Int?] = []
  private(set) var depth = 0
  private var deepest = 0
  private(set) var isReachable = true

  private(set) var constants: [CodeConstant] = []
  private var generatedConstants: Set<Int> = []
  private var constantNumbers: [ConstantKey: Int] = [:]
  private(set) var names: [String] = []
  private var nameNumbers: [String: Int] = [:]
  private(set) var locals: [String] = []
  private var localNumbers: [LocalKey: Int] = [:]
  private var cells: [String] = []
  private var cellNumbers: [LocalKey: Int] = [:]
  private var free: [String] = []

  /// A variable of the unit's own block or of a comprehension inside it.
  private struct LocalKey: Hashable {
    var scope: ObjectIdentifier
    var name: String
  }

  /// Cells and free variables lie behind the locals, whose number is known at the end: until then they are told by
  /// numbers from here on.
  private static let cellBase = 1 << 24
  private static let freeBase = 1 << 25

  init(scope: Scope, name: String, qualifiedName: String, firstLine: Int) {
    self.scope = scope
    self.name = name
    self.qualifiedName = qualifiedName
    self.firstLine = firstLine
  }

  // MARK: Instructions

  func emit(_ opcode: Opcode, _ argument: Int = 0, at range: SourceRange) {
    guard isReachable else { return }
    instructions.append(Instruction(opcode: opcode, argument: argument))
    ranges.append(range)
    handlerNumbers.append(Int32(activeHandlers.last ?? -1))
    depth += StackEffect.of(opcode, argument)
    deepest = max(deepest, depth)
    if opcode.endsBlock { isReachable = false }
  }

  func emitJump(_ opcode: Opcode, to label: Label, at range: SourceRange) {
    guard isReachable else { return }
    emit(opcode, label.number, at: range)
    // At the end of a loop the iterator is still there and no element is.
    note(opcode == .forIterator ? depth - 1 : depth, at: label)
    if opcode == .jump || opcode == .jumpBackward { isReachable = false }
  }

  func makeLabel() -> Label {
    labelPlaces.append(nil)
    labelDepths.append(nil)
    return Label(number: labelPlaces.count - 1)
  }

  private func note(_ depth: Int, at label: Label) {
    if let known = labelDepths[label.number] {
      precondition(known == depth, "All ways to a place leave the stack as high.")
    }
    labelDepths[label.number] = depth
  }

  /// Puts a label here.
  func place(_ label: Label) {
    labelPlaces[label.number] = instructions.count
    if isReachable {
      note(depth, at: label)
    } else if let known = labelDepths[label.number] {
      depth = known
      deepest = max(deepest, depth)
      isReachable = true
    }
  }

  /// Covers what follows by a handler, until ``popHandler()``.
  ///
  /// - Parameter values: how many values on top of the stack are gone when it begins.
  func pushHandler(_ label: Label, keepsInstruction: Bool, above values: Int = 0) {
    let depth = depth - values
    handlerLabels.append((label, depth, keepsInstruction))
    activeHandlers.append(handlerLabels.count - 1)
    if isReachable { note(depth + (keepsInstruction ? 2 : 1), at: label) }
  }

  func popHandler() { activeHandlers.removeLast() }

  // MARK: Constants and names

  /// - Parameter isGenerated: whether the program's text has no such constant, and the compiler itself makes it.
  func constant(_ constant: CodeConstant, isGenerated: Bool = false) -> Int {
    let key = ConstantKey(constant)
    if let known = constantNumbers[key] { return known }
    if isGenerated { generatedConstants.insert(constants.count) }
    constants.append(constant)
    constantNumbers[key] = constants.count - 1
    return constants.count - 1
  }

  func name(_ text: String) -> Int {
    if let known = nameNumbers[text] { return known }
    names.append(text)
    nameNumbers[text] = names.count - 1
    return names.count - 1
  }

  // MARK: Variables

  func local(_ name: String, of scope: Scope) -> Int {
    let key = LocalKey(scope: ObjectIdentifier(scope), name: name)
    if let known = localNumbers[key] { return known }
    locals.append(name)
    localNumbers[key] = locals.count - 1
    return locals.count - 1
  }

  /// The cell of a variable: an argument's own place, else one behind the locals.
  func cell(_ name: String, of scope: Scope) -> Int {
    let key = LocalKey(scope: ObjectIdentifier(scope), name: name)
    if let known = localNumbers[key] { return known }
    if let known = cellNumbers[key] { return Self.cellBase + known }
    cells.append(name)
    cellNumbers[key] = cells.count - 1
    return Self.cellBase + cells.count - 1
  }

  func free(_ name: String) -> Int {
    if let known = free.firstIndex(of: name) { return Self.freeBase + known }
    free.append(name)
    return Self.freeBase + free.count - 1
  }

  var freeNames: [String] { free }

  private func finalPlace(_ number: Int) -> Int {
    if number >= Self.freeBase { return locals.count + cells.count + number - Self.freeBase }
    return number >= Self.cellBase ? locals.count + number - Self.cellBase : number
  }

  // MARK: The end

  func finish() -> CodeUnit {
    let end = instructions.count
    func place(_ label: Int) -> Int { labelPlaces[label] ?? end }
    let packed = instructions.map { instruction in
      var instruction = instruction
      if instruction.opcode.isJump {
        instruction.argument = place(instruction.argument)
      } else if instruction.opcode.takesCell {
        instruction.argument = finalPlace(instruction.argument)
      }
      return instruction
    }
    let handlers = handlerLabels.map { handler in
      ExceptionHandler(
        target: place(handler.label.number), depth: handler.depth, keepsInstruction: handler.keepsInstruction)
    }
    return CodeUnit(
      name: name, qualifiedName: qualifiedName, flags: flags, argumentCount: argumentCount,
      positionalOnlyCount: positionalOnlyCount, keywordOnlyCount: keywordOnlyCount,
      variableNames: locals + cells + free, localCount: locals.count, cellCount: cells.count,
      freeCount: free.count, stackSize: max(deepest, 1), firstLine: firstLine, instructions: packed,
      ranges: ranges, handlerNumbers: handlerNumbers, handlers: handlers, constants: constants,
      generatedConstants: generatedConstants, names: names, documentation: documentation,
      handlesStopIteration: handlesStopIteration)
  }
}

extension Opcode {
  /// Whether nothing after it is reached but by jumps.
  var endsBlock: Bool { self == .returnValue || self == .raise || self == .reraise }

  var isJump: Bool {
    switch self {
    case .jump, .jumpBackward, .popJumpIfTrue, .popJumpIfFalse, .popJumpIfNone, .popJumpIfNotNone,
      .forIterator, .send:
      true
    default: false
    }
  }

  var takesCell: Bool {
    switch self {
    case .clearFast, .makeCell, .loadCell, .loadDeref, .storeDeref, .deleteDeref: true
    default: false
    }
  }
}
