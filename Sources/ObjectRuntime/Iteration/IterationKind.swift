/// How objects of a built-in type give one element after the other.
enum IterationKind: UInt8 {
  /// They do not.
  case none
  case list, tuple, reverseList, range, longRange, set
  case dictKeys, dictValues, dictItems
  case reverseDictKeys, reverseDictValues, reverseDictItems
  case ascii, string, bytes
  case sequence, callable
  case enumerate, zip, map, filter, reversed
  case generator
  case deque, reverseDeque, chain, count, itemSlice

  /// That of a built-in type.
  init(_ type: BuiltinType) {
    self =
      switch type {
      case .listIterator: .list
      case .tupleIterator: .tuple
      case .reverseListIterator: .reverseList
      case .rangeIterator: .range
      case .longRangeIterator: .longRange
      case .setIterator: .set
      case .dictKeyIterator: .dictKeys
      case .dictValueIterator: .dictValues
      case .dictItemIterator: .dictItems
      case .dictReverseKeyIterator: .reverseDictKeys
      case .dictReverseValueIterator: .reverseDictValues
      case .dictReverseItemIterator: .reverseDictItems
      case .asciiIterator: .ascii
      case .stringIterator: .string
      case .bytesIterator, .byteArrayIterator: .bytes
      case .sequenceIterator: .sequence
      case .callableIterator: .callable
      case .enumerate: .enumerate
      case .zip: .zip
      case .map: .map
      case .filter: .filter
      case .reversed: .reversed
      case .generator: .generator
      case .dequeIterator: .deque
      case .reverseDequeIterator: .reverseDeque
      case .chain: .chain
      case .count: .count
      case .itemSlice: .itemSlice
      default: .none
      }
  }
}
