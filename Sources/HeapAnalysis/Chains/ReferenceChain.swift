public import HeapModel

/// Objects of which each holds the next one, and the references by which it does.
public struct ReferenceChain: Hashable, Sendable {
  /// The objects, from the first holder to what is held in the end; never empty.
  public let objects: [ObjectIndex]
  /// The references, each from one object to the next; one fewer than there are objects.
  public let references: [Reference]

  init(objects: [ObjectIndex], rows: ReferenceRows, snapshot: HeapSnapshot) {
    self.objects = objects
    let offsets = snapshot.columns.referenceOffsets.span
    let targets = snapshot.columns.targets.span
    let followed = rows.followed
    var references: [Reference] = []
    references.reserveCapacity(objects.count - 1)
    for (holder, held) in zip(objects, objects.dropFirst()) {
      var position = Int(offsets[holder.position])
      while targets[position] != held.rawValue || !followed.contains(position) { position += 1 }
      references.append(snapshot.reference(at: position, source: holder))
    }
    self.references = references
  }

  /// The object where the chain begins.
  public var holder: ObjectIndex { objects[0] }

  /// The object where the chain ends.
  public var held: ObjectIndex { objects[objects.count - 1] }
}

extension HeapSnapshot {
  func reference(at position: Int, source: ObjectIndex) -> Reference {
    Reference(
      source: source, target: ObjectIndex(rawValue: columns.targets[position]), position: position,
      descriptor: ReferenceDescriptor(rawValue: columns.descriptors?[position] ?? 0),
      rawLabel: columns.labels?[position] ?? 0)
  }
}
