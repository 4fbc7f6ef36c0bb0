import HeapGraph

/// Heaps to measure on, the same in every run.
enum SampleHeap {
  /// Objects of eight types with named references to anywhere, and one root.
  ///
  /// - Parameters:
  ///   - objects: how many objects.
  ///   - referencesPerObject: how many references each holds.
  static func random(objects: Int, referencesPerObject: Int) throws -> HeapSnapshot {
    var builder = HeapSnapshotBuilder()
    builder.reserveCapacity(objects: objects, references: objects * referencesPerObject)
    fill(&builder, objects: objects, referencesPerObject: referencesPerObject)
    return try builder.finish()
  }

  /// Adds the objects and references of a random heap, source by source, as a capture does.
  static func fill(_ builder: inout HeapSnapshotBuilder, objects: Int, referencesPerObject: Int) {
    var random = SplitMix(state: 1)
    let types = (0..<8).map { builder.addType(name: "Type\($0)", qualifiedName: "sample.Type\($0)") }
    for number in 0..<objects {
      let kind = Int(random.next() >> 61)
      builder.addObject(
        at: Address(rawValue: 0x10_0000 + UInt64(number) * 64), type: types[kind],
        size: ByteCount(rawValue: 32 + 16 * UInt64(kind)), details: ObjectDetails(flags: .tracked))
    }
    let labels = (0..<referencesPerObject).map { ReferenceLabel.name("field\($0)") }
    for source in 0..<objects {
      for label in labels {
        let target = Int(random.next() % UInt64(objects))
        builder.addReference(
          from: ObjectIndex(source), to: ObjectIndex(target), kind: .attribute, label: label)
      }
    }
    builder.addRoot(.index(ObjectIndex(0)), kind: .global, name: "start")
  }

  /// Objects in a row, each holding the next.
  static func chain(objects: Int) throws -> HeapSnapshot {
    var builder = HeapSnapshotBuilder()
    builder.reserveCapacity(objects: objects, references: objects)
    let type = builder.addType(name: "Link")
    for number in 0..<objects {
      builder.addObject(
        at: Address(rawValue: 0x10_0000 + UInt64(number) * 64), type: type, size: ByteCount(rawValue: 48))
    }
    for number in 1..<objects {
      builder.addReference(
        from: ObjectIndex(number - 1), to: ObjectIndex(number), kind: .attribute, label: .name("next"))
    }
    builder.addRoot(.index(ObjectIndex(0)), kind: .global, name: "head")
    return try builder.finish()
  }
}

/// A generator whose numbers are the same everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
