import ObjectRuntime

extension Machine {
  /// Runs a call, and all that it calls, to its end or, of a generator, to its next `yield`.
  ///
  /// - Parameter entry: the call's data.
  /// - Returns: the result, owned by the caller.
  func run(_ entry: Block) throws(ObjectError) -> ObjectPointer {
    let space = space
    let state = state
    let epoch = space.classEpochPlace
    let collection = space.collectionRequestPlace
    let functionType = space.type(.function)
    let intType = space.type(.int)
    let (none, trueObject, falseObject) = (space.none, space.trueObject, space.falseObject)
    state[block: StateOffset.frame] = entry
    var r = Registers(entry)
    if beginsRaising {
      beginsRaising = false
      try unwind(Self.raised, &r)
    }
    while true {
      do throws(ObjectError) {
        while true {
          let word = Block(address: r.instruction)[word: 0]
          r.frame[word: FrameDataOffset.instruction] = r.instruction
          r.instruction &+= 8
          let argument = Int(truncatingIfNeeded: word >> 32)
          let opcode = unsafe unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self)
          switch opcode {
          case .nop: break
          case .resume:
            if collection[byte: 0] != 0 { space.collectIfDue() }
            try tick()

          case .popTop: space.release(r.stack.pop())
          case .copy: r.stack.push(r.stack[argument].retained())
          case .swap:
            let top = r.stack.word(1)
            r.stack.setWord(1, r.stack.word(argument))
            r.stack.setWord(argument, top)
          case .pushNull: r.stack.pushWord(0)
          case .loadConstant:
            r.stack.push(ObjectPointer(address: r.constants[word: 8 &* argument]).retained())

          // MARK: Variables
          case .loadFast:
            guard let value = r.variable(argument) else { throw unbound(argument, in: r.frame) }
            value.retain()
            r.stack.push(value)
          case .loadFastLoadFast:
            guard let first = r.variable(argument & 0xFFFF) else {
              throw unbound(argument & 0xFFFF, in: r.frame)
            }
            first.retain()
            r.stack.push(first)
            guard let second = r.variable(argument >> 16) else { throw unbound(argument >> 16, in: r.frame) }
            second.retain()
            r.stack.push(second)
          case .storeFast:
            let place = FrameDataOffset.variables &+ 8 &* argument
            let old = r.frame[object: place]
            r.frame[word: place] = r.stack.popWord()
            if let old { space.release(old) }
          case .storeFastLoadFast:
            let place = FrameDataOffset.variables &+ 8 &* (argument & 0xFFFF)
            let old = r.frame[object: place]
            r.frame[word: place] = r.stack.popWord()
            if let old { space.release(old) }
            guard let value = r.variable(argument >> 16) else { throw unbound(argument >> 16, in: r.frame) }
            value.retain()
            r.stack.push(value)
          case .deleteFast:
            let place = FrameDataOffset.variables &+ 8 &* argument
            guard let old = r.frame[object: place] else { throw unbound(argument, in: r.frame) }
            r.frame[word: place] = 0
            space.release(old)
          case .clearFast:
            let place = FrameDataOffset.variables &+ 8 &* argument
            let old = r.frame[object: place]
            r.frame[word: place] = 0
            if let old { space.release(old) }
          case .makeCell:
            let place = FrameDataOffset.variables &+ 8 &* argument
            let old = r.frame[object: place]
            r.frame[object: place] = try space.makeCell(old)
            if let old { space.release(old) }
          case .loadCell:
            guard let cell = r.variable(argument) else { throw unbound(argument, in: r.frame) }
            r.stack.push(cell.retained())
          case .loadDeref:
            guard let cell = r.variable(argument), let value = cell[object: CellOffset.contents] else {
              throw unboundCell(argument, in: r.frame)
            }
            r.stack.push(value.retained())
          case .storeDeref:
            guard let cell = r.variable(argument) else { throw unboundCell(argument, in: r.frame) }
            let old = cell[object: CellOffset.contents]
            cell[word: CellOffset.contents] = r.stack.popWord()
            if let old { space.release(old) }
          case .deleteDeref:
            guard let cell = r.variable(argument), let old = cell[object: CellOffset.contents] else {
              throw unboundCell(argument, in: r.frame)
            }
            cell[word: CellOffset.contents] = 0
            space.release(old)
          case .loadNameOrDeref:
            let value = try nameOrCell(r.name(argument), r.stack[1], in: r.frame)
            space.release(r.stack.pop())
            r.stack.push(value)
          case .loadGlobal:
            let name = r.name(argument)
            let globals = ObjectPointer(address: r.frame[word: FrameDataOffset.globals])
            let builtins = ObjectPointer(address: r.frame[word: FrameDataOffset.builtins])
            guard let value = space.globalValue(name, globals, builtins) else { throw try unknownName(name) }
            r.stack.push(value.retained())
          case .storeGlobal:
            let globals = ObjectPointer(address: r.frame[word: FrameDataOffset.globals])
            try space.setValue(r.stack[1], for: r.name(argument), in: globals)
            space.release(r.stack.pop())
          case .deleteGlobal:
            let globals = ObjectPointer(address: r.frame[word: FrameDataOffset.globals])
            guard try space.removeValue(of: r.name(argument), from: globals) else {
              throw try unknownName(r.name(argument))
            }
          case .loadName: r.stack.push(try loadName(r.name(argument), in: r.frame))
          case .storeName:
            guard let locals = r.frame[object: FrameDataOffset.locals] else {
              throw ObjectError(.systemError, "no locals when storing \(r.name(argument).text)")
            }
            try space.setValue(r.stack[1], for: r.name(argument), in: locals)
            space.release(r.stack.pop())
          case .deleteName:
            guard let locals = r.frame[object: FrameDataOffset.locals],
              try space.removeValue(of: r.name(argument), from: locals)
            else { throw try unknownName(r.name(argument)) }

          // MARK: Attributes
          case .loadAttribute, .loadFastLoadAttribute:
            var argument = argument
            if opcode == .loadFastLoadAttribute {
              guard let value = r.variable(argument >> 16) else { throw unbound(argument >> 16, in: r.frame) }
              r.stack.push(value.retained())
              argument &= 0xFFFF
            }
            let object = r.stack[1]
            let cache = r.caches.advanced(by: 32 &* Int(truncatingIfNeeded: word >> 8 & 0xFF_FFFF))
            let value: ObjectPointer
            if cache[word: AttributeCache.type] == object[word: ObjectOffset.type],
              cache[word: AttributeCache.epoch] == epoch[word: 0],
              let found = cached(object, cache)
            {
              value = found.retained()
            } else {
              value = try loadAttribute(r.name(argument), of: object, cache)
            }
            r.stack[1] = value
            space.release(object)
          case .loadMethod:
            let object = r.stack[1]
            let cache = r.caches.advanced(by: 32 &* Int(truncatingIfNeeded: word >> 8 & 0xFF_FFFF))
            if cache[word: AttributeCache.type] == object[word: ObjectOffset.type],
              cache[word: AttributeCache.epoch] == epoch[word: 0], isCachedMethod(object, cache)
            {
              let function = ObjectPointer(address: cache[word: AttributeCache.value])
              r.stack[1] = function.retained()
              r.stack.push(object)
            } else {
              let (callable, hasReceiver) = try loadMethod(r.name(argument), of: object, cache)
              r.stack[1] = callable
              if hasReceiver {
                r.stack.push(object)
              } else {
                r.stack.pushWord(0)
                space.release(object)
              }
            }
          case .storeAttribute:
            let object = r.stack[1]
            let cache = r.caches.advanced(by: 32 &* Int(truncatingIfNeeded: word >> 8 & 0xFF_FFFF))
            if cache[word: AttributeCache.type] == object[word: ObjectOffset.type],
              cache[word: AttributeCache.epoch] == epoch[word: 0],
              let place = cachedPlace(object, cache), let old = object[object: place]
            {
              r.stack.drop(1)
              object[word: place] = r.stack.popWord()
              space.release(old)
            } else {
              try storeAttribute(r.name(argument), of: object, to: r.stack[2], cache)
              r.stack.drop(1)
              space.release(r.stack.pop())
            }
            space.release(object)
          case .deleteAttribute:
            try deleteAttribute(r.name(argument), of: r.stack[1])
            space.release(r.stack.pop())
          case .loadSuperAttribute:
            let value = try superAttribute(r.name(argument), r.stack)
            for _ in 0..<3 { space.release(r.stack.pop()) }
            r.stack.push(value)
          case .loadSuperMethod:
            let (callable, hasReceiver) = try superMethod(r.name(argument), r.stack)
            let receiver = r.stack.pop()
            space.release(r.stack.pop())
            space.release(r.stack.pop())
            r.stack.push(callable)
            if hasReceiver {
              r.stack.push(receiver)
            } else {
              r.stack.pushWord(0)
              space.release(receiver)
            }

          case .loadItem:
            let (container, key) = (r.stack[2], r.stack[1])
            let value = try item(at: key, of: container)
            r.stack.drop(2)
            r.stack.push(value)
            space.release(key)
            space.release(container)
          case .storeItem:
            let (container, key, value) = (r.stack[2], r.stack[1], r.stack[3])
            try space.setItem(at: key, of: container, to: value)
            r.stack.drop(3)
            space.release(value)
            space.release(container)
            space.release(key)
          case .deleteItem:
            let (container, key) = (r.stack[2], r.stack[1])
            try space.deleteItem(at: key, of: container)
            r.stack.drop(2)
            space.release(container)
            space.release(key)
          case .binarySlice:
            let slice = try space.makeSlice(r.stack[2], r.stack[1], none)
            let result: ObjectPointer
            do throws(ObjectError) {
              result = try item(at: slice, of: r.stack[3])
            } catch {
              space.release(slice)
              throw error
            }
            space.release(slice)
            for _ in 0..<3 { space.release(r.stack.pop()) }
            r.stack.push(result)
          case .storeSlice:
            let slice = try space.makeSlice(r.stack[2], r.stack[1], none)
            do throws(ObjectError) {
              try space.setItem(at: slice, of: r.stack[3], to: r.stack[4])
            } catch {
              space.release(slice)
              throw error
            }
            space.release(slice)
            for _ in 0..<4 { space.release(r.stack.pop()) }
          case .buildSlice:
            let step = argument == 3 ? r.stack[1] : none
            let slice = try space.makeSlice(r.stack[argument], r.stack[argument &- 1], step)
            for _ in 0..<argument { space.release(r.stack.pop()) }
            r.stack.push(slice)

          // MARK: Operators
          case .add, .subtract, .multiply:
            let (left, right) = (r.stack[2], r.stack[1])
            let result: ObjectPointer
            if left.type == intType, right.type == intType, left[word: IntegerOffset.tag] < 16,
              right[word: IntegerOffset.tag] < 16
            {
              let (first, second) = (left.smallValue, right.smallValue)
              result = try space.makeInteger(
                opcode == .add ? first &+ second : opcode == .subtract ? first &- second : first &* second)
            } else {
              result = try space.apply(
                opcode == .add ? .add : opcode == .subtract ? .subtract : .multiply, left, right)
            }
            r.stack.drop(2)
            r.stack.push(result)
            space.release(left)
            space.release(right)
          case .binary:
            let (left, right) = (r.stack[2], r.stack[1])
            let result: ObjectPointer
            if argument >= 32, argument < 34, left.type == intType, right.type == intType,
              left[word: IntegerOffset.tag] < 16, right[word: IntegerOffset.tag] < 16
            {
              let (first, second) = (left.smallValue, right.smallValue)
              result = try space.makeInteger(argument == 32 ? first &+ second : first &- second)
            } else {
              result = try binary(argument, left, right)
            }
            r.stack.drop(2)
            r.stack.push(result)
            space.release(left)
            space.release(right)
          case .negate, .plus, .invert:
            let operand = r.stack[1]
            let result =
              try opcode == .negate
              ? space.negate(operand) : opcode == .plus ? space.plus(operand) : space.invert(operand)
            r.stack[1] = result
            space.release(operand)
          case .not:
            let operand = r.stack[1]
            let result = try isTrue(operand) ? falseObject : trueObject
            r.stack[1] = result
            space.release(operand)
          case .compare:
            let (left, right) = (r.stack[2], r.stack[1])
            let result = try compare(argument, left, right)
            r.stack.drop(2)
            r.stack.push(result)
            space.release(left)
            space.release(right)
          case .compareJumpIfFalse:
            let (left, right) = (r.stack[2], r.stack[1])
            let isTrue: Bool
            if left.type == intType, right.type == intType, left[word: IntegerOffset.tag] < 16,
              right[word: IntegerOffset.tag] < 16
            {
              isTrue = Self.holds(argument & 7, left.smallValue, right.smallValue)
            } else {
              let result = try compare(argument & 7, left, right)
              defer { space.release(result) }
              isTrue = try self.isTrue(result)
            }
            r.stack.drop(2)
            space.release(left)
            space.release(right)
            if !isTrue { jump(&r, argument >> 3) }
          case .isIdentical, .isNotIdentical:
            let right = r.stack.pop()
            let left = r.stack.pop()
            r.stack.push((left == right) == (opcode == .isIdentical) ? trueObject : falseObject)
            space.release(left)
            space.release(right)
          case .contains, .containsNot:
            let (element, container) = (r.stack[2], r.stack[1])
            let isHeld = try space.hasElement(element, in: container)
            r.stack.drop(2)
            r.stack.push(isHeld == (opcode == .contains) ? trueObject : falseObject)
            space.release(element)
            space.release(container)

          // MARK: Containers
          case .buildTuple:
            let tuple = try space.makeTuple(taking: r.stack.place(argument), count: argument)
            r.stack.drop(argument)
            r.stack.push(tuple)
          case .buildList:
            let list = try space.makeList(taking: r.stack.place(argument), count: argument)
            r.stack.drop(argument)
            r.stack.push(list)
          case .buildSet: try buildSet(argument, &r)
          case .buildMap: try buildMap(argument, &r)
          case .buildConstantKeyMap: try buildConstantKeyMap(argument, &r)
          case .buildString: try buildString(argument, &r)
          case .listAppend:
            let value = r.stack.pop()
            try space.append(taking: value, to: r.stack[argument])
          case .setAdd:
            try space.insert(r.stack[1], into: r.stack[argument &+ 1])
            space.release(r.stack.pop())
          case .mapAdd:
            let (key, value) = (r.stack[2], r.stack[1])
            try space.setValue(value, for: key, in: r.stack[argument &+ 2])
            r.stack.drop(2)
            space.release(key)
            space.release(value)
          case .listExtend:
            try extendList(r.stack[argument &+ 1], with: r.stack[1])
            space.release(r.stack.pop())
          case .setUpdate:
            try space.fillSet(r.stack[argument &+ 1], from: r.stack[1])
            space.release(r.stack.pop())
          case .dictUpdate:
            try updateDict(r.stack[argument &+ 1], from: r.stack[1])
            space.release(r.stack.pop())
          case .dictMerge:
            try mergeKeywords(r.stack[argument &+ 1], from: r.stack[1], function: r.stack[argument &+ 4])
            space.release(r.stack.pop())
          case .listToTuple:
            let list = r.stack[1]
            r.stack[1] = try space.makeTuple(space.items(of: list))
            space.release(list)
          case .unpackSequence: try unpack(argument, &r)
          case .unpackStarred: try unpackStarred(argument & 0xFF, argument >> 8, &r)
          case .formatSimple:
            let value = r.stack[1]
            if value.type != space.type(.string) {
              r.stack[1] = try space.format(value, specification: "")
              space.release(value)
            }
          case .formatWithSpecification:
            let (value, specification) = (r.stack[2], r.stack[1])
            let result = try space.format(value, specification: specification.text)
            r.stack.drop(2)
            r.stack.push(result)
            space.release(value)
            space.release(specification)
          case .convert:
            let value = r.stack[1]
            r.stack[1] = try convert(value, argument)
            space.release(value)

          // MARK: Jumps
          case .jump: jump(&r, argument)
          case .jumpBackward:
            jump(&r, argument)
            if collection[byte: 0] != 0 { space.collectIfDue() }
            try tick()
          case .popJumpIfTrue, .popJumpIfFalse:
            let value = r.stack[1]
            let isTrue =
              value == trueObject ? true : value == falseObject ? false : try self.isTrue(value)
            r.stack.drop(1)
            space.release(value)
            if isTrue == (opcode == .popJumpIfTrue) { jump(&r, argument) }
          case .popJumpIfNone, .popJumpIfNotNone:
            let value = r.stack.pop()
            space.release(value)
            if (value == none) == (opcode == .popJumpIfNone) { jump(&r, argument) }
          case .getIterator:
            let object = r.stack[1]
            if object.type != space.type(.generator) {
              r.stack[1] = try space.iteration(over: object)
              space.release(object)
            }
          case .forIterator:
            let iterator = r.stack[1]
            if iterator.type == space.type(.generator) {
              if canResume(iterator) {
                try enterGenerator(iterator, sending: none, kind: ReturnKind.loop, &r)
              } else if let value = try resume(iterator, sending: none) {
                r.stack.push(value)
              } else {
                jump(&r, argument)
              }
            } else if let value = try space.nextElement(of: iterator) {
              r.stack.push(value)
            } else {
              jump(&r, argument)
            }
          case .endFor: space.release(r.stack.pop())

          // MARK: Calls
          case .call:
            let callable = r.stack[argument &+ 2]
            if callable.type == functionType {
              let hasReceiver = r.stack.word(argument &+ 1) != 0
              let count = hasReceiver ? argument &+ 1 : argument
              let code = ObjectPointer(address: callable[word: FunctionOffset.code])
              let address = code[word: CodeOffset.machineData]
              if address != 0 {
                let data = Block(address: address)
                if data[integer: CodeData.isSimple] != 0, data[integer: CodeData.argumentCount] == count {
                  try enterSimple(callable, code, data, count, &r, ReturnKind.call)
                } else {
                  try enterBound(callable, count, names: nil, &r, ReturnKind.call)
                }
                break
              }
            }
            try callOther(argument, names: nil, &r, epoch)
            if collection[byte: 0] != 0 { space.collectIfDue() }
          case .callKeywords:
            let names = r.stack.pop()
            do throws(ObjectError) {
              try callOther(argument, names: names, &r, epoch)
            } catch {
              space.release(names)
              throw error
            }
            space.release(names)
            if collection[byte: 0] != 0 { space.collectIfDue() }
          case .callUnpacked: try callUnpacked(hasKeywords: argument != 0, &r)
          case .makeFunction: try makeFunction(argument, &r)
          case .loadBuildClass: r.stack.push(try buildClassFunctionObject())
          case .returnValue:
            let result = r.stack.pop()
            let frame = r.frame
            let kind = frame[uint16: FrameDataOffset.returnOffset]
            if frame[byte: FrameDataOffset.owner] == 1 {
              leaveGenerator(frame)
              if kind == ReturnKind.entry {
                returned = true
                return result
              }
              guard let back = state[block: StateOffset.frame] else { return result }
              r = Registers(back)
              // The caller's instruction leads to where the end of a generator does.
              let target = Int(truncatingIfNeeded: Block(address: r.instruction &- 8)[word: 0] >> 32)
              if kind == ReturnKind.send { r.stack.push(result) } else { space.release(result) }
              jump(&r, target)
            } else {
              leaveCall(frame)
              if kind == ReturnKind.entry { return result }
              guard let back = state[block: StateOffset.frame] else { return result }
              r = Registers(back)
              if kind == ReturnKind.initializer {
                if result != none { throw wrongInitializerResult(result) }
              } else {
                r.stack.push(result)
              }
            }
          case .returnGenerator:
            let frame = r.frame
            let kind = frame[uint16: FrameDataOffset.returnOffset]
            let generator = try makeGenerator(r.frame)
            if kind == ReturnKind.entry { return generator }
            guard let back = state[block: StateOffset.frame] else { return generator }
            r = Registers(back)
            r.stack.push(generator)
          case .yieldValue:
            let value = r.stack.pop()
            r.save()
            let frame = r.frame
            let kind = frame[uint16: FrameDataOffset.returnOffset]
            suspend(frame, isDelegating: argument != 0)
            if kind == ReturnKind.entry {
              returned = false
              return value
            }
            guard let back = state[block: StateOffset.frame] else { return value }
            r = Registers(back)
            r.stack.push(value)
          case .getYieldFromIterator:
            let object = r.stack[1]
            if object.type != space.type(.generator) {
              r.stack[1] = try space.iteration(over: object)
              space.release(object)
            }
          case .send:
            let receiver = r.stack[2]
            let value = r.stack[1]
            if receiver.type == space.type(.generator), canResume(receiver) {
              r.stack.drop(1)
              try enterGenerator(receiver, taking: value, kind: ReturnKind.send, &r)
            } else {
              let (result, isFinished) = try send(value, to: receiver)
              r.stack[1] = result
              space.release(value)
              if isFinished { jump(&r, argument) }
            }
          case .endSend:
            let value = r.stack.pop()
            space.release(r.stack.pop())
            r.stack.push(value)
          case .cleanUpThrow: try cleanUpThrow(&r)
          case .stopIterationError: try convertStopIteration(&r)

          // MARK: Exceptions
          case .raise: throw try raise(argument, &r)
          case .reraise:
            pending = r.stack.pop()
            isRaisedAgain = true
            throw Self.raised
          case .pushException:
            let exception = r.stack.pop()
            let handled = Block(address: state[word: StateOffset.handled])
            r.stack.push(handled[object: 0] ?? none)
            handled[object: 0] = exception.retained()
            r.stack.push(exception)
          case .popException:
            let exception = r.stack.pop()
            let handled = Block(address: state[word: StateOffset.handled])
            let old = handled[object: 0]
            handled[object: 0] = exception == none ? nil : exception
            if let old { space.release(old) }
          case .checkExceptionMatch:
            let type = r.stack[1]
            let isMatch = try matches(r.stack[2], type)
            r.stack[1] = isMatch ? trueObject : falseObject
            space.release(type)
          case .beforeWith: try enterContext(&r)
          case .withExceptStart: try exitContext(&r)
          case .loadAssertionError: r.stack.push(space.exceptionType(.assertionError).retained())

          case .importName:
            let (level, names) = (r.stack[2], r.stack[1])
            let module = try importModule(r.name(argument), level: level, names: names, in: r.frame)
            r.stack.drop(2)
            space.release(level)
            space.release(names)
            r.stack.push(module)
          case .importFrom: r.stack.push(try importName(r.name(argument), from: r.stack[1], in: r.frame))
          case .setUpAnnotations: try setUpAnnotations(r.frame)
          case .printExpression:
            try showHook?(r.stack[1])
            space.release(r.stack.pop())
          case .statement: try announceStatement(r.frame)
          }
        }
      } catch {
        try unwind(error, &r)
      }
    }
  }
}
