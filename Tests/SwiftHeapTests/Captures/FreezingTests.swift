import Foundation
import SwiftHeap
import Synchronization
import Testing

/// A process is frozen while its threads go on changing it.
@Suite(.serialized) struct FreezingTests {
  /// Threads that allocate, free and count without end.
  private final class Churn: Sendable {
    private let isOver = Atomic(false)
    let turns = Atomic(0)
    private let group = DispatchGroup()

    init(_ count: Int) {
      for _ in 0..<count {
        group.enter()
        Thread.detachNewThread { [self] in
          var kept: [[Int]] = []
          while !isOver.load(ordering: .relaxed) {
            kept.append(Array(repeating: 1, count: Int.random(in: 1...100)))
            if kept.count > 50 { kept.removeFirst(Int.random(in: 1...50)) }
            turns.add(1, ordering: .relaxed)
          }
          group.leave()
        }
      }
    }

    func end() {
      isOver.store(true, ordering: .relaxed)
      group.wait()
    }
  }

  @Test(arguments: [StopMethod.tracing, .signal])
  func `a frozen copy does not change, and the threads go on`(_ method: StopMethod) throws {
    let churn = Churn(4)
    defer { churn.end() }
    for _ in 0..<5 {
      let frozen = try FrozenProcess(methods: [method])
      #expect(frozen.stopMethod == method)
      // Threads that were made by one of Dispatch's block signals, as that does.
      #expect(frozen.threads.count + frozen.unstoppedCount >= 5)
      #expect(frozen.pause < 2_000_000_000)
      let image = try frozen.image()
      let before = churn.turns.load(ordering: .relaxed)
      let heap = try #require(
        GlibcHeap(
          in: image, images: ExecutableImage.all(in: image), stacks: frozen.threads.map(\.stackPointer)))
      #expect(heap.inconsistent.isEmpty)
      var count = 0
      heap.forEachBlock(in: image) { _, _ in count += 1 }
      #expect(count > 1_000)
      while churn.turns.load(ordering: .relaxed) == before { usleep(1_000) }
    }
  }

  @Test func `blocks of the allocator are found, each once, with their sizes`() throws {
    var sizes = (0..<2_000).map { $0 * 7 % 3_000 + 1 } + [200_000, 1 << 20, 40 << 20]
    var blocks = sizes.map { malloc($0)! }
    defer { for block in blocks { free(block) } }
    // What is freed lies in the allocator's lists.
    for number in stride(from: 0, to: 2_000, by: 3) {
      free(blocks[number])
      blocks[number] = malloc(24)
      sizes[number] = 24
    }
    let frozen = try FrozenProcess()
    let image = try frozen.image()
    let heap = try #require(
      GlibcHeap(in: image, images: ExecutableImage.all(in: image), stacks: frozen.threads.map(\.stackPointer))
    )
    var found: [UInt64: UInt64] = [:]
    var last: UInt64 = 0
    heap.forEachBlock(in: image) { address, size in
      #expect(address > last)
      last = address
      found[address] = size
    }
    for (block, asked) in zip(blocks, sizes) {
      let size = try #require(found[UInt64(UInt(bitPattern: block))])
      // Sizes are multiples of 16 and a word; those of large blocks whole pages. What is left over may be too little
      // for a block of its own.
      #expect(size >= UInt64(asked) && size < UInt64(asked) + (asked > 100_000 ? 4_112 : 48))
    }
  }

  @Test func `memory of the copy can be read without permission, through its pipe`() throws {
    let text = Array("a text that is read in two ways".utf8)
    try text.withUnsafeBytes { bytes in
      let frozen = try FrozenProcess()
      let address = UInt64(UInt(bitPattern: bytes.baseAddress!))
      let piped = frozen.pipedMemory
      var copy = [UInt8](repeating: 0, count: bytes.count)
      copy.withUnsafeMutableBytes { #expect(piped.read(address, into: $0) == bytes.count) }
      #expect(copy == text)
      copy.withUnsafeMutableBytes { #expect(piped.read(8, into: $0) == 0) }
    }
  }

  @Test func `no way to stop threads is an error that says so`() {
    #expect(throws: SwiftHeapError.self) { _ = try FrozenProcess(methods: []) }
  }
}
