extension ObjectSpace {
  /// The bytes of an object as `sys.getsizeof` counts them.
  package func sizeof(_ object: ObjectPointer) -> Int {
    let plan = object.plan
    let before = object.isCollectable ? plan.preHeaderSize : 0
    return before + ownSize(object, plan)
  }

  /// The bytes of an object as its `__sizeof__` counts them.
  private func ownSize(_ object: ObjectPointer, _ plan: TypePlan) -> Int {
    let basic = plan.basicSize
    switch plan.body {
    case .list: return basic + 8 * object[integer: ListOffset.allocated]
    case .tuple: return basic + 8 * object.itemCount
    case .dict:
      let nodes = isSubtype(object.type, type(.orderedDict)) ? nodeSize(of: object) : 0
      return basic + dictBodySize(object) + nodes
    case .deque: return basic + dequeBodySize(object)
    case .cache: return basic
    case .set:
      let isSmall = object[word: SetOffset.table] == object.address + UInt(SetOffset.smallTable)
      return basic + (isSmall ? 0 : 16 * (object[integer: SetOffset.mask] + 1))
    case .type:
      guard isHeap(object) else { return TypeOffset.staticSize }
      let keys = object[block: TypeOffset.cachedKeys].map { KeyTable($0).size } ?? 0
      return TypeOffset.heapSize + keys
    case .generator:
      let count = generatorSlotCount(object)
      return basic + 8 * count
    case .frame: return frameSize(object)
    case .record:
      return object.type == type(.code) ? CodeOffset.instructions + 2 * object.itemCount : basic
    case .weakReference: return basic
    case .byteArray: return basic + object[integer: ByteArrayOffset.allocated]
    case .plain: break
    }
    if isSubtype(object.type, type(.int)) { return basic + 4 * max(object.digitCount, 1) }
    if isSubtype(object.type, type(.bytes)) { return basic + object.itemCount }
    if object.type == type(.string) {
      let state = StringState(object)
      let encoded = detachedEncoding(of: object) == nil ? 0 : object[integer: StringOffset.encodedLength] + 1
      return state.dataOffset + (object.stringLength + 1) * state.width + encoded
    }
    if isSubtype(object.type, type(.string)) {
      let state = StringState(object)
      return basic + (object.stringLength + 1) * state.width
    }
    return basic
  }

  /// The bytes of a dict's table where it is its own, or of its values where it shares one.
  private func dictBodySize(_ dict: ObjectPointer) -> Int {
    let table = KeyTable(Block(address: dict[word: DictOffset.keys]))
    if dict[block: DictOffset.values] != nil { return 8 * table.sharedCapacity }
    return table.referenceCount == 1 ? table.size : 0
  }

  /// How many words of a generator's frame there are.
  private func generatorSlotCount(_ generator: ObjectPointer) -> Int {
    let data = generator.advanced(by: GeneratorOffset.frame)
    guard let code = data[object: FrameDataOffset.executable] else { return 0 }
    return Int(code[int32: CodeOffset.variableCount] + code[int32: CodeOffset.stackSize])
  }

  private func frameSize(_ frame: ObjectPointer) -> Int {
    guard let data = frame[block: FrameOffset.data], let code = data[object: FrameDataOffset.executable]
    else {
      return 64
    }
    return 136 + 8 * Int(code[int32: CodeOffset.variableCount] + code[int32: CodeOffset.stackSize])
  }

  /// The bytes that an object takes from the allocator, with the blocks of its body.
  func footprint(_ object: ObjectPointer) -> Int {
    ownBlocks(of: object).reduce(0) { $0 + blockRoom($1) }
  }

  /// The bytes that a block takes; none where it lies outside the arenas and the large blocks.
  func blockRoom(_ block: Block) -> Int {
    state.staticMemory.contains(block.address) ? 0 : state.allocator.room(of: block)
  }

  /// The blocks that are an object's own: itself and its body.
  func ownBlocks(of object: ObjectPointer) -> [Block] {
    let plan = object.plan
    let before = object.isCollectable ? plan.preHeaderSize : 0
    var blocks = [Block(address: object.address - UInt(before))]
    switch plan.body {
    case .list: if let items = object[block: ListOffset.items] { blocks.append(items) }
    case .byteArray: if let data = object[block: ByteArrayOffset.data] { blocks.append(data) }
    case .dict:
      if let values = object[block: DictOffset.values] {
        if values[byte: ValuesOffset.isEmbedded] == 0 { blocks.append(values) }
      } else if let keys = object[block: DictOffset.keys], keys.address != emptyKeysAddress {
        blocks.append(keys)
      }
      if isOrdered(object), let nodes = object[block: DerivedDictOffset.nodeTable] {
        blocks.append(nodes)
        var next = object[block: DerivedDictOffset.firstNode]
        while let node = next {
          blocks.append(node)
          next = node[block: NodeOffset.next]
        }
      }
    case .deque:
      let (used, free) = dequeBlocks(object)
      blocks += used + free
    case .set:
      if let table = object[block: SetOffset.table],
        table.address != object.address + UInt(SetOffset.smallTable)
      {
        blocks.append(table)
      }
    case .type:
      if isHeap(object), let keys = object[block: TypeOffset.cachedKeys] { blocks.append(keys) }
    default:
      if isSubtype(object.type, type(.string)) {
        if object.type == type(.string) {
          if let encoded = detachedEncoding(of: object) { blocks.append(encoded) }
        } else if let data = object[block: StringOffset.data] {
          blocks.append(data)
        }
      }
    }
    return blocks
  }
}
