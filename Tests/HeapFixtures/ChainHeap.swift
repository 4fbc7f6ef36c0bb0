package import HeapModel

/// Heaps of one simple form and any size, written as columns so that millions of objects take no time.
package enum ChainHeap {
  /// Objects in a row, each of which refers to the next one by `next`; a root named `head` holds the first.
  ///
  /// - Parameter count: how many objects, one at least.
  package static func chain(of count: Int) throws -> HeapSnapshot {
    var columns = base(objectCount: count)
    columns.referenceOffsets = Column(capacity: count + 1) { output in
      for position in 0..<count { output.append(UInt32(position)) }
      output.append(UInt32(count - 1))
    }
    columns.targets = Column(capacity: count - 1) { output in
      for position in 1..<max(count, 1) { output.append(UInt32(position)) }
    }
    let next = ReferenceDescriptor(
      kind: .attribute, strength: .strong, labelForm: .name, isUntraced: false, isInferred: false)
    columns.descriptors = Column([UInt16](repeating: next.rawValue, count: count - 1))
    // String 2 is "next".
    columns.labels = Column([UInt32](repeating: 2, count: count - 1))
    return try snapshot(of: columns)
  }

  /// Objects with random references that carry neither kinds nor labels.
  ///
  /// - Parameters:
  ///   - count: how many objects.
  ///   - referencesEach: how many references each has.
  ///   - seed: decides where they lead.
  package static func random(
    objects count: Int, referencesEach: Int, seed: UInt64
  ) throws -> HeapSnapshot {
    var generator = SeededGenerator(seed: seed)
    var columns = base(objectCount: count)
    columns.referenceOffsets = Column(capacity: count + 1) { output in
      for position in 0...count { output.append(UInt32(position * referencesEach)) }
    }
    columns.targets = Column(capacity: count * referencesEach) { output in
      for _ in 0..<count * referencesEach {
        // The high half of a product: the number scaled down to the range, without a division.
        output.append(UInt32(truncatingIfNeeded: ((generator.next() >> 32) &* UInt64(count)) >> 32))
      }
    }
    return try snapshot(of: columns)
  }

  private static func base(objectCount count: Int) -> HeapColumns {
    var columns = HeapColumns()
    let strings = ["", "Node", "next", "head"]
    var offsets: [UInt64] = [0]
    for string in strings { offsets.append(offsets[offsets.count - 1] + UInt64(string.utf8.count)) }
    columns.stringOffsets = Column(offsets)
    columns.stringBytes = Column(Array(strings.joined().utf8))
    columns.types = Column([TypeRecord(name: 1, qualifiedName: 1, classObject: noObject)])
    columns.shapes = Column([ShapeRecord(size: 48, type: 0)])
    columns.objectShapes = Column([UInt32](repeating: 0, count: count))
    columns.addresses = Column(capacity: count) { output in
      for position in 0..<count { output.append(HeapSketch.address(position).rawValue) }
    }
    columns.roots = Column([RootRecord(object: 0, name: 3, detail: 0, kind: RootKind.global.rawValue)])
    return columns
  }

  private static func snapshot(of columns: HeapColumns) throws -> HeapSnapshot {
    try columns.checkAll()
    return HeapSnapshot(checked: columns)
  }
}
