import HeapModel

extension HeapSnapshot {
  /// The same heap with its objects in another order: those at some addresses first, the others behind them as
  /// they were.
  ///
  /// A file lists objects by type, and a walk backwards takes holders in the file's order; objgraph takes them
  /// in the order of the collector's lists. Where only the first ten are drawn, that order decides which.
  ///
  /// - Parameters:
  ///   - addresses: where the objects lie that come first; those where none lies are passed over.
  ///   - unseen: holders and what they hold by references that the collector does not see backwards; those
  ///     become untraced.
  func renumbered(firstly addresses: [UInt64], unseen: [[UInt64]]) -> HeapSnapshot {
    let old = AddressIndex(columns.addresses)
    var order: [Int] = []
    order.reserveCapacity(objectCount)
    var isPlaced = [Bool](repeating: false, count: objectCount)
    for address in addresses {
      guard let position = old[address]?.position, !isPlaced[position] else { continue }
      isPlaced[position] = true
      order.append(position)
    }
    for position in 0..<objectCount where !isPlaced[position] { order.append(position) }
    var new = [UInt32](repeating: 0, count: objectCount)
    for (number, position) in order.enumerated() { new[position] = UInt32(number) }

    var renumbered = columns
    func reordered<Value>(_ column: Column<Value>) -> Column<Value> { Column(order.map { column[$0] }) }
    renumbered.objectShapes = reordered(columns.objectShapes)
    renumbered.addresses = reordered(columns.addresses)
    renumbered.referenceCounts = columns.referenceCounts.map(reordered)
    renumbered.generations = columns.generations.map(reordered)
    renumbered.flags = columns.flags.map(reordered)
    renumbered.texts = columns.texts.map(reordered)

    var (offsets, targets): ([UInt32], [UInt32]) = ([0], [])
    var (descriptors, labels): ([UInt16], [UInt32]) = ([], [])
    let hidden = Set(unseen)
    let hiding = Set(unseen.map { $0[0] })
    for position in order {
      let hides = hiding.contains(columns.addresses[position])
      let row = Int(columns.referenceOffsets[position])..<Int(columns.referenceOffsets[position + 1])
      for reference in row {
        targets.append(new[Int(columns.targets[reference])])
        var descriptor = columns.descriptors?[reference] ?? 0
        if hides,
          hidden.contains([
            columns.addresses[position], columns.addresses[Int(columns.targets[reference])],
          ])
        {
          descriptor |= 1 << 12
        }
        descriptors.append(descriptor)
        let label = columns.labels?[reference] ?? 0
        let isObject = ReferenceDescriptor(rawValue: descriptor).labelForm == .object
        labels.append(isObject ? new[Int(label)] : label)
      }
      offsets.append(UInt32(targets.count))
    }
    renumbered.referenceOffsets = Column(offsets)
    renumbered.targets = Column(targets)
    renumbered.descriptors = Column(descriptors)
    renumbered.labels = Column(labels)

    renumbered.types = Column(
      (0..<columns.types.count).map { position in
        var type = columns.types[position]
        if type.classObject != noObject { type.classObject = new[Int(type.classObject)] }
        return type
      })
    renumbered.roots = Column(
      (0..<columns.roots.count).map { position in
        var root = columns.roots[position]
        root.object = new[Int(root.object)]
        return root
      })
    renumbered.dangling = Column()
    return HeapSnapshot(checked: renumbered)
  }
}
