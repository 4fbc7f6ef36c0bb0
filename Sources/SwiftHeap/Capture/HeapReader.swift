import HeapModel

/// Makes a snapshot of a process that stands still.
struct HeapReader {
  let image: ProcessImage
  let threads: [FrozenProcess.Thread]
  let process: Int32
  let isOwnProcess: Bool
  /// The nanoseconds for which the threads stood still.
  let pause: UInt64

  func snapshot() throws(SwiftHeapError) -> HeapSnapshot {
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
    writer.addMetadata(metadata)
    return try writer.finish()
  }

  private var metadata: [(key: String, value: String)] {
    typealias Key = HeapMetadata.Key
    let arguments = (try? ProcessFiles.text(of: "cmdline", process: process)) ?? ""
    return [
      (Key.runtime, "swift"), (Key.processIdentifier, "\(process)"),
      (Key.processArguments, arguments.split(separator: "\0").joined(separator: " ")),
      (Key.capturedAt, ProcessFiles.timeOfDay()), (Key.producer, "HeapGraph SwiftHeap"),
      (Key.capturePause, ProcessFiles.seconds(pause)),
    ]
  }
}
