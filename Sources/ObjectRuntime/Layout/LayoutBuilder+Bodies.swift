import HeapModel

extension LayoutBuilder {
  /// The fields that the built-in base of the object lays out, and the blocks of its body.
  mutating func addBody() {
    addDeclaredFields()
    switch plan.body {
    case .list: addListItems()
    case .tuple:
      for index in 0..<object.itemCount {
        let offset = TupleOffset.items + 8 * index
        fields.append(field(offset, "[\(index)]", .slot, to: object[object: offset], .element))
      }
    case .dict: addDictBody()
    case .set: addSetTable()
    case .type:
      if let keys = object[block: TypeOffset.cachedKeys], space.isHeap(object) {
        addKeys(keys, "cached keys")
      }
    case .plain: addData()
    case .generator: addFrameData(at: GeneratorOffset.frame)
    case .frame:
      // A frame that is not its own owner has its data elsewhere.
      if object[word: FrameOffset.data] == object.address + UInt(FrameOffset.ownData) {
        addFrameData(at: FrameOffset.ownData)
      }
    case .record: if object.type == space.type(.code) { addCodeNumbers() }
    case .deque: addDequeBlocks()
    case .byteArray: addByteData()
    case .weakReference, .cache: break
    }
  }

  /// The bytes of a byte array, and the room behind them.
  private mutating func addByteData() {
    guard let data = object[block: ByteArrayOffset.data] else { return }
    let (count, allocated) = (object.itemCount, object[integer: ByteArrayOffset.allocated])
    var list = [field(0, "bytes", .value, space.describe(object, limit: 60), bytes: count)]
    if allocated > count { list.append(field(count, "room", .unused, nil, bytes: allocated - count)) }
    bodies.append(
      MemoryBlock(
        title: "bytes", address: address(of: data.address), offsets: 0..<allocated,
        allocatedSize: room(data, atLeast: allocated), fields: list))
  }

  /// The blocks of a deque, and those that it keeps for later.
  private mutating func addDequeBlocks() {
    let (used, free) = space.dequeBlocks(object)
    var place = object[integer: DequeOffset.leftIndex]
    let end = place + space.dequeCount(object)
    for (number, block) in used.enumerated() {
      // The outer links of the outer blocks are whatever was there before.
      let left = number > 0 ? addressText(block[word: DequeBlock.left]) : nil
      var list = [field(DequeBlock.left, "leftlink", left == nil ? .unused : .bookkeeping, left)]
      for index in 0..<DequeBlock.length {
        let offset = DequeBlock.elements + 8 * index
        let position = DequeBlock.length * number + index
        guard position >= place, position < end else {
          list.append(field(offset, "data[\(index)]", .unused, nil))
          continue
        }
        list.append(field(offset, "[\(position - place)]", .slot, to: block[object: offset], .element))
      }
      let right = number + 1 < used.count ? addressText(block[word: DequeBlock.right]) : nil
      list.append(field(DequeBlock.right, "rightlink", right == nil ? .unused : .bookkeeping, right))
      addBody(block, "block \(number)", size: DequeBlock.size, list)
    }
    place = 0
    for (number, block) in free.enumerated() {
      addBody(
        block, "free block \(number)", size: DequeBlock.size,
        [field(0, "free", .unused, nil, bytes: DequeBlock.size)])
    }
  }

  /// The fields that the type declares.
  private mutating func addDeclaredFields() {
    let isStaticType = plan.body == .type && !space.isHeap(object)
    for declared in space.typeDetails[plan.number].fields {
      if isStaticType, declared.offset >= TypeOffset.staticSize { continue }
      switch declared.content {
      case .reference(let kind, _):
        fields.append(field(declared.offset, declared.name, .slot, to: object[object: declared.offset], kind))
      case .borrowed:
        fields.append(
          field(
            declared.offset, declared.name, .reference, to: space.weakReferent(object), .referent,
            strength: .weak))
      case .weakList:
        fields.append(
          field(
            declared.offset, declared.name, .bookkeeping, to: object[object: declared.offset], .internal,
            strength: .unmanaged))
      case .pointer where isBodyPointer(declared.offset):
        fields.append(field(declared.offset, declared.name, toBlock: object[block: declared.offset]))
      case .pointer:
        fields.append(field(declared.offset, declared.name, .bookkeeping, pointerText(declared.offset)))
      case .double:
        fields.append(
          field(declared.offset, declared.name, .value, space.floatText(object[double: declared.offset])))
      case .hash, .integer, .flags:
        fields.append(
          field(declared.offset, declared.name, .bookkeeping, numberText(declared), bytes: declared.size))
      }
    }
  }

