import HeapModel

/// What a built-in type's memory looks like and how its instances are walked.
struct BuiltinTypeDefinition {
  var basicSize: Int
  var itemSize = 0
  /// The type's flags, as CPython 3.13 has them.
  var flags: UInt
  var body = ObjectBody.plain
  var dictOffset = 0
  var weakListOffset = 0
  /// The words of an instance; the references among them in the order in which the collector visits them.
  var fields: [FieldDescription] = []
  /// The offsets of the references in the order in which they are let go, where that is another.
  var releases: [Int]?
  /// The offsets of those that are emptied to break a cycle.
  var clears: [Int] = []
  /// Whether letting go of deep nests is put off.
  var isPutOff = false
  /// Whether the collector empties instances to break a cycle, beyond `clears`.
  var isClearable = false
  /// The offsets of references that an instance has besides its body's, which are visited first.
  var slots: [Int] = []
  /// Whether each instance counts as a reference to the type, as those of CPython's types on its heap do.
  var countsType = false
}

extension BuiltinTypeDefinition {
  // The flags that most types share: ready, immutable, and for use as a base.
  private static let final: UInt = 0x1102
  private static let base: UInt = 0x1502
  private static let collected: UInt = 1 << 14

  /// The definition of a built-in type; sizes, offsets and flags are those of CPython 3.13.
  static func definition(of type: BuiltinType) -> BuiltinTypeDefinition {
    switch type {
    case .object: BuiltinTypeDefinition(basicSize: 16, flags: base)
    case .none, .notImplemented, .ellipsis: BuiltinTypeDefinition(basicSize: 16, flags: final)
    case .type:
      BuiltinTypeDefinition(
        basicSize: TypeOffset.heapSize, itemSize: 40, flags: 0x8080_5D02, body: .type,
        dictOffset: TypeOffset.dict,
        weakListOffset: TypeOffset.weakReferences, fields: typeFields, isClearable: true)
    case .int: BuiltinTypeDefinition(basicSize: 24, itemSize: 4, flags: 0x140_1502)
    case .bool: BuiltinTypeDefinition(basicSize: 24, itemSize: 4, flags: 0x140_1102)
    case .float:
      BuiltinTypeDefinition(
        basicSize: 24, flags: 0x40_1502, fields: [.word("value", at: FloatOffset.value, .double)])
    case .complex:
      BuiltinTypeDefinition(
        basicSize: 32, flags: base, fields: [.word("real", at: 16, .double), .word("imag", at: 24, .double)])
    case .string: BuiltinTypeDefinition(basicSize: 64, flags: 0x1040_1502)
    case .bytes: BuiltinTypeDefinition(basicSize: 33, itemSize: 1, flags: 0x840_1502)
    case .byteArray:
      BuiltinTypeDefinition(
        basicSize: ByteArrayOffset.size, flags: 0x40_1502, body: .byteArray,
        fields: [
          .word("size", at: ObjectOffset.size), .word("allocated", at: ByteArrayOffset.allocated),
          .word("bytes", at: ByteArrayOffset.data, .pointer),
          .word("start", at: ByteArrayOffset.start, .pointer), .word("exports", at: ByteArrayOffset.exports),
        ])
    case .tuple, .list, .dict, .set, .frozenSet: container(type)
    case .versionInfo, .floatInfo:
      BuiltinTypeDefinition(
        basicSize: 24, itemSize: 8, flags: 0x440_51A2, body: .tuple, fields: [.word("size", at: 16)],
        isPutOff: true)
    case .cell, .module, .slice, .range, .mappingProxy, .union, .property, .staticMethod, .classMethod:
      record(type)
    case .code, .function, .method, .builtinFunction, .attributeDescriptor, .memberDescriptor: callable(type)
    case .methodDescriptor, .wrapperDescriptor, .classMethodDescriptor, .methodWrapper, .superType:
      boundMethod(type)
    case .deque, .dequeIterator, .reverseDequeIterator, .defaultDict, .orderedDict: collection(type)
    case .partial, .cacheWrapper, .cacheEntry, .chain, .count, .itemSlice, .simpleNamespace: functional(type)
    case .generator, .frame, .traceback: execution(type)
    case .listIterator, .reverseListIterator, .tupleIterator, .setIterator, .rangeIterator, .dictKeys,
      .dictValues, .dictItems, .dictKeyIterator, .dictValueIterator, .dictItemIterator,
      .dictReverseKeyIterator, .dictReverseValueIterator, .dictReverseItemIterator, .asciiIterator,
      .stringIterator, .bytesIterator, .byteArrayIterator, .longRangeIterator, .sequenceIterator,
      .callableIterator:
      iterator(type)
    case .enumerate, .zip, .map, .filter, .reversed: adaptor(type)
    case .weakReference, .weakProxy, .callableWeakProxy:
      BuiltinTypeDefinition(
        basicSize: 64, flags: type == .weakReference ? 0x5D02 : 0x5182, body: .weakReference,
        fields: [
          .word("object", at: WeakReferenceOffset.referent, .borrowed),
          .reference("callback", at: WeakReferenceOffset.callback),
          .word("hash", at: WeakReferenceOffset.hash, .hash),
          .word("previous", at: WeakReferenceOffset.previous, .pointer),
          .word("next", at: WeakReferenceOffset.next, .pointer),
          .word("vectorcall", at: WeakReferenceOffset.vectorcall, .pointer),
        ], isClearable: true)
    }
  }

