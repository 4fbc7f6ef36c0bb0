#if DEBUG
  // Dicts and sets: their tables hold what they say, and everything is found where it is looked for.
  extension InvariantChecker {
    /// Visits a dict's keys and values and checks its table.
    mutating func walkDict(_ dict: UInt) {
      if RawMemory.word(RawMemory.word(RawMemory.word(dict &+ 8) &+ UInt(TypeOffset.plan)) &+ 72)
        == space.type(.orderedDict).address
      {
        walkNodes(of: dict)
      }
      let keys = RawMemory.word(dict &+ UInt(DictOffset.keys))
      let values = RawMemory.word(dict &+ UInt(DictOffset.values))
      let used = RawMemory.integer(dict &+ UInt(DictOffset.used))
      if keys == emptyKeys {
        if used != 0 || values != 0 { report(.dict, at: dict, expected: "no entries", found: "\(used)") }
        return
      }
      let kind = RawMemory.byte(keys &+ 10)
      guard kind <= 2 else {
        return report(.keyTable, at: dict, expected: "a kind of table", found: "\(kind)")
      }
      if kind == KeyTable.Kind.split.rawValue || values != 0 {
        guard kind == KeyTable.Kind.split.rawValue, values != 0 else {
          return report(
            .dict, at: dict, expected: "values of its own with shared keys, else none", found: "another")
        }
        walkSharedKeys(keys, of: dict)
        if RawMemory.byte(values &+ UInt(ValuesOffset.isEmbedded)) != 0 { return }
        let capacity = Int(RawMemory.byte(values))
        claim(values, atLeast: ValuesOffset.size(capacity: capacity), for: dict)
        let count = walkValues(values, keys: keys, of: dict)
        if count != used { report(.dict, at: dict, expected: "\(count) entries", found: "\(used)") }
        return
      }
      if RawMemory.integer(keys) != 1 {
        report(.keyTable, at: dict, expected: "a table of its own", found: "\(RawMemory.integer(keys)) users")
      }
      let live = walkEntries(keys, isUnicode: kind != 0, of: dict)
      if live != used { report(.dict, at: dict, expected: "\(live) entries", found: "\(used)") }
    }

    /// Visits the keys that the nodes of an ordered dict hold, and checks that each entry has one.
    private mutating func walkNodes(of dict: UInt) {
      let nodes = RawMemory.word(dict &+ UInt(DerivedDictOffset.nodeTable))
      let size = RawMemory.integer(dict &+ UInt(DerivedDictOffset.nodeTableSize))
      if nodes != 0 { claim(nodes, atLeast: 8 &* size, for: dict) }
      var node = RawMemory.word(dict &+ UInt(DerivedDictOffset.firstNode))
      var count = 0
      while node != 0 {
        claim(node, atLeast: NodeOffset.size, for: dict)
        visit(RawMemory.word(node &+ UInt(NodeOffset.key)), from: dict)
        count &+= 1
        node = RawMemory.word(node &+ UInt(NodeOffset.next))
      }
      let used = RawMemory.integer(dict &+ UInt(DictOffset.used))
      if count != used { report(.dict, at: dict, expected: "\(used) nodes", found: "\(count)") }
    }

    /// Counts one user of a class's key table, and walks the table at the first.
    mutating func walkSharedKeys(_ keys: UInt, of user: UInt) {
      let place = sharedKeys.place(keys)
      guard place == 0 else { return RawMemory.set(word: RawMemory.word(place) &+ 1, place) }
      sharedKeys.insert(keys, 1)
      _ = walkEntries(keys, isUnicode: true, of: user)
      let entries = RawMemory.integer(keys &+ 24)
      let usable = RawMemory.integer(keys &+ 16)
      if entries &+ usable > KeyTable.sharedLimit {
        report(.keyTable, at: user, expected: "at most 30 shared names", found: "\(entries + usable)")
      }
    }

    /// Every shared key table counts its users.
    mutating func checkSharedKeys() {
      var number = 0
      while number < objects.count {
        let object = objects[number]
        let type = RawMemory.word(object &+ UInt(ObjectOffset.type))
        let plan = RawMemory.word(type &+ UInt(TypeOffset.plan))
        let body = RawMemory.body(plan)
        if body == .dict || body == .type {
          let offset = body == .type ? TypeOffset.cachedKeys : DictOffset.keys
          let keys = RawMemory.word(object &+ UInt(offset))
          let place = keys == 0 ? 0 : sharedKeys.place(keys)
          if body == .dict { checkEmbedded(object, number) }
          if place != 0, RawMemory.word(keys) != RawMemory.word(place) {
            report(
              .keyTable, at: object, expected: "\(RawMemory.word(place)) users of the shared names",
              found: "\(RawMemory.word(keys))")
          }
        }
        number &+= 1
      }
    }

    /// A dict whose values lie behind an instance is that instance's dict.
    private mutating func checkEmbedded(_ dict: UInt, _ number: Int) {
      let values = RawMemory.word(dict &+ UInt(DictOffset.values))
      guard values != 0, learned[number] & Learned.sharesValues == 0,
        RawMemory.byte(values &+ UInt(ValuesOffset.isEmbedded)) != 0
      else { return }
      report(.values, at: dict, expected: "an instance whose dict it is", found: "values behind none")
    }

    /// Visits the entries of a table and checks that its indices lead to them.
    ///
    /// - Returns: how many entries have a value.
    private mutating func walkEntries(_ keys: UInt, isUnicode: Bool, of owner: UInt) -> Int {
      let log2Size = Int(RawMemory.byte(keys &+ 8))
      guard log2Size >= KeyTable.smallestLog2Size, log2Size < 40,
        Int(RawMemory.byte(keys &+ 9)) == KeyTable.log2IndexBytes(log2Size)
      else {
        report(.keyTable, at: owner, expected: "a table of 8 places or more", found: "2^\(log2Size)")
        return 0
      }
      claim(keys, atLeast: KeyTable.size(log2Size: log2Size, isUnicode: isUnicode), for: owner)
      let entries = RawMemory.integer(keys &+ 24)
      let usable = RawMemory.integer(keys &+ 16)
      guard entries >= 0, usable >= 0, entries &+ usable <= KeyTable.usableEntries(log2Size) else {
        report(.keyTable, at: owner, expected: "room for the entries", found: "\(entries) and \(usable) more")
        return 0
      }
      let isShared = RawMemory.byte(keys &+ 10) == KeyTable.Kind.split.rawValue
      let entrySize: UInt = isUnicode ? 16 : 24
      let start = keys &+ UInt(KeyTable.headerSize) &+ (1 << UInt(RawMemory.byte(keys &+ 9)))
      var live = 0
      var index = 0
      while index < entries {
        let entry = start &+ UInt(index) &* entrySize &+ (isUnicode ? 0 : 8)
        let key = RawMemory.word(entry)
        let value = RawMemory.word(entry &+ 8)
        if (key == 0) != (value == 0), !isShared || value != 0 {
          report(.keyTable, at: owner, expected: "a key with a value", found: "one of them at \(index)")
        }
        if value != 0 { visit(value, from: owner) }
        if key != 0, visit(key, from: owner) {
          live &+= 1
          checkPlace(of: key, entry: index, keys, log2Size, entry: entry, isUnicode: isUnicode, of: owner)
        }
        index &+= 1
      }
      checkIndices(keys, log2Size, entries: entries, live: live, of: owner)
      return live
    }

    /// A key is found by its hash.
    private mutating func checkPlace(
      of key: UInt, entry index: Int, _ keys: UInt, _ log2Size: Int, entry: UInt, isUnicode: Bool,
      of owner: UInt
    ) {
      let isString = RawMemory.word(key &+ UInt(ObjectOffset.type)) == stringType
      var hash = isString ? RawMemory.integer(key &+ UInt(StringOffset.hash)) : 0
      if isUnicode {
        guard isString, hash != -1 else {
          return report(
            .keyTable, at: owner, expected: "a string with its hash as key \(index)", found: place(key))
        }
      } else {
        let stored = RawMemory.integer(entry &- 8)
        if isString, stored != hash {
          report(.keyTable, at: owner, expected: "the hash of key \(index), \(hash)", found: "\(stored)")
        }
        hash = stored
      }
      let mask = 1 << log2Size &- 1
      var perturb = UInt(bitPattern: hash)
      var slot = hash & mask
      var steps = 0
      while steps < mask &+ 64 {
        let found = self.index(keys, log2Size, at: slot)
        if found == index { return }
        if found == KeyTable.empty { break }
        perturb >>= 5
        slot = (slot &* 5 &+ Int(truncatingIfNeeded: perturb) &+ 1) & mask
        steps &+= 1
      }
      report(.keyTable, at: owner, expected: "to find key \(index), \(place(key))", found: "an empty place")
    }

    @inline(__always)
    private func index(_ keys: UInt, _ log2Size: Int, at slot: Int) -> Int {
      let start = keys &+ UInt(KeyTable.headerSize)
      if log2Size < 8 { return Int(Int8(bitPattern: RawMemory.byte(start &+ UInt(slot)))) }
      if log2Size < 16 { return Int(Int16(bitPattern: RawMemory.uint16(start &+ UInt(2 &* slot)))) }
      return Int(RawMemory.int32(start &+ UInt(4 &* slot)))
    }

    private mutating func checkIndices(_ keys: UInt, _ log2Size: Int, entries: Int, live: Int, of owner: UInt)
    {
      var leading = 0
      var slot = 0
      let size = 1 << log2Size
      while slot < size {
        let found = index(keys, log2Size, at: slot)
        if found >= 0 { leading &+= 1 }
        if found >= entries || found < KeyTable.dummy {
          report(
            .keyTable, at: owner, expected: "an index below \(entries)", found: "\(found) in place \(slot)")
        }
        slot &+= 1
      }
      if leading != live {
        report(.keyTable, at: owner, expected: "\(live) indices", found: "\(leading)")
      }
    }

    /// Visits a set's elements and checks that each is where it is looked for.
    mutating func walkSet(_ set: UInt) {
      let table = RawMemory.word(set &+ UInt(SetOffset.table))
      let mask = RawMemory.integer(set &+ UInt(SetOffset.mask))
      guard mask >= SetTable.smallestSize - 1, mask & (mask &+ 1) == 0 else {
        return report(.set, at: set, expected: "a table of a power of two", found: "\(mask)")
      }
      if table != set &+ UInt(SetOffset.smallTable) {
        claim(table, atLeast: 16 &* (mask &+ 1), for: set)
      } else if mask != SetTable.smallestSize - 1 {
        return report(.set, at: set, expected: "eight places in the set itself", found: "\(mask + 1)")
      }
      var used = 0
      var fill = 0
      var place = 0
      while place <= mask {
        let key = RawMemory.word(table &+ UInt(16 &* place))
        if key != 0 {
          fill &+= 1
          if key != SetTable.dummy {
            used &+= 1
            if visit(key, from: set) { checkElement(key, at: place, table, mask, of: set) }
          }
        }
        place &+= 1
      }
      if used != RawMemory.integer(set &+ UInt(SetOffset.used)) {
        report(
          .set, at: set, expected: "\(used) elements",
          found: "\(RawMemory.integer(set &+ UInt(SetOffset.used)))")
      }
      if fill != RawMemory.integer(set &+ UInt(SetOffset.fill)) || fill > mask {
        report(
          .set, at: set, expected: "\(fill) places in use",
          found: "\(RawMemory.integer(set &+ UInt(SetOffset.fill)))")
      }
    }

    /// An element is found by its hash.
    private mutating func checkElement(_ key: UInt, at place: Int, _ table: UInt, _ mask: Int, of set: UInt) {
      let hash = RawMemory.integer(table &+ UInt(16 &* place &+ 8))
      if RawMemory.word(key &+ UInt(ObjectOffset.type)) == stringType,
        RawMemory.integer(key &+ UInt(StringOffset.hash)) != hash
      {
        report(.set, at: set, expected: "the hash of its element", found: "\(hash)")
      }
      var perturb = UInt(bitPattern: hash)
      var slot = hash & mask
      var steps = 0
      while steps < mask &+ 64 {
        var entry = slot
        var probes = slot &+ SetTable.linearProbes <= mask ? SetTable.linearProbes : 0
        repeat {
          if entry == place { return }
          if RawMemory.word(table &+ UInt(16 &* entry)) == 0 {
            return report(
              .set, at: set, expected: "to find \(self.place(key))", found: "a free place before it")
          }
          entry &+= 1
          probes &-= 1
        } while probes >= 0
        perturb >>= SetTable.perturbShift
        slot = (slot &* 5 &+ 1 &+ Int(truncatingIfNeeded: perturb)) & mask
        steps &+= 1
      }
      report(.set, at: set, expected: "to find \(self.place(key))", found: "it nowhere")
    }
  }
#endif
