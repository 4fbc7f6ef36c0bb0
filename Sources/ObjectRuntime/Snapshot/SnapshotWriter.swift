import HeapModel

/// Writes a space's objects into the columns of a snapshot, in one pass: objects are numbered as they are met, and the
/// rows of references are written in the order of the numbers.
struct SnapshotWriter: ~Copyable {
  let space: ObjectSpace
  var numbers: ObjectNumbers
  var queue: [ObjectPointer] = []
  var strings = SnapshotStrings()

  var types: [TypeRecord] = []
  /// The class of each type, in the order of the records.
  var typeObjects: [ObjectPointer] = []
  var typeNumbers: [ObjectPointer: UInt32] = [:]
  var shapes: [ShapeRecord] = []
  var shapeNumbers: [ShapeKey: UInt32] = [:]
  var objectShapes: [UInt32] = []
  var addresses: [UInt64] = []
  var counts: [UInt32] = []
  var generations: [UInt8] = []
  var flags: [UInt32] = []
  var texts: [UInt32] = []
  var sites: [UInt32] = []
  var siteNumbers: [TracebackIndex: UInt32] = [:]
  var siteOffsets: [UInt32] = []
  var siteFrames: [SiteFrameRecord] = []

  var offsets: [UInt32] = [0]
  var targets: [UInt32] = []
  var descriptors: [UInt16] = []
  var labels: [UInt32] = []
  /// The numbers of names met as labels, by the string that is the name.
  var nameNumbers: [ObjectPointer: UInt32] = [:]
  /// The names met last, by bits of their address.
  private var recentNames = [(name: ObjectPointer?, number: UInt32)](
    repeating: (nil, 0), count: Self.recentNameCount)
  private static let recentNameCount = 64
  var staticNameNumbers: [StaticName: UInt32] = [:]
  /// The last pair of class and size that was met, since neighbours are often alike.
  var lastShape: (key: ShapeKey, number: UInt32)?

  var garbage: Set<ObjectPointer> = []
  let textLimit: Int

  struct ShapeKey: Hashable {
    var size: Int
    var type: ObjectPointer
  }

  init(_ space: ObjectSpace, textLimit: Int) {
    self.space = space
    self.textLimit = textLimit
    numbers = ObjectNumbers(space)
    if let list = space.garbageList { garbage = Set(space.items(of: list)) }
  }

  /// The number of an object, which is queued where it is new.
  @inline(__always)
  mutating func number(of object: ObjectPointer) -> UInt32 {
    let (number, isNew) = numbers.number(of: object, next: queue.count)
    if isNew { queue.append(object) }
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
    let place = Int(truncatingIfNeeded: name.address >> 4) & (Self.recentNameCount - 1)
    let recent = recentNames[place]
    if recent.name == name { return recent.number }
    let number = numberOfName(name)
    recentNames[place] = (name, number)
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
    let key = ShapeKey(size: space.sizeof(object), type: type)
    if let last = lastShape, last.key == key {
      objectShapes.append(last.number)
    } else {
      let number = shape(key)
      lastShape = (key, number)
      objectShapes.append(number)
    }
    addresses.append(UInt64(space.reportedAddress(of: object)))
    counts.append(UInt32(truncatingIfNeeded: min(object.referenceCount, Int(UInt32.max))))
    flags.append(flagBits(of: object, type))
    texts.append(text(of: object, type))
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

  private func flagBits(of object: ObjectPointer, _ type: ObjectPointer) -> UInt32 {
    var bits: ObjectFlags = []
    if object.isImmortal { bits.insert(.immortal) }
    if object.isCollectable {
      let header = object.collectorHeader
      if header.nextWord != 0 { bits.insert(.tracked) }
      if header.previousWord & CollectorHeader.finalized != 0 { bits.insert(.finalized) }
    }
    let plan = type.instancePlan
    if plan.traits.contains(.hasFinalizer) { bits.insert(.hasFinalizer) }
    switch plan.body {
    case .type: bits.insert(.class)
    case .frame: bits.insert(.frame)
    case .record:
      if type == space.type(.function) {
        bits.insert(.function)
      } else if type == space.type(.module) {
        bits.insert(.module)
      }
    default: break
    }
    if !garbage.isEmpty, garbage.contains(object) { bits.insert(.uncollectable) }
    return bits.rawValue
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
