import HeapGraph

/// Expects that a piece of a program leaves no leaked cycle behind.
///
/// ```swift
/// @Test func `closing a session frees it`() throws {
///   expectNoLeaks {
///     let session = Session()
///     session.close()
///   }
/// }
/// ```
///
/// The heap is captured before and afterwards, which stops all threads for some milliseconds each time. A leaked cycle is one
/// that objects keep alive which nothing else holds; one fails the test that was none before, and that a second look some
/// milliseconds later still finds. The failure tells it field by field, with the variable that would best be weak, and
/// attaches a picture.
///
/// What tests in parallel leak in the meantime is found as well. Where that may be, name the classes that the test is about,
/// or run it by itself, in a `.serialized` suite or with `swift test --no-parallel`.
///
/// - Parameters:
///   - types: only cycles are told that an instance of one of these classes is in, or that keep one; all where none is named.
///     A class stands for itself, not for those that inherit from it.
///   - ignored: cycles that an instance of one of these classes is in are not told.
///   - body: what may leave nothing behind. It gives nothing back: what it gave would still be held when the heap is looked at.
/// - Throws: what the body throws; the heap is not looked at then.
/// - Complexity: O(*n* + *m*) in the size of the process's heap.
public func expectNoLeaks(
  of types: any AnyObject.Type..., ignoring ignored: [any AnyObject.Type] = [],
  fileID: StaticString = #fileID, filePath: StaticString = #filePath, line: UInt = #line,
  column: UInt = #column, _ body: () throws -> Void
) rethrows {
  let location = TestLocation(fileID: fileID, filePath: filePath, line: line, column: column)
  let expectation = LeakExpectation(LeakFilter(of: types, ignoring: ignored), at: location)
  try body()
  expectation.check()
}

/// Expects that a piece of a program that waits leaves no leaked cycle behind.
///
/// - Parameters:
///   - types: only cycles are told that an instance of one of these classes is in, or that keep one; all where none is named.
///   - ignored: cycles that an instance of one of these classes is in are not told.
///   - isolation: where the body runs: where the caller does.
///   - body: what may leave nothing behind. It gives nothing back: what it gave would still be held when the heap is looked at.
/// - Throws: what the body throws; the heap is not looked at then.
/// - Complexity: O(*n* + *m*) in the size of the process's heap.
public func expectNoLeaks(
  of types: any AnyObject.Type..., ignoring ignored: [any AnyObject.Type] = [],
  fileID: StaticString = #fileID, filePath: StaticString = #filePath, line: UInt = #line,
  column: UInt = #column, isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Void
) async rethrows {
  let location = TestLocation(fileID: fileID, filePath: filePath, line: line, column: column)
  let expectation = LeakExpectation(LeakFilter(of: types, ignoring: ignored), at: location)
  try await body()
  expectation.check()
}

/// What was leaked before, and the test that there is no more.
private struct LeakExpectation {
  private let filter: LeakFilter
  private let location: TestLocation
  /// `nil` where the heap could not be looked at, which the test was told.
  private let baseline: LeakBaseline?

  init(_ filter: LeakFilter, at location: TestLocation) {
    self.filter = filter
    self.location = location
    baseline = TestHeap.capture(for: "expectNoLeaks", at: location).flatMap { heap in
      Self.answer(at: location) { () throws(HeapAnalysisError) in try LeakBaseline(heap) }
    }
  }

  func check() {
    guard let baseline, let heap = TestHeap.capture(for: "expectNoLeaks", at: location) else { return }
    let found = Self.answer(at: location) { () throws(HeapAnalysisError) in
      let report = try heap.leakedCycles(monitor: .patient)
      return try filter.cycles(
        baseline.newCycles(of: report, in: heap), leaked: report.objects, in: heap)
    }
    guard let found, !found.isEmpty else { return }
    // What is taken apart at this moment looks leaked for as long as that takes.
    FailureDelay.wait()
    guard let later = TestHeap.capture(for: "expectNoLeaks", at: location) else { return }
    let remaining = Self.answer(at: location) { () throws(HeapAnalysisError) in
      try LeakBaseline.remaining(of: found, from: heap, in: later)
    }
    guard let remaining, !remaining.isEmpty else { return }
    let count = remaining.count == 1 ? "1 leaked cycle" : "\(remaining.count) leaked cycles"
    TestFailure(
      message: "expectNoLeaks: \(count) of objects that nothing but themselves holds\n"
        + later.text(of: remaining),
      graph: try? later.graph(of: Array(remaining.prefix(10))), name: "leaked-cycles"
    ).record(at: location)
  }

  private static func answer<Answer>(
    at location: TestLocation, _ question: () throws(HeapAnalysisError) -> Answer
  ) -> Answer? {
    do {
      return try question()
    } catch {
      TestFailure(message: "expectNoLeaks: \(error)", name: "").record(at: location)
      return nil
    }
  }
}
