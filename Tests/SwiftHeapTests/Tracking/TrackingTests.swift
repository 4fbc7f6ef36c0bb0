import Foundation
import HeapModel
import SwiftHeap
import Testing

private final class Session {
  let name: String
  var next: Session?
  init(name: String) { self.name = name }
}

/// Captures tell what was tracked, which is of the whole process.
@Suite(.serialized) struct TrackingTests {
  /// An object, and the line that makes it.
  @inline(never) private static func makeSession() -> (session: Session, line: Int) {
    let session = Session(name: "a"); let line = #line
    return (session, line)
  }

  private static func site(of object: AnyObject, in heap: HeapSnapshot) throws -> AllocationSite? {
    let address = Address(rawValue: UInt64(UInt(bitPattern: Unmanaged.passUnretained(object).toOpaque())))
    let index = try #require(heap.objects.first { heap.address(of: $0) == address })
    return heap.allocationSite(of: index)
  }

  @Test func `an object's site names the initializer, then the function and line that made it`() throws {
    try SwiftHeap.track()
    defer { SwiftHeap.stopTracking() }
    let (session, line) = Self.makeSession()
    let heap = try withExtendedLifetime(session) { try SwiftHeap.capture() }
    let site = try #require(try Self.site(of: session, in: heap))
    #expect(site.frames.first?.function == "Session.init(name:)")
    #expect(site.frames.dropFirst().first?.line == line)
    for frame in site.frames { print(frame.function, frame.file ?? "-", frame.line ?? 0) }
  }
}
