/// Makes a ``HeapSnapshot`` of objects and references that come in any order.
///
/// References may name objects that are added later, by index or by address. One that leads to an address
/// where no object was added is left out and counted as dangling. ``finish()`` checks everything.
public struct HeapSnapshotBuilder: ~Copyable {
  struct Reference {
    // `noObject` where the address in `addressed` has to be looked up.
    var source: UInt32
    var target: UInt32
    var label: UInt32
    var descriptor: UInt16
  }

  /// The addresses of a reference of which at least one end is known only by its address.
  struct AddressedReference {
    var position: UInt32
    var source: UInt64
    var target: UInt64
  }

  struct ShapeKey: Hashable {
    var size: UInt64
    var type: UInt32
  }

  /// The most objects, and the most references, that the columns can number.
  struct Limits {
    var objects = Int(UInt32.max) - 1
    var references = Int(UInt32.max)
  }

  let limits: Limits
  var strings = StringTableBuilder()
  var types: [TypeRecord] = []
  var classLocations: [(type: Int, location: ObjectLocation)] = []
  var shapes: [ShapeRecord] = []
  var shapeNumbers: [ShapeKey: UInt32] = [:]

  var objectShapes: [UInt32] = []
  var addresses: [UInt64] = []
  var referenceCounts: [UInt32] = []
  var generations: [UInt8] = []
  var flags: [UInt32] = []
  var texts: [UInt32] = []
  var unownedCounts: [UInt32] = []
  var weakCounts: [UInt32] = []
  var askedSizes: [UInt32] = []
  var sites: [UInt32] = []
  var siteNumbers: [AllocationSite: UInt32] = [:]
  var siteOffsets: [UInt32] = []
  var siteFrames: [SiteFrameRecord] = []

  var references: [Reference] = []
  var addressed: [AddressedReference] = []
  var isInSourceOrder = true

  var roots: [(location: ObjectLocation, record: RootRecord)] = []
  var limitations: [Limitation] = []
  // What went wrong while adding, kept for `finish()` so that adding needs no `try`.
  var failure: HeapModelError?

  /// Whether only what is reachable from some objects is recorded.
  public var isPartial = false
  /// Where the snapshot comes from.
  public var metadata = HeapMetadata()

  /// Makes an empty builder.
  public init() {
    limits = Limits()
  }

  init(limits: Limits) {
    self.limits = limits
  }

  /// The number of objects added so far.
  public var objectCount: Int { objectShapes.count }

  /// Makes room for objects and references that are going to be added.
  ///
  /// - Parameters:
  ///   - objects: how many objects.
  ///   - references: how many references.
  public mutating func reserveCapacity(objects: Int, references: Int) {
    objectShapes.reserveCapacity(objects)
    addresses.reserveCapacity(objects)
    referenceCounts.reserveCapacity(objects)
    self.references.reserveCapacity(references)
  }

  /// Adds a type.
  ///
  /// - Parameters:
  ///   - name: its short name.
  ///   - qualifiedName: its name with everything that leads to it; the short name where `nil`.
  ///   - classObject: the object that is the class, where there is one; dropped where it is not among the objects.
  /// - Returns: the index by which objects name it.
  public mutating func addType(
    name: String, qualifiedName: String? = nil, classObject: ObjectLocation? = nil
  ) -> TypeIndex {
    let short = strings.number(of: name)
    let qualified = strings.number(of: qualifiedName ?? name)
    types.append(TypeRecord(name: short, qualifiedName: qualified, classObject: noObject))
    if let classObject { classLocations.append((types.count - 1, classObject)) }
    return TypeIndex(rawValue: UInt32(types.count - 1))
  }

  /// Adds an object.
  ///
  /// - Parameters:
  ///   - address: where it lies; no two objects have the same.
  ///   - type: its type, from ``addType(name:qualifiedName:classObject:)``.
  ///   - size: the bytes it takes itself.
  ///   - details: what else is known of it.
  /// - Returns: its index: objects are numbered in the order in which they are added.
  /// - Complexity: O(1) amortized.
  @discardableResult
  public mutating func addObject(
    at address: Address, type: TypeIndex, size: ByteCount, details: ObjectDetails = ObjectDetails()
  ) -> ObjectIndex {
    guard objectShapes.count < limits.objects else {
      fail(.tooManyObjects(limit: limits.objects))
      return ObjectIndex(rawValue: noObject)
    }
    let object = ObjectIndex(objectShapes.count)
    let key = ShapeKey(size: size.rawValue, type: type.rawValue)
    if let shape = shapeNumbers[key] {
      objectShapes.append(shape)
    } else {
      let shape = UInt32(shapes.count)
      shapeNumbers[key] = shape
      shapes.append(ShapeRecord(size: size.rawValue, type: type.rawValue))
      objectShapes.append(shape)
    }
    addresses.append(address.rawValue)
    addDetails(details, of: object)
    return object
  }

