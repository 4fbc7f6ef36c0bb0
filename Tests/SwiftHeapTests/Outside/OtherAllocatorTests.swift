import Foundation
import HeapFixtures
import HeapFormats
import HeapModel
import SwiftHeap
import Testing

/// Programs whose memory is not glibc's.
@Suite(.serialized) struct OtherAllocatorTests {
  let folder = try! TemporaryFolder()
  private static let compiler = SpawnedProgram.installed("cc") ?? SpawnedProgram.installed("clang")

  @Test(.enabled(if: compiler != nil, "no C compiler is in the path"))
  func `a program under another allocator is seen whole, from within and from outside`() throws {
    let library = folder.path("libjemalloc-not.so")
    let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "SwiftHeapHoldings/Allocator/allocator.c").path
    #expect(
      try SpawnedProgram.run(
        try #require(Self.compiler), "-O2", "-shared", "-fPIC", "-fno-builtin", "-o", library, source) == 0)
    let program = try SpawnedProgram.subject(
      "describe", "50", folder.path("own.heap"), environment: ["LD_PRELOAD": library])
    let heap = try HeapSnapshot(contentsOf: folder.path("own.heap"))
    #expect(
      heap.limitations.contains { $0.text.hasPrefix("The allocator is jemalloc: ") }, "\(heap.limitations)")
    let own = HeapFacts(heap)
    let outside = HeapFacts(try SwiftHeap.capture(process: program.process))
    let scene = try #require(own.addresses(ofType: ".Scene").first)
    let held = own.reached(from: scene)
    #expect(outside.reached(from: scene) == held)
    for address in held { #expect(own.objects[address] == outside.objects[address]) }

    // What the same program holds where the allocator is known.
    let other = try SpawnedProgram.subject("hold", "50")
    let usual = HeapFacts(try SwiftHeap.capture(process: other.process))
    let usualScene = try #require(usual.addresses(ofType: ".Scene").first)
    func counts(_ facts: HeapFacts, _ addresses: Set<UInt64>) -> [String: Int] {
      Dictionary(grouping: addresses.compactMap { facts.objects[$0]?.type }, by: \.self).mapValues(\.count)
    }
    #expect(counts(own, held) == counts(usual, usual.reached(from: usualScene)))
    #expect(counts(own, held)["SwiftHeapSubject.Leaf"] ?? 0 > 1_000)
  }
}
