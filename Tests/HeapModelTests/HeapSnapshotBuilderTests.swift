import HeapFixtures
import Testing

@testable import HeapModel

struct HeapSnapshotBuilderTests {
  @Test func `objects and references come back as they were added`() throws {
    var sketch = HeapSketch()
    sketch.object("a", type: "app.Session", size: 56, details: ObjectDetails(flags: .tracked, text: "first"))
    sketch.draw("a -> b [next]; a -> c [0]; c ~> a")
    sketch.root("a", as: "session")
    let heap = try sketch.snapshot()

    #expect(heap.objectCount == 3)
    #expect(heap.numberOfReferences == 3)
    let a = sketch.index("a")
    #expect(heap.type(of: a).name == "Session")
    #expect(heap.type(of: a).qualifiedName == "app.Session")
    #expect(heap.shallowSize(of: a) == ByteCount(56))
    #expect(heap.text(of: a) == "first")
    #expect(heap.text(of: sketch.index("b")) == nil)
    #expect(heap.flags(of: a) == .tracked)
    let references = heap.outgoingReferences(of: a)
    #expect(references.map(\.target) == [sketch.index("b"), sketch.index("c")])
    #expect(references.map { heap.label(of: $0) } == [.name("next"), .index(0)])
    let weak = try #require(heap.outgoingReferences(of: sketch.index("c")).first)
    #expect(weak.strength == .weak)
    #expect(heap.label(of: weak) == nil)
    #expect(heap.roots == [Root(object: a, kind: .global, name: "session")])
  }

  @Test func `two references between the same two objects stay two`() throws {
    var sketch = HeapSketch("a -> b [left]; a -> b [right]")
    let heap = try sketch.snapshot()
    let references = heap.outgoingReferences(of: sketch["a"])
    #expect(references.map { heap.label(of: $0) } == [.name("left"), .name("right")])
    #expect(references.map(\.position) == [0, 1])
  }

  @Test func `references by address may come before their objects`() throws {
    var builder = HeapSnapshotBuilder()
    let node = builder.addType(name: "Node")
    builder.addReference(
      from: .address(Address(rawValue: 0x20)), to: .address(Address(rawValue: 0x10)), kind: .element,
      label: .index(7))
    builder.addReference(from: .address(Address(rawValue: 0x10)), to: .index(ObjectIndex(0)))
    builder.addObject(at: Address(rawValue: 0x10), type: node, size: .zero)
    builder.addObject(at: Address(rawValue: 0x20), type: node, size: .zero)
    let heap = try builder.finish()
    #expect(heap.outgoingReferences(of: ObjectIndex(0)).map(\.target.rawValue) == [0])
    #expect(heap.outgoingReferences(of: ObjectIndex(1)).map(\.target.rawValue) == [0])
    #expect(heap.outgoingReferences(of: ObjectIndex(1)).map { heap.label(of: $0) } == [.index(7)])
  }

  @Test func `the order of one holder's references is the order of adding, whatever comes between`() throws {
    for seed in 0..<20 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let edges = (0..<200).map { _ in
        (Int.random(in: 0..<10, using: &generator), Int.random(in: 0..<10, using: &generator))
      }
      var builder = HeapSnapshotBuilder()
      let node = builder.addType(name: "Node")
      for (number, edge) in edges.enumerated() {
        let source = HeapSketch.address(edge.0)
        builder.addReference(
          from: number % 2 == 0 ? .address(source) : .index(ObjectIndex(edge.0)),
          to: .index(ObjectIndex(edge.1)), label: .index(number))
      }
      for position in 0..<10 {
        builder.addObject(at: HeapSketch.address(position), type: node, size: ByteCount(16))
      }
      let heap = try builder.finish()
      for position in 0..<10 {
        let expected = edges.enumerated().filter { $0.element.0 == position }
        let references = heap.outgoingReferences(of: ObjectIndex(position))
        #expect(references.map(\.target.position) == expected.map(\.element.1))
        #expect(references.map { heap.label(of: $0) } == expected.map { .index($0.offset) })
      }
    }
  }

  @Test func `a reference to an address without an object is counted and told`() throws {
    var builder = HeapSnapshotBuilder()
    let node = builder.addType(name: "Node")
    let object = builder.addObject(at: Address(rawValue: 0x10), type: node, size: .zero)
    builder.addReference(from: .index(object), to: .address(Address(rawValue: 0x99)))
    builder.addReference(from: .index(object), to: .index(object))
    let heap = try builder.finish()
    #expect(heap.numberOfReferences == 1)
    #expect(heap.danglingReferenceCount == 1)
    #expect(
      heap.danglingReferenceExamples == [
        DanglingReference(source: object, address: Address(rawValue: 0x99))
      ])
  }

  @Test func `optional columns cost nothing until a value is given, and unset entries read as absent`() throws
  {
    var builder = HeapSnapshotBuilder()
    let node = builder.addType(name: "Node")
    builder.addObject(at: Address(rawValue: 0x10), type: node, size: .zero)
    builder.addObject(
      at: Address(rawValue: 0x20), type: node, size: .zero,
      details: ObjectDetails(
        generation: .number(2),
        allocationSite: AllocationSite(frames: [.init(function: "make", file: "app.py", line: 12)])))
    builder.addObject(
      at: Address(rawValue: 0x30), type: node, size: .zero, details: ObjectDetails(generation: .permanent))
    let heap = try builder.finish()
    #expect(!heap.hasReferenceCounts && !heap.hasFlags && !heap.hasTexts)
    #expect(heap.objects.map { heap.generation(of: $0) } == [nil, .number(2), .permanent])
    #expect(heap.allocationSite(of: ObjectIndex(0)) == nil)
    #expect(
      heap.allocationSite(of: ObjectIndex(1))
        == AllocationSite(frames: [.init(function: "make", file: "app.py", line: 12)]))
    #expect(heap.allocationSite(of: ObjectIndex(2)) == nil)
  }

  @Test func `a reference count above 32 bits is kept as the greatest`() throws {
    var builder = HeapSnapshotBuilder()
    let node = builder.addType(name: "int")
    builder.addObject(
      at: Address(rawValue: 0x10), type: node, size: .zero,
      details: ObjectDetails(referenceCount: 1 << 40, flags: .immortal))
    let heap = try builder.finish()
    #expect(heap.referenceCount(of: ObjectIndex(0)) == 4_294_967_295)
  }

  @Test func `two spellings of one letter stay two texts`() throws {
    var builder = HeapSnapshotBuilder()
    let type = builder.addType(name: "str")
    let spellings = ["caf\u{E9}", "cafe\u{301}"]
    for (position, spelling) in spellings.enumerated() {
      builder.addObject(
        at: HeapSketch.address(position), type: type, size: .zero, details: ObjectDetails(text: spelling))
    }
    let heap = try builder.finish()
    let texts = heap.objects.map { Array((heap.text(of: $0) ?? "").utf8) }
    #expect(texts == spellings.map { Array($0.utf8) })
  }

  @Test func `an empty heap is a heap`() throws {
    let heap = try HeapSnapshotBuilder().finish()
    #expect(heap.objectCount == 0)
    #expect(heap.objects.isEmpty && heap.roots.isEmpty && heap.types.isEmpty)
  }
}

