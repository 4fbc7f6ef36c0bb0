/// A compiled block of a program: a module, class body, function, lambda or generator expression.
package final class CodeUnit: Sendable {
  package struct Flags: OptionSet, Sendable {
    package let rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    // The bits of CPython's `co_flags`.
    package static let optimized = Flags(rawValue: 1)
    package static let newLocals = Flags(rawValue: 2)
    package static let takesRest = Flags(rawValue: 4)
    package static let takesKeywords = Flags(rawValue: 8)
    package static let nested = Flags(rawValue: 16)
    package static let generator = Flags(rawValue: 32)
  }

  package let name: String
  package let qualifiedName: String
  package let flags: Flags
  package let argumentCount: Int
  package let positionalOnlyCount: Int
  package let keywordOnlyCount: Int
  /// Local variables, parameters first; then cells that are no parameters; then free variables.
  package let variableNames: [String]
  package let localCount: Int
  package let cellCount: Int
  package let freeCount: Int
  package let stackSize: Int
  package let firstLine: Int
  let instructions: [Instruction]
  /// Where each instruction comes from.
  package let ranges: [SourceRange]
  /// Which of ``handlers`` covers each instruction, −1 where none does.
  let handlerNumbers: [Int32]
  let handlers: [ExceptionHandler]
  package let constants: [CodeConstant]
  /// Which of them the compiler itself made: the program's text has no such constant.
  let generatedConstants: Set<Int>
  package let names: [String]
  /// The text of the first statement, where that is a string.
  package let documentation: String?
  /// Whether the first handler is that of a generator for the `StopIteration` that its code lets out.
  let handlesStopIteration: Bool

  init(
    name: String, qualifiedName: String, flags: Flags, argumentCount: Int, positionalOnlyCount: Int,
    keywordOnlyCount: Int, variableNames: [String], localCount: Int, cellCount: Int, freeCount: Int,
    stackSize: Int, firstLine: Int, instructions: [Instruction], ranges: [SourceRange],
    handlerNumbers: [Int32], handlers: [ExceptionHandler], constants: [CodeConstant],
    generatedConstants: Set<Int>, names: [String], documentation: String?,
    handlesStopIteration: Bool
  ) {
    self.name = name
    self.qualifiedName = qualifiedName
    self.flags = flags
    self.argumentCount = argumentCount
    self.positionalOnlyCount = positionalOnlyCount
    self.keywordOnlyCount = keywordOnlyCount
    self.variableNames = variableNames
    self.localCount = localCount
    self.cellCount = cellCount
    self.freeCount = freeCount
    self.stackSize = stackSize
    self.firstLine = firstLine
    self.instructions = instructions
    self.ranges = ranges
    self.handlerNumbers = handlerNumbers
    self.handlers = handlers
    self.constants = constants
    self.generatedConstants = generatedConstants
    self.names = names
    self.documentation = documentation
    self.handlesStopIteration = handlesStopIteration
  }
}

extension CodeUnit {
  /// The lines at which statements begin, in this unit and those inside it, where they are marked.
  var statementLines: Set<Int> {
    var lines: Set<Int> = []
    for (instruction, range) in zip(instructions, ranges) where instruction.opcode == .statement {
      lines.insert(range.start.line)
    }
    for case .code(let unit) in constants { lines.formUnion(unit.statementLines) }
    return lines
  }
}

/// Where an exception goes: the instruction, and how high the stack is then.
struct ExceptionHandler: Hashable, Sendable {
  var target: Int
  var depth: Int
  /// Whether the instruction that raised is pushed before the exception.
  var keepsInstruction: Bool
}

/// A constant of a code unit.
package indirect enum CodeConstant: Sendable {
  case plain(Constant)
  case tuple([CodeConstant])
  case frozenSet([CodeConstant])
  case code(CodeUnit)
}

/// What tells constants apart: 1, 1.0 and True are three, and so are 0.0 and −0.0.
indirect enum ConstantKey: Hashable {
  case plain(Constant)
  case float(UInt64)
  case imaginary(UInt64)
  case tuple([ConstantKey])
  case frozenSet([ConstantKey])
  case code(ObjectIdentifier)

  init(_ constant: CodeConstant) {
    switch constant {
    case .plain(.float(let value)): self = .float(value.bitPattern)
    case .plain(.imaginary(let value)): self = .imaginary(value.bitPattern)
    case .plain(let constant): self = .plain(constant)
    case .tuple(let items): self = .tuple(items.map(ConstantKey.init))
    case .frozenSet(let items): self = .frozenSet(items.map(ConstantKey.init))
    case .code(let unit): self = .code(ObjectIdentifier(unit))
    }
  }
}
