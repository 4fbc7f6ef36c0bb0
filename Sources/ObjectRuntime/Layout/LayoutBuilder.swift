import HeapModel

/// Builds the ``ObjectLayout`` of one object from its memory.
struct LayoutBuilder {
  let space: ObjectSpace
  let object: ObjectPointer
  let plan: TypePlan
  /// The fields of the object's own block so far, in the order of their offsets.
  var fields: [MemoryField] = []
  /// The blocks of its body.
  var bodies: [MemoryBlock] = []

  init(_ space: ObjectSpace, _ object: ObjectPointer) {
    self.space = space
    self.object = object
    plan = object.plan
  }

  /// The layout.
  consuming func layout() -> ObjectLayout {
    let before = object.isCollectable ? plan.preHeaderSize : 0
    addPreHeader(before)
    addHeader()
    addBody()
    addSlots()
    addInlineValues()
    fields.sort { $0.offset < $1.offset }
    let end = max(ownSize, fields.last?.offsets.upperBound ?? 0)
    let start = Block(address: object.address - UInt(before))
    let own = MemoryBlock(
      title: space.typeName(object.type), address: address(of: object.address), offsets: -before..<end,
      allocatedSize: room(start, atLeast: before + end), fields: fields)
    return ObjectLayout(
      typeName: space.qualifiedName(of: object.type), address: address(of: object.address),
      text: space.describe(object), reportedSize: ByteCount(space.sizeof(object)), blocks: [own] + bodies)
  }

  /// The bytes of the object's own block behind its address.
  private var ownSize: Int {
    switch plan.body {
    case .list, .dict, .set, .deque, .byteArray: return plan.basicSize
    case .type: return space.isHeap(object) ? plan.basicSize + 40 * object.itemCount : TypeOffset.staticSize
    default: break
    }
    if space.isHeap(object.type), space.isSubtype(object.type, space.type(.string)) { return plan.basicSize }
    return space.sizeof(object) - (object.isCollectable ? plan.preHeaderSize : 0)
  }

  // MARK: Pieces

  func address(of word: UInt) -> Address { Address(rawValue: UInt64(space.reportedAddress(of: word))) }

  func addressText(_ word: UInt) -> String { word == 0 ? "NULL" : "\(address(of: word))" }

  func room(_ block: Block, atLeast size: Int) -> ByteCount? {
    let room = space.blockRoom(block)
    return room >= size ? ByteCount(room) : nil
  }

  /// A field with a plain value.
  func field(
    _ offset: Int, _ name: String, _ role: FieldRole, _ value: String?, bytes size: Int = 8
  ) -> MemoryField {
    MemoryField(at: offset, size: ByteCount(size), name: name, role: role, value: value)
  }

  /// A field that leads to an object, or to none.
  func field(
    _ offset: Int, _ name: String, _ role: FieldRole, to target: ObjectPointer?, _ kind: ReferenceKind,
    strength: ReferenceStrength = .strong
  ) -> MemoryField {
    guard let target else { return field(offset, name, .unused, "NULL") }
    let reference = FieldReference(
      to: address(of: target.address), typeName: space.typeName(target.type),
      text: space.describe(target, limit: 40), kind: kind, strength: strength)
    return MemoryField(
      at: offset, size: ByteCount(8), name: name, role: role, value: addressText(target.address),
      reference: reference)
  }

  /// A field that leads to a block of the object's body, or to none.
  func field(_ offset: Int, _ name: String, toBlock block: Block?) -> MemoryField {
    guard let block else { return field(offset, name, .reference, "NULL") }
    return MemoryField(
      at: offset, size: ByteCount(8), name: name, role: .reference, value: addressText(block.address),
      reference: FieldReference(to: address(of: block.address), kind: .internal))
  }

  private mutating func addPreHeader(_ size: Int) {
    if size == 32 {
      let first = object[object: ObjectOffset.managedWeakReferences]
      let hasList = plan.traits.contains(.hasManagedWeakReferences)
      fields.append(
        hasList
          ? field(-32, "weakrefs", .preHeader, to: first, .internal, strength: .unmanaged)
          : field(-32, "weakrefs", .unused, "NULL"))
      fields.append(
        field(-24, "dict", .preHeader, to: object[object: ObjectOffset.managedDict], .attributeDictionary))
    }
    guard size > 0 else { return }
    let header = object.collectorHeader
    fields.append(field(-16, "_gc_next", .preHeader, linkText(header.nextWord)))
    fields.append(field(-8, "_gc_prev", .preHeader, linkText(header.previousWord)))
  }

  /// A link of the collector's lists: an address, and the flags in its low bits.
  private func linkText(_ word: UInt) -> String {
    let link = word & ~CollectorHeader.flags
    let isFinalized = word & CollectorHeader.finalized != 0
    let place = link == 0 ? "NULL" : space.isListHead(link) ? "head of a generation" : addressText(link)
    return isFinalized ? place + ", finalized" : place
  }

  private mutating func addHeader() {
    let count = object.isImmortal ? "immortal" : "\(object.referenceCount)"
    fields.append(field(0, "ob_refcnt", .header, count))
    fields.append(field(8, "ob_type", .header, to: object.type, .type))
  }

  /// The slots that the class and its bases add.
  private mutating func addSlots() {
    for slot in space.typeDetails[plan.number].slots where plan.traits.contains(.isHeapType) {
      fields.append(field(slot.offset, slot.name, .slot, to: object[object: slot.offset], .slot))
    }
  }

  /// The values of attributes behind the object.
  private mutating func addInlineValues() {
    guard plan.traits.contains(.hasInlineValues) else { return }
    let base = plan.basicSize
    let values = object.advanced(by: base)
    let capacity = Int(values[byte: ValuesOffset.capacity])
    let isValid = values[byte: ValuesOffset.isValid] != 0
    addValues(values, base: base, capacity: capacity, isValid: isValid)
  }

  private mutating func addValues(_ values: Block, base: Int, capacity: Int, isValid: Bool) {
    let names = ["capacity", "size", "embedded", "valid"]
    for (index, name) in names.enumerated() {
      fields.append(field(base + index, name, .bookkeeping, "\(values[byte: index])", bytes: 1))
    }
    let table = object.type[block: TypeOffset.cachedKeys].map { KeyTable($0) }
    let used = table.map { min($0.entryCount, capacity) } ?? 0
    for index in 0..<used {
      let name = table?.key(index)?.text ?? "value \(index)"
      let value = isValid ? values[object: ValuesOffset.values + 8 * index] : nil
      fields.append(field(base + ValuesOffset.values + 8 * index, name, .slot, to: value, .attribute))
    }
    if capacity > used {
      fields.append(
        field(
          base + ValuesOffset.values + 8 * used, "\(capacity - used) free values", .unused, nil,
          bytes: 8 * (capacity - used)))
    }
    guard capacity > 0 else { return }
    let order = (0..<Int(values[byte: ValuesOffset.size])).map {
      "\(values[byte: ValuesOffset.values + 8 * capacity + $0])"
    }
    fields.append(
      field(
        base + ValuesOffset.values + 8 * capacity, "insertion order", .bookkeeping,
        order.isEmpty ? "none" : order.joined(separator: ", "), bytes: capacity))
  }
}
