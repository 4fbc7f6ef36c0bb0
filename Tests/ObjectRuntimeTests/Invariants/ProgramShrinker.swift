/// Makes a failing program as short as it can be with no step that could be left out (Zeller and Hildebrandt's *ddmin*).
struct ProgramShrinker<Step> {
  /// Whether a program fails.
  var fails: ([Step]) -> Bool
  /// How many steps may be run, of all programs together.
  var budget = 200_000

  /// The steps of a failing program without those that it fails without.
  ///
  /// - Complexity: O(*n*²) runs at worst, O(*n* log *n*) mostly.
  mutating func shrink(_ program: [Step]) -> [Step] {
    var steps = program
    var parts = 2
    while steps.count >= 2, budget > 0 {
      let size = (steps.count + parts - 1) / parts
      var isShorter = false
      for start in stride(from: 0, to: steps.count, by: size) where budget > 0 {
        var rest = steps
        rest.removeSubrange(start..<min(start + size, steps.count))
        budget -= rest.count
        guard fails(rest) else { continue }
        steps = rest
        parts = max(parts - 1, 2)
        isShorter = true
        break
      }
      if isShorter { continue }
      if size == 1 { break }
      parts = min(parts * 2, steps.count)
    }
    return steps
  }
}
