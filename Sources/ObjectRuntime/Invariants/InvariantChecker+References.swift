#if DEBUG
  // What each object holds: counted references, and the blocks of its body.
  extension InvariantChecker {
    /// Walks the objects that were found, which finds others.
    mutating func walkAll() {
      while walked < objects.count {
        walk(objects[walked])
        walked &+= 1
      }
    }

    private mutating func walk(_ object: UInt) {
      let type = RawMemory.word(object &+ UInt(ObjectOffset.type))
      let plan = RawMemory.word(type &+ UInt(TypeOffset.plan))
      let traits = RawMemory.uint16(plan &+ 2)
      if traits & TypePlan.Traits.isHeapType.rawValue != 0 {
        walkInstance(object, type, plan, traits)
        if RawMemory.word(type &+ UInt(TypeOffset.flags)) & TypeFlag.isHeapType != 0 {
          visit(type, from: object)
        }
      }
      switch RawMemory.body(plan) {
      case .plain:
        if type == stringType || traits != TypePlan.Traits.isLeaf.rawValue {
          walkPlain(object, type)
        }
      case .byteArray:
        let data = RawMemory.word(object &+ UInt(ByteArrayOffset.data))
        let allocated = RawMemory.integer(object &+ UInt(ByteArrayOffset.allocated))
        if data != 0 { claim(data, atLeast: allocated, for: object) }
      case .deque: walkDeque(object)
      case .record, .cache: visitWords(object, plan &+ 64, count: RawMemory.uint32(plan &+ 32))
      case .list: walkList(object)
      case .tuple:
        visitRow(object &+ UInt(TupleOffset.items), RawMemory.integer(object &+ 16), from: object)
      case .dict: walkDict(object)
      case .set: walkSet(object)
      case .type: walkType(object)
      case .weakReference: visitWord(object, WeakReferenceOffset.callback)
      case .generator:
        visitWord(object, GeneratorOffset.name)
        visitWord(object, GeneratorOffset.qualifiedName)
        visitWord(object, GeneratorOffset.exceptionState)
        visitWord(object, GeneratorOffset.origin)
        visitCall(object, GeneratorOffset.frame)
      default:
        for offset in [FrameOffset.back, FrameOffset.trace, FrameOffset.extraLocals, FrameOffset.localsCache]
        {
          visitWord(object, offset)
        }
        let data = RawMemory.word(object &+ UInt(FrameOffset.data))
        guard data != 0, RawMemory.byte(data &+ UInt(FrameDataOffset.owner)) == 2 else { return }
        if data != object &+ UInt(FrameOffset.ownData) {
          return report(.reference, at: object, expected: "a frame's own data behind it", found: place(data))
        }
        visitCall(object, FrameOffset.ownData)
      }
    }

    /// Visits the reference in a word, where there is one.
    @inline(__always)
    mutating func visitWord(_ object: UInt, _ offset: Int) {
      let target = RawMemory.word(object &+ UInt(bitPattern: offset))
      if target != 0 { visit(target, from: object) }
    }

    /// Visits the references at the offsets that a table of a plan lists.
    private mutating func visitWords(_ object: UInt, _ table: UInt, count: UInt32) {
      var place = RawMemory.word(table)
      var left = count
      while left > 0 {
        visitWord(object, Int(RawMemory.uint32(place)))
        place &+= 4
        left &-= 1
      }
    }

    @inline(__always)
    private mutating func visitRow(_ start: UInt, _ count: Int, from object: UInt) {
      var index = 0
      while index < count {
        let target = RawMemory.word(start &+ UInt(8 &* index))
        if target != 0 { visit(target, from: object) }
        index &+= 1
      }
    }

    /// The data of a call: the frame object, locals, function and code, and the variables.
    private mutating func visitCall(_ object: UInt, _ start: Int) {
      visitWord(object, start &+ FrameDataOffset.frameObject)
      visitWord(object, start &+ FrameDataOffset.locals)
      visitWord(object, start &+ FrameDataOffset.function)
      visitWord(object, start &+ FrameDataOffset.executable)
      let count = RawMemory.int32(object &+ UInt(start &+ FrameDataOffset.stackTop))
      visitRow(object &+ UInt(start &+ FrameDataOffset.variables), Int(count), from: object)
    }

    /// What a class of a program's adds to an object: slots, attribute values, an attribute dict.
    private mutating func walkInstance(_ object: UInt, _ type: UInt, _ plan: UInt, _ traits: UInt16) {
      visitWords(object, plan &+ 48, count: RawMemory.uint32(plan &+ 24))
      guard traits & TypePlan.Traits.hasManagedDict.rawValue != 0 else { return }
      let dict = RawMemory.word(object &+ UInt(bitPattern: ObjectOffset.managedDict))
      if dict != 0 { visit(dict, from: object) }
      guard traits & TypePlan.Traits.hasInlineValues.rawValue != 0 else { return }
      let values = object &+ UInt(RawMemory.uint32(plan &+ 8))
      let isShared = dict != 0 && RawMemory.word(dict &+ UInt(DictOffset.values)) == values
      if isShared {
        let number = number(of: dict)
        if number >= 0 { learned[number] |= Learned.sharesValues }
      }
      if RawMemory.byte(values &+ UInt(ValuesOffset.isValid)) == 0 {
        if isShared {
          report(.values, at: object, expected: "values that its dict shares to be valid", found: "given up")
        }
        return
      }
      if dict != 0, !isShared {
        report(
          .values, at: object, expected: "a dict that shares the object's values", found: "one that does not")
      }
      let keys = RawMemory.word(type &+ UInt(TypeOffset.cachedKeys))
      let used = walkValues(values, keys: keys, of: object)
      if isShared, used != RawMemory.integer(dict &+ UInt(DictOffset.used)) {
        report(
          .dict, at: dict, expected: "\(used) entries",
          found: "\(RawMemory.integer(dict &+ UInt(DictOffset.used)))")
      }
    }

    /// Visits attribute values, and checks their order.
    ///
    /// - Returns: how many there are.
    mutating func walkValues(_ values: UInt, keys: UInt, of object: UInt) -> Int {
      let capacity = Int(RawMemory.byte(values))
      let entries = RawMemory.integer(keys &+ 24)
      if entries > capacity {
        report(.values, at: object, expected: "room for \(entries) names", found: "\(capacity)")
      }
      var used = 0
      var index = 0
      while index < capacity {
        let target = RawMemory.word(values &+ UInt(ValuesOffset.values &+ 8 &* index))
        if target != 0 {
          visit(target, from: object)
          used &+= 1
          if index >= entries {
            report(.values, at: object, expected: "values of \(entries) names", found: "one at \(index)")
          }
        }
        index &+= 1
      }
      let size = Int(RawMemory.byte(values &+ UInt(ValuesOffset.size)))
      if size != used { report(.values, at: object, expected: "\(used) values in order", found: "\(size)") }
      let order = values &+ UInt(ValuesOffset.values &+ 8 &* capacity)
      var seen: UInt = 0
      var position = 0
      while position < min(size, capacity) {
        let index = UInt(RawMemory.byte(order &+ UInt(position)))
        let bit = UInt(1) << index
        let hasValue =
          index < UInt(capacity) && RawMemory.word(values &+ UInt(ValuesOffset.values) &+ 8 &* index) != 0
        if seen & bit != 0 || !hasValue {
          report(
            .values, at: object, expected: "a value not named before",
            found: "index \(index) at place \(position)")
        }
        seen |= bit
        position &+= 1
      }
      return used
    }

    /// The blocks of a deque and the elements in them.
    private mutating func walkDeque(_ deque: UInt) {
      var left = RawMemory.integer(deque &+ UInt(DequeOffset.count))
      var index = RawMemory.integer(deque &+ UInt(DequeOffset.leftIndex))
      var block = RawMemory.word(deque &+ UInt(DequeOffset.leftBlock))
      let last = RawMemory.word(deque &+ UInt(DequeOffset.rightBlock))
      while block != 0 {
        claim(block, atLeast: DequeBlock.size, for: deque)
        while left > 0, index < DequeBlock.length {
          visitWord(block, DequeBlock.elements &+ 8 &* index, from: deque)
          left &-= 1
          index &+= 1
        }
        index = 0
        if block == last { break }
        block = RawMemory.word(block &+ UInt(DequeBlock.right))
      }
      if left != 0 {
        report(.list, at: deque, expected: "room for all elements", found: "\(left) too many")
      }
      for number in 0..<RawMemory.integer(deque &+ UInt(DequeOffset.freeCount)) {
        let free = RawMemory.word(deque &+ UInt(DequeOffset.freeBlocks &+ 8 &* number))
        if free != 0 { claim(free, atLeast: DequeBlock.size, for: deque) }
      }
    }

    /// Visits the reference in a word of an object's block, where there is one.
    private mutating func visitWord(_ block: UInt, _ offset: Int, from object: UInt) {
      let target = RawMemory.word(block &+ UInt(offset))
      if target != 0 { visit(target, from: object) }
    }

    private mutating func walkList(_ list: UInt) {
      let count = RawMemory.integer(list &+ UInt(ObjectOffset.size))
      let allocated = RawMemory.integer(list &+ UInt(ListOffset.allocated))
      let items = RawMemory.word(list &+ UInt(ListOffset.items))
      guard count >= 0, count <= allocated, (items == 0) == (allocated == 0) else {
        return report(.list, at: list, expected: "room for \(count) items", found: "room for \(allocated)")
      }
      guard items != 0 else { return }
      claim(items, atLeast: 8 &* allocated, for: list)
      visitRow(items, count, from: list)
    }

    /// Strings and what is derived from them have blocks of their own.
    private mutating func walkPlain(_ object: UInt, _ type: UInt) {
      if type == stringType {
        let state = RawMemory.uint32(object &+ UInt(StringOffset.state))
        if state & 3 != 0 { internedCount &+= 1 }
        guard state & 1 << 6 == 0 else { return }
        let encoded = RawMemory.word(object &+ UInt(StringOffset.encoded))
        if encoded != 0 { claim(encoded, atLeast: 1, for: object) }
        return
      }
      guard RawMemory.word(type &+ UInt(TypeOffset.flags)) & TypeFlag.stringSubclass != 0 else { return }
      let data = RawMemory.word(object &+ 56)
      let width = Int(RawMemory.uint32(object &+ UInt(StringOffset.state)) >> 2 & 7)
      let length = RawMemory.integer(object &+ UInt(StringOffset.length))
      if data != 0 { claim(data, atLeast: (length + 1) * width, for: object) }
    }

    private mutating func walkType(_ type: UInt) {
      for offset in Self.typeReferences { visitWord(type, offset) }
      let keys = RawMemory.word(type &+ UInt(TypeOffset.cachedKeys))
      if keys != 0 { walkSharedKeys(keys, of: type) }
    }

    private static let typeReferences = [
      TypeOffset.base, TypeOffset.dict, TypeOffset.bases, TypeOffset.methodResolutionOrder, TypeOffset.cache,
      TypeOffset.subclasses, TypeOffset.heapName, TypeOffset.qualifiedName, TypeOffset.heapSlots,
      TypeOffset.module,
    ]
  }
#endif
