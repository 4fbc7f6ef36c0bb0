/// One moment of a heap: its objects, the references between them, and what holds it all.
///
/// Immutable columns that may lie in a mapped file; copies share them. Objects are dense indices in the
/// order of the source. What a source does not know is absent: `nil` or empty, never a stand-in.
public struct HeapSnapshot: Sendable {
  // Passed `HeapColumns.checkAll()`: every number in it points into its table.
  package let columns: HeapColumns

  /// Makes a snapshot of columns whose every section was checked.
  package init(checked columns: HeapColumns) {
    self.columns = columns
  }

  /// The number of objects.
  public var objectCount: Int { columns.objectCount }

  /// The number of references between them.
  public var numberOfReferences: Int { columns.referenceCount }

  /// All objects, in the order of the source.
  public var objects: Range<ObjectIndex> { ObjectIndex(0)..<ObjectIndex(objectCount) }

  /// Whether only what is reachable from some objects was recorded.
  public var isPartial: Bool { columns.isPartial }
}

// MARK: - One object

extension HeapSnapshot {
  /// The position of an object's type in ``types``.
  ///
  /// - Complexity: O(1).
  public func typeIndex(of object: ObjectIndex) -> TypeIndex {
    TypeIndex(rawValue: columns.shapes[Int(columns.objectShapes[object.position])].type)
  }

  /// An object's type.
  ///
  /// - Complexity: O(1), and the length of its names.
  public func type(of object: ObjectIndex) -> HeapType {
    types[typeIndex(of: object)]
  }

  /// The bytes that an object itself takes, without what it refers to.
  ///
  /// - Complexity: O(1).
  public func shallowSize(of object: ObjectIndex) -> ByteCount {
    ByteCount(rawValue: columns.shapes[Int(columns.objectShapes[object.position])].size)
  }

  /// Where an object lay.
  ///
  /// - Complexity: O(1).
  public func address(of object: ObjectIndex) -> Address {
    Address(rawValue: columns.addresses[object.position])
  }

  /// How many references the runtime counted on an object, `nil` where it keeps no counts.
  ///
  /// At most 4,294,967,295, which is also what an immortal object has.
  ///
  /// - Complexity: O(1).
  public func referenceCount(of object: ObjectIndex) -> Int? {
    columns.referenceCounts.map { Int($0[object.position]) }
  }

  /// How many unowned references the runtime counted on an object, `nil` where the heap has no such counts.
  ///
  /// - Complexity: O(1).
  public func unownedCount(of object: ObjectIndex) -> Int? {
    columns.unownedCounts.map { Int($0[object.position]) }
  }

  /// How many weak references the runtime counted on an object, `nil` where the heap has no such counts.
  ///
  /// - Complexity: O(1).
  public func weakCount(of object: ObjectIndex) -> Int? {
    columns.weakCounts.map { Int($0[object.position]) }
  }

  /// The bytes that were asked for when an object was made, `nil` where that is not known.
  ///
  /// ``shallowSize(of:)`` is what the allocator gave.
  ///
  /// - Complexity: O(1).
  public func askedSize(of object: ObjectIndex) -> ByteCount? {
    guard let size = columns.askedSizes?[object.position], size > 0 else { return nil }
    return ByteCount(Int(size))
  }

  /// The collector's generation that an object is in, `nil` where it is in none.
  ///
  /// - Complexity: O(1).
  public func generation(of object: ObjectIndex) -> Generation? {
    columns.generations.flatMap { Generation(rawValue: $0[object.position]) }
  }

  /// What the runtime says of an object; empty where it says nothing.
  ///
  /// - Complexity: O(1).
  public func flags(of object: ObjectIndex) -> ObjectFlags {
    columns.flags.map { ObjectFlags(rawValue: $0[object.position]) } ?? []
  }

  /// A short text that tells an object from its like: a string's contents, a function's name.
  ///
  /// - Complexity: O(1), and the length of the text.
  public func text(of object: ObjectIndex) -> String? {
    columns.texts.flatMap { columns.optionalString($0[object.position]) }
  }

