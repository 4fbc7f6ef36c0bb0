public import HeapModel

/// The objects that one snapshot has and an earlier one of the same process had not: objgraph's `get_new_ids`.
///
/// An object is known again by its address and its type's name. One that took the place of an object of
/// another type is new. One that took the place of an object of the same type cannot be told from it, and
/// counts as old. Where a runtime moves objects, all that moved count as new.
public struct NewObjects: Sendable {
  /// One type's objects.
  public struct Entry: Hashable, Sendable {
    /// The type's name.
    public var name: String
    /// How many objects the earlier snapshot has.
    public var oldCount: Int
    /// How many objects the later snapshot has.
    public var currentCount: Int
    /// The objects of the later snapshot that are new, in its order.
    public var objects: [ObjectIndex]

    /// How many more objects there are; negative where there are fewer.
    public var increase: Int { currentCount - oldCount }
  }

  /// What a table is sorted by.
  public enum Order: Hashable, Sendable, CaseIterable {
    /// The number of objects in the earlier snapshot.
    case oldCount
    /// The number of objects in the later snapshot.
    case currentCount
    /// The number of new objects.
    case newCount
    /// The increase.
    case increase
  }

  /// An entry for each name that has objects in either snapshot, by name.
  public let entries: [Entry]

  /// Compares two snapshots of one process.
  ///
  /// - Parameters:
  ///   - current: the later one.
  ///   - old: the earlier one.
  ///   - naming: by which name types are told apart.
  ///   - scope: which objects to compare; objgraph's are the tracked ones.
  ///   - monitor: is asked whether to go on, and told how far it is.
  /// - Throws: ``HeapAnalysisError/cancelled``.
  /// - Complexity: O(*n*) time on average in the objects of both; up to 16 bytes an object of the earlier one.
  public init(
    in current: HeapSnapshot, since old: HeapSnapshot, naming: TypeNaming = .short, scope: ObjectScope = .all,
    monitor: AnalysisMonitor = .taskCancellation
  ) throws(HeapAnalysisError) {
    var names = NumberedNames()
    let oldNames = naming.number(old.types, in: &names)
    let currentNames = naming.number(current.types, in: &names)
    var entries = names.names.map { Entry(name: $0, oldCount: 0, currentCount: 0, objects: []) }
    try monitor.poll(done: 0, of: 4)
    let index = AddressIndex(old.columns.addresses)
    try monitor.poll(done: 1, of: 4)
    for entry in TypeStatistics(of: old, naming: naming, scope: scope).entries {
      entries[names.number(of: entry.name)].oldCount = entry.count
    }

    let oldFlags = scope.flags(in: old)
    let currentFlags = scope.flags(in: current)
    let tracked = ObjectFlags.tracked.rawValue
    let addresses = current.columns.addresses.span
    for position in addresses.indices {
      if position & (AnalysisMonitor.stepsBetweenPolls - 1) == 0 {
        try monitor.poll(done: addresses.count + 3 * position, of: 4 * addresses.count)
      }
      if let currentFlags, currentFlags[position] & tracked == 0 { continue }
      let object = ObjectIndex(position)
      let name = currentNames[current.typeIndex(of: object).position]
      entries[name].currentCount += 1
      if let before = index[addresses[position]],
        oldFlags.map({ $0[before.position] & tracked != 0 }) ?? true,
        oldNames[old.typeIndex(of: before).position] == name
      {
        continue
      }
      entries[name].objects.append(object)
    }
    self.entries = entries.filter { $0.oldCount > 0 || $0.currentCount > 0 }.sorted { $0.name < $1.name }
  }

  /// The types with the most of what is asked for.
  ///
  /// - Parameters:
  ///   - limit: the most entries to give; `nil` for all.
  ///   - order: what to sort by, the greatest first; among equals the name decides.
  /// - Returns: the entries.
  /// - Complexity: O(*t* log *t*) in the number of names.
  public func sorted(by order: Order = .increase, limit: Int? = 10) -> [Entry] {
    func value(_ entry: Entry) -> Int {
      switch order {
      case .oldCount: entry.oldCount
      case .currentCount: entry.currentCount
      case .newCount: entry.objects.count
      case .increase: entry.increase
      }
    }
    let sorted = entries.sorted { value($0) == value($1) ? $0.name < $1.name : value($0) > value($1) }
    return Array(sorted.prefix(max(limit ?? .max, 0)))
  }
}
