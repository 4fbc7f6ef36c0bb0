/// How much higher the stack is after an instruction.
enum StackEffect {
  static func of(_ opcode: Opcode, _ argument: Int) -> Int {
    switch opcode {
    case .nop, .swap, .deleteFast, .clearFast, .makeCell, .deleteDeref, .deleteGlobal, .deleteName,
      .loadAttribute, .negate, .plus, .invert, .not, .listToTuple, .formatSimple, .convert, .jump,
      .jumpBackward, .getIterator, .yieldValue, .getYieldFromIterator, .send, .stopIterationError,
      .loadNameOrDeref, .checkExceptionMatch, .setUpAnnotations, .resume, .statement, .storeFastLoadFast:
      0
    case .copy, .pushNull, .loadConstant, .loadFast, .loadCell, .loadDeref,
      .loadGlobal, .loadName, .loadMethod, .forIterator, .loadBuildClass,
      .returnGenerator, .pushException, .beforeWith, .withExceptStart, .loadAssertionError, .importFrom,
      .loadFastLoadAttribute:
      1
    case .loadFastLoadFast: 2
    case .popTop, .storeFast, .storeDeref, .storeGlobal, .storeName, .deleteAttribute, .loadSuperMethod,
      .loadItem, .add, .subtract, .multiply, .binary, .compare, .isIdentical, .isNotIdentical, .contains,
      .containsNot, .listAppend, .setAdd, .listExtend, .setUpdate, .dictUpdate, .dictMerge,
      .formatWithSpecification, .popJumpIfTrue, .popJumpIfFalse, .popJumpIfNone, .popJumpIfNotNone, .endFor,
      .returnValue, .endSend, .cleanUpThrow, .popException, .importName, .printExpression:
      -1
    case .storeAttribute, .loadSuperAttribute, .deleteItem, .binarySlice, .mapAdd, .compareJumpIfFalse:
      -2
    case .storeItem: -3
    case .storeSlice: -4
    case .buildSlice, .buildTuple, .buildList, .buildSet, .buildString: 1 - argument
    case .buildMap: 1 - 2 * argument
    case .buildConstantKeyMap: -argument
    case .unpackSequence: argument - 1
    case .unpackStarred: (argument & 0xFF) + (argument >> 8)
    case .call: -argument - 1
    case .callKeywords: -argument - 2
    case .callUnpacked: -2 - argument
    case .makeFunction: -argument.nonzeroBitCount
    case .raise: -argument
    case .reraise: -1 - argument
    }
  }
}
