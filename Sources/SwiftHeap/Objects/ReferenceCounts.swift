/// The counts in the second word of a Swift object, as `RefCount.h` of the Swift runtime lays them out on 64 bits.
package struct ReferenceCounts: Equatable, Sendable {
  /// How many strong references the runtime counts; none where the object is being torn down.
  package var strong: UInt32
  /// How many unowned references it counts; the strong ones together hold one more, which is not in here.
  package var unowned: UInt32
  /// How many weak references it counts.
  package var weak: UInt32
  /// Whether the counts never change.
  package var isImmortal: Bool
  /// Whether the object is being torn down, or only unowned references still keep its memory.
  package var isDeinitializing: Bool

  /// Reads the counts.
  ///
  /// - Parameters:
  ///   - word: the object's second word.
  ///   - image: the process's memory, for counts that have been moved to a side table.
  /// - Returns: `nil` where the word cannot be one of an object.
  package init?(_ word: UInt64, in image: ProcessImage) {
    self.init(strong: 0, unowned: 0, weak: 0, isImmortal: false, isDeinitializing: false)
    if UInt32(truncatingIfNeeded: word) == .max {
      isImmortal = true
      return
    }
    guard word >> 63 != 0 else {
      inline(word)
      return
    }
    guard let table = Self.sideTable(word) else {
      // Bit 63 alone says that the object takes the slow way, without a side table.
      inline(word & ~(3 << 62))
      return
    }
    guard let counts = image.word(table &+ 16), let weak = image.load(table &+ 24, as: UInt32.self) else {
      return nil
    }
    if UInt32(truncatingIfNeeded: counts) == .max { isImmortal = true } else { inline(counts) }
    // The object itself holds the table.
    self.weak = weak == 0 ? 0 : weak - 1
  }

  private init(strong: UInt32, unowned: UInt32, weak: UInt32, isImmortal: Bool, isDeinitializing: Bool) {
    (self.strong, self.unowned, self.weak) = (strong, unowned, weak)
    (self.isImmortal, self.isDeinitializing) = (isImmortal, isDeinitializing)
  }

  private mutating func inline(_ word: UInt64) {
    strong = UInt32(word >> 33 & 0x3FFF_FFFF) + 1
    unowned = UInt32(word >> 1 & 0x7FFF_FFFF)
    isDeinitializing = word >> 32 & 1 != 0
    if isDeinitializing { strong = 0 }
    unowned = unowned == 0 ? 0 : unowned - 1
  }

  /// The lower half of the counts of an object that has no unowned and no weak references.
  static let onlyStrong: UInt32 = 3

  /// Whether a word is the counts of a live object and not of torn down or other memory, as far as it shows: the lowest
  /// bit is set in native objects, the strong references together hold an unowned one, and there are not too many.
  static func areOfLiveObject(_ word: UInt64) -> Bool {
    if UInt32(truncatingIfNeeded: word) == .max || sideTable(word) != nil { return true }
    let unowned = word >> 1 & 0x7FFF_FFFF
    return word & 1 != 0 && unowned != 0 && unowned < likelyCount && word >> 32 & 1 == 0
      && word >> 33 & 0x3FFF_FFFF < likelyCount
  }

  /// Words with more references than these are likelier addresses than counts.
  private static let likelyCount: UInt64 = 1 << 24

  /// Where the side table of an object is, whose second word this is; `nil` where it has none.
  package static func sideTable(_ word: UInt64) -> UInt64? {
    guard UInt32(truncatingIfNeeded: word) != .max, word >> 62 == 3 else { return nil }
    return (word & 0x3FFF_FFFF_FFFF_FFFF) << 3
  }
}
