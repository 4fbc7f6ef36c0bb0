/// Finds the name that was meant by a wrong one.
///
/// Source: CPython's `Python/suggestions.c`.
package enum NameSuggestion {
  /// What a byte costs that is put in, left out, or replaced by another.
  private static let moveCost = 2
  /// What a letter costs that differs in its case.
  private static let caseCost = 1
  private static let longestName = 40
  private static let mostCandidates = 750

  /// The name that differs least from a wrong one, if any is near enough.
  ///
  /// - Parameters:
  ///   - name: the wrong name, which is never suggested itself.
  ///   - candidates: the names that there are; of equals the first is taken, and of 750 or more none.
  /// - Complexity: O(*n* · *m*²) in the candidates and the lengths of names.
  package static func nearest(to name: String, among candidates: [String]) -> String? {
    guard candidates.count < mostCandidates else { return nil }
    let sought = Array(name.utf8)
    var nearest: String?
    var least = Int.max
    for candidate in candidates where candidate != name {
      let letters = Array(candidate.utf8)
      let limit = min((sought.count + letters.count + 3) * moveCost / 6, least - 1)
      let distance = distance(sought[...], letters[...], limit: limit)
      guard distance <= limit else { continue }
      nearest = candidate
      least = distance
    }
    return nearest
  }

  /// What it costs to make one name of another; anything above the limit stands for all that is above it.
  private static func distance(
    _ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>, limit: Int
  ) -> Int {
    var (short, long) = (left, right)
    while let first = short.first, first == long.first {
      short.removeFirst()
      long.removeFirst()
    }
    while let last = short.last, last == long.last {
      short.removeLast()
      long.removeLast()
    }
    if short.isEmpty || long.isEmpty { return (short.count + long.count) * moveCost }
    if short.count > longestName || long.count > longestName { return limit + 1 }
    if long.count < short.count { swap(&short, &long) }
    if (long.count - short.count) * moveCost > limit { return limit + 1 }
    var row = (1...short.count).map { $0 * moveCost }
    var result = 0
    for (rowIndex, letter) in long.enumerated() {
      var diagonal = rowIndex * moveCost
      result = diagonal
      var least = Int.max
      for (column, other) in short.enumerated() {
        let replaced = diagonal + replacementCost(letter, other)
        diagonal = row[column]
        result = min(min(result, diagonal) + moveCost, replaced)
        row[column] = result
        least = min(least, result)
      }
      if least > limit { return limit + 1 }
    }
    return result
  }

  private static func replacementCost(_ left: UInt8, _ right: UInt8) -> Int {
    func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }
    if left == right { return 0 }
    return lowered(left) == lowered(right) ? caseCost : moveCost
  }
}
