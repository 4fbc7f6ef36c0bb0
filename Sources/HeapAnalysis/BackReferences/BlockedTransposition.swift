import Dispatch
import HeapModel
import Synchronization

extension Transposition {
  /// Sorts by blocks of targets first, then block by block: each step stays within the cache, and all cores
  /// take part.
  ///
  /// - Parameters:
  ///   - rows: what to turn round.
  ///   - blockBits: a block is 2 to the power of this many targets.
  ///   - referencesPerPart: how many references one core takes at a time, at least.
  ///   - monitor: is asked before each part whether to go on.
  static func blocked(
    _ rows: ReferenceRows, blockBits: Int, referencesPerPart: Int = 1 << 20, monitor: AnalysisMonitor
  ) throws(HeapAnalysisError) -> Rows {
    // The block says the upper bits of a target; only the lower ones are kept until then.
    blockBits <= 16
      ? try BlockedTransposition<UInt16>(rows, blockBits, referencesPerPart, monitor).run()
      : try BlockedTransposition<UInt32>(rows, blockBits, referencesPerPart, monitor).run()
  }
}

/// One sort by blocks.
///
/// The references are first brought, part by part and all cores at once, to their block's place in the result,
/// in the order of their sources. Then each block is sorted where it stands: its counters and its references
/// fit the second-level cache, where a plain counting sort would wait for memory at nearly every step.
private final class BlockedTransposition<Low: FixedWidthInteger & BitwiseCopyable & Sendable>: Sendable {
  private let rows: ReferenceRows
  private let blockBits: Int
  private let blockCount: Int
  // Parts of the references, one behind the other; each is sorted into blocks on its own.
  private let parts: [Range<Int>]
  private let monitor: AnalysisMonitor
  private let progress = Mutex((done: 0, isStopped: false))

  private static var mostParts: Int { 64 }

  init(_ rows: ReferenceRows, _ blockBits: Int, _ referencesPerPart: Int, _ monitor: AnalysisMonitor) {
    self.rows = rows
    self.blockBits = blockBits
    self.monitor = monitor
    blockCount = (rows.objectCount + 1 << blockBits - 1) >> blockBits
    let count = rows.neighbours.count
    let partCount = min(max(count / referencesPerPart, 1), Self.mostParts)
    parts = (0..<partCount).map { count * $0 / partCount..<count * ($0 + 1) / partCount }
  }

  func run() throws(HeapAnalysisError) -> Transposition.Rows {
    // counts[part * blockCount + block]
    let counts = SharedMemory<UInt32>(count: parts.count * blockCount)
    try perform(parts.count) { self.count(part: $0, into: counts) }

    // Where each part's share of each block begins: block by block, in it part by part. So a block's
    // references come to lie where its part of the result will be, and in the order of their sources.
    let countsOfAll = counts.span(of: 0..<counts.count)
    var starts = [UInt32](repeating: 0, count: counts.count)
    var blockStarts: [Int] = []
    blockStarts.reserveCapacity(blockCount + 1)
    var total = 0
    for block in 0..<blockCount {
      blockStarts.append(total)
      for part in parts.indices {
        let place = part * blockCount + block
        starts[place] = UInt32(truncatingIfNeeded: total)
        total += Int(countsOfAll[place])
      }
    }
    blockStarts.append(total)

    let (startsOfParts, startsOfBlocks) = (starts, blockStarts)
    let lows = SharedMemory<Low>(count: total)
    let sources = SharedMemory<UInt32>(count: total)
    try perform(parts.count) { part in
      let row = part * self.blockCount..<(part + 1) * self.blockCount
      self.sort(part: part, starts: startsOfParts[row], lows: lows, sources: sources)
    }

    let offsets = SharedMemory<UInt32>(count: rows.objectCount + 1)
    var first = offsets.mutableSpan(of: 0..<1)
    first[0] = 0
    try perform(blockCount) { block in
      self.finish(
        block: block, place: startsOfBlocks[block]..<startsOfBlocks[block + 1], lows: lows,
        sources: sources, offsets: offsets)
    }
    return (offsets.column, sources.column)
  }

