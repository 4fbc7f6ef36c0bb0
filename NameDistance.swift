/// How far names are from each other, by CPython's measure.
///
/// Source: how CPython 3.13 weighs names: two for a letter more, less or other, one for another case; compared are
/// the bytes of UTF-8. It is Levenshtein's distance, kept in one row.
enum NameDistance {
  private static let moveCost = 2
  private static let caseCost = 1
  /// How long what differs may be, in bytes.
  private static let longest = 40
  /// From how many names on nothing is suggested.
  private static let tooMany = 750

  /// The name that is nearest, the first of equally near ones; `nil` where none is near enough.
  static func nearest(to name: String, in candidates: [String]) -> String? {
    guard candidates.count < tooMany else { return nil }
    let wrong = Array(name.utf8)
    var nearest: String?
    var best = Int.max
    for candidate in candidates where candidate != name {
      let bytes = Array(candidate.utf8)
      // No more than a third of the letters may differ.
      let limit = min((wrong.count + bytes.count + 3) * moveCost / 6, best - 1)
      guard let distance = distance(wrong[...], bytes[...], limit: limit) else { continue }
      nearest = candidate
      best = distance
    }
    return nearest
  }

  /// The distance; `nil` where it is beyond a limit.
  private static func distance(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>, limit: Int) -> Int? {
    var (short, long) = (one, other)
    while let first = short.first, first == long.first {
      short.removeFirst()
      long.removeFirst()
    }
    while let last = short.last, last == long.last {
      short.removeLast()
      long.removeLast()
    }
    func allowed(_ distance: Int) -> Int? { distance <= limit ? distance : nil }
    if short.isEmpty || long.isEmpty { return allowed((short.count + long.count) * moveCost) }
    guard short.count <= longest, long.count <= longest else { return nil }
    if long.count < short.count { swap(&short, &long) }
    guard (long.count - short.count) * moveCost <= limit else { return nil }
    var row = (1...short.count).map { $0 * moveCost }
    var result = 0
    for (position, byte) in long.enumerated() {
      var diagonal = position * moveCost
      result = diagonal
      var least = Int.max
      for (index, against) in short.enumerated() {
        let substituted = diagonal + cost(byte, against)
        diagonal = row[index]
        result = min(min(result, diagonal) + moveCost, substituted)
        row[index] = result
        least = min(least, result)
      }
      if least > limit { return nil }
    }
    return allowed(result)
  }

  private static func cost(_ one: UInt8, _ other: UInt8) -> Int {
    if one == other { return 0 }
    return lowered(one) == lowered(other) ? caseCost : moveCost
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }
}
