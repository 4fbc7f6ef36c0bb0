import HeapModel

/// Makes a snapshot of a process that stands still.
struct HeapReader {
  let image: ProcessImage
  let threads: [FrozenProcess.Thread]
  let process: Int32
  let isOwnProcess: Bool
  var findsLines = true

  func snapshot() throws(SwiftHeapError) -> HeapSnapshot {
    let images = ExecutableImage.all(in: image, root: isOwnProcess ? "" : "/proc/\(process)/root")
    guard
      images.contains(where: { $0.sections["swift5_typeref"] != nil || $0.name.hasPrefix("libswiftCore") })
    else { throw .noSwift }
    guard let heap = GlibcHeap(in: image, images: images, stacks: threads.map(\.stackPointer)) else {
      throw .unknownAllocator
    }
    let table = BlockTable(heap, in: image, images: images)
    let sites = AllocationSites(in: image, images: images, findsLines: findsLines)
    var writer = SnapshotWriter(image: image, images: images, table: table, sites: sites)
    writer.writeObjects()
    let roots = MemoryRoots(in: image, table: table, images: images)
    let names = ProcessFiles.threadNames(of: threads.map(\.identifier), process: isOwnProcess ? nil : process)
    roots.forEach(threads: threads, heap: heap.segments.map(\.chunks), names: names) {
      block, kind, name, detail in
      writer.addRoot(block, kind, name, detail)
    }
    return try writer.finish()
  }
}
