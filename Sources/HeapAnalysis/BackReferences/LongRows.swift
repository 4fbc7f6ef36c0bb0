import HeapModel
import Synchronization

/// Keeps the search for references in long rows from becoming quadratic.
///
/// Transposed rows know a reference's holder, and the reference is found by looking through that holder's
/// row. For a list of a million elements of which each is asked for, that would be a million times a
/// million. So the steps spent on a long row are counted, and when they exceed what sorting it costs, the
/// row is sorted by target once.
final class LongRows: Sendable {
  private enum Row {
    case searched(steps: Int)
    // Positions of the row's references, ordered by their targets and then by themselves.
    case sorted([UInt32])
  }

  /// Rows up to this length are always just looked through.
  static let threshold = 1024
  private static let patience = 16

  private let rows = Mutex<[UInt32: Row]>([:])

  /// The positions of a row's references in the order of their targets, where it was sorted.
  func sortedPositions(of source: UInt32) -> [UInt32]? {
    rows.withLock { rows in
      if case .sorted(let positions)? = rows[source] { positions } else { nil }
    }
  }

  /// Takes note of a search, and sorts the row where searches took more than that.
  func note(steps: Int, in row: Range<Int>, of source: UInt32, targets: Column<UInt32>) {
    let isDue = rows.withLock { rows in
      guard case .searched(let before) = rows[source] ?? .searched(steps: 0) else { return false }
      rows[source] = .searched(steps: before + steps)
      return before + steps > Self.patience * row.count
    }
    guard isDue else { return }
    let values = targets.span
    var keys: [UInt64] = []
    keys.reserveCapacity(row.count)
    for position in row { keys.append(UInt64(values[position]) << 32 | UInt64(position)) }
    keys.sort()
    let positions = keys.map { UInt32(truncatingIfNeeded: $0) }
    rows.withLock { $0[source] = .sorted(positions) }
  }
}
