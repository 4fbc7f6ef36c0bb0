import Foundation
import HeapModel

@testable import SwiftHeap

/// What this process has recorded, read from a frozen copy.
struct FrozenRecords {
  let records: AllocationRecords?
  private let symbolicator: Symbolicator

  init() throws {
    let frozen = try FrozenProcess()
    let image = try frozen.image()
    records = AllocationRecords(in: image)
    symbolicator = Symbolicator(images: ExecutableImage.all(in: image), findsLines: false)
  }

  /// What is known of a block of glibc's, before which stands its size.
  func record(of block: UnsafeMutableRawPointer) -> AllocationRecords.Record? {
    let word = block.load(fromByteOffset: -8, as: UInt64.self)
    let size = word & ~7 - (word & 2 != 0 ? 16 : 8)
    return records?.record(ofBlockAt: UInt64(UInt(bitPattern: block)), size: size)
  }

  /// The names of the functions that a block was allocated in, innermost first.
  func functions(of block: UnsafeMutableRawPointer) -> [String] {
    guard let records, let record = record(of: block) else { return [] }
    return records.returnAddresses(ofStack: record.stack).flatMap {
      symbolicator.frames(at: $0).map(\.function)
    }
  }
}
