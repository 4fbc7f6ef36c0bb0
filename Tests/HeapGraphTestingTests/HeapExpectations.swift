import Synchronization
import Testing

/// Expectations look at the whole process, so that they run one after the other.
@Suite(.serialized) struct HeapExpectations {}

/// The issues that were recorded.
final class Recorded: Sendable {
  private let issues = Mutex<[Issue]>([])

  /// Takes an issue in.
  ///
  /// - Returns: that it was expected.
  func add(_ issue: Issue) -> Bool {
    issues.withLock { $0.append(issue) }
    return true
  }

  var all: [Issue] { issues.withLock { $0 } }
  var text: String? { all.first?.comments.first?.rawValue }
}

/// The text of the one failure that something records; `nil` where it records none.
func failure(_ body: () throws -> Void) rethrows -> String? {
  let recorded = Recorded()
  try withKnownIssue(isIntermittent: true) {
    try body()
  } matching: {
    recorded.add($0)
  }
  #expect(recorded.all.count <= 1)
  return recorded.text
}
