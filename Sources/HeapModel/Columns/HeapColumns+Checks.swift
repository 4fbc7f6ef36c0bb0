// What must hold between the columns before anything is looked up in them. Each section's check is a
// function of its own, so that a reader can run them side by side and name the section that is wrong.

extension HeapColumns {
  /// The most examples of references that lead nowhere.
  package static let danglingExampleLimit = 1_000

  /// Checks everything, section after section.
  ///
  /// - Throws: ``HeapModelError/invalidColumn(_:position:reason:)`` for the first section that is wrong.
  /// - Complexity: O(*n* + *m*) in objects and references.
  package func checkAll() throws(HeapModelError) {
    for section in HeapSection.allCases { try check(section) }
  }

  /// Checks one section on its own and against the counts of those it points to.
  ///
  /// - Throws: ``HeapModelError/invalidColumn(_:position:reason:)``.
  package func check(_ section: HeapSection) throws(HeapModelError) {
    switch section {
    case .stringOffsets: try checkStrings()
    case .stringBytes: break
    case .types: try checkTypes()
    case .shapes: try checkShapes()
    case .objectShapes: try checkIndices(objectShapes, below: shapes.count, .objectShapes, of: "shapes")
    case .addresses: try checkCount(addresses.count, objectCount, .addresses)
    case .referenceOffsets:
      try checkCount(referenceOffsets.count, objectCount + 1, .referenceOffsets)
      try checkOffsets(referenceOffsets, end: UInt32(clamping: targets.count), .referenceOffsets)
    case .targets: try checkIndices(targets, below: objectCount, .targets, of: "objects")
    case .descriptors: try checkDescriptors()
    case .labels: try checkLabels()
    case .roots: try checkRoots()
    case .referenceCounts: try checkCount(referenceCounts?.count, objectCount, .referenceCounts)
    case .generations: try checkCount(generations?.count, objectCount, .generations)
    case .flags: try checkFlags()
    case .texts:
      try checkCount(texts?.count, objectCount, .texts)
      if let texts { try checkIndices(texts, below: stringCount, .texts, of: "strings") }
    case .allocationSites:
      try checkCount(allocationSites?.count, objectCount, .allocationSites)
      if let allocationSites {
        try checkIndices(allocationSites, below: siteCount + 1, .allocationSites, of: "sites")
      }
    case .siteOffsets:
      if siteOffsets.count > 0 || siteFrames.count > 0 {
        try checkOffsets(siteOffsets, end: UInt32(clamping: siteFrames.count), .siteOffsets)
      }
    case .siteFrames: try checkSiteFrames()
    case .metadata: try checkMetadata()
    case .limitations: try checkLimitations()
    case .dangling: try checkDangling()
    case .unownedCounts: try checkCount(unownedCounts?.count, objectCount, .unownedCounts)
    case .weakCounts: try checkCount(weakCounts?.count, objectCount, .weakCounts)
    case .askedSizes: try checkCount(askedSizes?.count, objectCount, .askedSizes)
    }
  }

  private func checkCount(_ count: Int?, _ expected: Int, _ section: HeapSection) throws(HeapModelError) {
    guard let count, count != expected else { return }
    throw .invalidColumn(
      section, position: min(count, expected), reason: "there are \(count) entries where \(expected) belong")
  }

  private func checkStrings() throws(HeapModelError) {
    try checkOffsets(stringOffsets, end: UInt64(stringBytes.count), .stringOffsets)
    guard stringOffsets.count >= 2, stringOffsets[1] == 0 else {
      throw .invalidColumn(.stringOffsets, position: 1, reason: "string 0 is not the empty string")
    }
  }

  private func checkOffsets<Offset: FixedWidthInteger & Sendable & BitwiseCopyable>(
    _ column: Column<Offset>, end: Offset, _ section: HeapSection
  ) throws(HeapModelError) {
    let offsets = column.span
    guard !offsets.isEmpty, offsets[0] == 0 else {
      throw .invalidColumn(section, position: 0, reason: "the first offset is not 0")
    }
    // One pass without a branch on each entry; only where it fails is the place looked for.
    var falls: Offset = 0
    for position in 1..<max(offsets.count, 1) {
      falls |= offsets[position] < offsets[position - 1] ? 1 : 0
    }
    if falls != 0 {
      for position in 1..<offsets.count where offsets[position] < offsets[position - 1] {
        throw .invalidColumn(section, position: position, reason: "it is smaller than the one before")
      }
    }
    let last = offsets[offsets.count - 1]
    guard last == end else {
      throw .invalidColumn(
        section, position: offsets.count - 1, reason: "the last offset is \(last) and should be \(end)")
    }
  }

  private func checkIndices(
    _ column: Column<UInt32>, below bound: Int, _ section: HeapSection, of what: String
  ) throws(HeapModelError) {
    let values = column.span
    var greatest: UInt32 = 0
    for position in values.indices { greatest = max(greatest, values[position]) }
    guard !values.isEmpty, Int(greatest) >= bound else { return }
    let allowed = bound == 0 ? "there are no \(what)" : "the last of the \(what) is \(bound - 1)"
    for position in values.indices where Int(values[position]) >= bound {
      throw .invalidColumn(section, position: position, reason: "it is \(values[position]), and \(allowed)")
    }
  }