  /// Adds a reference.
  ///
  /// References keep the order in which those of one object are added.
  ///
  /// - Parameters:
  ///   - source: the object that holds it.
  ///   - target: the object it leads to.
  ///   - kind: what it is in its holder.
  ///   - strength: whether it keeps its target alive.
  ///   - label: what tells it from the holder's others.
  ///   - isTraced: whether the runtime's own collector reports it.
  ///   - isInferred: whether it was found by a scan of memory and not by the type.
  /// - Complexity: O(1) amortized.
  public mutating func addReference(
    from source: ObjectLocation, to target: ObjectLocation, kind: ReferenceKind = .unknown,
    strength: ReferenceStrength = .strong, label: ReferenceLabel? = nil, isTraced: Bool = true,
    isInferred: Bool = false
  ) {
    guard references.count < limits.references else {
      fail(.tooManyReferences(limit: limits.references))
      return
    }
    let (form, rawLabel) = encode(label)
    let descriptor = ReferenceDescriptor(
      kind: kind, strength: strength, labelForm: form, isUntraced: !isTraced, isInferred: isInferred)
    var reference = Reference(
      source: noObject, target: noObject, label: rawLabel, descriptor: descriptor.rawValue)
    var byAddress = AddressedReference(position: UInt32(references.count), source: 0, target: 0)
    switch source {
    case .index(let index):
      if index.rawValue == noObject { fail(.unknownObject(index, objectCount: objectCount)) }
      reference.source = index.rawValue
      if let last = references.last, last.source > index.rawValue { isInSourceOrder = false }
    case .address(let address):
      byAddress.source = address.rawValue
      isInSourceOrder = false
    }
    switch target {
    case .index(let index):
      if index.rawValue == noObject { fail(.unknownObject(index, objectCount: objectCount)) }
      reference.target = index.rawValue
    case .address(let address): byAddress.target = address.rawValue
    }
    if reference.source == noObject || reference.target == noObject { addressed.append(byAddress) }
    references.append(reference)
  }

  /// Adds a reference between two objects known by index.
  ///
  /// - Parameters:
  ///   - source: the object that holds it.
  ///   - target: the object it leads to.
  ///   - kind: what it is in its holder.
  ///   - strength: whether it keeps its target alive.
  ///   - label: what tells it from the holder's others.
  public mutating func addReference(
    from source: ObjectIndex, to target: ObjectIndex, kind: ReferenceKind = .unknown,
    strength: ReferenceStrength = .strong, label: ReferenceLabel? = nil
  ) {
    addReference(from: .index(source), to: .index(target), kind: kind, strength: strength, label: label)
  }

  /// A label that many references have, in the form in which they keep it.
  package struct EncodedLabel: Sendable, BitwiseCopyable {
    fileprivate var form: ReferenceDescriptor.LabelForm
    fileprivate var raw: UInt32
  }

  /// Encodes a label once for many references.
  package mutating func encoded(_ label: ReferenceLabel?) -> EncodedLabel {
    let (form, raw) = encode(label)
    return EncodedLabel(form: form, raw: raw)
  }

  /// Adds a reference between two objects known by index, with a label that was encoded before.
  ///
  /// - Complexity: O(1) amortized, without a look at the label's text.
  package mutating func addReference(
    from source: ObjectIndex, to target: ObjectIndex, kind: ReferenceKind, strength: ReferenceStrength,
    label: EncodedLabel, isInferred: Bool
  ) {
    guard references.count < limits.references else {
      fail(.tooManyReferences(limit: limits.references))
      return
    }
    let descriptor = ReferenceDescriptor(
      kind: kind, strength: strength, labelForm: label.form, isUntraced: false, isInferred: isInferred)
    if let last = references.last, last.source > source.rawValue { isInSourceOrder = false }
    references.append(
      Reference(
        source: source.rawValue, target: target.rawValue, label: label.raw, descriptor: descriptor.rawValue))
  }