  private func numberText(_ declared: FieldDescription) -> String {
    if case .hash = declared.content {
      let hash = object[integer: declared.offset]
      return hash == -1 ? "not computed" : "\(hash)"
    }
    if case .flags = declared.content { return "0x" + String(object[word: declared.offset], radix: 16) }
    return declared.size == 4 ? "\(object[int32: declared.offset])" : "\(object[integer: declared.offset])"
  }

  /// Whether a pointer leads to a block that is shown with the object.
  private func isBodyPointer(_ offset: Int) -> Bool {
    switch plan.body {
    case .list: offset == ListOffset.items
    case .dict: offset == DictOffset.keys || offset == DictOffset.values
    case .set: offset == SetOffset.table
    case .byteArray: offset == ByteArrayOffset.data || offset == ByteArrayOffset.start
    case .deque:
      offset == DequeOffset.leftBlock || offset == DequeOffset.rightBlock
        || (DequeOffset.freeBlocks..<DequeOffset.weakReferences).contains(offset)
    case .type: offset == TypeOffset.cachedKeys
    default: false
    }
  }

  private func pointerText(_ offset: Int) -> String {
    let word = object[word: offset]
    return word == 0
      ? "NULL" : plan.body == .weakReference || plan.body == .frame ? addressText(word) : "runtime"
  }

  private mutating func addListItems() {
    guard let items = object[block: ListOffset.items] else { return }
    let count = object.itemCount
    let allocated = object[integer: ListOffset.allocated]
    var list = (0..<count).map { field(8 * $0, "[\($0)]", .slot, to: items[object: 8 * $0], .element) }
    if allocated > count {
      list.append(
        field(8 * count, "room for \(allocated - count) more", .unused, nil, bytes: 8 * (allocated - count)))
    }
    addBody(items, "items", size: 8 * allocated, list)
  }

  mutating func addBody(_ block: Block, _ title: String, size: Int, _ fields: [MemoryField]) {
    bodies.append(
      MemoryBlock(
        title: title, address: address(of: block.address), offsets: 0..<size,
        allocatedSize: room(block, atLeast: size), fields: fields))
  }

  private mutating func addDictBody() {
    guard let keys = object[block: DictOffset.keys] else { return }
    if let values = object[block: DictOffset.values], values[byte: ValuesOffset.isEmbedded] == 0 {
      let capacity = Int(values[byte: ValuesOffset.capacity])
      let table = KeyTable(keys)
      let list = (0..<capacity).map { index in
        field(
          ValuesOffset.values + 8 * index,
          index < table.entryCount ? table.key(index)?.text ?? "" : "value \(index)",
          .slot, to: values[object: ValuesOffset.values + 8 * index], .dictionaryValue)
      }
      addBody(values, "values", size: ValuesOffset.size(capacity: capacity), list)
    }
    if keys.address != space.emptyKeysAddress {
      addKeys(keys, object[word: DictOffset.values] == 0 ? "keys" : "shared keys")
    }
  }

  private mutating func addKeys(_ keys: Block, _ title: String) {
    let table = KeyTable(keys)
    let kinds = ["general", "unicode", "split"]
    var list = [
      field(0, "dk_refcnt", .bookkeeping, "\(table.referenceCount)"),
      field(8, "dk_log2_size", .bookkeeping, "\(table.log2Size)", bytes: 1),
      field(9, "dk_log2_index_bytes", .bookkeeping, "\(table.log2IndexBytes)", bytes: 1),
      field(10, "dk_kind", .bookkeeping, kinds[Int(table.kind.rawValue)], bytes: 1),
      field(12, "dk_version", .bookkeeping, "\(keys[uint32: 12])", bytes: 4),
      field(16, "dk_usable", .bookkeeping, "\(table.usable)"),
      field(24, "dk_nentries", .bookkeeping, "\(table.entryCount)"),
    ]
    let slots = (0...table.mask).map { slot in
      switch table.index(at: slot) {
      case KeyTable.empty: "·"
      case KeyTable.dummy: "×"
      case let index: "\(index)"
      }
    }
    list.append(
      field(
        KeyTable.headerSize, "dk_indices", .bookkeeping, slots.joined(separator: " "),
        bytes: table.entriesOffset - KeyTable.headerSize))
    for index in 0..<table.entryCount {
      let place = table.place(ofEntry: index)
      if !table.isUnicode {
        list.append(field(place - 8, "hash \(index)", .bookkeeping, "\(table.storedHash(index))"))
      }
      list.append(field(place, "key \(index)", .slot, to: table.key(index), .dictionaryKey))
      list.append(field(place + 8, "value \(index)", .slot, to: table.value(index), .dictionaryValue))
    }
    let free = KeyTable.usableEntries(table.log2Size) - table.entryCount
    if free > 0 {
      let start = table.entriesOffset + table.entryCount * table.entrySize
      list.append(field(start, "\(free) free entries", .unused, nil, bytes: free * table.entrySize))
    }
    addBody(keys, title, size: table.size, list)
  }

