import HeapModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes a snapshot of a process that stands still.
struct HeapReader {
  let image: ProcessImage
  let threads: [FrozenProcess.Thread]
  let process: Int32
  let isOwnProcess: Bool

  /// Reads everything.
  ///
  /// - Parameter pause: the nanoseconds for which the process's threads stood still.
  func snapshot(pause: UInt64) throws(SwiftHeapError) -> HeapSnapshot {
    let images = ExecutableImage.all(in: image, root: isOwnProcess ? "" : "/proc/\(process)/root")
    guard
      images.contains(where: { $0.sections["swift5_typeref"] != nil || $0.name.hasPrefix("libswiftCore") })
    else { throw .noSwift }
    guard let heap = GlibcHeap(in: image, images: images, stacks: threads.map(\.stackPointer)) else {
      throw .unknownAllocator
    }
    let table = BlockTable(heap, in: image, images: images)
    var writer = SnapshotWriter(image: image, images: images, table: table)
    writer.writeObjects()
    let roots = MemoryRoots(in: image, table: table, images: images)
    let names = ProcessFiles.threadNames(of: threads.map(\.identifier), process: isOwnProcess ? nil : process)
    roots.forEach(threads: threads, heap: heap.segments.map(\.chunks), names: names) {
      block, kind, name, detail in
      writer.addRoot(block, kind, name, detail)
    }
    return try writer.finish(process: isOwnProcess ? getpid() : process, pause: pause)
  }
}
