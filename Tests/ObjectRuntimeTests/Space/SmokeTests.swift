import HeapModel
import ObjectRuntime
import Testing

struct SmokeTests {
  @Test func `a class has instances with attributes that are let go`() throws {
    let space = try ObjectSpace()
    let node = try space.defineClass("Node")
    #expect(try space.size(of: node).rawValue == 1712)
    let first = try space.make(node)
    let second = try space.make(node)
    #expect(try space.size(of: first).rawValue == 48)
    try first.set("next", to: second)
    #expect(try space.referenceCount(of: second) == 2)
    try first.release()
    #expect(try space.referenceCount(of: second) == 1)
    try second.set("me", to: second)
    #expect(try space.referenceCount(of: second) == 2)
    try second.release()
    #expect(try space.collect() == 1)
    let list = try space.list([1, 2, 3])
    try space.append("x", to: list)
    #expect(try space.size(of: list).rawValue == 88 + 24 + 8)
    let dict = try space.dict(["a": 1, "b": list])
    #expect(try space.isTracked(dict))
    #expect(try space.hash(of: space.object("abc")) == -4_594_863_902_769_663_758)
    #expect(try space.hash(of: space.object(1.5)) == 1_152_921_504_606_846_977)
    #expect(try space.hash(of: space.tuple([1, 2])) == -3_550_055_125_485_641_917)
    #expect(try space.hash(of: space.frozenSet([1, 2])) == -1_826_646_154_956_904_602)
    print(dict, list, node, space.collectorCounts)
  }
}

struct SnapshotSmokeTests {
  @Test func `a snapshot has globals, attributes and roots`() throws {
    let space = try ObjectSpace()
    try space.startTracing(frameLimit: 5)
    let node = try space.defineClass("Node")
    let root = try space.withCall("main") { () throws(ObjectError) in try space.make(node) }
    try root.set("children", to: [space.make(node), space.make(node)])
    try root.set("name", to: "the root")
    try space.setGlobal("t", to: root)
    let heap = try space.snapshot()
    let again = try space.snapshot()
    #expect(heap.objectCount == again.objectCount)
    print(heap.objectCount, heap.numberOfReferences, try space.allocationTraceback(of: root) as Any)
  }
}
