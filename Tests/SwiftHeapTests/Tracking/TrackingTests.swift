import Foundation
import HeapModel
import Synchronization
import Testing

@testable import SwiftHeap

private final class Session {
  let name: String
  var next: Session?
  init(name: String) { self.name = name }
}

/// Captures tell what was tracked, which is of the whole process.
@Suite(.serialized) struct TrackingTests {
  /// An object, and the line that makes it.
  @inline(never) private static func makeSession() -> (session: Session, line: Int) {
    let line = #line + 1
    let session = Session(name: "a")
    return (session, line)
  }

  private static func site(of object: AnyObject, in heap: HeapSnapshot) throws -> AllocationSite? {
    let address = Address(rawValue: UInt64(UInt(bitPattern: Unmanaged.passUnretained(object).toOpaque())))
    let index = try #require(heap.objects.first { heap.address(of: $0) == address })
    return heap.allocationSite(of: index)
  }

  @Test func `an object's site names the initializer, then the function and line that made it`() throws {
    let earlier = Session(name: "earlier")
    try SwiftHeap.track()
    defer { SwiftHeap.stopTracking() }
    let isTracking = SwiftHeap.isTracking
    #expect(isTracking)
    let (session, line) = Self.makeSession()
    let heap = try withExtendedLifetime(session) { try SwiftHeap.capture() }
    let frames = try #require(try Self.site(of: session, in: heap)).frames
    #expect(frames.first?.function == "Session.init(name:)")
    #expect(
      frames.dropFirst().first
        == AllocationSite.Frame(function: "TrackingTests.makeSession()", file: #filePath, line: line))
    #expect(try withExtendedLifetime(earlier) { try Self.site(of: earlier, in: heap) } == nil)
  }

  @Test func `without lines only functions are told, and nothing once tracking has ended`() throws {
    try SwiftHeap.track()
    let (session, _) = Self.makeSession()
    try withExtendedLifetime(session) {
      let heap = try SwiftHeap.capture(CaptureOptions(findsLines: false))
      let frames = try #require(try Self.site(of: session, in: heap)).frames
      #expect(frames.dropFirst().first == AllocationSite.Frame(function: "TrackingTests.makeSession()"))
      SwiftHeap.stopTracking()
      let isTracking = SwiftHeap.isTracking
      #expect(!isTracking)
      let after = try SwiftHeap.capture()
      #expect(try Self.site(of: session, in: after) == nil)
    }
  }

  @inline(never) private static func allocate(_ size: Int) -> UnsafeMutableRawPointer { malloc(size) }
  @inline(never) private static func resize(
    _ block: UnsafeMutableRawPointer, _ size: Int
  ) -> UnsafeMutableRawPointer { realloc(block, size) }
  @inline(never) private static func allocateAligned() -> UnsafeMutableRawPointer {
    var block: UnsafeMutableRawPointer?
    #expect(posix_memalign(&block, 4_096, 100) == 0)
    return block!
  }

  @Test func `a block keeps its record where it is resized or moved`() throws {
    try SwiftHeap.track()
    defer { SwiftHeap.stopTracking() }
    let first = Self.allocate(100)
    let moved = Self.resize(first, 300_000)
    let aligned = Self.allocateAligned()
    defer {
      free(moved)
      free(aligned)
    }
    let frozen = try FrozenRecords()
    #expect(frozen.functions(of: moved).first == "TrackingTests.allocate(_:)")
    #expect(frozen.record(of: moved)?.sizeAsked == 300_000)
    #expect(frozen.functions(of: aligned).first == "TrackingTests.allocateAligned()")
    #expect(frozen.record(of: aligned)?.sizeAsked == 100)
  }

  @Test func `a block that is freed has no record, and one in its place has its own`() throws {
    try SwiftHeap.track()
    defer { SwiftHeap.stopTracking() }
    let size = 1_234
    let first = Self.allocate(size)
    let place = UInt(bitPattern: first)
    free(first)
    let between = try FrozenRecords()
    #expect(between.records?.record(ofBlockAt: UInt64(place), size: 1_240) == nil)
    // The allocator gives the place to the next block of the size.
    var blocks: [UnsafeMutableRawPointer] = []
    for _ in 0..<100 {
      blocks.append(Self.resize(Self.allocate(8), size))
      blocks.append(calloc(1, size))
    }
    defer { for block in blocks { free(block) } }
    let frozen = try FrozenRecords()
    for (number, block) in blocks.enumerated() {
      #expect(frozen.record(of: block)?.sizeAsked == UInt64(size))
      let isFirst = frozen.functions(of: block).first == "TrackingTests.allocate(_:)"
      #expect(isFirst == (number % 2 == 0))
    }
  }

  /// Allocates at the end of one of 2ⁿ ways.
  @inline(never) private static func left(_ depth: Int, _ way: Int, _ keep: inout [UnsafeMutableRawPointer]) {
    go(depth - 1, way >> 1, &keep)
  }
  @inline(never) private static func right(_ depth: Int, _ way: Int, _ keep: inout [UnsafeMutableRawPointer])
  {
    go(depth - 1, way >> 1, &keep)
  }
  @inline(never) private static func go(_ depth: Int, _ way: Int, _ keep: inout [UnsafeMutableRawPointer]) {
    if depth == 0 {
      keep.append(malloc(40))
    } else if way & 1 == 0 {
      left(depth, way, &keep)
    } else {
      right(depth, way, &keep)
    }
  }

  @Test func `where memory for stacks is full, allocations go unrecorded and captures tell it`() throws {
    // There is more where somebody else has tracked before; this asks for the least.
    try SwiftHeap.track(TrackingOptions(frameLimit: 64, memoryLimit: ByteCount(1)))
    defer { SwiftHeap.stopTracking() }
    var blocks: [UnsafeMutableRawPointer] = []
    blocks.reserveCapacity(1 << 17)
    defer { for block in blocks { free(block) } }
    for way in 0..<1 << 17 { Self.go(17, way, &blocks) }
    let frozen = try FrozenRecords()
    let records = try #require(frozen.records)
    #expect(records.missedCount > 0)
    #expect(records.stackCount > 1_000)
    let recorded = blocks.filter { frozen.record(of: $0) != nil }
    #expect(recorded.count > 1_000 && recorded.count < blocks.count)
    let heap = try SwiftHeap.capture(CaptureOptions(findsLines: false))
    #expect(
      heap.limitations.contains { $0.text.hasPrefix("Allocations were not recorded") && $0.count ?? 0 > 0 })
  }

  @Test func `no more than the frames that were asked for are recorded`() throws {
    try SwiftHeap.track(TrackingOptions(frameLimit: 3))
    defer { SwiftHeap.stopTracking() }
    var blocks: [UnsafeMutableRawPointer] = []
    Self.go(10, 0, &blocks)
    defer { free(blocks[0]) }
    let frozen = try FrozenRecords()
    let record = try #require(frozen.record(of: blocks[0]))
    #expect(frozen.records?.returnAddresses(ofStack: record.stack).count == 3)
  }
}
