import HeapModel

/// Writes what was found in a process into a snapshot.
struct SnapshotWriter: ~Copyable {
  private let image: ProcessImage
  private let table: BlockTable
  private var builder = HeapSnapshotBuilder()
  /// Each block's object; `none` for memory that is none.
  private var objects: [UInt32]
  private var types: [TypeIndex] = []

  private static let none = UInt32.max

  init(image: ProcessImage, images: [ExecutableImage], table: BlockTable) {
    self.image = image
    self.table = table
    objects = [UInt32](repeating: Self.none, count: table.addresses.count)
  }

  mutating func writeObjects() {
    for (metadata, kind) in table.metadata {
      types.append(builder.addType(name: ClassName.name(of: metadata, kind, in: image)))
    }
    let plain = builder.addType(name: "memory")
    numberObjects()
    for block in objects.indices where objects[block] != Self.none {
      let number = table.metadataNumbers[block]
      let address = table.addresses[block]
      var details = ObjectDetails(referenceCount: 0)
      if number != BlockTable.plain {
        let counts = image.word(address + 8).flatMap { ReferenceCounts($0, in: image) }
        details.referenceCount = Int(counts?.strong ?? 0)
        if counts?.isImmortal == true { details.flags.insert(.immortal) }
        if counts?.isDeinitializing == true { details.flags.insert(.onlyUnowned) }
      }
      builder.addObject(
        at: Address(rawValue: address), type: number == BlockTable.plain ? plain : types[Int(number)],
        size: ByteCount(Int(table.sizes[block])), details: details)
    }
    for block in objects.indices where objects[block] != Self.none { inferReferences(of: block) }
  }

  /// Numbers the Swift objects, and the plain memory that leads to one.
  private mutating func numberObjects() {
    var next: UInt32 = 0
    for block in objects.indices {
      let isObject = table.metadataNumbers[block] != BlockTable.plain
      guard isObject || leadsToObject(block) else { continue }
      objects[block] = next
      next += 1
    }
  }

  private func leadsToObject(_ block: Int) -> Bool {
    var leads = false
    forEachWord(of: block, from: 0) { _, target in
      if table.metadataNumbers[target] != BlockTable.plain { leads = true }
    }
    return leads
  }

  private func forEachWord(of block: Int, from start: Int, _ body: (_ offset: Int, _ target: Int) -> Void) {
    let count = Int(table.sizes[block]) / 8
    guard let bytes = unsafe image.bytes(at: table.addresses[block], count: count * 8) else { return }
    for number in start / 8..<max(count, start / 8) {
      let value = unsafe bytes.loadUnaligned(fromByteOffset: number * 8, as: UInt64.self)
      guard value > 4_096, let target = table.index.block(at: value) else { continue }
      body(number * 8, target)
    }
  }

  private mutating func inferReferences(of block: Int) {
    let source = ObjectIndex(rawValue: objects[block])
    let count = Int(table.sizes[block]) / 8
    guard let bytes = unsafe image.bytes(at: table.addresses[block], count: count * 8) else { return }
    let label = builder.encoded(nil)
    for number in (table.metadataNumbers[block] == BlockTable.plain ? 0 : 2)..<max(count, 2) {
      let value = unsafe bytes.loadUnaligned(fromByteOffset: number * 8, as: UInt64.self)
      guard value > 4_096, let target = table.index.block(at: value), objects[target] != Self.none else {
        continue
      }
      builder.addReference(
        from: source, to: ObjectIndex(rawValue: objects[target]), kind: .unknown, strength: .strong,
        label: label, isInferred: true)
    }
  }

  mutating func addRoot(_ block: Int, _ kind: RootKind, _ name: String?, _ detail: String?) {
    guard objects[block] != Self.none else { return }
    builder.addRoot(.index(ObjectIndex(rawValue: objects[block])), kind: kind, name: name, detail: detail)
  }

  consuming func finish() throws(SwiftHeapError) -> HeapSnapshot {
    do {
      return try builder.finish()
    } catch {
      throw .cannotBuild(error)
    }
  }
}

/// The name of a class, from its description.
enum ClassName {
  static func name(of metadata: UInt64, _ kind: HeapKind, in image: ProcessImage) -> String {
    switch kind {
    case .context: return "closure context"
    case .genericBox: return "box"
    case .errorBox: return "error box"
    case .task: return "Task"
    case .job: return "job"
    case .plainMemory: return "memory"
    case .instance: break
    }
    guard let description = image.word(metadata + 40), let place = image.relative(description + 8),
      let name = image.text(place)
    else { return "?" }
    return name
  }
}
