import HeapModel

/// Where the blocks of a process that stands still were allocated, in the program's words.
struct AllocationSites {
  private let records: AllocationRecords
  private let symbolicator: Symbolicator

  /// Finds the records; `nil` where the process keeps none.
  ///
  /// - Complexity: O(*s*) in the number of stacks, and the symbols and lines of the images that they go through.
  ///
  /// - Parameter symbolicator: names the calls.
  init?(in image: ProcessImage, symbolicator: Symbolicator) {
    guard let records = AllocationRecords(in: image) else { return nil }
    self.records = records
    self.symbolicator = symbolicator
    var addresses: Set<UInt64> = []
    for stack in 0..<records.stackCount { addresses.formUnion(records.returnAddresses(ofStack: stack + 1)) }
    symbolicator.lookUp(returnAddresses: addresses)
  }

  /// How many distinct stacks there are; they are numbered from 1.
  var stackCount: Int { records.stackCount }

  /// What is to be said of allocations that were not recorded.
  var limitation: Limitation? {
    guard records.missedCount > 0 else { return nil }
    return Limitation(
      text: "Allocations were not recorded, mostly since the memory for records was full; "
        + "where those objects were made is not known.",
      count: Int(clamping: records.missedCount))
  }

  /// The stack that a block was allocated with, and how many bytes were asked for.
  ///
  /// - Complexity: O(1).
  func record(ofBlockAt address: UInt64, size: UInt64) -> AllocationRecords.Record? {
    records.record(ofBlockAt: address, size: size)
  }

  /// The calls of a stack, from the first on that is the program's.
  ///
  /// - Complexity: O(*n*) in their number.
  func site(ofStack stack: Int) -> AllocationSite {
    let calls = records.returnAddresses(ofStack: stack).flatMap { symbolicator.calls(at: $0) }
    let own = calls.drop(while: \.isOfRuntime)
    return AllocationSite(frames: (own.isEmpty ? calls[...] : own).map(\.frame))
  }
}
