import HeapModel

extension SnapshotWriter {
  /// Numbers the objects of the collector's lists and notes their generations, before anything else is numbered.
  mutating func numberTracked() {
    let permanent = CollectorState.generationCount
    for generation in [2, 1, 0, permanent] {
      let first = queue.count
      space.forEachObject(in: space.state.collector.head(generation)) { _ = number(of: $0) }
      generations.append(repeating: Self.value(generation), count: queue.count - first)
    }
  }

  /// Writes the generation of each tracked object that was reached.
  mutating func findGenerations() {
    completeGenerations()
    for generation in 0...CollectorState.generationCount {
      space.forEachObject(in: space.state.collector.head(generation)) { object in
        if let number = numbers.find(object) { generations[Int(number)] = Self.value(generation) }
      }
    }
  }

  /// Says of all other objects that they have no generation.
  mutating func completeGenerations() {
    generations.append(repeating: 255, count: queue.count - generations.count)
  }

  private static func value(_ generation: Int) -> UInt8 {
    let isPermanent = generation == CollectorState.generationCount
    return (isPermanent ? Generation.permanent : Generation.number(generation)).rawValue
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
    for variable in space.callVariables {
      guard let number = numbers.find(variable.object) else { continue }
      records.append(
        RootRecord(
          object: number, name: strings.number(of: variable.name),
          detail: strings.number(of: variable.function), kind: RootKind.local.rawValue))
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
    (columns.stringOffsets, columns.stringBytes) = strings.finish()
    columns.types = Column(types)
    columns.shapes = Column(shapes)
    columns.objectShapes = objectShapes.finish()
    columns.addresses = addresses.finish()
    columns.referenceOffsets = offsets.finish()
    columns.targets = targets.finish()
    columns.descriptors = descriptors.finish()
    columns.labels = labels.finish()
    columns.roots = Column(roots)
    columns.referenceCounts = counts.finish()
    columns.generations = generations.finish()
    columns.flags = flags.finish()
    columns.texts = texts.finish()
    if !siteOffsets.isEmpty {
      columns.allocationSites = Column(sites)
      columns.siteOffsets = Column(siteOffsets)
      columns.siteFrames = Column(siteFrames)
    }
    columns.metadata = Column(metadata)
    return columns
  }
}
