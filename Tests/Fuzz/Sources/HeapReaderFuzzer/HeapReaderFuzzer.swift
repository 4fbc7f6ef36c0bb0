import HeapFormats
import HeapModel

/// What libFuzzer calls with each input (https://llvm.org/docs/LibFuzzer.html).
///
/// A file is refused with an error or read to its last reference; anything else ends the program and is a find.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzHeapReader(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  // Checksums would stop nearly every changed input; half of the inputs get right ones.
  for candidate in [bytes, SealedFile.sealing(bytes)] {
    guard let heap = try? HeapSnapshot(bytes: candidate) else { continue }
    visit(heap)
  }
  return 0
}

private func visit(_ heap: HeapSnapshot) {
  var lengths = heap.roots.count + heap.types.count + heap.metadata.entries.count
  lengths += heap.limitations.count + heap.danglingReferenceExamples.count
  for object in heap.objects {
    lengths += heap.type(of: object).qualifiedName.count + (heap.text(of: object)?.count ?? 0)
    lengths += heap.allocationSite(of: object)?.frames.count ?? 0
    lengths +=
      heap.flags(of: object).rawValue.nonzeroBitCount + (heap.referenceCount(of: object) == nil ? 0 : 1)
    for reference in heap.outgoingReferences(of: object) {
      lengths += heap.label(of: reference) == nil ? 0 : reference.target.position % 2
    }
  }
  precondition(lengths >= 0)
}
