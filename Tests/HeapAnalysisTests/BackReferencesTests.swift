import HeapFixtures
import HeapModel
import Synchronization
import Testing

@testable import HeapAnalysis

struct BackReferencesTests {
  @Test(arguments: 0..<12 as Range<UInt64>)
  func `turned round, a random heap's references are those that lead to each object`(seed: UInt64) throws {
    let objects = [0, 1, 2, 7, 40, 90][Int(seed) % 6]
    let heap = try VariedHeap(seed: seed, objects: objects, references: objects * 5)
    for selection in VariedHeap.selections {
      let back = BackReferences(of: heap.snapshot, selection: selection)
      let wanted = heap.edges.enumerated().filter { $0.element.isIn(selection) }
      #expect(back.numberOfReferences == wanted.count)
      for object in heap.snapshot.objects {
        let expected = wanted.filter { $0.element.target == object.position }
        #expect(back.count(of: object) == expected.count)
        #expect(back.referrers(of: object).map(\.position) == expected.map(\.element.source))
        let references = back.references(to: object)
        #expect(references.map(\.position) == expected.map(\.offset))
        #expect(references.map(\.source.position) == expected.map(\.element.source))
        #expect(references.map(\.kind) == expected.map(\.element.kind))
        #expect(references.allSatisfy { $0.target == object && selection.contains($0) })
        #expect(references.map { heap.snapshot.label(of: $0) } == expected.map { .index($0.offset) })
        #expect(references.first?.position == expected.first?.offset)
        #expect(references.isEmpty == expected.isEmpty)
      }
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `blocks and two cores give the same rows as one plain pass`(seed: UInt64) throws {
    let objects = [1, 50, 700, 5_000][Int(seed) % 4]
    let heap = try VariedHeap(seed: seed, objects: objects, references: objects * 3)
    for selection in VariedHeap.selections {
      let rows = ReferenceRows(of: heap.snapshot, selection: selection)
      let plain = try Transposition.plain(rows, monitor: .taskCancellation)
      for (blockBits, referencesPerPart) in [(4, 1), (8, 40), (14, 1_000), (17, 300), (5, 1 << 20)] {
        let blocked = try Transposition.blocked(
          rows, blockBits: blockBits, referencesPerPart: referencesPerPart, monitor: .taskCancellation)
        let same = plain.offsets.values == blocked.offsets.values
        #expect(same && plain.sources.values == blocked.sources.values)
      }
    }
  }

  @Test func `a row longer than a part, between empty ones, is sorted by several cores`() throws {
    var builder = HeapSnapshotBuilder()
    let list = builder.addType(name: "list")
    for position in 0..<300 { builder.addObject(at: HeapSketch.address(position), type: list, size: .zero) }
    for (source, count) in [(7, 1), (100, 5_000), (101, 3), (299, 2)] {
      for place in 0..<count {
        builder.addReference(from: ObjectIndex(source), to: ObjectIndex(place * 7 % 300))
      }
    }
    let rows = ReferenceRows(of: try builder.finish(), selection: .all)
    let plain = try Transposition.plain(rows, monitor: .taskCancellation)
    let blocked = try Transposition.blocked(
      rows, blockBits: 4, referencesPerPart: 100, monitor: .taskCancellation)
    #expect(plain.offsets.values == blocked.offsets.values)
    #expect(plain.sources.values == blocked.sources.values)
  }

  @Test func `a sort by blocks tells how far it is, and stops wherever it is told to`() throws {
    let rows = ReferenceRows(
      of: try ChainHeap.random(objects: 2_000, referencesEach: 2, seed: 3), selection: .all)
    let told = Mutex<[Double]>([])
    _ = try Transposition.blocked(
      rows, blockBits: 8, referencesPerPart: 500,
      monitor: AnalysisMonitor(report: { part in told.withLock { $0.append(part) } }))
    let parts = told.withLock { $0 }
    #expect(parts.count == 8 + 8 + 8 && parts == parts.sorted() && parts.allSatisfy { (0...1).contains($0) })
    for stop in 0..<parts.count {
      let asked = Mutex(0)
      let monitor = AnalysisMonitor(shouldContinue: {
        asked.withLock { count in
          count += 1
          return count <= stop
        }
      })
      #expect(throws: HeapAnalysisError.cancelled) {
        try Transposition.blocked(rows, blockBits: 8, referencesPerPart: 500, monitor: monitor)
      }
    }
  }

  @Test func `a heap without kinds has only strong references that the collector reports`() throws {
    let heap = try ChainHeap.random(objects: 50, referencesEach: 3, seed: 1)
    #expect(BackReferences(of: heap, selection: .traced).numberOfReferences == 150)
    #expect(BackReferences(of: heap, selection: .strong).numberOfReferences == 150)
    let weak = BackReferences(of: heap, selection: ReferenceSelection(strengths: [.weak]))
    #expect(weak.numberOfReferences == 0)
    #expect(heap.objects.allSatisfy { weak.references(to: $0).isEmpty && weak.referrers(of: $0).isEmpty })
  }

  @Test func `ten of the references from a list that holds one object a hundred thousand times come at once`()
    throws
  {
    var builder = HeapSnapshotBuilder()
    let list = builder.addType(name: "list")
    for position in 0..<2 { builder.addObject(at: HeapSketch.address(position), type: list, size: .zero) }
    let count = 100_000
    for place in 0..<count {
      builder.addReference(from: ObjectIndex(0), to: ObjectIndex(1), kind: .element, label: .index(place))
    }
    let heap = try builder.finish()
    let back = BackReferences(of: heap)
    #expect(
      back.references(to: ObjectIndex(1)).prefix(10).map { heap.label(of: $0) } == (0..<10).map { .index($0) }
    )
    #expect(back.references(to: ObjectIndex(1)).map(\.position) == Array(0..<count))
    // Nothing was passed over in vain, so there was nothing to sort.
    #expect(back.storage.longRows.sortedPositions(of: 0) == nil)
  }

