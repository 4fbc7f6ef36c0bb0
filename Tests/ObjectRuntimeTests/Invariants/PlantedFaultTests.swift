import Testing

@testable import ObjectRuntime

#if DEBUG
  /// The check finds what is wrong, and names it.
  struct PlantedFaultTests {
    /// A fault: what is broken, in a space with an object of each kind, and the rule that it breaks.
    struct Fault: CustomTestStringConvertible, Sendable {
      var testDescription: String
      var rule: InvariantViolation.Rule
      var plant: @Sendable (ObjectSpace, Objects) throws -> Void

      init(
        _ description: String, _ rule: InvariantViolation.Rule,
        _ plant: @escaping @Sendable (ObjectSpace, Objects) throws -> Void
      ) {
        testDescription = description
        self.rule = rule
        self.plant = plant
      }
    }

    /// Objects to break.
    struct Objects {
      var node: ObjectHandle
      var list: ObjectHandle
      var dict: ObjectHandle
      var numbers: ObjectHandle
      var set: ObjectHandle
      var tuple: ObjectHandle
      var string: ObjectHandle
      var reference: ObjectHandle
      var type: ObjectHandle

      init(_ space: ObjectSpace) throws {
        type = try space.defineClass("Node")
        node = try space.make(type)
        try node.set("first", to: 1)
        try node.set("second", to: 2)
        list = try space.list([node, node])
        dict = try space.dict(["one": node, "two": 2])
        numbers = try space.dict()
        for number in 1000..<1020 { try space.setElement(number, of: numbers, to: number) }
        set = try space.set(["a", "b", "long enough"])
        tuple = try space.tuple([node, 1])
        string = try space.interned(space.string("an interned string"))
        reference = try space.weakReference(to: node)
      }
    }

    static let faults: [Fault] = [
      Fault("a count one too high", .count) { try $1.node.pointer()[word: 0] += 1 },
      Fault("a count one too low", .count) { try $1.list.pointer()[word: 0] -= 1 },
      Fault("an object that cannot go", .immortality) { try $1.tuple.pointer().immortalize() },
      Fault("a built-in type that can go", .immortality) { space, _ in space.type(.list)[word: 0] = 5 },
      Fault("a block that nobody has", .leakedBlock) { space, _ in _ = try space.allocateBlock(48) },
      Fault("a large block that nobody has", .leakedBlock) { space, _ in _ = try space.allocateBlock(5000) },
      Fault("a reference forgotten", .count) { try $1.tuple.pointer()[word: TupleOffset.items] = 0 },
      Fault("an object forgotten", .leakedBlock) { space, _ in
        space.untrack(try space.makeTuple([space.none]))
      },
      Fault("one block for two lists", .doubleClaim) { space, objects in
        let other = try space.makeList([space.none, space.none])
        other[word: ListOffset.items] = try objects.list.pointer()[word: ListOffset.items]
      },
      Fault("items in a block that was given back", .foreignBlock) { space, objects in
        let list = try objects.list.pointer()
        if let items = list[block: ListOffset.items] { space.state.allocator.free(items) }
      },
      Fault("a body too large for its block", .foreignBlock) {
        try $1.list.pointer()[integer: ListOffset.allocated] = 500
      },
      Fault("a reference to nothing", .reference) {
        try $1.tuple.pointer()[word: TupleOffset.items + 8] = 0x1230
      },
      Fault("a reference into an object", .reference) {
        try $1.tuple.pointer()[word: TupleOffset.items + 8] = $1.node.pointer().address + 16
      },
      Fault("a free block twice in its pool", .freeBlocks) { space, _ in
        let kept = try space.allocateBlock(96)
        let block = try space.allocateBlock(96)
        space.state.allocator.free(block)
        block[word: 0] = block.address
        kept.zero(from: 0, count: 96)
      },
      Fault("a pool that counts wrong", .pool) { _, objects in
        let pool = BlockAllocator.pool(of: Block(address: try objects.list.pointer().address))
        pool[uint32: PoolOffset.usedCount] += 1
      },
      Fault("an arena that counts wrong", .arena) { space, _ in
        space.state.allocator.arenas[0].freePoolCount -= 1
      },
      Fault("bytes taken that were not", .arena) { space, _ in space.state.allocator.bytesTaken += 16 },
      Fault("a large block out of its list", .largeBlocks) { space, _ in
        space.state.allocator.largeBlocks?[block: LargeOffset.next]?[word: LargeOffset.previous] = 0
      },
      Fault("a broken link forward in a generation", .generation) {
        let header = try $1.list.pointer().collectorHeader
        header.next = header.next.next
      },
      Fault("a broken link back in a generation", .generation) {
        let header = try $1.list.pointer().collectorHeader
        header.previous = header.previous.previous
      },
      Fault("an object that the collector lost", .tracking) { space, objects in
        space.untrack(try objects.node.pointer())
      },
      Fault("a tuple that the collector lost", .tracking) { space, objects in
        space.untrack(try objects.tuple.pointer())
      },
      Fault("a link to no list", .tracking) { space, objects in
        let tuple = try objects.tuple.pointer()
        space.untrack(tuple)
        tuple.collectorHeader.nextWord = 0x10
      },
      Fault("a mark of a collection left over", .collectorFlags) {
        try $1.list.pointer().collectorHeader.previousWord |= CollectorHeader.collecting
      },
      Fault("a mark of the unreachable left over", .collectorFlags) {
        try $1.list.pointer().collectorHeader.nextWord |= CollectorHeader.unreachable
      },
      Fault("a negative counter of the collector", .collectorCounts) { space, _ in
        space.state.collector.counts.0 = -1
      },
      Fault("a dict that counts wrong", .dict) { try $1.dict.pointer()[integer: DictOffset.used] += 1 },
      Fault("an index that leads elsewhere", .keyTable) {
        let table = KeyTable(Block(address: try $1.numbers.pointer()[word: DictOffset.keys]))
        let slot = table.slot(ofEntry: 3, hash: table.storedHash(3))
        table.setIndex(4, at: slot)
      },
      Fault("an index to no entry", .keyTable) {
        let table = KeyTable(Block(address: try $1.numbers.pointer()[word: DictOffset.keys]))
        table.setIndex(29, at: table.emptySlot(12345))
      },
      Fault("a key without a value", .keyTable) {
        let table = KeyTable(Block(address: try $1.dict.pointer()[word: DictOffset.keys]))
        table.block[word: table.place(ofEntry: 1) + 8] = 0
      },
      Fault("a wrong hash of a key", .keyTable) {
        let table = KeyTable(Block(address: try $1.numbers.pointer()[word: DictOffset.keys]))
        table.block[integer: table.entriesOffset] += 1
      },
      Fault("too much room in a table", .keyTable) {
        KeyTable(Block(address: try $1.dict.pointer()[word: DictOffset.keys])).usable += 1
      },
      Fault("shared names that count wrong", .keyTable) {
        KeyTable(Block(address: try $1.type.pointer()[word: TypeOffset.cachedKeys])).referenceCount += 1
      },
      Fault("an order that names a value twice", .values) {
        let node = try $1.node.pointer()
        let values = node.advanced(by: node.plan.basicSize)
        values[byte: ValuesOffset.order(values) + 1] = 0
      },
      Fault("an order that is too short", .values) {
        let node = try $1.node.pointer()
        node.advanced(by: node.plan.basicSize)[byte: ValuesOffset.size] = 1
      },
      Fault("values given up that a dict shares", .values) {
        _ = try $1.node.get("__dict__")
        let node = try $1.node.pointer()
        node.advanced(by: node.plan.basicSize)[byte: ValuesOffset.isValid] = 0
      },
      Fault("a set that counts wrong", .set) { try $1.set.pointer()[integer: SetOffset.used] -= 1 },
      Fault("a set with places filled that are not", .set) {
        try $1.set.pointer()[integer: SetOffset.fill] += 1
      },
      Fault("an element out of its place", .set) {
        let table = Block(address: try $1.set.pointer()[word: SetOffset.table])
        let slot = try #require((0..<8).first { table[word: 16 * $0] > 1 })
        table[integer: 16 * slot + 8] += 1
      },
      Fault("a list longer than its room", .list) {
        try $1.list.pointer()[integer: ListOffset.allocated] = 1
      },
      Fault("a weak reference to another object", .weakReference) {
        try $1.reference.pointer()[object: WeakReferenceOffset.referent] = $1.list.pointer()
      },
      Fault("a weak reference to what is gone", .weakReference) {
        let node = try $1.node.pointer()
        node[word: node.plan.weakListOffset] = 0
      },
      Fault("a dead weak reference with links", .weakReference) {
        let (node, reference) = (try $1.node.pointer(), try $1.reference.pointer())
        node[word: node.plan.weakListOffset] = 0
        reference[object: WeakReferenceOffset.referent] = nil
        reference[object: WeakReferenceOffset.next] = reference
      },
      Fault("an interned string without its mark", .interning) {
        StringState(try $1.string.pointer()).setInterned(0)
      },
      Fault("an interned string out of the table", .interning) { space, objects in
        space.interned.remove(try objects.string.pointer())
      },
      Fault("an attribute of a class found where it is not", .typeCache) { space, objects in
        let name = try space.makeName("missing")
        let keep = ObjectHandle(space, taking: name)
        let type = try objects.type.pointer()
        space.state.typeCache.store(type, name, epoch: space.state.typeEpoch, space.none)
        try space.setGlobal("name", to: keep)
      },
      Fault("a finalizer that no class has", .type) {
        let plan = try $1.type.pointer().instancePlan
        plan.traits = plan.traits.union(.hasFinalizer)
      },
      Fault("a class that its plan does not fit", .type) {
        try $1.type.pointer()[integer: TypeOffset.basicSize] += 8
      },
      Fault("a kept object that lives", .freeList) { space, objects in
        space.state.freeLists.lists.push(Block(address: try objects.list.pointer().address))
      },
      Fault("kept tuples counted wrong", .freeList) { space, _ in
        space.state.freeLists.tupleCounts[integer: 8] += 1
      },
      Fault("a traced block that is gone", .tracing) { space, _ in
        try space.startTracing()
        let block = try space.allocateBlock(128)
        space.state.allocator.free(block)
      },
      Fault("an object put off for ever", .rest) { space, objects in
        space.state.putOff = try objects.list.pointer()
      },
    ]

    @Test(arguments: faults)
    func `a planted fault is found and named`(_ fault: Fault) throws {
      let space = try ObjectSpace()
      let objects = try Objects(space)
      defer { space.close() }
      var checker = InvariantChecker(space)
      let before = checker.check()
      #expect(before.isEmpty, "\(before)")
      try fault.plant(space, objects)
      let found = checker.check()
      #expect(found.contains { $0.rule == fault.rule }, "\(found.map(\.description))")
    }

    @Test func `a violation says what holds, where, and what was found`() throws {
      let space = try ObjectSpace()
      let list = try space.list([1])
      defer { space.close() }
      let pointer = try list.pointer()
      pointer[word: 0] = 7
      let violation = try #require(throws: InvariantViolation.self) { try space.checkInvariants() }
      let address = "0x" + String(pointer.address, radix: 16)
      #expect(
        violation.description
          == "an object counts its references: 'list' object at \(address): expected a count of 1, found 7")
    }

    @Test func `a reference that a host holds is told to the check`() throws {
      let space = try ObjectSpace()
      let list = try space.makeList([])
      #expect(throws: InvariantViolation.self) { try space.checkInvariants() }
      try space.checkInvariants(held: [list])
      space.release(list)
      try space.checkInvariants()
    }
  }
#endif
