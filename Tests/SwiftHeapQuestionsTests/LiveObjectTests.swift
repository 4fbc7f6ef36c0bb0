import Foundation
import SwiftHeapQuestions
import Testing

private final class Node {
  var next: Node?
  var others: [Node] = []
}

private enum Registry {
  nonisolated(unsafe) static var first: Node?
}

/// Living instances are asked about as objects of a snapshot are.
@Suite(.serialized) struct LiveObjectTests {
  @Test func `an instance leads to what it holds, and back to what holds it`() throws {
    let middle = Node()
    let top = Node()
    top.next = middle
    middle.others = [Node(), Node()]
    let heap = try SwiftHeap.capture()
    let references = try heap.references(from: middle, depth: 2)
    #expect(references.nodes.filter { heap.type(of: $0.object).name == "Node" }.count == 3)
    let back = try heap.backReferences(to: middle, depth: 1)
    let holder = try #require(heap.object(top))
    #expect(back.edges.contains { $0.source == holder && heap.labelText(of: $0.reference) == "next" })
    withExtendedLifetime(top) {}
  }

  @Test func `a chain leads from a static variable to the instance`() throws {
    let end = Node()
    let start = Node()
    start.next = Node()
    start.next?.next = end
    Registry.first = start
    defer { Registry.first = nil }
    let heap = try SwiftHeap.capture()
    let chain = try #require(try heap.chain(to: end))
    #expect(chain.objects.count == 3)
    #expect(chain.holder == heap.object(start))
    let root = try #require(heap.roots.first { $0.object == chain.holder && $0.kind == .global })
    #expect(root.name?.contains("first") == true)
  }

  @Test func `one call draws a picture of an instance`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let node = Node()
    node.next = Node()
    Registry.first = node
    defer { Registry.first = nil }
    for (number, draw) in [
      { try showReferences(from: node, file: $0) }, { try showBackReferences(to: node, file: $0) },
      { try showChain(to: node, file: $0) },
    ].enumerated() as EnumeratedSequence<[(String) throws -> String]> {
      let path = folder.appendingPathComponent("\(number).dot").path
      #expect(try draw(path) == path)
      #expect(try String(contentsOfFile: path, encoding: .utf8).contains("Node"))
    }
    let unnamed = try showReferences(from: node)
    #expect(FileManager.default.fileExists(atPath: unnamed))
    try FileManager.default.removeItem(atPath: unnamed)
  }

  @Test func `an instance that is not in the heap is an error that says why`() throws {
    let heap = try SwiftHeap.capture()
    let late = (0..<50).map { _ in Substitute() }
    #expect(throws: LiveObjectError.notInHeap(type: "Substitute")) { try heap.references(from: late[49]) }
    #expect(
      "\(LiveObjectError.notInHeap(type: "A"))".hasPrefix("the heap has no such instance of A: it was made"))
    let node = Node()
    #expect(throws: LiveObjectError.notHeld(type: "Node")) { try showChain(to: node, file: "never.dot") }
    #expect(
      "\(LiveObjectError.notHeld(type: "A"))".contains(
        "a local variable, a task or a thread may hold it, or it is leaked"))
  }
}

private final class Substitute {}
