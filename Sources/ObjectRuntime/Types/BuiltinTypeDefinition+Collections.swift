import HeapModel

extension BuiltinTypeDefinition {
  /// The types of the modules `collections`.
  static func collection(_ type: BuiltinType) -> BuiltinTypeDefinition {
    switch type {
    case .deque:
      BuiltinTypeDefinition(
        basicSize: DequeOffset.size, flags: 0x5520, body: .deque, weakListOffset: DequeOffset.weakReferences,
        fields: [
          .word("size", at: DequeOffset.count), .word("leftblock", at: DequeOffset.leftBlock, .pointer),
          .word("rightblock", at: DequeOffset.rightBlock, .pointer),
          .word("leftindex", at: DequeOffset.leftIndex), .word("rightindex", at: DequeOffset.rightIndex),
          .word("state", at: DequeOffset.state), .word("limit", at: DequeOffset.limit),
          .word("free blocks", at: DequeOffset.freeCount),
          .word("weak references", at: DequeOffset.weakReferences, .weakList),
        ]
          + (0..<DequeBlock.mostFree).map {
            .word("freeblocks[\($0)]", at: DequeOffset.freeBlocks + 8 * $0, .pointer)
          }, isPutOff: true, isClearable: true, countsType: true)
    case .dequeIterator, .reverseDequeIterator:
      BuiltinTypeDefinition(
        basicSize: DequeIteratorOffset.size, flags: 0x5100, body: .record,
        fields: [
          .word("block", at: DequeIteratorOffset.block, .pointer),
          .word("index", at: DequeIteratorOffset.index),
          .reference("deque", at: DequeIteratorOffset.deque), .word("state", at: DequeIteratorOffset.state),
          .word("left", at: DequeIteratorOffset.left),
        ], countsType: true)
    case .defaultDict:
      BuiltinTypeDefinition(
        basicSize: 56, flags: 0x2040_5540, body: .dict,
        fields: dictFields + [
          .reference("default_factory", at: DerivedDictOffset.defaultFactory, .attribute)
        ], isPutOff: true, isClearable: true, slots: [DerivedDictOffset.defaultFactory], countsType: true)
    default:
      BuiltinTypeDefinition(
        basicSize: 112, flags: 0x2040_5542, body: .dict, dictOffset: DerivedDictOffset.attributes,
        weakListOffset: DerivedDictOffset.weakReferences,
        fields: dictFields + [
          .word("od_fast_nodes", at: DerivedDictOffset.nodeTable, .pointer),
          .word("od_fast_nodes_size", at: DerivedDictOffset.nodeTableSize),
          .word("od_resize_sentinel", at: 64, .pointer), .word("od_state", at: 72),
          .word("od_first", at: 80, .pointer), .word("od_last", at: 88, .pointer),
          .reference("__dict__", at: DerivedDictOffset.attributes, .attributeDictionary),
          .word("weak references", at: DerivedDictOffset.weakReferences, .weakList),
        ], isPutOff: true, isClearable: true, slots: [DerivedDictOffset.attributes])
    }
  }

  private static let dictFields: [FieldDescription] = [
    .word("used", at: DictOffset.used), .word("version", at: DictOffset.version),
    .word("keys", at: DictOffset.keys, .pointer), .word("values", at: DictOffset.values, .pointer),
  ]

  /// The types of the modules `functools` and `itertools`, and namespaces.
  static func functional(_ type: BuiltinType) -> BuiltinTypeDefinition {
    switch type {
    case .partial:
      BuiltinTypeDefinition(
        basicSize: PartialOffset.size, flags: 0x5D00, body: .record, dictOffset: PartialOffset.attributes,
        weakListOffset: PartialOffset.weakReferences,
        fields: [
          .reference("func", at: PartialOffset.function, .attribute),
          .reference("args", at: PartialOffset.arguments, .attribute),
          .reference("keywords", at: PartialOffset.keywords, .attribute),
          .reference("__dict__", at: PartialOffset.attributes, .attributeDictionary),
          .word("weak references", at: PartialOffset.weakReferences, .weakList),
          .word("vectorcall", at: PartialOffset.vectorcall, .pointer),
        ],
        clears: [
          PartialOffset.function, PartialOffset.arguments, PartialOffset.keywords, PartialOffset.attributes,
        ], countsType: true)
    case .cacheWrapper:
      BuiltinTypeDefinition(
        basicSize: CacheOffset.size, flags: 0x2_5100, body: .cache, dictOffset: CacheOffset.attributes,
        weakListOffset: CacheOffset.weakReferences, fields: cacheFields,
        clears: cacheReferences, countsType: true)
    case .cacheEntry:
      BuiltinTypeDefinition(
        basicSize: CacheEntryOffset.size, flags: 0x1180, body: .record,
        fields: [
          .word("previous", at: CacheEntryOffset.previous, .pointer),
          .word("next", at: CacheEntryOffset.next, .pointer), .word("hash", at: CacheEntryOffset.hash, .hash),
          .hidden("key", at: CacheEntryOffset.key), .hidden("result", at: CacheEntryOffset.result),
        ])
    case .chain:
      BuiltinTypeDefinition(
        basicSize: 32, flags: 0x5500, body: .record,
        fields: [
          .reference("active", at: ChainOffset.active), .reference("source", at: ChainOffset.source),
        ], countsType: true)
    case .count:
      BuiltinTypeDefinition(
        basicSize: 40, flags: 0x5500, body: .record,
        fields: [
          .word("number", at: CountOffset.number), .reference("large number", at: CountOffset.largeNumber),
          .reference("step", at: CountOffset.step),
        ], countsType: true)
    case .itemSlice:
      BuiltinTypeDefinition(
        basicSize: 56, flags: 0x5500, body: .record,
        fields: [
          .reference("iterator", at: SliceOffset.source), .word("next", at: SliceOffset.next),
          .word("stop", at: SliceOffset.stop), .word("step", at: SliceOffset.step),
          .word("count", at: SliceOffset.count),
        ], countsType: true)
    default:
      BuiltinTypeDefinition(
        basicSize: 24, flags: 0x5502, body: .record, dictOffset: NamespaceOffset.attributes,
        fields: [.reference("__dict__", at: NamespaceOffset.attributes, .attributeDictionary)],
        clears: [NamespaceOffset.attributes])
    }
  }

  private static let cacheReferences = [
    CacheOffset.cache, CacheOffset.function, CacheOffset.mark, CacheOffset.entryType, CacheOffset.infoType,
    CacheOffset.attributes,
  ]

  private static let cacheFields: [FieldDescription] = [
    .word("newest", at: CacheEntryOffset.previous, .pointer),
    .word("oldest", at: CacheEntryOffset.next, .pointer), .word("hash", at: CacheEntryOffset.hash, .hash),
    .word("key", at: CacheEntryOffset.key, .pointer), .word("result", at: CacheEntryOffset.result, .pointer),
    .word("wrapper", at: CacheOffset.wrapper, .pointer), .word("typed", at: CacheOffset.isTyped, .flags),
    .reference("cache", at: CacheOffset.cache), .word("hits", at: CacheOffset.hits),
    .reference("function", at: CacheOffset.function), .word("limit", at: CacheOffset.limit),
    .word("misses", at: CacheOffset.misses), .reference("mark", at: CacheOffset.mark),
    .reference("entry type", at: CacheOffset.entryType), .reference("info type", at: CacheOffset.infoType),
    .reference("__dict__", at: CacheOffset.attributes, .attributeDictionary),
    .word("weak references", at: CacheOffset.weakReferences, .weakList),
  ]
}