struct HeapSnapshotBuilderErrorTests {
  private func failure(
    limits: HeapSnapshotBuilder.Limits = .init(), _ build: (inout HeapSnapshotBuilder, TypeIndex) -> Void
  ) -> HeapModelError? {
    var builder = HeapSnapshotBuilder(limits: limits)
    let node = builder.addType(name: "Node")
    build(&builder, node)
    do throws(HeapModelError) {
      _ = try builder.finish()
      return nil
    } catch {
      return error
    }
  }

  private func add(_ builder: inout HeapSnapshotBuilder, _ node: TypeIndex, count: Int) {
    for position in 0..<count {
      builder.addObject(at: HeapSketch.address(position), type: node, size: .zero)
    }
  }

  @Test func `more objects than an index can tell apart are refused`() {
    let error = failure(limits: .init(objects: 3)) { builder, node in add(&builder, node, count: 4) }
    #expect(error == .tooManyObjects(limit: 3))
    #expect(
      error?.description
        == "The heap has more than 3 objects, the most that a snapshot can number; capture a part of it.")
    #expect(HeapSnapshotBuilder.Limits().objects == 4_294_967_294)
  }

  @Test func `more references than the offsets can count are refused`() {
    let error = failure(limits: .init(references: 1)) { builder, node in
      add(&builder, node, count: 1)
      for _ in 0..<2 { builder.addReference(from: ObjectIndex(0), to: ObjectIndex(0)) }
    }
    #expect(error == .tooManyReferences(limit: 1))
    #expect(
      error?.description
        == "The heap has more than 1 references, the most that a snapshot can count; capture a part of it.")
  }

  @Test func `one address for two objects is refused`() {
    let error = failure { builder, node in
      add(&builder, node, count: 1)
      add(&builder, node, count: 1)
    }
    #expect(
      error?.description
        == "Objects #0 and #1 were both added at 0x1000; an address belongs to one object.")
  }

  @Test func `a reference to an index that was never added is refused`() {
    let error = failure { builder, node in
      add(&builder, node, count: 1)
      builder.addReference(from: ObjectIndex(0), to: ObjectIndex(5))
    }
    #expect(
      error?.description
        == "Object #5 is referred to, but only 1 objects were added; add it first or correct the index.")
  }

  @Test func `the greatest index is no way around that`() {
    let error = failure { builder, node in
      add(&builder, node, count: 1)
      builder.addReference(from: ObjectIndex(0), to: ObjectIndex(rawValue: .max))
    }
    #expect(error == .unknownObject(ObjectIndex(rawValue: .max), objectCount: 1))
  }

  @Test func `a reference from an address without an object is refused`() {
    let error = failure { builder, node in
      add(&builder, node, count: 1)
      builder.addReference(from: .address(Address(rawValue: 0x77)), to: .index(ObjectIndex(0)))
    }
    #expect(error?.description == "A reference starts at 0x77, where no object was added; add its object.")
  }

  @Test func `a type that was never added is refused`() {
    let error = failure { builder, _ in
      builder.addObject(at: Address(rawValue: 1), type: TypeIndex(rawValue: 9), size: .zero)
    }
    #expect(
      error?.description
        == "An object has type number 9, but only 1 types were added; add it with addType.")
  }

  @Test func `a reference count that one object lacks is refused`() {
    let error = failure { builder, node in
      add(&builder, node, count: 1)
      builder.addObject(
        at: Address(rawValue: 1), type: node, size: .zero, details: ObjectDetails(referenceCount: 1))
    }
    #expect(
      error?.description
        == "Object #0 has no entry for reference counts, though others have; give it to all objects or to none."
    )
  }

  @Test func `a label that names an object outside the heap is refused`() {
    let error = failure { builder, node in
      add(&builder, node, count: 1)
      builder.addReference(
        from: ObjectIndex(0), to: ObjectIndex(0), kind: .dictionaryValue, label: .object(ObjectIndex(8)))
    }
    #expect(
      error?.description == "Entry 0 of the reference labels is wrong: it is 8, and its form allows 0.")
  }
}
