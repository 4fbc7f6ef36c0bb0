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
    case .dictKeyIterator, .dictValueIterator, .dictItemIterator:
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
