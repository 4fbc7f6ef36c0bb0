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
  /// Whether files and lines are looked up for where objects were made.
  var findsLines = true
  /// Whether the functions that stacks belong to are named.
  var namesFrames = true

  /// Whether glibc's lists are used, where they are there.
  var usesAllocator = true
  /// Parts of memory's layout that are taken for other than expected, whatever the checks say.
  var distrusted: Set<LayoutPart> = []

  /// What was found in the process, before it is written.
  struct Findings {
    var images: [ExecutableImage]
    var types: SwiftTypes
    var heap: GlibcHeap?
    var table: BlockTable
    /// What was checked on objects of known shape; empty where the process has none.
    var checks: [LayoutCheck]

    var distrusted: Set<LayoutPart> { Set(checks.filter { !$0.isPassed }.map(\.part)) }
  }

  /// Finds the objects, and checks on those of known shape what is relied on.
  func find() throws(SwiftHeapError) -> Findings {
    let images = executableImages
    guard
      images.contains(where: { $0.sections["swift5_typeref"] != nil || $0.name.hasPrefix("libswiftCore") })
    else { throw .noSwift }
    let types = SwiftTypes(image: image, images: images)
    let stacks = threads.map(\.stackPointer)
    let heap = usesAllocator ? GlibcHeap(in: image, images: images, stacks: stacks) : nil
    var findings = find(images, types, heap, stacks)
    // A program under another allocator may have used glibc's for something else.
    if heap != nil, !isOwnProcess, findings.table.metadata.isEmpty { return find(images, types, nil, stacks) }
    if heap != nil, let allocator = findings.checks.first(where: { $0.part == .allocator }),
      !allocator.isPassed
    {
      // Its lists lead to something, but not to the objects that are known to be there.
      findings = find(images, types, nil, stacks)
      findings.checks = findings.checks.map { $0.part == .allocator ? allocator : $0 }
    }
    return findings
  }

  private func find(
    _ images: [ExecutableImage], _ types: SwiftTypes, _ heap: GlibcHeap?, _ stacks: [UInt64]
  ) -> Findings {
    let scanned = heap?.inconsistent ?? ObjectScan.ranges(of: image, images: images, stacks: stacks)
    let table = BlockTable(heap, scanning: scanned, in: image, images: images, types: types)
    let checks =
      isOwnProcess
      ? LayoutChecks.run(
        in: image, table: table,
        reader: ReferenceReader(image: image, types: types, table: table, distrusted: distrusted))
      : []
    return Findings(images: images, types: types, heap: heap, table: table, checks: checks)
  }

  func snapshot() throws(SwiftHeapError) -> HeapSnapshot {
    let found = try find()
    let symbolicator = Symbolicator(images: found.images, findsLines: findsLines)
    let sites = AllocationSites(in: image, symbolicator: symbolicator)
    var writer = SnapshotWriter(
      image: image, types: found.types, table: found.table, distrusted: found.distrusted, sites: sites)
    if isOwnProcess { writer.leaveOut(ToolMemory(found.table, found.types)) }
    writer.writeObjects()
    let roots = MemoryRoots(in: image, table: found.table, images: found.images)
    let taskLocals = TaskLocals(in: image, table: found.table, types: found.types)
    var variables: [UInt64: String] = [:]
    var nameless: [String: Int] = [:]
    roots.forEach(
      threads: threads, heap: found.heap?.segments.map(\.chunks),
      arenas: found.heap?.segments.filter { !$0.isMapped }.map(\.chunks), names: threadNames,
      symbolicator: namesFrames ? symbolicator : nil
    ) {
      block, kind, name, detail in
      writer.addRoot(block, kind, name, detail)
      if kind == .global, name == nil, let detail { nameless[detail, default: 0] += 1 }
      if let name, !taskLocals.isEmpty { variables[found.table.addresses[block]] = name }
    }
    for binding in taskLocals.bindings {
      writer.addTaskLocal(binding, name: variables[binding.variable].map(TaskLocals.name(ofProjection:)))
    }
    // The thread that captures is at work with nothing else.
    roots.forEachInUse(threads: isOwnProcess ? threads.dropFirst() : threads[...]) { writer.markInUse($0) }
    writer.addMetadata(metadata)
    var limitations = CaptureLimitations()
    limitations.add(circumstances)
    limitations.add(found.checks)
    limitations.add(image, heap: found.heap?.inconsistent ?? [])
    if found.heap == nil { limitations.addUnknownAllocator(among: image.regions.map(\.name)) }
    limitations.add(found.images, nameless: nameless)
    limitations.add(found.table, in: image)
    for limitation in limitations.list { writer.addLimitation(limitation) }
    return try writer.finish()
  }

  private var executableImages: [ExecutableImage] {
    if let core { return ExecutableImage.all(in: image, file: core.file) }
    let files = ProcessFiles.Executables(process: process, isOwnProcess: isOwnProcess, regions: image.regions)
    return ExecutableImage.all(in: image) { files.file(mappedFrom: $0) }
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
