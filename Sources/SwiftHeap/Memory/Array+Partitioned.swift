extension Array {
  /// How many elements at the beginning satisfy a condition, where all that do stand before those that do not.
  ///
  /// - Complexity: O(log *n*).
  @inline(__always)
  func partitioned(_ isBefore: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low &+ high) / 2
      if isBefore(self[middle]) { low = middle &+ 1 } else { high = middle }
    }
    return low
  }
}
