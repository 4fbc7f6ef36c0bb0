import HeapAnalysis
import HeapModel
import SwiftHeap
import SwiftHeapHoldings
import Testing

/// Where a part of memory is not laid out as expected, that part is searched.
struct FailedCheckTests {
  @Test(arguments: [
    (LayoutPart.arrays, "array"), (.dictionaries, "dictionary"), (.closures, "closure"), (.errors, "error"),
  ])
  func `references of a part that is not trusted are found by a search, and marked`(
    _ part: LayoutPart, _ label: String
  ) throws {
    let holder = Holder()
    var options = CaptureOptions()
    options.distrusted = [part]
    let heap = try withExtendedLifetime(holder) { try SwiftHeap.capture(options) }
    let object = try #require(
      heap.objects.first { heap.address(of: $0).rawValue == PlantedCycles.address(of: holder) })
    let references = heap.outgoingReferences(of: object)
    switch part {
    case .closures:
      // The property itself is what is searched.
      #expect(!references.contains { heap.labelText(of: $0) == label })
      #expect(references.contains { $0.isInferred })
    default:
      let first = try #require(references.first { heap.labelText(of: $0) == label })
      let inner = heap.outgoingReferences(of: first.target)
      #expect(!inner.isEmpty && inner.allSatisfy(\.isInferred))
    }
    #expect(heap.limitations.contains { $0.text.contains(part.title) })
  }
}
