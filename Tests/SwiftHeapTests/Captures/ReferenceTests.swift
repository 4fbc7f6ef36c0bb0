import HeapAnalysis
import HeapModel
import SwiftHeap
import SwiftHeapHoldings
import Testing

/// Every kind of holding, each with the name and the strength of its reference.
@Suite struct ReferenceTests {
  /// One holder, captured once for all of the tests.
  private static let captured: Result<(heap: HeapSnapshot, holder: ObjectIndex), any Error> = Result {
    let holder = Holder()
    let heap = try withExtendedLifetime(holder) { try SwiftHeap.capture() }
    let address = Address(rawValue: UInt64(UInt(bitPattern: Unmanaged.passUnretained(holder).toOpaque())))
    let index = try #require(heap.objects.first { heap.address(of: $0) == address })
    return (heap, index)
  }

  @Test(arguments: Holding.all) func `a reference has its name, its strength and its target`(
    _ expected: Holding
  ) throws {
    let (heap, holder) = try Self.captured.get()
    let failure = expected.failure(of: holder, in: heap)
    #expect(failure == nil)
  }

  @Test func `every object has as many references as it counts, or more holders outside`() throws {
    let (heap, _) = try Self.captured.get()
    let report = try heap.leakedCycles()
    let names = report.inconsistentObjects.map { heap.type(of: $0).name }
    #expect(names.isEmpty)
  }
}
