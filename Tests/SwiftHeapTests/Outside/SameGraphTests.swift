import Foundation
import HeapFixtures
import HeapFormats
import HeapModel
import SwiftHeap
import Testing

/// One program's heap from within, from outside and from its core files.
@Suite(.serialized) struct SameGraphTests {
  let folder = try! TemporaryFolder()

  @Test func `a program's heap is the same from within and from outside`() throws {
    let program = try SpawnedProgram.subject("describe", "50", folder.path("own.heap"))
    let own = HeapFacts(try HeapSnapshot(contentsOf: folder.path("own.heap")))
    let outside = HeapFacts(try SwiftHeap.capture(process: program.process))
    let scene = try #require(own.addresses(ofType: ".Scene").first)
    let held = own.reached(from: scene)
    #expect(held.count > 1_000)
    // A large block is mapped by itself, beside the libraries.
    #expect(held.contains { own.objects[$0]?.size ?? 0 > 800_000 })
    #expect(outside.reached(from: scene) == held)
    for address in held { #expect(own.objects[address] == outside.objects[address]) }
    // What the program's own capturing made is not in its own capture; few other things were touched by it.
    let others = own.objects.keys.filter { own.objects[$0] != outside.objects[$0] }
    let touched = others.compactMap { own.objects[$0]?.type }
    #expect(touched.count < 40, "\(touched)")
    #expect(!touched.contains { $0.hasSuffix("Leaf") || $0.hasSuffix("Branch") })
  }

  @Test(arguments: CoreWriter.Style.allCases)
  func `a program's heap is the same from outside and from a core file`(_ style: CoreWriter.Style) throws {
    let program = try SpawnedProgram.subject("hold", "50")
    let outside = try SwiftHeap.capture(process: program.process)
    let path = folder.path("core")
    try CoreWriter.write(program.process, to: path, style: style)
    let core = try SwiftHeap.capture(core: path)
    #expect(HeapFacts(outside).addresses(ofType: ".Branch").count == 50)
    let differences = HeapFacts(core, withCounts: true).differences(
      from: HeapFacts(outside, withCounts: true))
    #expect(differences.prefix(5) == [])
    #expect(core.limitations.isEmpty, "\(core.limitations)")
    #expect(core.metadata[HeapMetadata.Key.processArguments] == "subject of a test")
    #expect(core.metadata[HeapMetadata.Key.processIdentifier] == "\(program.process)")
    #expect(Set(core.roots.compactMap(\.name)) == Set(outside.roots.compactMap(\.name)))
    #expect(core.roots.contains { $0.name == "SwiftHeapSubject.SwiftHeapSubject.scene" })
  }

  @Test(.enabled(if: SpawnedProgram.installed("gcore") != nil, "gcore is not installed"))
  func `a program's heap is the same from outside and from what gcore wrote`() throws {
    let program = try SpawnedProgram.subject("hold", "50")
    let outside = HeapFacts(try SwiftHeap.capture(process: program.process))
    let gcore = try #require(SpawnedProgram.installed("gcore"))
    let prefix = folder.path("core")
    #expect(try SpawnedProgram.run(gcore, "-o", prefix, "\(program.process)") == 0)
    let core = HeapFacts(try SwiftHeap.capture(core: "\(prefix).\(program.process)"))
    #expect(core.differences(from: outside).prefix(5) == [])
  }
}
