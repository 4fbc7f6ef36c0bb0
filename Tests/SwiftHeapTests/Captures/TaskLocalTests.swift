import Dispatch
import HeapModel
import SwiftHeap
import SwiftHeapHoldings
import Testing

struct TaskLocalTests {
  @Test func `what tasks and threads have bound is held by the variables, and what they had is not`()
    async throws
  {
    // A thread of no task's.
    let failures: [String] = try await withCheckedThrowingContinuation { continuation in
      DispatchQueue(label: "binds").async {
        continuation.resume(
          with: Result { try Bound.withBindings { try $0.failures(in: SwiftHeap.capture()) } })
      }
    }
    #expect(failures.isEmpty)
  }
}
