import HeapModel

/// Writes what was found in a process into a snapshot.
struct SnapshotWriter: ~Copyable {
  private let image: ProcessImage
  private let table: BlockTable
  private var reader: ReferenceReader
  private var builder = HeapSnapshotBuilder()
  /// Each block's object; `none` for memory that is none.
  private var objects: [UInt32]
  private var types: [TypeIndex] = []
  private var pathLabels: [HeapSnapshotBuilder.EncodedLabel?] = []
  private let sites: AllocationSites?
  private var encodedSites: [HeapSnapshotBuilder.EncodedSite?] = []

  /// An object that has no strong references any more.
  private struct Dying {
    /// The unowned references that the runtime counts.
    var counted: Int
    /// Those that were found.
    var found = 0
  }
  private var dying: [Int: Dying] = [:]

  private static let none = UInt32.max
  /// In place of an object's number before objects are numbered: it is not to be one.
  private static let leftOut = UInt32.max - 1

  private var sizes: ObjectSizes

  init(
    image: ProcessImage, types: SwiftTypes, table: BlockTable, distrusted: Set<LayoutPart>,
    sites: AllocationSites? = nil
  ) {
    self.sites = sites
    self.image = image
    self.table = table
    reader = ReferenceReader(image: image, types: types, table: table, distrusted: distrusted)
    sizes = ObjectSizes(image: image, types: types)
    objects = [UInt32](repeating: Self.none, count: table.addresses.count)
  }

  /// Leaves out objects of the tool's own, and the memory that they hold.
  mutating func leaveOut(_ memory: ToolMemory) {
    let blocks = memory.blocks { block, body in reader.forEachReference(of: block, body) }
    for block in blocks { objects[block] = Self.leftOut }
  }

  /// Writes the objects and their references.
  mutating func writeObjects() {
    addTypes()
    let plain = builder.addType(name: "memory")
    let objectCount = numberObjects()
    // Room that is not used takes no memory; one that grows takes it twice for a while.
    builder.reserveCapacity(objects: objectCount, references: 4 * objectCount)
    for block in objects.indices where objects[block] != Self.none {
      let number = table.metadataNumbers[block]
      var details = details(of: block)
      let record = sites?.record(ofBlockAt: table.addresses[block], size: UInt64(table.sizes[block]))
      if let record { details.askedSize = ByteCount(rawValue: record.sizeAsked) }
      builder.addObject(
        at: Address(rawValue: table.addresses[block]),
        type: number == BlockTable.plain ? plain : types[Int(number)],
        size: ByteCount(Int(table.sizes[block])), details: details)
      if let record, let site = site(ofStack: record.stack) { builder.setSiteOfLastObject(site) }
    }
    if let limitation = sites?.limitation { builder.addLimitation(limitation) }
    for block in objects.indices where objects[block] != Self.none { writeReferences(of: block) }
    flagDying()
  }

  /// Tells objects that a thread is tearing down from those that unowned references outlive.
  ///
  /// The strong references together hold one unowned one until the object has been torn down.
  private mutating func flagDying() {
    for (block, state) in dying {
      let object = ObjectIndex(rawValue: objects[block])
      let isOver = state.found >= state.counted
      builder.insert(isOver ? .onlyUnowned : .deinitializing, of: object)
      builder.setUnownedCount(isOver ? state.counted : state.counted - 1, of: object)
    }
  }

  private mutating func addTypes() {
    for (metadata, kind) in table.metadata {
      let (name, qualified) = names(of: metadata, kind)
      types.append(builder.addType(name: name, qualifiedName: qualified))
    }
  }

  private func names(of metadata: UInt64, _ kind: HeapKind) -> (short: String, qualified: String) {
    switch kind {
    case .context:
      let captured = ClosureShape(metadata, in: image).captures.map { record in
        reader.types.type(mangledName: record).map { reader.types.name(of: $0, qualified: false) } ?? "?"
      }
      let name =
        captured.isEmpty ? "closure context" : "closure context (\(captured.joined(separator: ", ")))"
      return (name, name)
    case .task: return ("Task", "Swift.Task")
    case .job: return ("job", "job")
    case .plainMemory: return ("memory", "memory")
    case .errorBox: return ("error box", "error box")
    case .genericBox, .instance: break
    }
    guard let type = reader.types.type(metadata: metadata) else { return ("?", "?") }
    if case .genericBox(let value) = reader.types.structure(of: type) {
      let name = "box of " + reader.types.name(of: value, qualified: false)
      return (name, name)
    }
    return (reader.types.name(of: type, qualified: false), reader.types.name(of: type))
  }