  @Test func `asking for each element of a long list sorts the list once instead of searching it each time`()
    throws
  {
    var builder = HeapSnapshotBuilder()
    let list = builder.addType(name: "list")
    let count = 2_000
    builder.addObject(at: HeapSketch.address(0), type: list, size: .zero)
    for position in 1...count {
      builder.addObject(at: HeapSketch.address(position), type: list, size: .zero)
    }
    // Each element twice, once strong and once weak, far from each other.
    for place in 0..<2 * count {
      builder.addReference(
        from: ObjectIndex(0), to: ObjectIndex(1 + place * 7 % count), kind: .element,
        strength: place < count ? .strong : .weak, label: .index(place))
    }
    let heap = try builder.finish()
    var placesOfElement: [Int: [Int]] = [:]
    for place in 0..<2 * count { placesOfElement[1 + place * 7 % count, default: []].append(place) }
    for selection in [ReferenceSelection.all, .strong] {
      let back = BackReferences(of: heap, selection: selection)
      for element in heap.objects.dropFirst() {
        let places = placesOfElement[element.position]!
        let expected = selection == .all ? places : [places[0]]
        guard back.references(to: element).map(\.position) == expected else {
          Issue.record("Element \(element) was found at other places than \(expected)")
          return
        }
      }
      #expect(back.storage.longRows.sortedPositions(of: 0)?.count == 2 * count)
    }
  }

  @Test func `a transposition that is told to stop stops`() throws {
    let heap = try ChainHeap.chain(of: 10)
    #expect(throws: HeapAnalysisError.cancelled) {
      try BackReferences(of: heap, monitor: AnalysisMonitor(shouldContinue: { false }))
    }
  }
}

extension Column {
  var values: [Element] { (0..<count).map { self[$0] } }
}
