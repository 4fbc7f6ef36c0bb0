import CSwiftHeap

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A copy of this process that stands still while the process goes on.
///
/// All threads are stopped, the process is forked, and the threads go on; the child does nothing until this ends. What
/// is allocated afterwards is not in the copy.
@safe
package struct FrozenProcess: ~Copyable {
  /// A thread as it was.
  package struct Thread: Sendable {
    package var identifier: Int32
    package var stackPointer: UInt64
    package var registers: [UInt64]

    init(identifier: Int32, stackPointer: UInt64, registers: [UInt64]) {
      (self.identifier, self.stackPointer, self.registers) = (identifier, stackPointer, registers)
    }

    init(_ thread: heapgraph_thread) {
      identifier = thread.identifier
      stackPointer = thread.stack_pointer
      registers = unsafe withUnsafeBytes(of: thread.registers) { bytes in
        unsafe Array(bytes.bindMemory(to: UInt64.self).prefix(max(Int(thread.register_count), 0)))
      }
    }
  }

  private let copy: heapgraph_frozen_copy
  package let stopMethod: StopMethod
  package let threads: [Thread]
  /// The nanoseconds for which the threads stood still.
  package let pause: UInt64
  /// The threads that could not be stopped in time.
  package let unstoppedCount: Int
  /// Why threads could not be traced, as an error of the system; 0 where they were.
  package let tracingError: Int32
  /// The child's number.
  package let identifier: Int32

  /// Freezes this process.
  ///
  /// - Parameters:
  ///   - methods: the ways that may be tried, in this order.
  ///   - limit: the longest time for which threads stand still, in nanoseconds; then they go on and the next way is tried.
  /// - Throws: ``SwiftHeapError``.
  package init(methods: [StopMethod] = [.tracing, .signal], limit: UInt64 = 2_000_000_000)
    throws(SwiftHeapError)
  {
    var copy = unsafe heapgraph_frozen_copy()
    let room = Int(HEAPGRAPH_MAXIMUM_THREADS)
    // Not from the heap that is about to be looked at.
    let size = room * MemoryLayout<heapgraph_thread>.stride
    let memory = unsafe mmap(
      nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    guard let memory = unsafe memory, unsafe memory != MAP_FAILED else {
      throw .cannotFreeze(step: "making room for threads", code: errno)
    }
    defer { unsafe munmap(memory, size) }
    let threads = unsafe memory.bindMemory(to: heapgraph_thread.self, capacity: room)
    unsafe copy.threads = unsafe threads
    var options: Int32 = 0
    if methods.contains(.tracing) { options |= Int32(HEAPGRAPH_MAY_PTRACE.rawValue) }
    if methods.contains(.signal) { options |= Int32(HEAPGRAPH_MAY_SIGNAL.rawValue) }
    guard unsafe heapgraph_freeze(&copy, options, limit) == 0 else {
      let step = unsafe copy.step.map { unsafe String(cString: $0) } ?? "freezing"
      throw unsafe .cannotFreeze(step: step, code: copy.error)
    }
    let count = unsafe Int(copy.thread_count)
    self.threads = (0..<count).map { unsafe Thread(threads[$0]) }
    unsafe copy.threads = nil
    pause = unsafe copy.pause
    unstoppedCount = unsafe Int(copy.unstopped_count)
    tracingError = unsafe copy.ptrace_error
    identifier = unsafe copy.process
    stopMethod = unsafe copy.method == Int32(HEAPGRAPH_STOPPED_BY_PTRACE.rawValue) ? .tracing : .signal
    unsafe self.copy = copy
  }

  deinit {
    var copy = unsafe copy
    unsafe heapgraph_release(&copy)
  }

  /// What of this says what may be missing in the copy.
  var circumstances: CaptureCircumstances {
    CaptureCircumstances(
      stopMethod: stopMethod, tracingError: tracingError, unstoppedCount: unstoppedCount)
  }

  /// The copy's memory, as the copy itself hands it out where the system lets nobody read it.
  package var pipedMemory: PipedMemory { unsafe PipedMemory(copy) }

  /// The copy's memory.
  ///
  /// - Throws: ``SwiftHeapError``.
  package borrowing func image() throws(SwiftHeapError) -> ProcessImage {
    let maps = try ProcessFiles.text(of: "maps", process: identifier)
    var regions = MemoryRegion.regions(ofMaps: maps)
    let direct = ProcessMemory(identifier)
    // Where another process may not be read, the child hands out its memory itself.
    var probe: UInt64 = 0
    let canRead = unsafe withUnsafeMutableBytes(of: &probe) { buffer in
      regions.first { $0.isWritable }.map { unsafe direct.read($0.range.lowerBound, into: buffer) == 8 }
        ?? false
    }
    let source: any MemorySource = canRead ? direct : pipedMemory
    MemoryRegion.markTracking(in: &regions, source: source)
    return ProcessImage(regions: regions, source: source, isOwnProcess: true)
  }
}
