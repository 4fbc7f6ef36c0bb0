import HeapModel

/// Makes a snapshot of a process that stands still.
struct HeapReader {
  let image: ProcessImage
  let threads: [FrozenProcess.Thread]
  let process: Int32
  let isOwnProcess: Bool
  /// The nanoseconds for which the threads stood still.
  let pause: UInt64
  var circumstances = CaptureCircumstances()
  /// Where the process is a core file, what is known of it.
  var core: CoreOrigin?

  func snapshot() throws(SwiftHeapError) -> HeapSnapshot {
    let images = executableImages
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
    var nameless: [String: Int] = [:]
    roots.forEach(threads: threads, heap: heap.segments.map(\.chunks), names: threadNames) {
      block, kind, name, detail in
      writer.addRoot(block, kind, name, detail)
      if kind == .global, name == nil, let detail { nameless[detail, default: 0] += 1 }
    }
    writer.addMetadata(metadata)
    var limitations = CaptureLimitations()
    limitations.add(circumstances)
    limitations.add(image, heap: heap.inconsistent)
    limitations.add(images, nameless: nameless)
    limitations.add(table, in: image)
    for limitation in limitations.list { writer.addLimitation(limitation) }
    return try writer.finish()
  }

  private var executableImages: [ExecutableImage] {
    if let core { return ExecutableImage.all(in: image, file: core.file) }
    return ExecutableImage.all(in: image, root: isOwnProcess ? "" : "/proc/\(process)/root")
  }

  /// The names of the threads, which core files do not tell.
  private var threadNames: [Int32: String] {
    if core != nil { return [:] }
    return ProcessFiles.threadNames(of: threads.map(\.identifier), process: isOwnProcess ? nil : process)
  }

  private var metadata: [(key: String, value: String)] {
    typealias Key = HeapMetadata.Key
    let arguments =
      core?.arguments
      ?? (try? ProcessFiles.text(of: "cmdline", process: process))?.split(separator: "\0")
      .joined(separator: " ") ?? ""
    return [
      (Key.runtime, "swift"), (Key.processIdentifier, "\(process)"), (Key.processArguments, arguments),
      (Key.capturedAt, ProcessFiles.timeOfDay(at: core?.time)), (Key.producer, "HeapGraph SwiftHeap"),
      (Key.capturePause, core == nil ? ProcessFiles.seconds(pause) : ""),
    ]
  }
}
