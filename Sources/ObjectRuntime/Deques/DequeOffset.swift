/// The words of a deque, as CPython's.
enum DequeOffset {
  static let count = 16
  static let leftBlock = 24
  static let rightBlock = 32
  /// The place of the first element in the first block, and of the last one in the last block.
  static let leftIndex = 40
  static let rightIndex = 48
  /// Counts up with every change.
  static let state = 56
  /// −1 where there is no limit.
  static let limit = 64
  static let freeCount = 72
  /// Blocks that are kept for the next, sixteen words.
  static let freeBlocks = 80
  static let weakReferences = 208
  static let size = 216
}

/// A block of a deque: a link to the one before, the elements, and a link to the one behind.
enum DequeBlock {
  static let length = 64
  static let center = 31
  static let left = 0
  static let elements = 8
  static let right = 520
  static let size = 528
  static let mostFree = 16
}

/// The words of an iterator over a deque.
enum DequeIteratorOffset {
  static let block = 16
  static let index = 24
  static let deque = 32
  static let state = 40
  static let left = 48
  static let size = 56
}