  private static func container(_ type: BuiltinType) -> BuiltinTypeDefinition {
    switch type {
    case .tuple:
      BuiltinTypeDefinition(
        basicSize: 24, itemSize: 8, flags: 0x440_5522, body: .tuple, fields: [.word("size", at: 16)],
        isPutOff: true)
    case .list:
      BuiltinTypeDefinition(
        basicSize: 40, flags: 0x240_5522, body: .list,
        fields: [
          .word("size", at: 16), .word("items", at: ListOffset.items, .pointer),
          .word("allocated", at: ListOffset.allocated),
        ], isPutOff: true, isClearable: true)
    case .dict:
      BuiltinTypeDefinition(
        basicSize: 48, flags: 0x2040_5542, body: .dict,
        fields: [
          .word("used", at: DictOffset.used), .word("version", at: DictOffset.version),
          .word("keys", at: DictOffset.keys, .pointer), .word("values", at: DictOffset.values, .pointer),
        ], isPutOff: true, isClearable: true)
    default:
      BuiltinTypeDefinition(
        basicSize: 200, flags: 0x40_5502, body: .set, weakListOffset: SetOffset.weakReferences,
        fields: [
          .word("fill", at: SetOffset.fill), .word("used", at: SetOffset.used),
          .word("mask", at: SetOffset.mask),
          .word("table", at: SetOffset.table, .pointer), .word("hash", at: SetOffset.hash, .hash),
          .word("finger", at: SetOffset.finger),
          .word("weak references", at: SetOffset.weakReferences, .weakList),
        ], isPutOff: true, isClearable: true)
    }
  }

  private static func record(_ type: BuiltinType) -> BuiltinTypeDefinition {
    switch type {
    case .cell:
      BuiltinTypeDefinition(
        basicSize: 24, flags: final | collected, body: .record,
        fields: [.reference("contents", at: CellOffset.contents, .cellContents)],
        clears: [CellOffset.contents])
    case .module:
      BuiltinTypeDefinition(
        basicSize: 56, flags: base | collected, body: .record, dictOffset: ModuleOffset.attributes,
        weakListOffset: ModuleOffset.weakReferences,
        fields: [
          .reference("__dict__", at: ModuleOffset.attributes, .attributeDictionary),
          .word("definition", at: ModuleOffset.definition, .pointer),
          .word("state", at: ModuleOffset.state, .pointer),
          .word("weak references", at: ModuleOffset.weakReferences, .weakList),
          .hidden("name", at: ModuleOffset.name),
        ], clears: [ModuleOffset.attributes])
    case .slice:
      BuiltinTypeDefinition(
        basicSize: 40, flags: final | collected, body: .record,
        fields: [
          .reference("start", at: 16, .attribute), .reference("stop", at: 24, .attribute),
          .reference("step", at: 32, .attribute),
        ], releases: [32, 16, 24])
    case .range:
      BuiltinTypeDefinition(
        basicSize: 48, flags: final | TypeFlag.isSequence, body: .record,
        fields: [
          .hidden("start", at: 16, .attribute), .hidden("stop", at: 24, .attribute),
          .hidden("step", at: 32, .attribute), .hidden("length", at: 40),
        ])
    case .mappingProxy:
      BuiltinTypeDefinition(
        basicSize: 24, flags: 0x5142, body: .record, fields: [.reference("mapping", at: 16)])
    case .union:
      BuiltinTypeDefinition(
        basicSize: UnionOffset.size, flags: 0x5182, body: .record,
        fields: [
          .reference("__args__", at: UnionOffset.arguments, .attribute),
          .reference("__parameters__", at: UnionOffset.parameters),
        ])
    case .property:
      BuiltinTypeDefinition(
        basicSize: 64, flags: base | collected, body: .record,
        fields: [
          .reference("fget", at: 16, .attribute), .reference("fset", at: 24, .attribute),
          .reference("fdel", at: 32, .attribute), .reference("__doc__", at: 40, .attribute),
          .reference("__name__", at: 48, .attribute), .word("getter has doc", at: 56, .flags),
        ], clears: [40])
    default:
      BuiltinTypeDefinition(
        basicSize: 32, flags: base | collected, body: .record, dictOffset: 24,
        fields: [
          .reference("__func__", at: 16, .attribute), .reference("__dict__", at: 24, .attributeDictionary),
        ], clears: [16, 24])
    }
  }
}