  private mutating func details(of block: Int) -> ObjectDetails {
    let number = table.metadataNumbers[block]
    var details = ObjectDetails(referenceCount: 0)
    guard number != BlockTable.plain else { return details }
    let address = table.addresses[block]
    if let counts = image.word(address + 8).flatMap({ ReferenceCounts($0, in: image) }) {
      details.referenceCount = Int(counts.strong)
      if counts.unowned > 0 { details.unownedCount = Int(counts.unowned) }
      if counts.weak > 0 { details.weakCount = Int(counts.weak) }
      if counts.isImmortal { details.flags.insert(.immortal) }
      if counts.isDeinitializing { dying[block] = Dying(counted: Int(counts.unowned) + 1) }
    }
    let (metadata, kind) = table.metadata[Int(number)]
    if kind == .context { details.flags.insert(.function) }
    if let size = sizes.size(of: address, metadata: metadata, kind: kind) {
      details.askedSize = ByteCount(min(size, Int(table.sizes[block])))
    }
    return details
  }

  private mutating func site(ofStack stack: Int) -> HeapSnapshotBuilder.EncodedSite? {
    guard let sites else { return nil }
    if encodedSites.isEmpty { encodedSites = Array(repeating: nil, count: sites.stackCount + 1) }
    if let known = encodedSites[stack] { return known }
    let site = builder.encoded(sites.site(ofStack: stack))
    encodedSites[stack] = site
    return site
  }

  /// Numbers the Swift objects, and the plain memory that leads to one.
  ///
  /// - Returns: how many there are.
  private mutating func numberObjects() -> Int {
    var next: UInt32 = 0
    for block in objects.indices {
      if objects[block] == Self.leftOut {
        objects[block] = Self.none
        continue
      }
      guard table.metadataNumbers[block] != BlockTable.plain || leadsToObject(block) else { continue }
      objects[block] = next
      next += 1
    }
    return Int(next)
  }

  private mutating func leadsToObject(_ block: Int) -> Bool {
    var leads = false
    reader.forEachReference(of: block) { found in
      if table.metadataNumbers[found.target] != BlockTable.plain { leads = true }
    }
    return leads
  }

  private mutating func writeReferences(of block: Int) {
    // What is being torn down is not whole any more.
    if dying[block] != nil { return }
    let source = ObjectIndex(rawValue: objects[block])
    var found: [FoundReference] = []
    reader.forEachReference(of: block) { found.append($0) }
    for reference in found where objects[reference.target] != Self.none {
      if reference.strength == .unowned { dying[reference.target]?.found += 1 }
      builder.addReference(
        from: source, to: ObjectIndex(rawValue: objects[reference.target]), kind: reference.kind,
        strength: reference.strength, label: label(reference.label), isInferred: reference.isInferred)
    }
  }

  private mutating func label(_ label: FoundReference.Label) -> HeapSnapshotBuilder.EncodedLabel {
    switch label {
    case .none: return builder.encoded(nil)
    case .index(let index): return builder.encoded(.index(index))
    case .key(let key): return builder.encoded(.name(key))
    case .element(let index, let path): return builder.encoded(.name("[\(index)].\(reader.text(of: path))"))
    case .path(let path):
      let number = Int(path)
      while pathLabels.count <= number { pathLabels.append(nil) }
      if let known = pathLabels[number] { return known }
      let label = builder.encoded(.name(reader.text(of: path)))
      pathLabels[number] = label
      return label
    }
  }

  /// Notes that a thread was at work with an object.
  mutating func markInUse(_ block: Int) {
    guard objects[block] != Self.none, table.metadataNumbers[block] != BlockTable.plain else { return }
    builder.insert(.inUse, of: ObjectIndex(rawValue: objects[block]))
  }

  mutating func addRoot(_ block: Int, _ kind: RootKind, _ name: String?, _ detail: String?) {
    guard objects[block] != Self.none else { return }
    builder.addRoot(.index(ObjectIndex(rawValue: objects[block])), kind: kind, name: name, detail: detail)
  }

  /// Notes that what a task-local variable is bound to is held by it.
  ///
  /// - Parameter name: the variable's name, where it is known.
  mutating func addTaskLocal(_ binding: TaskLocals.Binding, name: String?) {
    var targets: [Int] = []
    reader.forEachReference(ofValueAt: binding.value, metadata: binding.metadata) {
      if $0.strength == .strong, !$0.isInferred { targets.append($0.target) }
    }
    let detail = binding.task.map { "task \(Address(rawValue: $0))" }
    for target in targets { addRoot(target, .taskLocal, name, detail) }
  }

  mutating func addMetadata(_ pairs: [(key: String, value: String)]) {
    for pair in pairs where !pair.value.isEmpty { builder.metadata[pair.key] = pair.value }
  }

  mutating func addLimitation(_ limitation: Limitation) { builder.addLimitation(limitation) }

  consuming func finish() throws(SwiftHeapError) -> HeapSnapshot {
    // The builder holds its columns twice for a while, so that what was copied goes before.
    image.discard()
    let builder = builder
    do {
      return try builder.finish()
    } catch {
      throw .cannotBuild(error)
    }
  }
}