  private mutating func addSetTable() {
    guard let table = object[block: SetOffset.table] else { return }
    let isSmall = table.address == object.address + UInt(SetOffset.smallTable)
    var list: [MemoryField] = []
    for entry in 0...object[integer: SetOffset.mask] {
      let base = 16 * entry + (isSmall ? SetOffset.smallTable : 0)
      let word = table[word: 16 * entry]
      if word == SetTable.dummy {
        list.append(field(base, "key \(entry)", .unused, "removed"))
      } else {
        let key = word == 0 ? nil : ObjectPointer(address: word)
        list.append(field(base, "key \(entry)", .slot, to: key, .element))
      }
      list.append(
        field(
          base + 8, "hash \(entry)", word == 0 ? .unused : .bookkeeping,
          word == 0 ? nil : "\(table[integer: 16 * entry + 8])"))
    }
    if isSmall {
      fields.append(contentsOf: list)
    } else {
      fields.append(
        field(SetOffset.smallTable, "small table, not used", .unused, nil, bytes: 16 * SetTable.smallestSize))
      addBody(table, "table", size: 16 * (object[integer: SetOffset.mask] + 1), list)
    }
  }

  /// Numbers, strings and bytes.
  private mutating func addData() {
    if space.isSubtype(object.type, space.type(.int)) {
      let sign = object.digitCount == 0 ? "zero" : object.isNegativeInteger ? "negative" : "positive"
      fields.append(
        field(
          IntegerOffset.tag, "lv_tag", .bookkeeping,
          "\(object.digitCount) digit\(object.digitCount == 1 ? "" : "s"), \(sign)"))
      for index in 0..<max(object.digitCount, 1) {
        let offset = IntegerOffset.digits + 4 * index
        fields.append(
          field(offset, "ob_digit[\(index)]", .value, "\(object[uint32: offset])", bytes: 4))
      }
    } else if space.isSubtype(object.type, space.type(.string)), !StringState(object).isCompact {
      addSeparateCharacters()
    } else if object.type == space.type(.string) {
      let state = StringState(object)
      let hash = object[integer: StringOffset.hash]
      let kinds = state.isASCII ? "ASCII" : "\(state.width) byte\(state.width == 1 ? "" : "s") a character"
      fields.append(field(StringOffset.length, "length", .bookkeeping, "\(object.stringLength)"))
      fields.append(field(StringOffset.hash, "hash", .bookkeeping, hash == -1 ? "not computed" : "\(hash)"))
      fields.append(
        field(
          StringOffset.state, "state", .bookkeeping, kinds + (state.isInterned ? ", interned" : ""), bytes: 4)
      )
      if !state.isASCII {
        fields.append(
          field(StringOffset.encodedLength, "utf8_length", .bookkeeping, "\(object[integer: 40])"))
        fields.append(field(StringOffset.encoded, "utf8", .bookkeeping, addressText(object[word: 48])))
      }
      fields.append(
        field(
          state.dataOffset, "characters", .value, space.describe(object, limit: 60),
          bytes: (object.stringLength + 1) * state.width))
    } else if space.isSubtype(object.type, space.type(.bytes)) {
      fields.append(field(ObjectOffset.size, "ob_size", .bookkeeping, "\(object.itemCount)"))
      fields.append(
        field(
          BytesOffset.hash, "ob_shash", .bookkeeping,
          object[integer: BytesOffset.hash] == -1 ? "not computed" : "\(object[integer: BytesOffset.hash])"))
      fields.append(
        field(
          BytesOffset.data, "bytes", .value, space.describe(object, limit: 60), bytes: object.itemCount + 1))
    }
  }
}
