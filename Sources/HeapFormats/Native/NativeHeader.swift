import HeapModel

/// The first 64 bytes of a `.heap` file and the table behind them (docs/heap-format.md).
struct NativeHeader {
  static let magic: [UInt8] = [0x89, 0x48, 0x45, 0x41, 0x50, 0x0D, 0x0A, 0x1A]
  static let size = 64
  static let entrySize = 32
  static let majorVersion: UInt16 = 1
  static let minorVersion: UInt16 = 0
  static let partialFlag: UInt32 = 1
  static let sectionLimit = 256
  static let objectLimit = UInt32.max - 1
  static let referenceLimit = UInt64(UInt32.max)

  struct Entry {
    var identifier: UInt32
    var elementSize: UInt32
    var offset: Int
    var length: Int
    var checksum: UInt32

    /// `nil` for sections of later versions and of other producers.
    var section: HeapSection? { HeapSection(rawValue: identifier) }

    var name: String { section?.description ?? "section \(identifier)" }
  }

  var isPartial: Bool
  var objectCount: Int
  var referenceCount: Int
  var danglingCount: UInt64
  var entries: [Entry]
}
