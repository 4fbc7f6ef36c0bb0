#if DEBUG
  /// Checks a space's memory; kept and used again by who checks often, since its tables are the larger part of the work.
  ///
  /// It reads memory on its own, and uses the runtime's walks only to compare with them: what is checked must not be
  /// what checks.
  @safe
  package struct InvariantChecker: ~Copyable {
    let space: ObjectSpace
    var violations: [InvariantViolation] = []
    /// For each 16 bytes of each arena: what was learned of the block that begins there, a byte.
    var marks: UInt = 0
    /// For each 16 bytes of each arena: the number of the object there and one more, four bytes.
    var numbers: UInt = 0
    var arenaCapacity = 0
    /// Where each arena begins; 0 for an unused entry.
    var arenas = WordRow()
    var lastArena: UInt = 0
    var lastArenaIndex = 0
    /// The large blocks: their bytes, shifted by one, and in bit 0 whether they have an owner.
    var large = AddressTable()
    var largeObjects = AddressTable()
    /// The static memory: where each piece begins and ends.
    var chunks = WordRow()
    var staticTypes = AddressTable()
    var staticTypeRow = WordRow()
    /// The objects in the order in which they were found, the references counted to each, and what was learned of it.
    var objects = WordRow()
    var counts = WordRow()
    var learned = WordRow()
    var walked = 0
    /// How many users each shared key table was found to have.
    var sharedKeys = AddressTable()
    var usedBlocks = 0
    var claimedBlocks = 0
    /// Interned strings in the arenas, and how many lie outside.
    var internedCount = 0
    var staticInternedCount = 0

    // Of the space, read once.
    let stringType: UInt
    let tupleType: UInt
    let dictType: UInt
    let typeType: UInt
    let emptyKeys: UInt
    let none: UInt

    /// What marks of blocks say.
    enum Mark {
      static let free: UInt8 = 2
      static let claimed: UInt8 = 3
    }

    /// What is learned of an object.
    enum Learned {
      static let isListed: UInt = 1
      static let isLinked: UInt = 2
      static let sharesValues: UInt = 4
    }

    static let mostViolations = 20

    /// Makes a checker of a space.
    package init(_ space: ObjectSpace) {
      self.space = space
      stringType = space.type(.string).address
      tupleType = space.type(.tuple).address
      dictType = space.type(.dict).address
      typeType = space.type(.type).address
      emptyKeys = space.emptyKeysAddress
      none = space.none.address
      for type in BuiltinType.allCases { staticTypeRow.append(space.type(type).address) }
      for index in ExceptionKind.allCases.indices {
        staticTypeRow.append(space.state.exceptionTypes[word: 8 * index])
      }
      for index in 0..<staticTypeRow.count { staticTypes.insert(staticTypeRow[index], 1) }
    }

    deinit {
      if marks != 0 { SystemMemory.free(Block(address: marks)) }
      if numbers != 0 { SystemMemory.free(Block(address: numbers)) }
    }

    /// Checks everything.
    ///
    /// - Parameters:
    ///   - held: objects to each of which somebody has a counted reference that no handle holds.
    ///   - isThorough: whether also to check what costs a walk over the runtime's tables: interned strings, the cache of
    ///     classes, classes and their bases, traced blocks, and that the runtime's own walks see the same references.
    /// - Returns: what is wrong, at most twenty; the walk goes around what is not to be trusted.
    package mutating func check(held: [ObjectPointer] = [], isThorough: Bool = true) -> [InvariantViolation] {
      violations = []
      checkRest()
      readMemory()
      checkArenas()
      checkLargeBlocks()
      visitRoots(held)
      walkAll()
      checkGenerations()
      walkAll()
      checkFreeLists()
      checkCounts()
      checkWeakLists()
      checkSharedKeys()
      checkLeaks()
      if isThorough {
        checkInterning()
        checkTypes()
        checkTypeCache()
        checkStaticObjects()
        checkTracing()
        compareWalks()
      } else {
        checkInternedCount()
      }
      return violations
    }

    /// Notes a violation, where there are not too many.
    mutating func report(
      _ rule: InvariantViolation.Rule, at address: UInt, expected: String, found: String
    ) {
      guard violations.count < Self.mostViolations else { return }
      violations.append(InvariantViolation(rule, at: place(address), expected: expected, found: found))
    }

    /// What lies at an address, in words.
    func place(_ address: UInt) -> String {
      let text = "0x" + String(address, radix: 16)
      guard address != 0, isObject(address) else { return text }
      return "'\(space.typeName(ObjectPointer(address: RawMemory.word(address + 8))))' object at \(text)"
    }

    /// The name of an object's class.
    func typeName(_ object: UInt) -> String {
      space.typeName(ObjectPointer(address: RawMemory.word(object + 8)))
    }

    /// Whether a known object lies at an address.
    func isObject(_ address: UInt) -> Bool {
      number(of: address) >= 0 || staticTypes.place(address) != 0
    }

    /// Nothing may be under way.
    private mutating func checkRest() {
      if space.state.releases.count != 0 {
        report(.rest, at: 0, expected: "no object being let go", found: "\(space.state.releases.count)")
      }
      if let object = space.state.putOff {
        report(.rest, at: object.address, expected: "no object put off", found: "this one")
      }
      if space.state.collector.isCollecting {
        report(.rest, at: 0, expected: "no collection", found: "one that runs")
      }
      if let function = space.runningFunction {
        report(.rest, at: function.address, expected: "no call under way", found: "this function's")
      }
    }
  }
#endif
