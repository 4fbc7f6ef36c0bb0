import CSwiftHeap
import HeapModel

/// Records from now on where each object is made, so that captures tell it (``HeapModel/HeapSnapshot/allocationSite(of:)``).
///
/// Every block that is allocated through `malloc` and its like is recorded with the calls that were under way, by the
/// chain of frame pointers, which Swift keeps. Allocating and freeing a block takes some 15 to 40 nanoseconds more.
/// Objects that are there already have no record, and no record outlives its object.
///
/// The calls of all images that are loaded are led through this library, by the tables of the dynamic linker; captures,
/// and calling this again, take in libraries that were loaded since. Code that was handed `malloc` itself before, as a
/// function pointer, goes unseen. A statically linked standard library makes no difference, since the program still calls
/// the C library; a program that holds the C library itself (`-static-executable`) has no such tables, and this throws.
///
/// ```swift
/// try SwiftHeap.track()
/// serve()
/// let heap = try SwiftHeap.capture()
/// ```
///
/// - Parameter options: how much is recorded. Where tracking is on already, they stay as they are.
/// - Throws: ``SwiftHeapError/cannotTrack(step:code:)``.
/// - Complexity: O(*n*) in the number of relocations of the images that are loaded, some milliseconds at most.
public func track(_ options: TrackingOptions = TrackingOptions()) throws(SwiftHeapError) {
  var failure = unsafe heapgraph_tracking_failure()
  let frames = UInt32(clamping: max(options.frameLimit, 1))
  guard unsafe heapgraph_start_tracking(frames, options.memoryLimit.rawValue, &failure) == 0 else {
    throw unsafe trackingError(failure)
  }
}

/// Records no more where objects are made, and forgets what was recorded.
///
/// The program calls the allocator directly again, as before ``track(_:)``.
public func stopTracking() { heapgraph_stop_tracking() }

/// Whether it is recorded where objects are made.
public var isTracking: Bool { unsafe heapgraph_tracking().pointee.is_on != 0 }

/// Takes in libraries that were loaded since tracking began.
func extendTracking() throws(SwiftHeapError) {
  var failure = unsafe heapgraph_tracking_failure()
  guard unsafe heapgraph_extend_tracking(&failure) == 0 else { throw unsafe trackingError(failure) }
}

private func trackingError(_ failure: heapgraph_tracking_failure) -> SwiftHeapError {
  let step = unsafe failure.step.map { unsafe String(cString: $0) } ?? "tracking"
  return unsafe .cannotTrack(step: step, code: failure.error)
}