  private func checkString(
    _ number: UInt32, _ section: HeapSection, _ position: Int
  ) throws(HeapModelError) {
    guard Int(number) < stringCount else {
      throw .invalidColumn(
        section, position: position, reason: "it names string \(number), but there are only \(stringCount)")
    }
  }

  private func checkObject(
    _ number: UInt32, _ section: HeapSection, _ position: Int
  ) throws(HeapModelError) {
    guard Int(number) < objectCount else {
      throw .invalidColumn(
        section, position: position, reason: "it names object \(number), but there are only \(objectCount)")
    }
  }

  private func checkReserved(
    _ value: some FixedWidthInteger, _ section: HeapSection, _ position: Int
  ) throws(HeapModelError) {
    guard value == 0 else {
      throw .invalidColumn(section, position: position, reason: "its reserved field is not 0")
    }
  }

  private func checkTypes() throws(HeapModelError) {
    for position in 0..<types.count {
      let type = types[position]
      try checkString(type.name, .types, position)
      try checkString(type.qualifiedName, .types, position)
      if type.classObject != noObject { try checkObject(type.classObject, .types, position) }
      try checkReserved(type.reserved, .types, position)
    }
  }

  private func checkShapes() throws(HeapModelError) {
    for position in 0..<shapes.count {
      let shape = shapes[position]
      guard Int(shape.type) < types.count else {
        throw .invalidColumn(
          .shapes, position: position,
          reason: "it names type \(shape.type), but there are only \(types.count)")
      }
      try checkReserved(shape.reserved, .shapes, position)
    }
  }

  private func checkDescriptors() throws(HeapModelError) {
    try checkCount(descriptors?.count, referenceCount, .descriptors)
    guard let descriptors else { return }
    let values = descriptors.span
    var all: UInt16 = 0
    for position in values.indices { all |= values[position] }
    guard all & ReferenceDescriptor.unusedBits != 0 else { return }
    for position in values.indices where values[position] & ReferenceDescriptor.unusedBits != 0 {
      throw .invalidColumn(.descriptors, position: position, reason: "an unused bit is set")
    }
  }

  private func checkLabels() throws(HeapModelError) {
    try checkCount(labels?.count, referenceCount, .labels)
    guard let labels else { return }
    guard let descriptors, descriptors.count == labels.count else {
      throw .invalidColumn(.labels, position: 0, reason: "labels stand without as many descriptors")
    }
    let forms = descriptors.span
    let values = labels.span
    // What each form allows at most, so that the pass has no branch: none 0, name, index, object.
    let limits: [4 of UInt32] = [
      0, UInt32(clamping: stringCount - 1), .max, UInt32(clamping: max(objectCount - 1, 0)),
    ]
    var isWrong = false
    for position in values.indices {
      isWrong = isWrong || values[position] > limits[Int(forms[position] >> 10 & 3)]
    }
    guard isWrong else { return }
    for position in values.indices where values[position] > limits[Int(forms[position] >> 10 & 3)] {
      throw .invalidColumn(
        .labels, position: position,
        reason: "it is \(values[position]), and its form allows \(limits[Int(forms[position] >> 10 & 3)])")
    }
  }

  private func checkRoots() throws(HeapModelError) {
    for position in 0..<roots.count {
      let root = roots[position]
      try checkObject(root.object, .roots, position)
      try checkString(root.name, .roots, position)
      try checkString(root.detail, .roots, position)
      try checkReserved(root.reserved, .roots, position)
    }
  }

  private func checkFlags() throws(HeapModelError) {
    try checkCount(flags?.count, objectCount, .flags)
    guard let flags else { return }
    let values = flags.span
    var all: UInt32 = 0
    for position in values.indices { all |= values[position] }
    guard all & ~ObjectFlags.knownBits != 0 else { return }
    for position in values.indices where values[position] & ~ObjectFlags.knownBits != 0 {
      throw .invalidColumn(.flags, position: position, reason: "an unused bit is set")
    }
  }

  private func checkSiteFrames() throws(HeapModelError) {
    for position in 0..<siteFrames.count {
      let frame = siteFrames[position]
      try checkString(frame.function, .siteFrames, position)
      try checkString(frame.file, .siteFrames, position)
      try checkReserved(frame.reserved, .siteFrames, position)
    }
  }

  private func checkMetadata() throws(HeapModelError) {
    for position in 0..<metadata.count {
      try checkString(metadata[position].key, .metadata, position)
      try checkString(metadata[position].value, .metadata, position)
    }
  }

  private func checkLimitations() throws(HeapModelError) {
    for position in 0..<limitations.count {
      try checkString(limitations[position].text, .limitations, position)
      try checkReserved(limitations[position].reserved, .limitations, position)
    }
  }

  private func checkDangling() throws(HeapModelError) {
    for position in 0..<dangling.count {
      try checkObject(dangling[position].source, .dangling, position)
      try checkReserved(dangling[position].reserved, .dangling, position)
    }
    guard dangling.count <= Self.danglingExampleLimit else {
      throw .invalidColumn(
        .dangling, position: Self.danglingExampleLimit,
        reason: "there are \(dangling.count) examples, more than \(Self.danglingExampleLimit)")
    }
    guard UInt64(dangling.count) <= danglingCount else {
      throw .invalidColumn(
        .dangling, position: 0, reason: "there are \(dangling.count) examples of \(danglingCount) references")
    }
  }
}
