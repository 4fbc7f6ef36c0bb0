import HeapModel

/// Writes a space's objects into the columns of a snapshot, in one pass: objects are numbered as they are met, and the
/// rows of references are written in the order of the numbers.
struct SnapshotWriter: ~Copyable {
  let space: ObjectSpace
  var numbers: ObjectNumbers
  var queue: ColumnBuilder<ObjectPointer>
  var strings = SnapshotStrings()

  var types: [TypeRecord] = []
  /// The class of each type, in the order of the records.
  var typeObjects: [ObjectPointer] = []
  var typeNumbers: [ObjectPointer: UInt32] = [:]
  var shapes: [ShapeRecord] = []
  var shapeNumbers: [ShapeKey: UInt32] = [:]
  var objectShapes: ColumnBuilder<UInt32>
  /// Of each object that was numbered, also of those in the queue.
  var addresses: ColumnBuilder<UInt64>
  var counts: ColumnBuilder<UInt32>
  var generations = ColumnBuilder<UInt8>()
  var flags: ColumnBuilder<UInt32>
  var texts: ColumnBuilder<UInt32>
  var sites: [UInt32] = []
  var siteNumbers: [TracebackIndex: UInt32] = [:]
  var siteOffsets: [UInt32] = []
  var siteFrames: [SiteFrameRecord] = []

  var offsets: ColumnBuilder<UInt32>
  var targets: ColumnBuilder<UInt32>
  var descriptors: ColumnBuilder<UInt16>
  var labels: ColumnBuilder<UInt32>
  /// The numbers of names met as labels, by the string that is the name.
  var nameNumbers: [ObjectPointer: UInt32] = [:]
  /// The names met last, by bits of their address.
  private var recentNames: [64 of RecentName] = .init(repeating: RecentName())
  var staticNameNumbers: [StaticName: UInt32] = [:]
  /// The classes met last, by bits of their address.
  var recentClasses: [64 of SnapshotClass] = .init(repeating: SnapshotClass())

  var garbage: Set<ObjectPointer> = []
  let textLimit: Int

  struct ShapeKey: Hashable {
    var size: Int
    var type: ObjectPointer
  }

  private struct RecentName {
    var name: ObjectPointer?
    var number: UInt32 = 0
  }

  /// Makes a writer with room for a number of objects, more of which make it copy what it has.
  init(_ space: ObjectSpace, textLimit: Int, capacity: Int) {
    self.space = space
    self.textLimit = textLimit
    numbers = ObjectNumbers(space)
    queue = ColumnBuilder(capacity: capacity)
    objectShapes = ColumnBuilder(capacity: capacity)
    addresses = ColumnBuilder(capacity: capacity)
    counts = ColumnBuilder(capacity: capacity)
    flags = ColumnBuilder(capacity: capacity)
    texts = ColumnBuilder(capacity: capacity)
    offsets = ColumnBuilder(capacity: capacity + 1)
    offsets.append(0)
    targets = ColumnBuilder(capacity: 3 * capacity)
    descriptors = ColumnBuilder(capacity: 3 * capacity)
    labels = ColumnBuilder(capacity: 3 * capacity)
    strings.reserve(capacity)
    if let list = space.garbageList { garbage = Set(space.items(of: list)) }
  }

  /// The number of an object, which is queued where it is new.
  @inline(__always)
  mutating func number(of object: ObjectPointer) -> UInt32 {
    let (number, newAddress) = numbers.number(of: object, next: queue.count)
    if let newAddress {
      queue.append(object)
      addresses.append(UInt64(newAddress))
    }
    return number
  }

  /// Writes everything that can be reached from the queued objects.
  mutating func writeAll() {
    var position = 0
    while position < queue.count {
      let object = queue[position]
      position += 1
      writeReferences(of: object)
      writeObject(object)
    }
  }

  private mutating func writeReferences(of object: ObjectPointer) {
    space.forEachReference(object) { reference in
      targets.append(number(of: reference.target))
      let form: ReferenceDescriptor.LabelForm
      switch reference.label {
      case .none:
        form = .none
        labels.append(0)
      case .name(let name):
        form = .name
        labels.append(label(name))
      case .object(let name):
        form = .name
        labels.append(label(name))
      case .index(let index):
        form = .index
        labels.append(UInt32(truncatingIfNeeded: index))
      case .key(let key):
        form = .object
        labels.append(number(of: key))
      }
      descriptors.append(
        ReferenceDescriptor(
          kind: reference.kind, strength: reference.strength, labelForm: form,
          isUntraced: !reference.isTraced, isInferred: false
        ).rawValue)
    }
    offsets.append(UInt32(truncatingIfNeeded: targets.count))
  }

