import Foundation
import HeapFixtures
import HeapFormats
import HeapModel
import SwiftHeap
import Testing

/// What a capture could not see, and that it says so.
@Suite(.serialized) struct LimitationTests {
  let folder = try! TemporaryFolder()

  private static let program = """
    final class Leaf { var number = 1; var next: Leaf? }
    final class Branch { var leaf = Leaf(); var leaves = [Leaf(), Leaf()] }
    nonisolated(unsafe) var held = Branch()
    held.leaf.next = Leaf()
    print("ready")
    import Glibc
    fflush(nil)
    _ = readLine()
    print(held.leaves.count)
    """
  private static let compiler = SpawnedProgram.installed("swiftc")

  private func capture(_ flags: String...) throws -> HeapSnapshot {
    let compiler = try #require(Self.compiler)
    let source = try folder.write(Self.program.utf8, to: "main.swift")
    let path = folder.path("program")
    let build = try SpawnedProgram(compiler, flags + ["-o", path, source])
    while build.line(seconds: 120) != nil {}
    #expect(build.status(seconds: 120) == 0)
    let program = try SpawnedProgram(path, [])
    #expect(program.line() == "ready")
    return try SwiftHeap.capture(process: program.process)
  }

  @Test(.enabled(if: compiler != nil, "swiftc is not in the path"))
  func `a stripped program is captured, and its variables are said to have no names`() throws {
    let whole = try capture()
    #expect(whole.limitations == [])
    #expect(whole.roots.contains { $0.name == "main.held" || $0.name == "program.held" })
    let stripped = try capture("-Xlinker", "-s")
    #expect(
      stripped.limitations.map(\.text) == [
        "program is stripped of its symbols: its global variables have no names."
      ])
    #expect(stripped.limitations.first?.count ?? 0 > 0)
    #expect(!stripped.roots.contains { $0.kind == .global && $0.detail == "program" && $0.name != nil })
    let branch = try #require(HeapFacts(stripped).objects.values.first { $0.type.hasSuffix(".Branch") })
    #expect(branch.references.contains { $0.hasPrefix("leaf attribute strong false") })
  }

  @Test(.enabled(if: compiler != nil, "swiftc is not in the path"))
  func `a program without reflection metadata is captured, and its references are inferred`() throws {
    let heap = try capture("-disable-reflection-metadata")
    #expect(
      heap.limitations == [
        Limitation(
          text:
            "Types have no reflection metadata (they were compiled with -disable-reflection-metadata): the references "
            + "of their objects are inferred and have no names.", count: 2)
      ])
    let facts = HeapFacts(heap)
    let branch = try #require(facts.objects.values.first { $0.type.hasSuffix(".Branch") })
    #expect(branch.references.count == 2)
    #expect(branch.references.allSatisfy { $0.contains(" true ") })
    #expect(facts.addresses(ofType: ".Leaf").count == 4)
  }

  @Test(arguments: [
    ("/lib/ld-musl-x86_64.so.1", "The allocator is musl's: "),
    ("/usr/lib/libjemalloc.so.2", "The allocator is jemalloc: "),
    ("/usr/lib/libm.so.6", "The allocator is not glibc's, or not one that is known: "),
  ])
  func `another allocator is told by its file`(_ file: String, _ text: String) throws {
    var limitations = CaptureLimitations()
    limitations.addUnknownAllocator(among: ["/usr/bin/program", file, ""])
    #expect(limitations.list.first?.text.hasPrefix(text) == true)
  }

  @Test(.enabled(if: compiler != nil, "swiftc is not in the path"))
  func `a program whose file was deleted has its types and the names of its variables`() throws {
    let compiler = try #require(Self.compiler)
    let source = try folder.write(Self.program.utf8, to: "main.swift")
    let path = folder.path("replaced")
    let build = try SpawnedProgram(compiler, ["-o", path, source])
    while build.line(seconds: 120) != nil {}
    let program = try SpawnedProgram(path, [])
    #expect(program.line() == "ready")
    try FileManager.default.removeItem(atPath: path)
    let heap = try SwiftHeap.capture(process: program.process)
    #expect(heap.limitations == [])
    #expect(heap.roots.contains { $0.name?.hasSuffix(".held") == true })
    #expect(HeapFacts(heap).addresses(ofType: ".Leaf").count == 4)
  }

  @Test func `threads that were stopped by a signal are told`() throws {
    let path = folder.path("own.heap")
    _ = try SpawnedProgram.subject("signal", "5", path)
    let heap = try HeapSnapshot(contentsOf: path)
    #expect(
      heap.limitations.map(\.text) == [
        "Threads were stopped by a signal, since they could not be traced: system calls in which they waited were cut "
          + "short."
      ])
  }

  @Test func `a process that is traced stops its threads by a signal, and says why`() throws {
    // Only its first thread is traced, which is none of those that have to be stopped where it captures itself: so
    // that what is said is made up.
    var limitations = CaptureLimitations()
    limitations.add(CaptureCircumstances(stopMethod: .signal, tracingError: EPERM, unstoppedCount: 2))
    #expect(
      limitations.list == [
        Limitation(
          text:
            "Threads were stopped by a signal, since they could not be traced (Operation not permitted): system calls "
            + "in which they waited were cut short."),
        Limitation(
          text:
            "Threads block all signals and went on while memory was copied: their registers and stacks are not "
            + "known.", count: 2),
      ])
  }

  @Test func `memory that core files leave out or that cannot be read is told`() {
    var limitations = CaptureLimitations()
    limitations.add(CaptureCircumstances(missingSize: 8_192, uncheckedFiles: ["/a/program", "/a/library"]))
    #expect(
      limitations.list == [
        Limitation(
          text:
            "The core file leaves out 8 KiB of memory that could be written, which may hold objects and references."
        ),
        Limitation(
          text:
            "The core file has no headers of /a/program and others, so that nobody can tell whether these are the "
            + "files that ran.", count: 2),
      ])
    final class Nothing: MemorySource {
      func read(_ address: UInt64, into buffer: UnsafeMutableRawBufferPointer) -> Int { 0 }
    }
    let image = ProcessImage(
      regions: [MemoryRegion(range: 0x10000..<0x12000, permissions: [.read, .write])], source: Nothing(),
      isOwnProcess: false)
    #expect(image.word(0x10000) == 0)
    limitations = CaptureLimitations()
    limitations.add(image, heap: [0x1000..<0x2000])
    #expect(
      limitations.list == [
        Limitation(
          text:
            "8 KiB of memory could not be read and count as zero: objects and references may be missing."),
        Limitation(
          text:
            "Pieces of the allocator's memory, 4 KiB, do not look as they should: objects in them were looked for "
            + "without its help.",
          count: 1),
      ])
  }
}
