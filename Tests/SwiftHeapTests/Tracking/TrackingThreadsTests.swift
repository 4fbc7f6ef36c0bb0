import Foundation
import HeapModel
import Synchronization
import Testing

@testable import SwiftHeap

private final class Link {
  var next: Link?
}

extension TrackingTests {
  /// Threads that allocate, resize and free without end, also what others have allocated.
  private final class Churn: Sendable {
    private let isOver = Atomic(false)
    let turns = Atomic(0)
    private let group = DispatchGroup()
    private let shared = Mutex<[UInt]>([])

    init(_ count: Int) {
      for _ in 0..<count {
        group.enter()
        Thread.detachNewThread { [self] in
          while !isOver.load(ordering: .relaxed) { turn() }
          group.leave()
        }
      }
    }

    private func turn() {
      let block = realloc(malloc(Int.random(in: 1...200)), Int.random(in: 1...400))!
      let other = shared.withLock { blocks -> UInt? in
        blocks.append(UInt(bitPattern: block))
        return blocks.count > 64 ? blocks.remove(at: Int.random(in: 0..<64)) : nil
      }
      if let other { free(UnsafeMutableRawPointer(bitPattern: other)) }
      let link = Link()
      link.next = Link()
      turns.add(1, ordering: .relaxed)
    }

    func end() {
      isOver.store(true, ordering: .relaxed)
      group.wait()
      for block in shared.withLock({ $0 }) { free(UnsafeMutableRawPointer(bitPattern: block)) }
    }
  }

  @inline(never) private static func pin() -> [Link] { (0..<500).map { _ in Link() } }

  @Test(.timeLimit(.minutes(2)))
  func `eight threads churn while tracking begins and ends and captures are taken`() throws {
    let churn = Churn(8)
    defer { churn.end() }
    for round in 0..<12 {
      try SwiftHeap.track()
      let pinned = Self.pin()
      let before = churn.turns.load(ordering: .relaxed)
      let frozen = try FrozenRecords()
      if round == 0 {
        for link in pinned {
          let functions = frozen.functions(of: Unmanaged.passUnretained(link).toOpaque())
          #expect(functions.contains { $0.hasSuffix("pin()") })
        }
      }
      #expect(pinned.allSatisfy { frozen.record(of: Unmanaged.passUnretained($0).toOpaque()) != nil })
      while churn.turns.load(ordering: .relaxed) == before { usleep(100) }
      SwiftHeap.stopTracking()
      for _ in 0..<20 {
        try SwiftHeap.track()
        SwiftHeap.stopTracking()
      }
    }
  }

  /// What the C library calls `fork`, which Swift keeps from its programs.
  private static func fork() throws -> pid_t {
    let function = try #require(dlsym(nil, "fork"))
    return unsafeBitCast(function, to: (@convention(c) () -> pid_t).self)()
  }

  @Test(.timeLimit(.minutes(2)))
  func `the child of a fork allocates, and tracks what it allocates`() throws {
    try SwiftHeap.track()
    defer { SwiftHeap.stopTracking() }
    let churn = Churn(4)
    defer { churn.end() }
    for _ in 0..<20 {
      let child = try Self.fork()
      if child == 0 {
        for number in 1...1_000 {
          let block = realloc(malloc(number), 2 * number)
          free(block)
        }
        _exit(SwiftHeap.isTracking ? 0 : 1)
      }
      #expect(child > 0)
      var status: Int32 = -1
      var ended: pid_t = 0
      for _ in 0..<20_000 where ended == 0 {
        ended = waitpid(child, &status, WNOHANG)
        if ended == 0 { usleep(1_000) }
      }
      if ended == 0 { kill(child, SIGKILL) }
      #expect(ended == child && status == 0)
    }
  }
}
