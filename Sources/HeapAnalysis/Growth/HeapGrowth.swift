public import HeapModel

/// What became more from one moment of a heap to the next, by type.
public struct HeapGrowth: Sendable {
  /// One type's way through the snapshots.
  public struct Entry: Hashable, Sendable {
    /// The type's name.
    public var name: String
    /// The number of objects in each snapshot, in the order of the snapshots.
    public var counts: [Int]
    /// The bytes they take in each snapshot, in the order of the snapshots.
    public var shallowSizes: [ByteCount]

    /// The number of objects in the last snapshot.
    public var count: Int { counts[counts.count - 1] }

    /// How many more objects the last snapshot has than the first; negative where it has fewer.
    public var increase: Int { count - counts[0] }

    /// How many more bytes they take in the last snapshot than in the first; negative where fewer.
    public var sizeIncrease: Int {
      Int(clamping: shallowSizes[shallowSizes.count - 1].rawValue)
        - Int(clamping: shallowSizes[0].rawValue)
    }

    /// How many more objects the last snapshot has than any before it; 0 where one had as many.
    ///
    /// It is what
    /// objgraph's `growth` counts, which remembers peaks.
    public var increaseOverPeak: Int { max(count - (counts.dropLast().max() ?? 0), 0) }

    /// Whether the number rose from each snapshot to the next.
    public var roseSteadily: Bool { zip(counts, counts.dropFirst()).allSatisfy { $0 < $1 } }
  }

  /// What a table is sorted by.
  public enum Order: Hashable, Sendable, CaseIterable {
    /// The increase in objects.
    case count
    /// The increase in bytes.
    case size
    /// The increase in objects over the peak of all snapshots before the last.
    case peak
  }

  /// An entry for each name that has objects in any of the snapshots, by name.
  public let entries: [Entry]

  /// Compares snapshots.
  ///
  /// - Parameters:
  ///   - snapshots: two or more, from the first moment to the last.
  ///   - naming: by which name to count types.
  ///   - scope: which objects to count; objgraph's are the tracked ones.
  /// - Complexity: O(*n*) time in the objects of all snapshots.
  public init(over snapshots: [HeapSnapshot], naming: TypeNaming = .short, scope: ObjectScope = .all) {
    self.init(over: snapshots.map { TypeStatistics(of: $0, naming: naming, scope: scope) })
  }

  /// Compares what was counted before.
  ///
  /// - Parameter statistics: two or more, from the first moment to the last.
  /// - Complexity: O(*t* log *t*) in the names of all.
  public init(over statistics: [TypeStatistics]) {
    precondition(statistics.count >= 2, "Growth is between two snapshots or more")
    let names = Set(statistics.flatMap { $0.entries.map(\.name) }).sorted()
    entries = names.map { name in
      let counted = statistics.map { $0[name] }
      return Entry(
        name: name, counts: counted.map { $0?.count ?? 0 },
        shallowSizes: counted.map { $0?.shallowSize ?? .zero })
    }
  }

  /// The types that became more: objgraph's `growth`.
  ///
  /// - Parameters:
  ///   - limit: the most entries to give; `nil` for all.
  ///   - order: by which increase to choose and to sort, the greatest first; among equals the name decides.
  /// - Returns: the entries whose increase is above 0.
  /// - Complexity: O(*t* log *t*) in the number of names.
  public func increases(limit: Int? = 10, by order: Order = .count) -> [Entry] {
    let grown = entries.filter { Self.increase(of: $0, order) > 0 }
    return Self.sorted(grown, by: order, limit: limit)
  }

  /// The types whose number or bytes changed, fewer too; sorted with the greatest increase first.
  ///
  /// - Parameters:
  ///   - limit: the most entries to give; `nil` for all.
  ///   - order: by which increase to sort; among equals the name decides.
  /// - Returns: the entries that changed.
  /// - Complexity: O(*t* log *t*) in the number of names.
  public func changes(limit: Int? = nil, by order: Order = .count) -> [Entry] {
    let changed = entries.filter { Set($0.counts).count > 1 || Set($0.shallowSizes).count > 1 }
    return Self.sorted(changed, by: order, limit: limit)
  }

  private static func increase(of entry: Entry, _ order: Order) -> Int {
    switch order {
    case .count: entry.increase
    case .size: entry.sizeIncrease
    case .peak: entry.increaseOverPeak
    }
  }

  private static func sorted(_ entries: [Entry], by order: Order, limit: Int?) -> [Entry] {
    let sorted = entries.sorted { left, right in
      let (first, second) = (increase(of: left, order), increase(of: right, order))
      return first == second ? left.name < right.name : first > second
    }
    return Array(sorted.prefix(max(limit ?? .max, 0)))
  }
}
