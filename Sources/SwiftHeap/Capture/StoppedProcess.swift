import CSwiftHeap
public import HeapModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Captures the heap of another Swift program, which need know nothing of it.
///
/// The program's threads stand still while its writable memory is copied; then they go on, and the copy is read. If this
/// process ends in between, the kernel lets them go on.
///
/// - Parameters:
///   - process: its number.
///   - limit: the longest time for which its threads are waited for, in nanoseconds.
/// - Returns: its heap.
/// - Throws: ``SwiftHeapError``: there is no such process, it may not be traced, it is no Swift program ….
/// - Complexity: O(*n*) in the size of its heap, and a copy of its writable memory.
public func capture(
  process: Int32, limit: UInt64 = 5_000_000_000
) throws(SwiftHeapError) -> HeapSnapshot {
  try capture(process: process, limit: limit, whileStopped: {})
}

/// The same; calls a function when all of the program's threads stand still, before anything is copied.
package func capture(
  process: Int32, limit: UInt64, whileStopped: () -> Void
) throws(SwiftHeapError) -> HeapSnapshot {
  // Whatever is still traced when a thread ends, such as one that did not stop in time, goes on then.
  let stopped = try OwnThread.run { () throws(SwiftHeapError) in
    try StoppedProcess(process, limit: limit, whileStopped: whileStopped)
  }
  let unreadable = stopped.reader.image.unreadableSize
  let result: Result<HeapSnapshot, SwiftHeapError>
  do throws(SwiftHeapError) {
    result = .success(try stopped.reader.snapshot())
  } catch {
    result = .failure(error)
  }
  // What cannot change is read only now; of a process that ended meanwhile it is not there.
  if stopped.reader.image.unreadableSize > unreadable, ProcessStatus(of: process)?.isAlive != true {
    throw .ended(process)
  }
  return try result.get()
}

/// The copy of another process's memory, and its threads as they were.
struct StoppedProcess {
  let reader: HeapReader
  /// The nanoseconds for which its threads stood still.
  let pause: UInt64

  /// - Parameter whileStopped: is called when all threads stand still, before anything is copied.
  init(
    _ process: Int32, limit: UInt64, whileStopped: () -> Void
  ) throws(SwiftHeapError) {
    guard process > 0 else { throw .noNumber(process) }
    guard kill(process, 0) == 0 || errno != ESRCH else { throw .noProcess(process) }
    let status = ProcessStatus(of: process)
    guard status?.process ?? process != getpid() else { throw .isOwnProcess }
    if let status {
      if status.hasEnded { throw .zombie(process) }
      if !status.hasMemory { throw .kernelThread(process) }
    }
    let room = Int(HEAPGRAPH_MAXIMUM_THREADS)
    let threads = UnsafeMutablePointer<heapgraph_thread>.allocate(capacity: room)
    defer { unsafe threads.deallocate() }
    var count: Int32 = 0
    let child = status?.parent == getpid() ? process : 0
    let clock = ContinuousClock()
    let start = clock.now
    guard unsafe heapgraph_stop_process(process, child, threads, &count, limit) == 0 else {
      throw Self.refused(process, errno)
    }
    let result: Result<ProcessImage, SwiftHeapError>
    whileStopped()
    do throws(SwiftHeapError) {
      result = .success(try Self.copy(process))
    } catch {
      result = .failure(error)
    }
    // One that ended has no memory any more, and what was read of it may be half of it.
    let isAlive = ProcessStatus(of: process)?.isAlive ?? false
    unsafe heapgraph_let_go(threads, count, child)
    if !isAlive { throw .ended(process) }
    let elapsed = (clock.now - start).components
    pause = UInt64(elapsed.seconds) * 1_000_000_000 + UInt64(elapsed.attoseconds / 1_000_000_000)
    let image = try result.get()
    reader = HeapReader(
      image: image, threads: (0..<Int(count)).map { unsafe FrozenProcess.Thread(threads[$0]) },
      process: process,
      isOwnProcess: false, pause: pause)
  }

  /// Copies what the process can change.
  private static func copy(_ process: Int32) throws(SwiftHeapError) -> ProcessImage {
    let maps = try ProcessFiles.text(of: "maps", process: process)
    var regions = MemoryRegion.regions(ofMaps: maps)
    guard !regions.isEmpty else { throw .ended(process) }
    let source = ProcessMemory(process)
    MemoryRegion.markTracking(in: &regions, source: source)
    let image = ProcessImage(regions: regions, source: source, isOwnProcess: false)
    _ = AllocationRecords(in: image)
    for (number, region) in regions.enumerated()
    where region.isWritable && !region.permissions.contains(.shared) {
      _ = unsafe image.contents(ofRegion: number)
    }
    return image
  }

  private static func refused(_ process: Int32, _ code: Int32) -> SwiftHeapError {
    switch code {
    case EPERM, EACCES:
      if let tracer = ProcessStatus(of: process)?.tracer, tracer != 0 {
        // It is a thread that traces.
        let number = ProcessStatus(of: tracer)?.process ?? tracer
        return .alreadyTraced(process, by: number, name: ProcessStatus(of: number)?.name ?? "?")
      } else {
        return .notPermitted(process)
      }
    // Its folder of threads is gone with it.
    case ESRCH, ENOENT: return .ended(process)
    default: return .cannotFreeze(step: "stopping process \(process)", code: code)
    }
  }
}
