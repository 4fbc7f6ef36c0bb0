package import HeapModel

/// The compressed sparse rows that a traversal follows: forward the snapshot's own, backward the transposed.
package struct ReferenceRows: Sendable {
  // Always object count + 1, never falling.
  let offsets: Column<UInt32>
  let neighbours: Column<UInt32>
  // As many as neighbours, or empty where every entry is followed.
  private let descriptors: Column<UInt16>
  private let filter: DescriptorFilter

  /// The snapshot's own rows.
  package init(of snapshot: HeapSnapshot, selection: ReferenceSelection) {
    let filter = DescriptorFilter(selection)
    let columns = snapshot.columns
    self.filter = filter
    if columns.descriptors == nil, !filter.accepts(0) {
      // Without descriptors all references are of one sort, and this selection leaves that sort out.
      offsets = Column(zeros: columns.objectCount + 1) { _ in }
      neighbours = Column()
      descriptors = Column()
    } else {
      offsets = columns.referenceOffsets
      neighbours = columns.targets
      descriptors = filter.acceptsAll ? Column() : columns.descriptors ?? Column()
    }
  }

  init(offsets: Column<UInt32>, neighbours: Column<UInt32>) {
    self.offsets = offsets
    self.neighbours = neighbours
    descriptors = Column()
    filter = DescriptorFilter(.all)
  }

  var objectCount: Int { offsets.count - 1 }

  /// Which entries are followed, for a loop to ask.
  var followed: FollowedEntries {
    @_lifetime(borrow self)
    get { FollowedEntries(descriptors: descriptors.span, filter: filter) }
  }
}

/// Says of an entry of some rows whether it is followed; holds nothing that counts references.
struct FollowedEntries: ~Escapable {
  private let descriptors: Span<UInt16>
  private let filter: DescriptorFilter
  private let isFiltered: Bool

  @_lifetime(copy descriptors)
  init(descriptors: Span<UInt16>, filter: DescriptorFilter) {
    self.descriptors = descriptors
    self.filter = filter
    isFiltered = !descriptors.isEmpty
  }

  @inline(__always)
  func contains(_ position: Int) -> Bool {
    !isFiltered || filter.accepts(descriptors[position])
  }
}
