/// Names that somebody may have meant.
enum NearMisses {
  private static let limit = 5

  /// The names that contain a text, or begin with one of a single letter, whatever the case, or differ from it by one
  /// letter; the shortest first.
  ///
  /// - Complexity: O(*n* · *k*) in the number of names and their length.
  static func of(_ text: String, among names: some Sequence<String>) -> [String] {
    let wanted = Array(text.lowercased())
    var found: Set<String> = []
    for name in names where !name.isEmpty {
      let candidate = Array(name.lowercased())
      let isNear =
        wanted.count == 1 ? candidate.first == wanted[0] : name.lowercased().contains(text.lowercased())
      if isNear || differByOne(candidate, wanted) {
        found.insert(name)
      }
    }
    let sorted = found.sorted { $0.count == $1.count ? $0 < $1 : $0.count < $1.count }
    return Array(sorted.prefix(limit))
  }

  /// Whether one letter added, left out, changed, or swapped with its neighbour makes one of the other.
  private static func differByOne(_ left: [Character], _ right: [Character]) -> Bool {
    guard abs(left.count - right.count) <= 1, min(left.count, right.count) > 1 else { return false }
    let head = zip(left, right).prefix { $0 == $1 }.count
    let (restLeft, restRight) = (left[head...], right[head...])
    if restLeft.isEmpty || restRight.isEmpty { return true }
    if left.count != right.count {
      return left.count > right.count
        ? restLeft.dropFirst().elementsEqual(restRight) : restRight.dropFirst().elementsEqual(restLeft)
    }
    if restLeft.dropFirst().elementsEqual(restRight.dropFirst()) { return true }
    return restLeft.count >= 2 && restLeft.prefix(2).elementsEqual(restRight.prefix(2).reversed())
      && restLeft.dropFirst(2).elementsEqual(restRight.dropFirst(2))
  }
}
