import HeapGraph
import SwiftHeap

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A snapshot outside of the heap, so that the next one does not find it there.
@safe
struct ParkedSnapshot: ~Copyable {
  private let memory: UnsafeMutableRawPointer
  private let count: Int

  /// Puts a snapshot away.
  ///
  /// - Throws: ``SwiftHeap/SwiftHeapError`` where there is no memory for it.
  /// - Complexity: O(*n* + *m*) in the size of the heap.
  init(_ heap: HeapSnapshot) throws(SwiftHeapError) {
    let bytes = heap.serialized()
    // Shared, which captures take for no memory of the program's.
    let memory = unsafe mmap(
      nil, bytes.count, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)
    guard let memory = unsafe memory, unsafe memory != MAP_FAILED else {
      throw .cannotFreeze(step: "making room for a snapshot", code: errno)
    }
    unsafe bytes.withUnsafeBytes { unsafe memory.copyMemory(from: $0.baseAddress!, byteCount: $0.count) }
    unsafe self.memory = unsafe memory
    count = bytes.count
  }

  deinit { unsafe munmap(memory, count) }

  /// The snapshot.
  func snapshot() throws(HeapFileError) -> HeapSnapshot {
    try HeapSnapshot(bytes: unsafe Array(UnsafeRawBufferPointer(start: memory, count: count)))
  }
}