  /// Where in the program an object was made, where that was traced.
  ///
  /// - Complexity: O(*n*) in the number of frames.
  public func allocationSite(of object: ObjectIndex) -> AllocationSite? {
    guard let sites = columns.allocationSites else { return nil }
    let number = Int(sites[object.position])
    guard number > 0 else { return nil }
    let range = Int(columns.siteOffsets[number - 1])..<Int(columns.siteOffsets[number])
    return AllocationSite(
      frames: range.map { position in
        let record = columns.siteFrames[position]
        return AllocationSite.Frame(
          function: columns.string(record.function), file: columns.optionalString(record.file),
          line: record.line == 0 ? nil : Int(record.line))
      })
  }
}

// MARK: - References

extension HeapSnapshot {
  /// The references that an object holds, in the order of the source.
  ///
  /// - Complexity: O(1).
  public func outgoingReferences(of object: ObjectIndex) -> OutgoingReferences {
    OutgoingReferences(columns: columns, source: object)
  }

  /// A reference's label, `nil` where it has none.
  ///
  /// - Complexity: O(1), and the length of the name.
  public func label(of reference: Reference) -> ReferenceLabel? {
    switch reference.descriptor.labelForm {
    case .none: nil
    case .name: .name(columns.string(reference.rawLabel))
    case .index: .index(Int(reference.rawLabel))
    case .object: .object(ObjectIndex(rawValue: reference.rawLabel))
    }
  }
}

// MARK: - The whole

extension HeapSnapshot {
  /// The types, by their index.
  public var types: HeapTypes { HeapTypes(columns: columns) }

  /// What keeps objects alive from outside the heap.
  ///
  /// - Complexity: O(*n*) in the number of roots.
  public var roots: [Root] {
    (0..<columns.roots.count).map { position in
      let record = columns.roots[position]
      return Root(
        object: ObjectIndex(rawValue: record.object), kind: RootKind(rawValue: record.kind) ?? .other,
        name: columns.optionalString(record.name), detail: columns.optionalString(record.detail))
    }
  }

  /// Where the snapshot comes from.
  ///
  /// - Complexity: O(*n*) in the number of entries.
  public var metadata: HeapMetadata {
    HeapMetadata(
      entries: (0..<columns.metadata.count).map { position in
        let record = columns.metadata[position]
        return HeapMetadata.Entry(key: columns.string(record.key), value: columns.string(record.value))
      })
  }

  /// What the source could not see.
  public var limitations: [Limitation] {
    (0..<columns.limitations.count).map { position in
      let record = columns.limitations[position]
      return Limitation(
        text: columns.string(record.text), count: record.count == 0 ? nil : Int(clamping: record.count))
    }
  }

  /// How many references lead to an address where no object was recorded.
  public var danglingReferenceCount: Int { Int(clamping: columns.danglingCount) }

  /// The first of the references that lead nowhere, at most 1,000.
  public var danglingReferenceExamples: [DanglingReference] {
    (0..<columns.dangling.count).map { position in
      let record = columns.dangling[position]
      return DanglingReference(
        source: ObjectIndex(rawValue: record.source), address: Address(rawValue: record.address))
    }
  }

  /// Whether objects have reference counts.
  public var hasReferenceCounts: Bool { columns.referenceCounts != nil }
  /// Whether objects have counts of unowned or weak references.
  public var hasUnownedOrWeakCounts: Bool { columns.unownedCounts != nil || columns.weakCounts != nil }
  /// Whether the sizes that were asked for are known.
  public var hasAskedSizes: Bool { columns.askedSizes != nil }
  /// Whether objects have generations.
  public var hasGenerations: Bool { columns.generations != nil }
  /// Whether objects have flags.
  public var hasFlags: Bool { columns.flags != nil }
  /// Whether objects have texts.
  public var hasTexts: Bool { columns.texts != nil }
  /// Whether allocations were traced.
  public var hasAllocationSites: Bool { columns.allocationSites != nil }
}
