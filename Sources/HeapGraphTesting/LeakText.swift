import HeapGraph

extension HeapSnapshot {
  /// Leaked cycles in words: each field by field, with what would break it and where its objects were made.
  ///
  /// - Parameter limit: how many cycles are told.
  /// - Complexity: O(*k*) in the references told.
  func text(of cycles: [LeakedCycle], limit: Int = 10) -> String {
    var lines: [String] = []
    for (number, cycle) in cycles.prefix(limit).enumerated() {
      lines.append("\(number + 1). \(cycle.title)")
      lines += self.lines(of: cycle).map { "   " + $0 }
      var told: Set<ObjectIndex> = []
      for reference in cycle.way where told.count < 4 && told.insert(reference.source).inserted {
        if let site = siteText(of: reference.source) {
          lines.append("   \(type(of: reference.source).name) was made \(site)")
        }
      }
    }
    if cycles.count > limit { lines.append("… \(cycles.count - limit) more cycles") }
    return lines.joined(separator: "\n")
  }

  /// Where an object was made, where that is known: the innermost calls.
  func siteText(of object: ObjectIndex) -> String? {
    guard let frames = allocationSite(of: object)?.frames.prefix(3), !frames.isEmpty else { return nil }
    return frames.map { "in \($0)" }.joined(separator: ", ")
  }
}
