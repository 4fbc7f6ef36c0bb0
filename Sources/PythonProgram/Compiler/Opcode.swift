/// What an instruction does.
///
/// The machine has a stack of values; what CPython's instructions of the same names do, these do, and they count the
/// same references.
enum Opcode: UInt8 {
  case nop
  // The stack.
  case popTop
  /// Pushes the value *n* places from the top, counted from 1.
  case copy
  /// Exchanges the top with the value *n* places from the top.
  case swap
  case pushNull
  // Constants and variables.
  case loadConstant
  case loadFast
  case storeFast
  case deleteFast
  /// Empties a variable of a comprehension, set or not.
  case clearFast
  /// Puts a variable, or what an argument is, into a cell.
  case makeCell
  case loadCell
  case loadDeref
  case storeDeref
  case deleteDeref
  /// In a class's body: a name from its namespace, else from a cell.
  case loadNameOrDeref
  case loadGlobal
  case storeGlobal
  case deleteGlobal
  case loadName
  case storeName
  case deleteName
  // Attributes and items.
  case loadAttribute
  /// Pushes what is called and the receiver, or null where what is called needs none.
  case loadMethod
  case storeAttribute
  case deleteAttribute
  /// Below are `super`, the class and the receiver.
  case loadSuperAttribute
  case loadSuperMethod
  case loadItem
  case storeItem
  case deleteItem
  case binarySlice
  case storeSlice
  case buildSlice
  // Operators.
  case add
  case subtract
  case multiply
  /// Any other operator, by its number; those above 31 are in place.
  case binary
  case negate
  case plus
  case invert
  case not
  case compare
  case isIdentical
  case isNotIdentical
  case contains
  case containsNot
  // Containers.
  case buildTuple
  case buildList
  case buildSet
  case buildMap
  /// The keys are a tuple above the values.
  case buildConstantKeyMap
  case buildString
  case listAppend
  case setAdd
  case mapAdd
  case listExtend
  case setUpdate
  case dictUpdate
  case dictMerge
  case listToTuple
  case unpackSequence
  /// How many stand before the starred target in the low byte, how many behind it above.
  case unpackStarred
  case formatSimple
  case formatWithSpecification
  /// 0 `str`, 1 `repr`, 2 `ascii`.
  case convert
  // Control.
  case jump
  case jumpBackward
  case popJumpIfTrue
  case popJumpIfFalse
  case popJumpIfNone
  case popJumpIfNotNone
  case getIterator
  case forIterator
  case endFor
  case call
  case callKeywords
  /// 1 where keyword arguments are given.
  case callUnpacked
  /// Bits: 1 defaults, 2 keyword defaults, 4 annotations, 8 closure.
  case makeFunction
  case loadBuildClass
  case returnValue
  case returnGenerator
  case yieldValue
  case getYieldFromIterator
  case send
  case endSend
  /// Where what is delegated to raised: ends at `StopIteration` with its value.
  case cleanUpThrow
  /// A `StopIteration` that a generator lets out is an error.
  case stopIterationError
  // Exceptions.
  case raise
  /// 1 where the instruction to go back to lies below.
  case reraise
  case pushException
  case popException
  case checkExceptionMatch
  case beforeWith
  case withExceptStart
  case loadAssertionError
  // Modules and the rest.
  case importName
  case importFrom
  case setUpAnnotations
  case resume
  /// Shows a value as the end of a notebook's cell does.
  case printExpression
  /// A new statement begins.
  case statement

  // Several in one.
  case loadFastLoadFast
  case storeFastLoadFast
  case compareJumpIfFalse
  case loadFastLoadAttribute
}

/// Operators that `binary` applies, by their number.
extension BinarySign {
  var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// An instruction before it is packed.
struct Instruction: Equatable {
  var opcode: Opcode
  var argument: Int
}