  /// Adds a root.
  ///
  /// - Parameters:
  ///   - object: the object that is held; a root at an address where no object is added is dropped and told
  ///     as a limitation.
  ///   - kind: what holds it.
  ///   - name: the holder's name, where known.
  ///   - detail: what else is known of the holder.
  public mutating func addRoot(
    _ object: ObjectLocation, kind: RootKind, name: String? = nil, detail: String? = nil
  ) {
    let record = RootRecord(
      object: noObject, name: strings.number(of: name), detail: strings.number(of: detail),
      kind: kind.rawValue)
    roots.append((object, record))
  }

  /// Adds to what the runtime says of an object that was added before.
  package mutating func insert(_ new: ObjectFlags, of object: ObjectIndex) {
    while flags.count <= object.position { flags.append(0) }
    flags[object.position] |= new.rawValue
  }

  /// Says how many unowned references an object has, of which that was not known when it was added.
  package mutating func setUnownedCount(_ count: Int, of object: ObjectIndex) {
    while unownedCounts.count <= object.position { unownedCounts.append(0) }
    unownedCounts[object.position] = UInt32(clamping: count)
  }

  /// Adds something that the source could not see.
  ///
  /// - Parameter limitation: what it is, and how many objects or references it concerns.
  public mutating func addLimitation(_ limitation: Limitation) {
    limitations.append(limitation)
  }

  // The first failure is the one to tell; those behind it follow from it.
  private mutating func fail(_ error: HeapModelError) {
    if failure == nil { failure = error }
  }

  private mutating func encode(_ label: ReferenceLabel?) -> (ReferenceDescriptor.LabelForm, UInt32) {
    switch label {
    case nil:
      return (.none, 0)
    case .name(let name):
      return (.name, strings.number(of: name))
    case .index(let index):
      // An index that 32 bits cannot hold stays readable as a name.
      guard let small = UInt32(exactly: index) else { return (.name, strings.number(of: "\(index)")) }
      return (.index, small)
    case .object(let object):
      return (.object, object.rawValue)
    }
  }

  private mutating func addDetails(_ details: ObjectDetails, of object: ObjectIndex) {
    if let count = details.referenceCount {
      if referenceCounts.count < object.position {
        fail(.incompleteColumn(.referenceCounts, object: ObjectIndex(referenceCounts.count)))
      }
      referenceCounts.append(UInt32(clamping: count))
    }
    if let count = details.unownedCount {
      Self.set(UInt32(clamping: count), at: object, in: &unownedCounts, filler: 0)
    }
    if let count = details.weakCount {
      Self.set(UInt32(clamping: count), at: object, in: &weakCounts, filler: 0)
    }
    if let size = details.askedSize {
      Self.set(UInt32(clamping: size.rawValue), at: object, in: &askedSizes, filler: 0)
    }
    if let generation = details.generation {
      Self.set(generation.rawValue, at: object, in: &generations, filler: 255)
    }
    if !details.flags.isEmpty { Self.set(details.flags.rawValue, at: object, in: &flags, filler: 0) }
    if let text = details.text {
      Self.set(strings.number(of: text), at: object, in: &texts, filler: 0)
    }
    if let site = details.allocationSite {
      Self.set(siteNumber(of: site), at: object, in: &sites, filler: 0)
    }
  }

  // Optional columns grow only when an object has something for them, so that they cost nothing until then.
  static func set<Value>(
    _ value: Value, at object: ObjectIndex, in column: inout [Value], filler: Value
  ) {
    while column.count < object.position { column.append(filler) }
    column.append(value)
  }

  mutating func siteNumber(of site: AllocationSite) -> UInt32 {
    if let number = siteNumbers[site] { return number }
    if siteOffsets.isEmpty { siteOffsets.append(0) }
    for frame in site.frames {
      siteFrames.append(
        SiteFrameRecord(
          function: strings.number(of: frame.function), file: strings.number(of: frame.file),
          line: UInt32(clamping: frame.line ?? 0)))
    }
    siteOffsets.append(UInt32(siteFrames.count))
    let number = UInt32(siteOffsets.count - 1)
    siteNumbers[site] = number
    return number
  }
}
