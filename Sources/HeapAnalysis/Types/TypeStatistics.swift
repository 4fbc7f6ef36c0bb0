public import HeapModel

/// How many objects of each type there are, and how many bytes they take themselves.
public struct TypeStatistics: Sendable {
  /// One name and what was counted under it.
  public struct Entry: Hashable, Sendable {
    /// The type's name, short or qualified as was asked for.
    public var name: String
    /// The number of objects.
    public var count: Int
    /// The bytes that these objects themselves take, without what they refer to.
    public var shallowSize: ByteCount

    package init(name: String, count: Int, shallowSize: ByteCount) {
      self.name = name
      self.count = count
      self.shallowSize = shallowSize
    }
  }

  /// What a table is sorted by.
  public enum Order: Hashable, Sendable, CaseIterable {
    /// The number of objects.
    case count
    /// The bytes they take.
    case size
  }

  /// An entry for each name that has objects, by name.
  public let entries: [Entry]
  /// By which name types were counted.
  public let naming: TypeNaming
  // Where each name's entry is.
  private let places: [String: Int]

  /// Counts the objects of a heap: objgraph's `typestats`.
  ///
  /// - Parameters:
  ///   - snapshot: the heap.
  ///   - naming: by which name to count.
  ///   - scope: which objects to count; objgraph's are the tracked ones.
  /// - Complexity: O(*n*) time in the objects, by one pass over 4 bytes of each, and O(*t* log *t*) in the types.
  public init(of snapshot: HeapSnapshot, naming: TypeNaming = .short, scope: ObjectScope = .all) {
    let columns = snapshot.columns
    var counts = [Int](repeating: 0, count: columns.shapes.count)
    let shapes = columns.objectShapes.span
    if let flags = scope.flags(in: snapshot) {
      let flags = flags.span
      for position in shapes.indices where flags[position] & ObjectFlags.tracked.rawValue != 0 {
        counts[Int(shapes[position])] += 1
      }
    } else {
      for position in shapes.indices { counts[Int(shapes[position])] += 1 }
    }
    self.init(shapeCounts: counts, snapshot: snapshot, naming: naming)
  }

  /// Counts some objects of a heap.
  ///
  /// - Parameters:
  ///   - objects: the objects; one that comes twice counts twice.
  ///   - snapshot: the heap.
  ///   - naming: by which name to count.
  /// - Complexity: O(*k*) time in the number of objects, and O(*t* log *t*) in the types of the heap.
  public init(of objects: some Sequence<ObjectIndex>, in snapshot: HeapSnapshot, naming: TypeNaming = .short)
  {
    let columns = snapshot.columns
    var counts = [Int](repeating: 0, count: columns.shapes.count)
    let shapes = columns.objectShapes.span
    for object in objects { counts[Int(shapes[object.position])] += 1 }
    self.init(shapeCounts: counts, snapshot: snapshot, naming: naming)
  }

  private init(shapeCounts: [Int], snapshot: HeapSnapshot, naming: TypeNaming) {
    var names = NumberedNames()
    let numbers = naming.number(snapshot.types, in: &names)
    var entries = names.names.map { Entry(name: $0, count: 0, shallowSize: .zero) }
    let shapes = snapshot.columns.shapes.span
    for position in shapes.indices where shapeCounts[position] > 0 {
      let number = numbers[Int(shapes[position].type)]
      let count = shapeCounts[position]
      entries[number].count += count
      let (size, overflow) = shapes[position].size.multipliedReportingOverflow(by: UInt64(count))
      entries[number].shallowSize += ByteCount(rawValue: overflow ? .max : size)
    }
    self.init(entries: entries.filter { $0.count > 0 }.sorted { $0.name < $1.name }, naming: naming)
  }

  /// Takes what was counted before.
  ///
  /// - Parameters:
  ///   - entries: an entry for each name, by name.
  ///   - naming: by which name types were counted.
  package init(entries: [Entry], naming: TypeNaming) {
    self.entries = entries
    self.naming = naming
    places = Dictionary(
      self.entries.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// What was counted under a name, `nil` where no object has it.
  ///
  /// - Complexity: O(1).
  public subscript(name: String) -> Entry? {
    places[name].map { entries[$0] }
  }

  /// The number of all objects counted.
  ///
  /// - Complexity: O(*t*) in the number of names.
  public var objectCount: Int { entries.reduce(0) { $0 + $1.count } }

  /// The bytes that all objects counted take.
  ///
  /// - Complexity: O(*t*) in the number of names.
  public var shallowSize: ByteCount { entries.reduce(.zero) { $0 + $1.shallowSize } }

  /// The names with the most objects or bytes: objgraph's `most_common_types`.
  ///
  /// - Parameters:
  ///   - limit: the most entries to give; `nil` for all.
  ///   - order: what to sort by, the greatest first; among equals the name decides.
  /// - Returns: the entries.
  /// - Complexity: O(*t* log *t*) in the number of names.
  public func mostCommon(limit: Int? = 10, by order: Order = .count) -> [Entry] {
    let sorted = entries.sorted { left, right in
      switch order {
      case .count where left.count != right.count: left.count > right.count
      case .size where left.shallowSize != right.shallowSize: left.shallowSize > right.shallowSize
      default: left.name < right.name
      }
    }
    return Array(sorted.prefix(max(limit ?? .max, 0)))
  }
}
