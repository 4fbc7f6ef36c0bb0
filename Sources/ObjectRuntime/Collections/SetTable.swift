/// The numbers of CPython's set: an open-addressing table of 16-byte entries (key, hash), probed nine in a row.
enum SetTable {
  static let smallestSize = 8
  static let linearProbes = 9
  static let perturbShift: UInt = 5
  /// The key of an entry that was removed; no object lies there.
  static let dummy: UInt = 1

  /// The entry of a key, or where it would be put.
  enum Place {
    case found(Int)
    case free(Int)
  }
}
