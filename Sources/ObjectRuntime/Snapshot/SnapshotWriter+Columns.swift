import HeapModel

extension SnapshotWriter {
  /// Makes room for a number of objects.
  mutating func reserve(_ count: Int) {
    queue.reserveCapacity(count)
    objectShapes.reserveCapacity(count)
    addresses.reserveCapacity(count)
    counts.reserveCapacity(count)
    flags.reserveCapacity(count)
    texts.reserveCapacity(count)
    offsets.reserveCapacity(count + 1)
    targets.reserveCapacity(3 * count)
    descriptors.reserveCapacity(3 * count)
    labels.reserveCapacity(3 * count)
  }

  /// Writes the generation of each tracked object.
  mutating func writeGenerations() {
    var column = [UInt8](repeating: 255, count: queue.count)
    let permanent = CollectorState.generationCount
    for generation in 0...permanent {
      let value = generation == permanent ? Generation.permanent : Generation.number(generation)
      space.forEachObject(in: space.state.collector.head(generation)) { object in
        if let number = numbers.find(object) { column[Int(number)] = value.rawValue }
      }
    }
    generations = column
  }

  /// What holds objects from outside: modules by name, handles, the runtime's tables.
  mutating func roots() -> [RootRecord] {
    var records: [RootRecord] = []
    if let modules = space.modules {
      for (name, module) in space.entries(of: modules) {
        guard let number = numbers.find(module) else { continue }
        records.append(
          RootRecord(
            object: number, name: strings.number(of: name.text), detail: 0, kind: RootKind.module.rawValue))
      }
    }
    for root in space.runtimeRoots {
      guard let number = numbers.find(root.object) else { continue }
      records.append(
        RootRecord(
          object: number, name: strings.number(of: root.name), detail: 0, kind: RootKind.runtime.rawValue))
    }
    for object in space.handles.held {
      guard let number = numbers.find(object) else { continue }
      records.append(RootRecord(object: number, name: 0, detail: 0, kind: RootKind.handle.rawValue))
    }
    return records
  }

  /// Notes which modules the table of modules lists under their name.
  mutating func markImportedModules() {
    guard let modules = space.modules else { return }
    for (name, module) in space.entries(of: modules) {
      guard let number = numbers.find(module), module.type == space.type(.module),
        space.moduleName(module) == name.text
      else { continue }
      flags[Int(number)] |= ObjectFlags.importedModule.rawValue
    }
  }

  /// The finished columns.
  consuming func columns(roots: [RootRecord], metadata: [MetadataRecord], isPartial: Bool) -> HeapColumns {
    var columns = HeapColumns()
    columns.isPartial = isPartial
    columns.stringOffsets = Column(strings.offsets)
    columns.stringBytes = Column(strings.bytes)
    columns.types = Column(types)
    columns.shapes = Column(shapes)
    columns.objectShapes = Column(objectShapes)
    columns.addresses = Column(addresses)
    columns.referenceOffsets = Column(offsets)
    columns.targets = Column(targets)
    columns.descriptors = Column(descriptors)
    columns.labels = Column(labels)
    columns.roots = Column(roots)
    columns.referenceCounts = Column(counts)
    columns.generations = Column(generations)
    columns.flags = Column(flags)
    columns.texts = Column(texts)
    if !siteOffsets.isEmpty {
      columns.allocationSites = Column(sites)
      columns.siteOffsets = Column(siteOffsets)
      columns.siteFrames = Column(siteFrames)
    }
    columns.metadata = Column(metadata)
    return columns
  }
}
