package import HeapModel

/// The compressed sparse rows that a traversal follows: forward the snapshot's own, backward the transposed.
package struct ReferenceRows: Sendable {
  // Always object count + 1, never falling.
  let offsets: Column<UInt32>
  let neighbours: Column<UInt32>
  // `nil` where every entry is followed.
  let descriptors: Column<UInt16>?
  let filter: DescriptorFilter

  /// The snapshot's own rows.
  package init(of snapshot: HeapSnapshot, selection: ReferenceSelection) {
    let filter = DescriptorFilter(selection)
    let columns = snapshot.columns
    self.filter = filter
    if let descriptors = columns.descriptors, !filter.acceptsAll {
      offsets = columns.referenceOffsets
      neighbours = columns.targets
      self.descriptors = descriptors
    } else if columns.descriptors != nil || filter.accepts(0) {
      offsets = columns.referenceOffsets
      neighbours = columns.targets
      descriptors = nil
    } else {
      // Without descriptors all references are of one sort, and this selection leaves that sort out.
      offsets = Column(zeros: columns.objectCount + 1) { _ in }
      neighbours = Column()
      descriptors = nil
    }
  }

  init(offsets: Column<UInt32>, neighbours: Column<UInt32>) {
    self.offsets = offsets
    self.neighbours = neighbours
    descriptors = nil
    filter = DescriptorFilter(.all)
  }

  var objectCount: Int { offsets.count - 1 }

  /// Whether the entry at a position is followed.
  @inline(__always)
  func follows(_ position: Int) -> Bool {
    guard let descriptors else { return true }
    return filter.accepts(descriptors[position])
  }
}
