#if DEBUG
  // The lists of the collector, of kept objects, and of weak references.
  extension InvariantChecker {
    /// Walks the lists of all generations and of what is set aside; what only they lead to is found.
    mutating func checkGenerations() {
      for generation in 0...CollectorState.generationCount {
        let head = space.state.collector.head(generation).address
        var previous = head
        var header = RawMemory.word(head)
        while header != head {
          let object = header &+ UInt(CollectorHeader.size)
          guard header & 15 == 0, let number = listed(object, generation) else {
            report(
              .generation, at: previous &+ 16, expected: "a link to an object of generation \(generation)",
              found: place(object))
            break
          }
          if learned[number] & Learned.isListed != 0 {
            report(
              .generation, at: object, expected: "to be in one list",
              found: "it again in generation \(generation)")
            break
          }
          learned[number] |= Learned.isListed
          let word = RawMemory.word(header &+ 8)
          if word & ~CollectorHeader.flags != previous {
            report(
              .generation, at: object, expected: "a link back to \(place(previous &+ 16))",
              found: place(word & ~CollectorHeader.flags &+ 16))
          }
          let next = RawMemory.word(header)
          if word & CollectorHeader.collecting != 0 || next & CollectorHeader.unreachable != 0 {
            report(.collectorFlags, at: object, expected: "no mark", found: "\(word & 3) and \(next & 1)")
          }
          previous = header
          header = next & ~CollectorHeader.unreachable
        }
        if header == head, RawMemory.word(head &+ 8) != previous {
          report(
            .generation, at: previous &+ 16, expected: "to be the last of generation \(generation)",
            found: "another")
        }
      }
      let collector = space.state.collector
      let counts = [collector.counts.0, collector.counts.1, collector.counts.2]
      if counts.contains(where: { $0 < 0 }) || collector.longLivedTotal < 0 || collector.longLivedPending < 0
      {
        report(.collectorCounts, at: 0, expected: "no negative number", found: "\(counts)")
      }
    }

    /// The number of an object of a list; found now, where nothing else leads to it.
    private mutating func listed(_ object: UInt, _ generation: Int) -> Int? {
      let known = number(of: object)
      if known >= 0 { return known }
      let arena = arena(of: object)
      guard arena >= 0 || large.place(object &- 16) != 0 || large.place(object &- 32) != 0 else { return nil }
      let found = discover(object, arena: arena, from: object)
      return found < 0 ? nil : found
    }

    // MARK: Kept objects

    /// Objects that are kept for the next of their kind own their blocks, and nothing else does.
    mutating func checkFreeLists() {
      let lists = space.state.freeLists
      keep(lists.lists, before: CollectorHeader.size, size: 40, "lists")
      keep(lists.dicts, before: CollectorHeader.size, size: 48, "dicts")
      keep(
        lists.keys, before: 0, size: KeyTable.size(log2Size: KeyTable.smallestLog2Size, isUnicode: true),
        "keys")
      var floats = 0
      var next = lists.floats?.address ?? 0
      while next != 0, floats <= lists.floatCount, isKept(next, before: 0, size: 24, "floats") {
        floats += 1
        next = RawMemory.word(next &+ UInt(ObjectOffset.type))
      }
      if floats != lists.floatCount {
        report(.freeList, at: 0, expected: "\(lists.floatCount) floats", found: "\(floats)")
      }
      for place in 0..<FreeLists.tupleSizes {
        let size = TupleOffset.items + 8 * (place + 1)
        let expected = lists.tupleCounts[integer: 8 * place]
        var tuples = 0
        next = lists.tuples[word: 8 * place]
        while next != 0, tuples <= expected, isKept(next, before: CollectorHeader.size, size: size, "tuples")
        {
          tuples += 1
          next = RawMemory.word(next &+ UInt(TupleOffset.items))
        }
        if tuples != expected {
          report(.freeList, at: 0, expected: "\(expected) tuples of \(place + 1)", found: "\(tuples)")
        }
      }
      if let slice = lists.slice {
        _ = isKept(slice.address, before: CollectorHeader.size, size: 40, "slices")
      }
    }

    private mutating func keep(_ stack: FreeLists.Stack, before: Int, size: Int, _ name: String) {
      for index in 0..<stack.count { _ = isKept(stack[index].address, before: before, size: size, name) }
    }

    /// Claims the block of a kept object.
    private mutating func isKept(_ address: UInt, before: Int, size: Int, _ name: String) -> Bool {
      guard address & 15 == 0, arena(of: address) >= 0 else {
        report(.freeList, at: address, expected: "a block in the list of \(name)", found: "none")
        return false
      }
      if number(of: address) >= 0 {
        report(
          .freeList, at: address, expected: "nothing that lives in the list of \(name)", found: "this object")
        return false
      }
      if before != 0, RawMemory.word(address &- 16) != 0 {
        report(.freeList, at: address, expected: "kept \(name) to be in no generation", found: "a link")
      }
      claim(address &- UInt(before), atLeast: before &+ size, for: address)
      return true
    }

    // MARK: Weak references

    /// Each object's weak references are linked both ways and lead to it; those that are dead lead nowhere.
    mutating func checkWeakLists() {
      var number = 0
      while number < staticTypeRow.count {
        checkWeakList(of: staticTypeRow[number], at: TypeOffset.weakReferences)
        number &+= 1
      }
      number = 0
      while number < objects.count {
        let plan = planAddress(of: objects[number])
        let offset = Int(RawMemory.int32(plan &+ 20))
        if offset != 0 { checkWeakList(of: objects[number], at: offset) }
        number &+= 1
      }
      number = 0
      while number < objects.count {
        let reference = objects[number]
        if RawMemory.body(planAddress(of: reference)) == .weakReference {
          let referent = RawMemory.word(reference &+ UInt(WeakReferenceOffset.referent))
          let isLinked = learned[number] & Learned.isLinked != 0
          if referent == 0 || referent == none {
            let previous = RawMemory.word(reference &+ UInt(WeakReferenceOffset.previous))
            let next = RawMemory.word(reference &+ UInt(WeakReferenceOffset.next))
            if isLinked || previous != 0 || next != 0 {
              report(
                .weakReference, at: reference, expected: "a dead reference to have no links", found: "some")
            }
          } else if !isLinked {
            report(
              .weakReference, at: reference, expected: "to be in the list of \(place(referent))",
              found: "in none")
          }
        }
        number &+= 1
      }
    }

    @inline(__always)
    private func planAddress(of object: UInt) -> UInt {
      RawMemory.word(RawMemory.word(object &+ UInt(ObjectOffset.type)) &+ UInt(TypeOffset.plan))
    }

    private mutating func checkWeakList(of object: UInt, at offset: Int) {
      var previous: UInt = 0
      var reference = RawMemory.word(object &+ UInt(bitPattern: offset))
      guard reference != 0 else { return }
      var plain = 0
      var proxies = 0
      var others = 0
      while reference != 0 {
        let number = number(of: reference)
        guard number >= 0, RawMemory.body(planAddress(of: reference)) == .weakReference else {
          return report(
            .weakReference, at: object, expected: "a weak reference in its list", found: place(reference))
        }
        guard learned[number] & Learned.isLinked == 0 else {
          return report(
            .weakReference, at: object, expected: "each reference once", found: "\(place(reference)) again")
        }
        learned[number] |= Learned.isLinked
        let referent = RawMemory.word(reference &+ UInt(WeakReferenceOffset.referent))
        if referent != object {
          report(
            .weakReference, at: reference, expected: "to lead to \(place(object))", found: place(referent))
        }
        let back = RawMemory.word(reference &+ UInt(WeakReferenceOffset.previous))
        if back != previous {
          report(
            .weakReference, at: reference, expected: "a link back to \(place(previous))", found: place(back))
        }
        let type = ObjectPointer(address: RawMemory.word(reference &+ UInt(ObjectOffset.type)))
        if RawMemory.word(reference &+ UInt(WeakReferenceOffset.callback)) != 0 {
          others += 1
        } else if type == space.type(.weakReference) {
          plain += 1
          if plain > 1 || proxies + others > 0 {
            report(
              .weakReference, at: reference, expected: "one plain reference, the first", found: "another")
          }
        } else if type == space.type(.weakProxy) || type == space.type(.callableWeakProxy) {
          proxies += 1
          if proxies > 1 || others > 0 {
            report(.weakReference, at: reference, expected: "one plain proxy before others", found: "another")
          }
        } else {
          others += 1
        }
        previous = reference
        reference = RawMemory.word(reference &+ UInt(WeakReferenceOffset.next))
      }
    }
  }
#endif
