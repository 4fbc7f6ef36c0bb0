import Foundation
import HeapModel
import SwiftHeap
import Testing

private class Found { var held: Found? }
private final class Special<Value>: Found { var value: Value; init(_ value: Value) { self.value = value } }
private actor Counter {}

struct InstanceTests {
  @Test func `instances of this process are found in its snapshot, with their types and references`() throws {
    let objects: [AnyObject] = [Found(), Special(1), Special(["text"]), Counter()]
    let holder = Found()
    holder.held = Found()
    let heap = try SwiftHeap.capture()
    for object in objects {
      let found = try #require(heap.object(object))
      #expect(heap.type(of: found).qualifiedName == _typeName(type(of: object), qualified: true))
    }
    let found = try #require(heap.object(holder))
    #expect(heap.outgoingReferences(of: found).map(\.target) == [heap.object(try #require(holder.held))])
  }

  @Test(arguments: [40, 1_000])
  func `memory that was freed holds nothing, also in the allocator's quick lists`(
    _ size: Int
  ) throws {
    let held = Found()
    let address = UInt(bitPattern: Unmanaged.passUnretained(held).toOpaque())
    let blocks = (0..<12).map { _ in malloc(size)! }
    for block in blocks { block.storeBytes(of: address, toByteOffset: size - 8, as: UInt.self) }
    func found(_ heap: HeapSnapshot) -> Int {
      let addresses = Set(blocks.map { UInt64(UInt(bitPattern: $0)) })
      return heap.objects.count { addresses.contains(heap.address(of: $0).rawValue) }
    }
    #expect(found(try SwiftHeap.capture()) == 12)
    for block in blocks { free(block) }
    // What captures allocate first may take a small one again.
    #expect(found(try SwiftHeap.capture()) <= (size < 100 ? 3 : 0))
    withExtendedLifetime(held) {}
  }

  @Test func `what was made after a snapshot is not in it, nor is an instance of another process`() throws {
    let before = Found()
    let heap = try SwiftHeap.capture()
    #expect(heap.object(before) != nil)
    // One of these may lie where an object of the snapshot was, but not one of its type.
    let later = (0..<100).map { Special($0) }
    for object in later { #expect(heap.object(object) == nil) }
    var builder = HeapSnapshotBuilder()
    let type = builder.addType(name: "Found", qualifiedName: _typeName(Found.self, qualified: true))
    let address = heap.address(of: try #require(heap.object(before)))
    builder.addObject(at: address, type: type, size: ByteCount(32))
    #expect(try builder.finish().object(before) == nil)
  }
}
