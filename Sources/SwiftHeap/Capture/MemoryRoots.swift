import HeapModel

/// Memory outside the heap that may lead to objects: variables of executables, stacks, registers, and what is mapped.
struct MemoryRoots {
  private let image: ProcessImage
  private let table: BlockTable
  private let images: [ExecutableImage]

  init(in image: ProcessImage, table: BlockTable, images: [ExecutableImage]) {
    (self.image, self.table, self.images) = (image, table, images)
  }

  /// Goes through the places outside the heap that hold an object's address.
  ///
  /// - Parameters:
  ///   - threads: the threads, whose stacks are read from their stack pointers on.
  ///   - heap: the allocator's chunks, ascending, which are no root; where they are not known, objects are none.
  ///   - arenas: the memory in which the allocator has nothing but chunks and its own.
  ///   - names: the names of threads by their numbers.
  ///   - symbolicator: names the functions that stacks belong to, without lines; `nil` where they are to have no names.
  ///   - body: is given the block, and what holds it.
  func forEach(
    threads: [FrozenProcess.Thread], heap: [Range<UInt64>]?, arenas: [Range<UInt64>]?, names: [Int32: String],
    symbolicator: Symbolicator?,
    _ body: (_ block: Int, _ kind: RootKind, _ name: String?, _ detail: String?) -> Void
  ) {
    var stacks: [Int: (pointer: UInt64, thread: FrozenProcess.Thread)] = [:]
    for thread in threads {
      let title = "thread \(thread.identifier)" + (names[thread.identifier].map { " (\($0))" } ?? "")
      for value in thread.registers {
        if let block = table.index.block(at: value) { body(block, .frame, nil, title) }
      }
      guard let number = image.regionNumber(of: thread.stackPointer) else { continue }
      stacks[number] = (thread.stackPointer, thread)
      // Below the stack pointer, the red zone of 128 bytes is in use too.
      let region = image.regions[number].range
      let start = max(max(thread.stackPointer & ~7, 128) - 128, region.lowerBound)
      // A large block may be mapped next to a stack, which makes one region of both.
      let end = heap?.first { $0.lowerBound > start && $0.lowerBound < region.upperBound }?.lowerBound
      var found: [(address: UInt64, block: Int)] = []
      scan(start..<(end ?? region.upperBound)) { found.append(($0, $1)) }
      guard let symbolicator, !found.isEmpty else {
        for (_, block) in found { body(block, .frame, nil, title) }
        continue
      }
      let frames = StackFrames(of: thread, in: image)
      let places = found.map { frames.returnAddress(at: $0.address) }
      symbolicator.lookUp(returnAddresses: Set(places.compactMap(\.self)), findsLines: false)
      for ((_, block), place) in zip(found, places) {
        body(block, .frame, place.flatMap { symbolicator.frames(at: $0).last?.function }, title)
      }
    }
    for (number, region) in image.regions.enumerated() where region.isWritable && stacks[number] == nil {
      if region.permissions.contains(.shared) || region.name == "[heap]" && heap != nil { continue }
      if (arenas ?? []).contains(where: { $0.overlaps(region.range) }) { continue }
      if let owner = images.first(where: { $0.range.contains(region.range.lowerBound) }) {
        var found: [(address: UInt64, block: Int)] = []
        scan(region.range) { found.append(($0, $1)) }
        let names = Self.variables(at: found.map(\.address), of: owner)
        for (address, block) in found { body(block, .global, names[address], owner.name) }
      } else if !region.name.hasPrefix("[v") {
        scan(region.range, leavingOut: heap ?? []) { address, block in
          if heap != nil || table.block(containing: address) == nil {
            body(block, .other, nil, "mapped memory")
          }
        }
      }
    }
  }

  /// Goes through the blocks that threads were at work with: those that their registers lead to, and the innermost
  /// part of their stacks.
  ///
  /// Between writing a reference and counting it, such a block has a count that does not fit.
  func forEachInUse(threads: some Sequence<FrozenProcess.Thread>, _ body: (_ block: Int) -> Void) {
    func look(_ value: UInt64) {
      guard value > 4_096, let block = table.block(containing: value) else { return }
      // A block's last word is part of what glibc knows as the next one, which another thread may be at work with.
      if value - table.addresses[block] < UInt64(table.sizes[block]) - 8 { body(block) }
    }
    for thread in threads {
      for value in thread.registers { look(value) }
      let start = (thread.stackPointer &- 128) & ~7
      for offset in stride(from: UInt64(0), to: Self.innermostSize, by: 8) {
        guard let value = image.word(start &+ offset) else { break }
        look(value)
      }
    }
  }

  /// The bytes of a stack that functions of the runtime and of the allocator take at most, with their caller's.
  private static let innermostSize: UInt64 = 2_048

  /// Scans what of a range is in none of others.
  private func scan(
    _ range: Range<UInt64>, leavingOut others: [Range<UInt64>],
    _ body: (_ address: UInt64, _ block: Int) -> Void
  ) {
    var start = range.lowerBound
    for other in others where other.overlaps(range) {
      if start < other.lowerBound { scan(start..<other.lowerBound, body) }
      start = max(start, other.upperBound)
    }
    if start < range.upperBound { scan(start..<range.upperBound, body) }
  }

  private func scan(_ range: Range<UInt64>, _ body: (_ address: UInt64, _ block: Int) -> Void) {
    guard range.lowerBound < range.upperBound else { return }
    let count = Int(clamping: range.upperBound - range.lowerBound) / 8
    guard let bytes = unsafe image.bytes(at: range.lowerBound, count: count * 8) else { return }
    for number in 0..<count {
      let value = unsafe bytes.loadUnaligned(fromByteOffset: number * 8, as: UInt64.self)
      guard value > 4_096, let block = table.index.block(at: value) else { continue }
      body(range.lowerBound + UInt64(number * 8), block)
    }
  }

  /// The names of the variables that some addresses are in.
  ///
  /// - Parameter addresses: ascending.
  /// - Complexity: O(*s* log *n*) in the number of the executable's symbols and of addresses.
  private static func variables(at addresses: [UInt64], of image: ExecutableImage) -> [UInt64: String] {
    guard let first = addresses.first, let last = addresses.last else { return [:] }
    var names: [UInt64: String] = [:]
    image.forEachSymbol { start, size, isFunction, name in
      guard !isFunction, size >= 8, start <= last, start &+ size > first else { return }
      var low = addresses.partitioned { $0 < start }
      guard low < addresses.count, addresses[low] < start &+ size, let text = name() else { return }
      let readable = SymbolNames.variable(text)
      while low < addresses.count, addresses[low] < start &+ size {
        names[addresses[low]] = readable
        low += 1
      }
    }
    return names
  }
}
