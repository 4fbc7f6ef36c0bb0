import HeapGraph
import SwiftHeap

/// Whether expectations on the heap can be checked on this system: Linux with glibc.
///
/// ```swift
/// @Test(.enabled(if: canExamineHeap)) func `a session leaves nothing behind`() { … }
/// ```
///
/// Elsewhere each of them runs its body and then fails, and says why.
public let canExamineHeap: Bool = {
  #if os(Linux) && canImport(Glibc)
    true
  #else
    false
  #endif
}()

/// The heap of the process that the tests are in.
enum TestHeap {
  /// Captures it.
  ///
  /// - Returns: `nil` where that failed, which is then a failure of the test.
  static func capture(for expectation: String, at location: TestLocation) -> HeapSnapshot? {
    do {
      return try SwiftHeap.capture()
    } catch {
      let advice =
        canExamineHeap
        ? "" : "; heaps are examined on Linux with glibc only, see .enabled(if: canExamineHeap)"
      TestFailure(message: "\(expectation): the heap could not be captured: \(error)\(advice)", name: "")
        .record(at: location)
      return nil
    }
  }
}
