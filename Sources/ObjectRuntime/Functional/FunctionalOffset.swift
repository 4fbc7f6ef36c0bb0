/// The words of a function with some of its arguments.
enum PartialOffset {
  static let function = 16
  static let arguments = 24
  static let keywords = 32
  static let attributes = 40
  static let weakReferences = 48
  static let vectorcall = 56
  static let size = 64
}

/// The words of a function whose results are kept.
///
/// It begins with the words of a ``CacheEntryOffset``: the ring of entries from the oldest to the newest runs through it.
enum CacheOffset {
  static let wrapper = 56
  static let isTyped = 64
  static let cache = 72
  static let hits = 80
  static let function = 88
  /// −1 where there is no limit.
  static let limit = 96
  static let misses = 104
  static let mark = 112
  static let entryType = 120
  static let infoType = 128
  static let attributes = 136
  static let weakReferences = 144
  static let size = 152
}

/// The words of a result that is kept.
enum CacheEntryOffset {
  static let previous = 16
  static let next = 24
  static let hash = 32
  static let key = 40
  static let result = 48
  static let size = 56
}

/// The words of iterators of the module `itertools`.
enum ChainOffset {
  static let source = 16
  static let active = 24
}

enum CountOffset {
  /// The next number; the largest one where the words below have it.
  static let number = 16
  static let largeNumber = 24
  static let step = 32
}

enum SliceOffset {
  static let source = 16
  static let next = 24
  static let stop = 32
  static let step = 40
  static let count = 48
}

/// The word of a namespace.
enum NamespaceOffset {
  static let attributes = 16
}

/// The words that dicts of derived built-in types have behind a dict's own.
enum DerivedDictOffset {
  static let defaultFactory = 48
  /// Of an `OrderedDict`: the nodes by the places of their entries in the dict's table, and how many places there are.
  static let nodeTable = 48
  static let nodeTableSize = 56
  /// How often keys were added, taken out or moved.
  static let state = 72
  static let firstNode = 80
  static let lastNode = 88
  static let attributes = 96
  static let weakReferences = 104
}
