extension HeapSnapshotBuilder {
  /// Numbers what was named by address, sorts the references by their holder, and checks everything.
  ///
  /// - Returns: the snapshot.
  /// - Throws: ``HeapModelError`` for the first thing that is wrong.
  /// - Complexity: O(*n* + *m*) time in objects and references on average; while it runs it holds the
  ///   references twice.
  public consuming func finish() throws(HeapModelError) -> HeapSnapshot {
    if let failure { throw failure }
    if !referenceCounts.isEmpty, referenceCounts.count < objectCount {
      throw .incompleteColumn(.referenceCounts, object: ObjectIndex(referenceCounts.count))
    }
    try checkShapeTypes()

    var columns = HeapColumns()
    columns.isPartial = isPartial
    columns.addresses = Column(addresses)
    addresses = []
    let index: AddressIndex
    do {
      index = try AddressIndex(unique: columns.addresses)
    } catch {
      throw .duplicateAddress(error.address, first: error.first, second: error.second)
    }

    try resolveReferences(index, into: &columns)
    try fillReferences(into: &columns)
    columns.roots = Column(try resolvedRoots(index))
    for (type, location) in classLocations {
      if let object = try resolve(location, index) { types[type].classObject = object.rawValue }
    }

    columns.types = Column(types)
    columns.shapes = Column(shapes)
    columns.objectShapes = Column(objectShapes)
    let objectCount = objectShapes.count
    columns.referenceCounts = Self.column(referenceCounts, count: objectCount, filler: 0)
    columns.generations = Self.column(generations, count: objectCount, filler: 255)
    columns.flags = Self.column(flags, count: objectCount, filler: 0)
    columns.texts = Self.column(texts, count: objectCount, filler: 0)
    columns.allocationSites = Self.column(sites, count: objectCount, filler: 0)
    columns.unownedCounts = Self.column(unownedCounts, count: objectCount, filler: 0)
    columns.weakCounts = Self.column(weakCounts, count: objectCount, filler: 0)
    columns.askedSizes = Self.column(askedSizes, count: objectCount, filler: 0)
    columns.siteOffsets = Column(siteOffsets)
    columns.siteFrames = Column(siteFrames)
    var metadataRecords: [MetadataRecord] = []
    for entry in metadata.entries {
      let key = strings.number(of: entry.key)
      metadataRecords.append(MetadataRecord(key: key, value: strings.number(of: entry.value)))
    }
    columns.metadata = Column(metadataRecords)
    var limitationRecords: [LimitationRecord] = []
    for limitation in limitations {
      limitationRecords.append(
        LimitationRecord(
          count: UInt64(max(limitation.count ?? 0, 0)), text: strings.number(of: limitation.text)))
    }
    columns.limitations = Column(limitationRecords)
    columns.stringOffsets = Column(strings.offsets)
    columns.stringBytes = Column(strings.bytes)

    try columns.checkAll()
    return HeapSnapshot(checked: columns)
  }

  private func checkShapeTypes() throws(HeapModelError) {
    for shape in shapes where Int(shape.type) >= types.count {
      throw .unknownType(TypeIndex(rawValue: shape.type), typeCount: types.count)
    }
  }

  private func resolve(
    _ location: ObjectLocation, _ index: borrowing AddressIndex
  ) throws(HeapModelError) -> ObjectIndex? {
    switch location {
    case .address(let address): return index[address.rawValue]
    case .index(let object):
      guard object.position < objectCount else {
        throw .unknownObject(object, objectCount: objectCount)
      }
      return object
    }
  }

  private mutating func resolvedRoots(_ index: AddressIndex) throws(HeapModelError) -> [RootRecord] {
    var records: [RootRecord] = []
    var missing = 0
    for (location, record) in roots {
      guard let object = try resolve(location, index) else {
        missing += 1
        continue
      }
      var record = record
      record.object = object.rawValue
      records.append(record)
    }
    if missing > 0 {
      limitations.append(
        Limitation(text: "Roots lead to addresses where no object was recorded.", count: missing))
    }
    return records
  }

  /// Looks up the ends that are known by address and takes out the references that lead nowhere.
  private mutating func resolveReferences(
    _ index: AddressIndex, into columns: inout HeapColumns
  ) throws(HeapModelError) {
    var examples: [DanglingRecord] = []
    var danglingCount: UInt64 = 0
    for entry in addressed {
      let position = Int(entry.position)
      if references[position].source == noObject {
        guard let source = index[entry.source] else {
          throw .unknownSource(Address(rawValue: entry.source))
        }
        references[position].source = source.rawValue
      }
      guard references[position].target == noObject else { continue }
      if let target = index[entry.target] {
        references[position].target = target.rawValue
      } else {
        danglingCount += 1
        if examples.count < HeapColumns.danglingExampleLimit {
          examples.append(DanglingRecord(address: entry.target, source: references[position].source))
        }
      }
    }
    addressed = []
    if danglingCount > 0 { references.removeAll { $0.target == noObject } }
    columns.dangling = Column(examples)
    columns.danglingCount = danglingCount
  }

  /// Sorts the references by their holder, keeping the order of those of one holder, and splits them into
  /// columns: a counting sort, or a plain copy where they came in order.
  private mutating func fillReferences(into columns: inout HeapColumns) throws(HeapModelError) {
    let objectCount = self.objectCount
    for reference in references {
      let farthest = max(reference.source, reference.target)
      guard Int(farthest) < objectCount else {
        throw .unknownObject(ObjectIndex(rawValue: farthest), objectCount: objectCount)
      }
    }
    var offsets = [UInt32](repeating: 0, count: objectCount + 1)
    for reference in references { offsets[Int(reference.source) + 1] += 1 }
    for position in 0..<objectCount { offsets[position + 1] += offsets[position] }
    columns.referenceOffsets = Column(offsets)

    let order: [UInt32]?
    if isInSourceOrder {
      order = nil
    } else {
      var places = [UInt32](repeating: 0, count: references.count)
      for position in references.indices {
        let source = Int(references[position].source)
        places[Int(offsets[source])] = UInt32(position)
        offsets[source] += 1
      }
      order = places
    }
    columns.targets = column(order) { $0.target }
    let hasDescriptors = references.contains { $0.descriptor != 0 }
    if hasDescriptors { columns.descriptors = column(order) { $0.descriptor } }
    let hasLabels = references.contains {
      ReferenceDescriptor(rawValue: $0.descriptor).labelForm != .none
    }
    if hasLabels { columns.labels = column(order) { $0.label } }
    references = []
  }

  private borrowing func column<Value: BitwiseCopyable & Sendable>(
    _ order: [UInt32]?, _ value: (Reference) -> Value
  ) -> Column<Value> {
    Column(capacity: references.count) { output in
      if let order {
        for position in order { output.append(value(references[Int(position)])) }
      } else {
        for reference in references { output.append(value(reference)) }
      }
    }
  }

  private static func column<Value: BitwiseCopyable & Sendable>(
    _ values: [Value], count: Int, filler: Value
  ) -> Column<Value>? {
    guard !values.isEmpty else { return nil }
    return Column(capacity: count) { output in
      for value in values { output.append(value) }
      output.append(repeating: filler, count: count - values.count)
    }
  }
}
