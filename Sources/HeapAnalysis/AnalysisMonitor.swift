/// How a long analysis asks whether to go on, and tells how far it is.
///
/// Analyses are synchronous. Each asks every few thousand steps, so that a task that was cancelled stops
/// within milliseconds.
public struct AnalysisMonitor: Sendable {
  /// Says whether to go on.
  public var shouldContinue: @Sendable () -> Bool
  /// Is told the part that is done, from 0 to 1, now and then and never falling; `nil` where nobody listens.
  public var report: (@Sendable (Double) -> Void)?

  /// Makes a monitor.
  ///
  /// - Parameters:
  ///   - report: is told the part that is done, from 0 to 1.
  ///   - shouldContinue: says whether to go on; by default until the current task is cancelled.
  public init(
    report: (@Sendable (Double) -> Void)? = nil,
    shouldContinue: @escaping @Sendable () -> Bool = { !Task.isCancelled }
  ) {
    self.shouldContinue = shouldContinue
    self.report = report
  }

  /// Goes on until the current task is cancelled, and tells nobody.
  public static let taskCancellation = AnalysisMonitor()

  /// Goes on to the end, also in tasks that were cancelled, and tells nobody.
  package static let patient = AnalysisMonitor(shouldContinue: { true })

  // Rare enough to cost nothing, often enough that a wait is not felt.
  static let stepsBetweenPolls = 1 << 16

  func poll(done: Int, of total: Int) throws(HeapAnalysisError) {
    guard shouldContinue() else { throw .cancelled }
    if let report, total > 0 { report(min(Double(done) / Double(total), 1)) }
  }
}