  /// Runs parts of the work on all cores until one of them is told to stop.
  private func perform(_ count: Int, _ body: @Sendable (Int) -> Void) throws(HeapAnalysisError) {
    let total = parts.count * 2 + blockCount
    DispatchQueue.concurrentPerform(iterations: count) { iteration in
      let goesOn = progress.withLock { progress in
        guard !progress.isStopped else { return false }
        // A task's cancellation shows on its own thread only, which takes part in the work.
        progress.isStopped = !monitor.shouldContinue()
        if !progress.isStopped { monitor.report?(Double(progress.done) / Double(total)) }
        progress.done += 1
        return !progress.isStopped
      }
      if goesOn { body(iteration) }
    }
    if progress.withLock({ $0.isStopped }) { throw .cancelled }
  }

  /// Counts how many of a part's references lead into each block.
  private func count(part: Int, into counts: SharedMemory<UInt32>) {
    let rows = self.rows
    let targets = rows.neighbours.span
    let followed = rows.followed
    let shift = UInt32(blockBits)
    var counts = counts.mutableSpan(of: part * blockCount..<(part + 1) * blockCount)
    for block in counts.indices { counts[block] = 0 }
    for position in parts[part] where followed.contains(position) {
      counts[Int(targets[position] >> shift)] += 1
    }
  }

  /// Sorts a part's references by block, each as the lower bits of its target and its source.
  private func sort(
    part: Int, starts: ArraySlice<UInt32>, lows: SharedMemory<Low>, sources: SharedMemory<UInt32>
  ) {
    var places = Array(starts)
    var next = places.mutableSpan
    let rows = self.rows
    let offsets = rows.offsets.span
    let targets = rows.neighbours.span
    let followed = rows.followed
    let shift = UInt32(blockBits)
    var lows = lows.mutableSpan(of: 0..<lows.count)
    var sources = sources.mutableSpan(of: 0..<sources.count)
    var source = firstSource(ofPart: part)
    var position = parts[part].lowerBound
    while position < parts[part].upperBound {
      let end = min(Int(offsets[source + 1]), parts[part].upperBound)
      while position < end {
        if followed.contains(position) {
          let target = targets[position]
          let block = Int(target >> shift)
          let place = Int(next[block])
          lows[place] = Low(truncatingIfNeeded: target)
          sources[place] = UInt32(truncatingIfNeeded: source)
          next[block] += 1
        }
        position += 1
      }
      source += 1
    }
  }

  /// The object whose row a part begins in.
  private func firstSource(ofPart part: Int) -> Int {
    let rows = self.rows
    let offsets = rows.offsets.span
    let position = parts[part].lowerBound
    // The last object whose row does not begin behind the position; rows before it may be empty.
    var low = 0
    var high = rows.objectCount - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(offsets[middle]) <= position { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Sorts one block's references by target, in their place.
  private func finish(
    block: Int, place: Range<Int>, lows: SharedMemory<Low>, sources: SharedMemory<UInt32>,
    offsets: SharedMemory<UInt32>
  ) {
    let firstObject = block << blockBits
    let objectCount = min(1 << blockBits, rows.objectCount - firstObject)
    let mask = Low(truncatingIfNeeded: 1 << blockBits - 1)
    let lows = lows.span(of: place)
    // First the counters of the block's objects, then where the next reference to each goes, and in the end
    // where their rows end, which is what the result keeps.
    var offsets = offsets.mutableSpan(of: firstObject + 1..<firstObject + 1 + objectCount)
    for object in offsets.indices { offsets[object] = 0 }
    for position in lows.indices { offsets[Int(lows[position] & mask)] += 1 }
    let base = UInt32(truncatingIfNeeded: place.lowerBound)
    var start = base
    for object in offsets.indices {
      let count = offsets[object]
      offsets[object] = start
      start += count
    }
    let unsorted = sources.copy(of: place)
    let unsortedSources = unsorted.span
    var sources = sources.mutableSpan(of: place)
    for position in lows.indices {
      let object = Int(lows[position] & mask)
      let place = offsets[object]
      sources[Int(place - base)] = unsortedSources[position]
      offsets[object] = place + 1
    }
  }
}
