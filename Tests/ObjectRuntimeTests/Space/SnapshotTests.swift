import Foundation
import HeapFixtures
import HeapGraph
import HeapModel
import ObjectRuntime
import Testing

struct SnapshotTests {
  /// A space with a bit of everything.
  private func makeSpace() throws -> ObjectSpace {
    let space = try ObjectSpace()
    let node = try space.defineClass("Node")
    let point = try space.defineClass("Point", slots: ["x", "y"])
    let root = try space.make(node)
    let place = try space.make(point)
    try place.set("x", to: 1000)
    try place.set("y", to: 2.5)
    try root.set("place", to: place)
    try root.set("parts", to: space.tuple([1, "two", root, space.noneObject]))
    try root.set("table", to: space.dict(["key": [1, 2], "other": place]))
    try root.set("names", to: space.frozenSet(["a", "b", "c"]))
    try space.setElement("weak", of: space.attribute("table", of: root), to: space.weakReference(to: root))
    try space.setGlobal("root", to: root)
    try space.setGlobal("big", to: space.integer(magnitude: [1, 2, 3]))
    return space
  }

  private func bytes(_ heap: HeapSnapshot) throws -> Data {
    let folder = try TemporaryFolder()
    try heap.write(to: folder.path("space.heap"))
    return try Data(contentsOf: URL(filePath: folder.path("space.heap")))
  }

  @Test func `the same program gives the same snapshot byte by byte`() throws {
    let first = try bytes(makeSpace().snapshot())
    let second = try bytes(makeSpace().snapshot())
    #expect(first == second)
    #expect(first.count > 8_000)
  }

  @Test func `names, kinds, counts and roots are told`() throws {
    let space = try makeSpace()
    let heap = try space.snapshot()
    let root = try #require(try heap.objects(named: "root").first)
    #expect(heap.type(of: root).qualifiedName == "__main__.Node")
    #expect(heap.shallowSize(of: root) == ByteCount(48))
    // The global variable and the tuple.
    #expect(heap.referenceCount(of: root) == 2)
    #expect(heap.generation(of: root) == .number(0))
    #expect(heap.flags(of: root).contains(.tracked))

    let labels = heap.outgoingReferences(of: root).map { heap.label(of: $0) }
    #expect(labels.contains(.name("place")) && labels.contains(.name("parts")))
    let kinds = Set(heap.outgoingReferences(of: root).map(\.kind))
    #expect(kinds == [.attribute, .type])
    let place = try #require(try heap.objects(named: "root.place").first)
    #expect(heap.outgoingReferences(of: place).map(\.kind) == [.slot, .slot, .type])
    let two = try #require(try heap.objects(named: "root.parts[1]").first)
    #expect(heap.text(of: two) == "'two'")
    let listed = try #require(try heap.objects(named: "root.table[\"key\"]").first)
    #expect(heap.text(of: listed) == "2 items")
    let weak = try #require(try heap.objects(named: "root.table[\"weak\"]").first)
    #expect(heap.outgoingReferences(of: weak).map(\.strength) == [.weak])
    #expect(
      heap.text(of: try #require(try heap.objects(named: "big").first))
        == "1020847100762815390427017310442723737601")
    #expect(heap.roots.contains { $0.kind == .module && $0.name == "__main__" })
    #expect(heap.metadata["runtime"] == "heapgraph")
  }

  @Test func `a part of the heap says that it is one`() throws {
    let space = try makeSpace()
    let point = try space.attribute("place", of: space.global("root"))
    let heap = try space.snapshot(reachableFrom: [point])
    #expect(heap.isPartial)
    #expect(heap.objectCount < (try space.snapshot().objectCount))
    #expect(heap.type(of: ObjectIndex(0)).name == "Point")
    #expect(heap.roots.filter { $0.kind == .handle }.map(\.object) == [ObjectIndex(0)])
  }

  @Test func `where an object was made is a column while allocations are traced`() throws {
    let space = try ObjectSpace()
    #expect(try space.snapshot().allocationSite(of: ObjectIndex(0)) == nil)
    try space.startTracing(frameLimit: 3)
    let list = try space.withCall("outer", file: "a.py", line: 7) { () throws(ObjectError) in
      try space.withCall("inner", file: "b.py", line: 3) { () throws(ObjectError) in try space.list([1, 2]) }
    }
    try space.setGlobal("made", to: list)
    let heap = try space.snapshot()
    let object = try #require(try heap.objects(named: "made").first)
    let site = try #require(heap.allocationSite(of: object))
    #expect(site.frames.map(\.function) == ["inner", "outer"])
    #expect(site.frames.map(\.line) == [3, 7])
    #expect(try space.allocationTraceback(of: list)?.innermostFrame.description == "b.py:3")
    #expect(space.tracedMemory.current >= ByteCount(56))
    space.stopTracing()
    #expect(!space.isTracing && space.tracedMemory.current == .zero)
  }

  @Test func `reading every object through the model finds what the space holds`() throws {
    let space = try makeSpace()
    let heap = try space.snapshot()
    let tracked = try space.objects()
    var addresses = Set(heap.objects.map { heap.address(of: $0) })
    #expect(addresses.count == heap.objectCount)
    for object in tracked { #expect(addresses.remove(try space.identity(of: object)) != nil) }
  }
}
