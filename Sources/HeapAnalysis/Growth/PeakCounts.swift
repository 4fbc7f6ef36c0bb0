/// The most objects of each type seen so far, as objgraph's `growth` remembers them from call to call.
public struct PeakCounts: Sendable {
  /// A type of which there are more objects than ever before.
  public struct Increase: Hashable, Sendable {
    /// The type's name.
    public var name: String
    /// How many objects there are now.
    public var count: Int
    /// How many more that is than the most before.
    public var increase: Int
  }

  /// The most objects seen, by name.
  public private(set) var counts: [String: Int] = [:]

  /// Makes peaks of which none was seen yet.
  public init() {}

  /// Tells which types exceed their peaks, and raises the peaks.
  ///
  /// All peaks are raised, those of types beyond the limit too, as objgraph's are.
  ///
  /// - Parameters:
  ///   - statistics: what was counted now.
  ///   - limit: the most entries to give; `nil` for all.
  /// - Returns: the increases, the greatest first; among equals the name decides.
  /// - Complexity: O(*t* log *t*) in the number of names.
  public mutating func update(with statistics: TypeStatistics, limit: Int? = 10) -> [Increase] {
    var increases: [Increase] = []
    for entry in statistics.entries {
      let before = counts[entry.name] ?? 0
      guard entry.count > before else { continue }
      increases.append(Increase(name: entry.name, count: entry.count, increase: entry.count - before))
      counts[entry.name] = entry.count
    }
    increases.sort { $0.increase == $1.increase ? $0.name < $1.name : $0.increase > $1.increase }
    return Array(increases.prefix(max(limit ?? .max, 0)))
  }
}