  @inline(__always)
  private mutating func label(_ name: ObjectPointer) -> UInt32 {
    let place = Int(name.address >> 4 & 63)
    let recent = recentNames[place]
    if recent.name == name { return recent.number }
    let number = numberOfName(name)
    recentNames[place] = RecentName(name: name, number: number)
    return number
  }

  private mutating func numberOfName(_ name: ObjectPointer) -> UInt32 {
    if let known = nameNumbers[name] { return known }
    let number = strings.number(of: name.text)
    nameNumbers[name] = number
    return number
  }

  private mutating func label(_ name: StaticName) -> UInt32 {
    if let known = staticNameNumbers[name] { return known }
    let number = strings.number(of: space.typeDetails[name.details].fields[name.field].name)
    staticNameNumbers[name] = number
    return number
  }

  private mutating func writeObject(_ object: ObjectPointer) {
    let type = object.type
    let place = Int((type.address &* 0x9E37_79B9_7F4A_7C15) >> 58)
    if recentClasses[place].type != type { recentClasses[place] = SnapshotClass(type, in: space) }
    let known = recentClasses[place]
    let size = known.size(of: object) ?? space.sizeof(object)
    if size == known.lastSize {
      objectShapes.append(known.lastShape)
    } else {
      let number = shape(ShapeKey(size: size, type: type))
      recentClasses[place].lastSize = size
      recentClasses[place].lastShape = number
      objectShapes.append(number)
    }
    counts.append(UInt32(truncatingIfNeeded: min(object.referenceCount, Int(UInt32.max))))
    flags.append(flagBits(of: object, known))
    if known.isInteger, let value = object.integerValue {
      texts.append(strings.number(ofInteger: value))
    } else {
      texts.append(text(of: object, type))
    }
    if space.tracer != nil { sites.append(site(of: object)) }
  }

  private mutating func shape(_ key: ShapeKey) -> UInt32 {
    if let known = shapeNumbers[key] { return known }
    let typeNumber: UInt32
    if let known = typeNumbers[key.type] {
      typeNumber = known
    } else {
      typeNumber = UInt32(types.count)
      typeNumbers[key.type] = typeNumber
      let name = strings.number(of: space.typeName(key.type))
      let qualified = strings.number(of: space.qualifiedName(of: key.type))
      types.append(TypeRecord(name: name, qualifiedName: qualified, classObject: number(of: key.type)))
      typeObjects.append(key.type)
    }
    let number = UInt32(shapes.count)
    shapeNumbers[key] = number
    shapes.append(ShapeRecord(size: UInt64(key.size), type: typeNumber))
    return number
  }

  @inline(__always)
  private func flagBits(of object: ObjectPointer, _ known: SnapshotClass) -> UInt32 {
    var bits = known.flags
    if object.isImmortal { bits |= ObjectFlags.immortal.rawValue }
    if known.isCollectable || known.isMetaclass && object.isCollectable {
      let header = object.collectorHeader
      if header.nextWord != 0 { bits |= ObjectFlags.tracked.rawValue }
      if header.previousWord & CollectorHeader.finalized != 0 { bits |= ObjectFlags.finalized.rawValue }
    }
    if !garbage.isEmpty, garbage.contains(object) { bits |= ObjectFlags.uncollectable.rawValue }
    return bits
  }

  /// Where an object's block was allocated.
  private mutating func site(of object: ObjectPointer) -> UInt32 {
    let before = object.isCollectable ? object.type.instancePlan.preHeaderSize : 0
    guard let traceback = space.tracer?.blocks[object.address - UInt(before)]?.traceback else { return 0 }
    if let known = siteNumbers[traceback] { return known }
    let number = UInt32(siteNumbers.count + 1)
    siteNumbers[traceback] = number
    if siteOffsets.isEmpty { siteOffsets.append(0) }
    for frame in space.tracer?.traceback(at: traceback).frames.reversed() ?? [] {
      siteFrames.append(
        SiteFrameRecord(
          function: strings.number(of: frame.function ?? ""), file: strings.number(of: frame.file),
          line: UInt32(clamping: frame.line)))
    }
    siteOffsets.append(UInt32(siteFrames.count))
    return number
  }
}
