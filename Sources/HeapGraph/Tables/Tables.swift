public import HeapAnalysis
import HeapModel

extension TypeStatistics {
  /// A table of the types with the most objects: objgraph's `show_most_common_types`.
  ///
  /// - Parameters:
  ///   - limit: the most rows; `nil` for all.
  ///   - order: what to sort by, the greatest first.
  /// - Returns: lines with the type's name, the number of its objects and the bytes they take.
  public func table(limit: Int? = 10, by order: Order = .count) -> String {
    Self.table(of: mostCommon(limit: limit, by: order)).lines().joined(separator: "\n")
  }

  /// A table of entries.
  package static func table(of entries: [Entry]) -> TextTable {
    var table = TextTable([.text("Type"), .number("Count"), .number("Size")])
    for entry in entries {
      table.append([entry.name, "\(entry.count)", "\(entry.shallowSize)"])
    }
    return table
  }
}

extension HeapGrowth {
  /// A table of the types that became more: objgraph's `show_growth`.
  ///
  /// - Parameters:
  ///   - limit: the most rows; `nil` for all.
  ///   - order: by which increase to choose and to sort, the greatest first.
  /// - Returns: lines with the type's name, the number of its objects in each snapshot, and how many objects
  ///   and bytes more the last one has than the first; empty where nothing became more.
  public func table(limit: Int? = 10, by order: Order = .count) -> String {
    let entries = increases(limit: limit, by: order)
    return entries.isEmpty ? "" : Self.table(of: entries).lines().joined(separator: "\n")
  }

  /// A table of entries, of which there is at least one.
  package static func table(of entries: [Entry]) -> TextTable {
    let snapshots = entries[0].counts.count
    var table = TextTable(
      [.text("Type")] + (1...snapshots).map { .number("Count \($0)") } + [.number("Growth"), .number("Size")])
    for entry in entries {
      table.append(
        [entry.name] + entry.counts.map { "\($0)" }
          + [signed(entry.increase), signedSize(entry.sizeIncrease)])
    }
    return table
  }

  private static func signedSize(_ bytes: Int) -> String {
    let size = ByteCount(rawValue: UInt64(bytes.magnitude))
    return bytes > 0 ? "+\(size)" : bytes < 0 ? "-\(size)" : "0 B"
  }
}

extension NewObjects {
  /// A table of the types and how many new objects each has: what objgraph's `get_new_ids` prints.
  ///
  /// - Parameters:
  ///   - limit: the most rows; `nil` for all.
  ///   - order: what to sort by, the greatest first.
  /// - Returns: lines with the type's name, the number of its objects before and now, how many are new, and
  ///   how many more there are.
  public func table(limit: Int? = 10, by order: Order = .increase) -> String {
    Self.table(of: sorted(by: order, limit: limit)).lines().joined(separator: "\n")
  }

  /// A table of entries.
  package static func table(of entries: [Entry]) -> TextTable {
    var table = TextTable([
      .text("Type"), .number("Old"), .number("Current"), .number("New"), .number("Growth"),
    ])
    for entry in entries {
      table.append([
        entry.name, "\(entry.oldCount)", "\(entry.currentCount)", signed(entry.objects.count),
        signed(entry.increase),
      ])
    }
    return table
  }
}

private func signed(_ number: Int) -> String {
  number > 0 ? "+\(number)" : "\(number)"
}
