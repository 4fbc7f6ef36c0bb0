import HeapGraph
import Synchronization

/// What was counted at earlier moments.
final class HeapMarks: Sendable {
  /// How many marks with names are kept.
  static let limit = 16

  private struct State {
    var last: PackedStatistics?
    var named: [String: PackedStatistics] = [:]
  }

  private let state = Mutex(State())

  /// Puts what was counted now in the place of what was counted last.
  ///
  /// - Returns: what was counted last; `nil` the first time.
  func replaceLast(with statistics: TypeStatistics) -> TypeStatistics? {
    let packed = PackedStatistics(statistics)
    let last = state.withLock { state in
      defer { state.last = packed }
      return state.last
    }
    return last?.statistics
  }

  /// Keeps what was counted under a name.
  func set(_ name: String, to statistics: TypeStatistics) throws(ServiceError) {
    let packed = PackedStatistics(statistics)
    let isKept = state.withLock { state in
      guard state.named[name] != nil || state.named.count < Self.limit else { return false }
      state.named[name] = packed
      return true
    }
    if !isKept { throw .tooLarge("there are \(Self.limit) marks already: use one of their names again") }
  }

  /// What was counted under a name.
  func mark(named name: String) throws(ServiceError) -> TypeStatistics {
    let (found, names) = state.withLock { ($0.named[name], $0.named.keys.sorted()) }
    if let found { return found.statistics }
    let known = names.isEmpty ? "there are no marks yet" : "there are " + names.joined(separator: ", ")
    throw .notFound("there is no mark '\(name)': \(known); POST mark?name=\(name) sets it")
  }
}
