/// Which blocks a picture puts before which: those that lead to others, as long as that goes round in no circle.
struct BlockOrder {
  private var following: [Set<Int>]

  /// Begins with no order.
  ///
  /// - Parameter count: the number of blocks.
  init(count: Int) {
    following = Array(repeating: [], count: count)
  }

  /// Takes note of a reference.
  ///
  /// - Returns: whether it can lead onwards; `false` where its target comes before its source already.
  /// - Complexity: O(*n* + *m*) in the blocks and the references between them so far.
  mutating func add(from source: Int, to target: Int) -> Bool {
    guard source != target, !leads(from: target, to: source) else { return false }
    following[source].insert(target)
    return true
  }

  private func leads(from start: Int, to end: Int) -> Bool {
    var seen: Set<Int> = [start]
    var waiting = [start]
    while let block = waiting.popLast() {
      if block == end { return true }
      for next in following[block] where seen.insert(next).inserted { waiting.append(next) }
    }
    return false
  }
}
