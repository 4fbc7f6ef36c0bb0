extension ObjectSpace {
  /// The first place of a string in a part of another one.
  ///
  /// - Complexity: O(*n* · *m*) in the characters of both, O(*n*) as a rule.
  func find(_ part: ObjectPointer, in whole: ObjectPointer, _ range: Range<Int>) -> Int? {
    let count = part.stringLength
    guard count > 0 else { return range.lowerBound }
    guard range.count >= count, part.largestCodePoint <= whole.largestCodePoint else { return nil }
    let first = part.character(at: 0)
    let (width, data) = (StringState(whole).width, whole.characterData)
    for start in range.lowerBound...range.upperBound - count {
      let point =
        width == 1
        ? UInt32(data[byte: start]) : width == 2 ? UInt32(data[uint16: 2 &* start]) : data[uint32: 4 &* start]
      if point == first, isAt(start, of: whole, part, count) { return start }
    }
    return nil
  }

  /// The last place of a string in a part of another one.
  func findLast(_ part: ObjectPointer, in whole: ObjectPointer, _ range: Range<Int>) -> Int? {
    let count = part.stringLength
    guard count > 0 else { return range.upperBound }
    guard range.count >= count else { return nil }
    for start in (range.lowerBound...range.upperBound - count).reversed()
    where isAt(start, of: whole, part, count) {
      return start
    }
    return nil
  }

  /// Whether a string has another one's characters at a place; both must lie in it.
  func isAt(_ start: Int, of whole: ObjectPointer, _ part: ObjectPointer, _ count: Int) -> Bool {
    for index in 0..<count where whole.character(at: start &+ index) != part.character(at: index) {
      return false
    }
    return true
  }
}
