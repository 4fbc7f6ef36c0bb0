import Foundation
import HeapAnalysis
import HeapModel
import SwiftHeap
import SwiftHeapHoldings
import Testing

private final class Ring {
  var next: Ring?
}
private final class Parent {
  var children: [Child] = []
}
private final class Child {
  var parent: Parent?
}

/// Cycles that nothing holds are found, and nothing else is.
@Suite(.serialized) struct LeakTests {
  @Test func `planted cycles are found with the variable that would break them, and what is held is not`()
    throws
  {
    let held = (0..<100).map { _ in Ring() }
    for (one, next) in zip(held, held.dropFirst()) { one.next = next }
    held[99].next = held[0]
    defer { held[99].next = nil }
    let planted = PlantedCycles.plant()
    let heap = try withExtendedLifetime(held) { try SwiftHeap.capture() }
    let report = try heap.leakedCycles()
    let leaked = Set(report.objects.map { heap.address(of: $0).rawValue })
    for cycle in planted { #expect(leaked.contains(cycle.address), "\(cycle.name)") }
    for ring in held { #expect(!leaked.contains(PlantedCycles.address(of: ring))) }
    func remedy(_ name: String) -> String? {
      let address = planted.first { $0.name == name }?.address
      let cycle = report.cycles.first { cycle in
        cycle.objects.contains { heap.address(of: $0).rawValue == address }
      }
      return cycle?.remedies.first.map { heap.name(of: $0) }
    }
    #expect(remedy("a ring") == "Ring.next")
    #expect(remedy("parent and children") == "Child.parent")
    #expect(remedy("a closure and its owner")?.contains("the capture of Owner") == true)
  }

  @Test func `captures while threads and tasks come and go tell no leak that is none`() async throws {
    let before = try Self.leakedTypes()
    let churn = Task {
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<4 {
          group.addTask {
            while !Task.isCancelled {
              let parent = Parent()
              for _ in 0..<5 {
                let child = Child()
                child.parent = parent
                parent.children.append(child)
              }
              await Task.yield()
              parent.children = []
            }
          }
        }
      }
    }
    for _ in 0..<20 {
      let now = try Self.leakedTypes()
      #expect(now["Parent", default: 0] <= before["Parent", default: 0])
      #expect(now["Child", default: 0] <= before["Child", default: 0])
    }
    churn.cancel()
    await churn.value
  }

  private static func leakedTypes() throws -> [String: Int] {
    let heap = try SwiftHeap.capture()
    return try heap.leakedCycles().objects.reduce(into: [:]) { $0[heap.type(of: $1).name, default: 0] += 1 }
  }
}
