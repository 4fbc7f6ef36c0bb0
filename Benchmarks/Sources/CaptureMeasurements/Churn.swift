import Dispatch
import Foundation
import HeapAnalysis
import HeapModel
import SwiftHeap
import Synchronization

/// Captures while threads and tasks make, link and free objects: what is planted must be found each time, and nothing
/// else be told for leaked.
enum Churn {
  private final class Leaked {
    var other: Leaked?
  }
  private final class Parent {
    var children: [Child] = []
    var byName: [String: Child] = [:]
    var onChange: (() -> Void)?
  }
  private final class Child {
    var parent: Parent?
    let name: String
    init(_ name: String) { self.name = name }
  }
  private actor Counter {
    var kept: [Child] = []
    func keep(_ number: Int) {
      kept.append(Child("child number \(number) of the actor"))
      if kept.count > 50 { kept.removeAll() }
    }
  }

  private static let isOver = Atomic(false)
  private static let turns = Atomic(0)

  /// A family that holds itself together, until it is taken apart again.
  private static func turn(_ number: Int) {
    let parent = Parent()
    for place in 0..<5 {
      let child = Child("child number \(place) of turn \(number)")
      child.parent = parent
      parent.children.append(child)
      parent.byName[child.name] = child
    }
    parent.onChange = { parent.children.removeLast() }
    parent.onChange?()
    parent.children = []
    parent.byName = [:]
    parent.onChange = nil
    turns.add(1, ordering: .relaxed)
  }

  private struct Result: Encodable {
    var captures: Int
    var threads: Int
    var plantedFound: Int
    var falseLeaks: Int
    var falseTypes: [String]
    var turns: Int
    var pauseSeconds: [Double]
    var objects: Int
    var seconds: Double
  }

  static func measure(captures: Int, threads: Int) throws {
    var planted: Set<UInt64> = []
    for _ in 0..<10 { planted.formUnion(plant()) }
    let group = DispatchGroup()
    for number in 0..<threads / 2 {
      group.enter()
      Thread.detachNewThread {
        var round = number
        while !isOver.load(ordering: .relaxed) {
          turn(round)
          round += 1
        }
        group.leave()
      }
    }
    for number in 0..<threads - threads / 2 {
      group.enter()
      Task.detached {
        let counter = Counter()
        var round = number
        while !isOver.load(ordering: .relaxed) {
          turn(round)
          await counter.keep(round)
          await Task.yield()
          round += 1
        }
        group.leave()
      }
    }
    let clock = ContinuousClock()
    let start = clock.now
    var result = Result(
      captures: captures, threads: threads, plantedFound: 0, falseLeaks: 0, falseTypes: [], turns: 0,
      pauseSeconds: [], objects: 0, seconds: 0)
    for _ in 0..<captures {
      let heap = try SwiftHeap.capture()
      let leaked = try heap.leakedCycles().objects
      let addresses = Set(leaked.map { heap.address(of: $0).rawValue })
      if planted.isSubset(of: addresses) { result.plantedFound += 1 }
      for object in leaked where !planted.contains(heap.address(of: object).rawValue) {
        result.falseLeaks += 1
        let name = heap.type(of: object).qualifiedName
        if !result.falseTypes.contains(name) { result.falseTypes.append(name) }
      }
      result.objects = max(result.objects, heap.objectCount)
      if let pause = heap.metadata[HeapMetadata.Key.capturePause].flatMap(Double.init) {
        result.pauseSeconds.append(pause)
      }
    }
    result.seconds = (clock.now - start) / .seconds(1)
    isOver.store(true, ordering: .relaxed)
    group.wait()
    result.turns = turns.load(ordering: .relaxed)
    let pauses = result.pauseSeconds.sorted()
    result.pauseSeconds =
      pauses.isEmpty ? [] : [pauses[0], pauses[pauses.count / 2], pauses[pauses.count - 1]]
    print(String(decoding: try JSONEncoder().encode(result), as: UTF8.self))
  }

  @inline(never) private static func plant() -> [UInt64] {
    let (first, second) = (Leaked(), Leaked())
    (first.other, second.other) = (second, first)
    return [first, second].map { UInt64(UInt(bitPattern: Unmanaged.passUnretained($0).toOpaque())) }
  }
}
