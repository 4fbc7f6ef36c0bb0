#if DEBUG
  // Finds the objects, from what holds them to what they hold.
  extension InvariantChecker {
    /// Counts a reference to an object, and finds the object where it is new.
    ///
    /// - Returns: whether an object lies there.
    @inline(__always)
    @discardableResult
    mutating func visit(_ target: UInt, from holder: UInt) -> Bool {
      let arena = arena(of: target)
      if arena < 0, isStatic(target) { return true }
      var number = -1
      if arena >= 0 {
        number = Int(RawMemory.uint32(numbers &+ 4 &* granule(arena, target))) &- 1
      } else {
        let place = largeObjects.place(target)
        if place != 0 { number = RawMemory.integer(place) }
      }
      if number < 0 { number = discover(target, arena: arena, from: holder) }
      guard number >= 0 else { return false }
      counts[number] &+= 1
      return true
    }

    /// Notes an object that is met for the first time, and gives it its block.
    ///
    /// - Returns: its number; −1 where no object lies there.
    mutating func discover(_ object: UInt, arena: Int, from holder: UInt) -> Int {
      guard object & 15 == 0, arena >= 0 || isLargeObject(object) else {
        report(.reference, at: holder, expected: "a reference to an object", found: place(object))
        return -1
      }
      let type = RawMemory.word(object &+ UInt(ObjectOffset.type))
      guard isClass(type) else {
        report(
          .reference, at: holder, expected: "a reference to an object",
          found: "0x\(String(object, radix: 16)), which has no class")
        return -1
      }
      let number = objects.count
      objects.append(object)
      counts.append(0)
      learned.append(0)
      if arena >= 0 {
        RawMemory.set(uint32: UInt32(number + 1), numbers &+ 4 &* granule(arena, object))
      } else {
        largeObjects.insert(object, UInt(number))
      }
      let plan = RawMemory.word(type &+ UInt(TypeOffset.plan))
      let isCollected = RawMemory.word(type &+ UInt(TypeOffset.flags)) & TypeFlag.isCollected != 0
      let before = isCollected ? Int(RawMemory.uint32(plan &+ 4)) : 0
      claim(object &- UInt(before), atLeast: before &+ ownSize(object, type, plan), for: object)
      return number
    }

    /// Whether a large block begins where the block of an object would.
    private func isLargeObject(_ object: UInt) -> Bool {
      large.place(object) != 0 || large.place(object - 16) != 0 || large.place(object - 32) != 0
    }

    /// Whether a class lies at an address, which may be anything.
    @inline(__always)
    private func isClass(_ type: UInt) -> Bool {
      if staticTypes.place(type) != 0 { return true }
      if type & 15 != 0 || type < 32 { return false }
      // Classes are larger than the largest block of a pool.
      guard large.place(type &- 16) != 0 || large.place(type &- 32) != 0 else { return false }
      let meta = RawMemory.word(type &+ UInt(ObjectOffset.type))
      return meta == typeType || large.place(meta &- 16) != 0 || large.place(meta &- 32) != 0
    }

    /// The bytes that an object takes from its address on.
    private func ownSize(_ object: UInt, _ type: UInt, _ plan: UInt) -> Int {
      let basic = Int(RawMemory.uint32(plan &+ 8))
      if RawMemory.uint16(plan &+ 2) & TypePlan.Traits.hasInlineValues.rawValue != 0 {
        let capacity = Int(RawMemory.byte(object &+ UInt(basic)))
        return basic + ValuesOffset.size(capacity: capacity)
      }
      let count = RawMemory.integer(object &+ 16)
      switch RawMemory.body(plan) {
      case .tuple: return basic + 8 * count
      case .type: return TypeOffset.heapSize + 40 * (count + 1)
      case .generator:
        let top = RawMemory.int32(object &+ UInt(GeneratorOffset.frame + FrameDataOffset.stackTop))
        return GeneratorOffset.frame + FrameDataOffset.variables + 8 * max(Int(top), 0)
      case .frame:
        let top = RawMemory.int32(object &+ UInt(FrameOffset.ownData + FrameDataOffset.stackTop))
        return FrameOffset.ownData + FrameDataOffset.variables + 8 * max(Int(top), 0)
      case .plain:
        if type == stringType { return stringSize(object) }
        let flags = RawMemory.word(type &+ UInt(TypeOffset.flags))
        if flags & TypeFlag.integerSubclass != 0 { return basic + 4 * max(count >> 3, 1) }
        if flags & TypeFlag.bytesSubclass != 0 { return basic + count }
        return basic
      default: return basic
      }
    }

    private func stringSize(_ string: UInt) -> Int {
      let state = RawMemory.uint32(string &+ UInt(StringOffset.state))
      let width = Int(state >> 2 & 7)
      let start = state & 1 << 6 != 0 ? StringOffset.asciiData : StringOffset.data
      return start + (RawMemory.integer(string &+ UInt(StringOffset.length)) + 1) * width
    }

    // MARK: Roots

    /// Visits what the runtime itself and its host hold.
    mutating func visitRoots(_ held: [ObjectPointer]) {
      for object in space.handles.held { visit(object.address, from: 0) }
      for root in space.runtimeRoots { visit(root.object.address, from: 0) }
      for object in held { visit(object.address, from: 0) }
      var index = 0
      while index < staticTypeRow.count {
        visitStaticType(staticTypeRow[index])
        index &+= 1
      }
    }

    /// Visits what a built-in type holds that can go: its dict has entries of no consequence, its subclasses come and go.
    private mutating func visitStaticType(_ type: UInt) {
      let dict = RawMemory.word(type &+ UInt(TypeOffset.dict))
      if RawMemory.word(dict &+ UInt(DictOffset.keys)) != emptyKeys { walkDict(dict) }
      let subclasses = RawMemory.word(type &+ UInt(TypeOffset.subclasses))
      if subclasses != 0 { visit(subclasses, from: type) }
      let cache = RawMemory.word(type &+ UInt(TypeOffset.cache))
      if cache != 0 { visit(cache, from: type) }
    }

    // MARK: Counts

    /// Every object counts the references that were found, and is in the collector's care where it has to be.
    mutating func checkCounts() {
      var number = 0
      while number < objects.count {
        let object = objects[number]
        let count = RawMemory.word(object)
        if count != counts[number], !isImmortalName(object) { reportCount(object, count, counts[number]) }
        let type = RawMemory.word(object &+ UInt(ObjectOffset.type))
        if RawMemory.word(type &+ UInt(TypeOffset.flags)) & TypeFlag.isCollected != 0 {
          let isListed = learned[number] & Learned.isListed != 0
          if (RawMemory.word(object &- 16) != 0) != isListed {
            report(
              .tracking, at: object, expected: isListed ? "a link to the next object" : "to be in a list",
              found: isListed ? "none" : "a link, though no list leads here")
          }
          if !isListed { checkUntracked(object, type) }
        }
        number &+= 1
      }
    }

    /// Whether an object is an interned string that never goes.
    private func isImmortalName(_ object: UInt) -> Bool {
      let pointer = ObjectPointer(address: object)
      return pointer.isImmortal && pointer.type == space.type(.string)
        && StringState(pointer).word & 3 == StringState.immortalInterned
    }

    private mutating func reportCount(_ object: UInt, _ count: UInt, _ found: UInt) {
      if ObjectPointer(address: object).isImmortal {
        report(
          .immortality, at: object, expected: "a count of \(found)", found: "an immortal object in an arena")
      } else {
        report(.count, at: object, expected: "a count of \(found)", found: "\(Int(bitPattern: count))")
      }
    }

    /// An object that the collector does not see has nothing to be seen.
    private mutating func checkUntracked(_ object: UInt, _ type: UInt) {
      let pointer = ObjectPointer(address: object)
      var seen: ObjectPointer?
      if type == tupleType {
        for index in 0..<pointer.itemCount {
          if let item = pointer[object: TupleOffset.items + 8 * index], space.mayBeTracked(item) {
            seen = item
          }
        }
      } else if type == dictType {
        // A dict that had values behind an instance may hold anything, in CPython too.
        return
      } else {
        return report(.tracking, at: object, expected: "to be in a generation", found: "in none")
      }
      if let seen {
        report(
          .tracking, at: object, expected: "to be in a generation, since it holds \(place(seen.address))",
          found: "in none")
      }
    }
  }
#endif
