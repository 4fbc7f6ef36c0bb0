public import HeapModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Captures this process's heap: every live Swift object, what it refers to, and what holds it from outside.
///
/// All threads stand still for as long as a fork takes, some milliseconds; then they go on, and the copy is read. What the
/// capture allocates itself is not in it. Any thread may call it; of two calls at one time one waits until the other has its copy.
///
/// ```swift
/// let heap = try SwiftHeap.capture()
/// try heap.backReferences(to: "type:Session").write(to: "who.svg")
/// ```
///
/// - Parameter options: what is captured, and how.
/// - Returns: the heap: types as Swift writes them, sizes as the allocator gave them and as they were asked for, counts of strong,
///   unowned and weak references.
/// - Throws: ``SwiftHeapError``.
/// - Complexity: O(*n*) in the size of the heap; some 200 bytes an object while it works.
public func capture(_ options: CaptureOptions = CaptureOptions()) throws(SwiftHeapError) -> HeapSnapshot {
  try extendTracking()
  // What is known of it has to be there before the copy is made.
  _ = LayoutSample.shared
  let frozen = try FrozenProcess(methods: options.stopMethods)
  let image = try frozen.image()
  var reader = HeapReader(
    image: image, threads: frozen.threads, process: getpid(), isOwnProcess: true,
    pause: frozen.pause, circumstances: frozen.circumstances)
  reader.findsLines = options.findsLines
  reader.namesFrames = options.namesFrames
  reader.usesAllocator = options.usesAllocator
  reader.distrusted = options.distrusted
  return try reader.snapshot()
}

/// What a capture takes in, and how it goes about it.
public struct CaptureOptions: Sendable {
  package var stopMethods: [StopMethod] = [.tracing, .signal]
  package var usesAllocator = true
  /// Parts of memory's layout that are taken for other than expected.
  package var distrusted: Set<LayoutPart> = []
  /// Whether files and lines are looked up for where objects were made, beside functions, where ``track(_:)`` recorded it.
  public var findsLines: Bool
  /// Whether the functions in whose frames objects are held are named, which reads the symbols of their executables.
  public var namesFrames: Bool

  /// Makes options for a capture that takes in everything.
  ///
  /// - Parameters:
  ///   - findsLines: whether files and lines are looked up for where objects were made.
  ///   - namesFrames: whether the functions in whose frames objects are held are named.
  public init(findsLines: Bool = true, namesFrames: Bool = true) {
    self.findsLines = findsLines
    self.namesFrames = namesFrames
  }
}
