import HeapFixtures
import HeapModel

@testable import HeapFormats

/// A small `.heap` file in memory whose parts a test can change and seal again.
struct HeapFile {
  var bytes: [UInt8]

  init(_ snapshot: HeapSnapshot) {
    bytes = snapshot.serialized()
  }

  /// A heap with every section and every kind of label.
  static func complete() throws -> HeapSnapshot {
    var builder = HeapSnapshotBuilder()
    builder.isPartial = true
    builder.metadata[HeapMetadata.Key.runtime] = "cpython"
    let type = builder.addType(
      name: "Session", qualifiedName: "app.Session", classObject: .index(ObjectIndex(2)))
    let site = AllocationSite(frames: [.init(function: "make", file: "app.py", line: 12)])
    for position in 0..<5 {
      builder.addObject(
        at: HeapSketch.address(position), type: type, size: ByteCount(48 + position % 2),
        details: ObjectDetails(
          referenceCount: position, generation: .number(position % 3), flags: .tracked,
          text: "text \(position) ✓", allocationSite: position == 1 ? site : nil))
    }
    builder.addReference(from: ObjectIndex(0), to: ObjectIndex(1), kind: .attribute, label: .name("next"))
    builder.addReference(
      from: ObjectIndex(0), to: ObjectIndex(2), kind: .element, label: .index(4_000_000_000))
    builder.addReference(
      from: ObjectIndex(3), to: ObjectIndex(3), kind: .dictionaryValue, strength: .weak,
      label: .object(ObjectIndex(4)))
    builder.addReference(
      from: .index(ObjectIndex(4)), to: .index(ObjectIndex(0)), isTraced: false, isInferred: true)
    builder.addReference(from: .index(ObjectIndex(4)), to: .address(Address(rawValue: 0xDEAD)))
    builder.addRoot(.index(ObjectIndex(0)), kind: .frame, name: "main", detail: "MainThread")
    builder.addLimitation(Limitation(text: "Locks were not looked into.", count: 3))
    return try builder.finish()
  }

  /// The place of a section's entry in the table.
  func tableEntry(of section: HeapSection) -> Int {
    let count = Int(number(at: 24, as: UInt32.self))
    for position in 0..<count {
      let place = NativeHeader.size + position * NativeHeader.entrySize
      if number(at: place, as: UInt32.self) == section.rawValue { return place }
    }
    preconditionFailure("The file has no \(section)")
  }

  /// The place of a section's first byte.
  func start(of section: HeapSection) -> Int {
    Int(number(at: tableEntry(of: section) + 8, as: UInt64.self))
  }

  func number<Number: FixedWidthInteger & BitwiseCopyable>(at offset: Int, as _: Number.Type) -> Number {
    bytes.rawSpan.number(at: offset, as: Number.self)
  }

  mutating func set(_ number: some FixedWidthInteger, at offset: Int) {
    var builder = ByteBuilder()
    builder.append(number)
    bytes.replaceSubrange(offset..<(offset + builder.bytes.count), with: builder.bytes)
  }

  /// Makes all checksums fit again, as a program would that writes wrong numbers.
  mutating func seal() {
    let count = Int(number(at: 24, as: UInt32.self))
    let tableEnd = NativeHeader.size + count * NativeHeader.entrySize
    guard count <= NativeHeader.sectionLimit, tableEnd <= bytes.count else {
      set(Checksum.crc32(bytes.rawSpan.extracting(0..<60)), at: 60)
      return
    }
    for position in 0..<count {
      let place = NativeHeader.size + position * NativeHeader.entrySize
      let offset = number(at: place + 8, as: UInt64.self)
      let length = number(at: place + 16, as: UInt64.self)
      guard offset <= bytes.count, length <= UInt64(bytes.count) - offset else { continue }
      let end = Int(offset + length)
      set(Checksum.crc32(bytes.rawSpan.extracting(Int(offset)..<end)), at: place + 24)
    }
    set(Checksum.crc32(bytes.rawSpan.extracting(NativeHeader.size..<tableEnd)), at: 56)
    set(Checksum.crc32(bytes.rawSpan.extracting(0..<60)), at: 60)
  }

  /// Why the file is refused.
  func refusal() -> String? {
    do throws(HeapFileError) {
      _ = try HeapSnapshot(bytes: bytes)
      return nil
    } catch {
      return error.description
    }
  }
}

extension HeapSnapshot {
  /// Everything that can be asked of a snapshot, to compare two of them.
  var everything: String {
    var lines: [String] = ["\(isPartial) \(metadata.entries) \(limitations) \(roots)"]
    lines.append("\(danglingReferenceCount) \(danglingReferenceExamples) \(Array(types))")
    for object in objects {
      lines.append(
        "\(object) \(type(of: object)) \(shallowSize(of: object)) \(address(of: object)) "
          + "\(referenceCount(of: object) as Any) \(generation(of: object) as Any) \(flags(of: object)) "
          + "\(text(of: object) as Any) \(allocationSite(of: object) as Any)")
      for reference in outgoingReferences(of: object) {
        lines.append("\(reference) \(label(of: reference) as Any)")
      }
    }
    return lines.joined(separator: "\n")
  }
}
