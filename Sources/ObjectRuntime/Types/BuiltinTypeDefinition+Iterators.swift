import HeapModel

extension BuiltinTypeDefinition {
  /// Iterators over built-in containers, and the views of a dict.
  static func iterator(_ type: BuiltinType) -> BuiltinTypeDefinition {
    switch type {
    case .rangeIterator:
      BuiltinTypeDefinition(
        basicSize: 40, flags: 0x1182,
        fields: [.word("start", at: 16), .word("step", at: 24), .word("length", at: 32)])
    case .dictKeys, .dictValues, .dictItems:
      BuiltinTypeDefinition(
        basicSize: 24, flags: 0x5182, body: .record, fields: [.reference("mapping", at: 16)])
    case .setIterator:
      BuiltinTypeDefinition(
        basicSize: 48, flags: 0x5182, body: .record,
        fields: [
          .reference("set", at: IteratorOffset.container), .word("used", at: 24), .word("position", at: 32),
          .word("length", at: 40),
        ])
    case .longRangeIterator:
      BuiltinTypeDefinition(
        basicSize: 40, flags: 0x1182, body: .record,
        fields: [.hidden("start", at: 16), .hidden("step", at: 24), .hidden("length", at: 32)],
        releases: [16, 24, 32])
    case .callableIterator:
      BuiltinTypeDefinition(
        basicSize: 32, flags: 0x5182, body: .record,
        fields: [.reference("callable", at: 16), .reference("sentinel", at: 24)])
    case .dictKeyIterator, .dictValueIterator, .dictItemIterator, .dictReverseKeyIterator,
      .dictReverseValueIterator, .dictReverseItemIterator:
      BuiltinTypeDefinition(
        basicSize: 56, flags: 0x5182, body: .record,
        fields: [
          .reference("dict", at: IteratorOffset.container), .word("used", at: 24), .word("position", at: 32),
          .reference("result", at: IteratorOffset.result), .word("length", at: 48),
        ])
    default:
      BuiltinTypeDefinition(
        basicSize: 32, flags: 0x5182, body: .record,
        fields: [
          .word("index", at: IteratorOffset.index), .reference("sequence", at: IteratorOffset.sequence),
        ])
    }
  }

  /// Iterators over what other iterators give.
  static func adaptor(_ type: BuiltinType) -> BuiltinTypeDefinition {
    switch type {
    case .enumerate:
      BuiltinTypeDefinition(
        basicSize: 56, flags: 0x5502, body: .record,
        fields: [
          .word("index", at: EnumerateOffset.index), .reference("iterator", at: EnumerateOffset.source),
          .reference("result", at: EnumerateOffset.result),
          .reference("large index", at: EnumerateOffset.largeIndex),
          .word("one", at: EnumerateOffset.one, .pointer),
        ])
    case .zip:
      BuiltinTypeDefinition(
        basicSize: 48, flags: 0x5502, body: .record,
        fields: [
          .word("count", at: ZipOffset.count), .reference("iterators", at: ZipOffset.iterators),
          .reference("result", at: ZipOffset.result), .word("strict", at: ZipOffset.isStrict, .flags),
        ])
    case .map:
      BuiltinTypeDefinition(
        basicSize: 32, flags: 0x5502, body: .record,
        fields: [
          .reference("iterators", at: MapOffset.iterators), .reference("function", at: MapOffset.function),
        ])
    case .filter:
      BuiltinTypeDefinition(
        basicSize: 32, flags: 0x5502, body: .record,
        fields: [
          .reference("iterator", at: FilterOffset.source),
          .reference("function", at: FilterOffset.function),
        ], releases: [FilterOffset.function, FilterOffset.source])
    default:
      BuiltinTypeDefinition(
        basicSize: 32, flags: 0x5502, body: .record,
        fields: [
          .word("index", at: IteratorOffset.index), .reference("sequence", at: IteratorOffset.sequence),
        ])
    }
  }
}

/// The words of what numbers elements.
enum EnumerateOffset {
  static let index = 16
  static let source = 24
  /// The pair that is used again.
  static let result = 32
  /// The index once a machine word does not hold it.
  static let largeIndex = 40
  static let one = 48
}

/// The words of what puts the elements of several iterators together.
enum ZipOffset {
  static let count = 16
  static let iterators = 24
  /// The tuple that is used again.
  static let result = 32
  static let isStrict = 40
}

/// The words of what calls a function with elements.
enum MapOffset {
  static let iterators = 16
  static let function = 24
}

/// The words of what leaves elements out.
enum FilterOffset {
  static let function = 16
  static let source = 24
}

/// The words of iterators.
enum IteratorOffset {
  /// Of iterators over lists and tuples: the index, and what is gone through.
  static let index = 16
  static let sequence = 24
  /// Of iterators over sets and dicts: what is gone through, its size at the start, and how far it is.
  static let container = 16
  static let used = 24
  static let position = 32
  /// Of iterators over a dict's items: the pair that is used again.
  static let result = 40
}
