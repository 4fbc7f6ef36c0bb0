import Foundation
import HeapAnalysis
import HeapModel
import SwiftHeap
import SwiftHeapHoldings
import Testing

/// Objects of known shape are looked at before anything is believed.
@Suite(.serialized) struct SelfTestTests {
  @Test func `everything is as expected with this runtime`() throws {
    let report = try SwiftHeap.selfTest()
    for check in report.checks {
      #expect(check.isPassed, "\(check.part.title): \(check.failure ?? "")")
    }
    #expect(report.checks.count == LayoutPart.allCases.count)
    #expect(report.stopMethod == .tracing)
  }

  @Test func `without the allocator's lists, a search of memory finds the objects`() throws {
    let held = (0..<100).map { Held("number \($0) with a text of more than fifteen bytes") }
    var options = CaptureOptions()
    options.usesAllocator = false
    let heap = try withExtendedLifetime(held) { try SwiftHeap.capture(options) }
    let found = Set(heap.objects.map { heap.address(of: $0).rawValue })
    for object in held { #expect(found.contains(PlantedCycles.address(of: object))) }
    let first = try #require(
      heap.objects.first { heap.address(of: $0).rawValue == PlantedCycles.address(of: held[0]) })
    let references = heap.outgoingReferences(of: first)
    #expect(references.contains { heap.labelText(of: $0) == "name" && !$0.isInferred })
    #expect(heap.limitations.contains { $0.text.contains("not glibc's") })
  }

  @Test func `keys and elements that look like objects are told from objects by a search of memory`() throws {
    // Addresses of metadata, some of them at multiples of 16 bytes and with small numbers behind.
    let type = ObjectIdentifier(Held.self)
    let byType = (0..<64).map { [type: Held("\($0)")] }
    let lists = (0..<64).map { number in
      Boxed((0..<(number + 1)).map { Element(type: type, count: $0 * 2, held: Held("")) })
    }
    var options = CaptureOptions()
    options.usesAllocator = false
    let heap = try withExtendedLifetime((byType, lists)) { try SwiftHeap.capture(options) }
    var counts: [String: Int] = [:]
    for object in heap.objects {
      let references = heap.outgoingReferences(of: object).filter { !$0.isInferred }
      let held = references.filter { heap.type(of: $0.target).name == "Held" }
      counts[heap.type(of: object).name, default: 0] += held.count
    }
    #expect(counts["_DictionaryStorage<ObjectIdentifier, Held>"] == 64)
    #expect(counts["_ContiguousArrayStorage<Element>"] == 64 * 65 / 2)
    #expect(heap.objects.count { heap.type(of: $0).name == "Held" } < 64 + 64 * 65 / 2 + 200)
  }

  private struct Element {
    var type: ObjectIdentifier
    var count: Int
    var held: Held
  }

  private final class Boxed {
    let elements: [Element]
    init(_ elements: [Element]) { self.elements = elements }
  }

  @Test func `what was freed is not found by a search of memory`() throws {
    final class Fleeting { let number = Int.random(in: 0...9) }
    var objects: [Fleeting]? = (0..<1_000).map { _ in Fleeting() }
    let kept = objects![500]
    objects = nil
    var options = CaptureOptions()
    options.usesAllocator = false
    let heap = try withExtendedLifetime(kept) { try SwiftHeap.capture(options) }
    let left = heap.objects.filter { heap.type(of: $0).qualifiedName.contains("Fleeting") }
    let found = left.map { heap.address(of: $0).rawValue }
    #expect(found.contains(PlantedCycles.address(of: kept)))
    // Other memory can look like an object by chance: metadata, and an odd number behind.
    #expect(found.count <= 3)
  }

  @Test func `the tool's own objects and earlier snapshots are left out`() throws {
    let earlier = try SwiftHeap.capture()
    let heap = try withExtendedLifetime(earlier) { try SwiftHeap.capture() }
    let names = Set(heap.objects.map { heap.type(of: $0).qualifiedName })
    for name in names {
      #expect(!name.hasPrefix("SwiftHeap.") && !name.hasPrefix("HeapModel."), "\(name)")
    }
  }

  @Test func `counts and sizes are those of the runtime`() throws {
    let (strong, unowned, weak) = (Held("strong"), Held("unowned"), Held("weak"))
    let holder = CountHolder(strong, unowned, weak)
    let heap = try withExtendedLifetime((strong, unowned, weak, holder)) { try SwiftHeap.capture() }
    func object(_ held: Held) throws -> ObjectIndex {
      try #require(heap.objects.first { heap.address(of: $0).rawValue == PlantedCycles.address(of: held) })
    }
    #expect(heap.referenceCount(of: try object(strong))! >= 3)
    #expect(heap.unownedCount(of: try object(unowned)) == 2)
    #expect(heap.weakCount(of: try object(weak)) == 1)
    let asked = try #require(heap.askedSize(of: try object(strong)))
    // A header of two words, and a string of two.
    #expect(asked.rawValue == 32)
    #expect(heap.shallowSize(of: try object(strong)) >= asked)
  }

  @Test func `what is being torn down is told from what unowned references outlive`() throws {
    final class Holder {
      unowned let first: Held
      unowned let second: Held
      init(_ held: Held) { (first, second) = (held, held) }
    }
    final class Dying {
      let held = Held("goes with it")
      let capture: (Dying) -> Void
      init(_ capture: @escaping (Dying) -> Void) { self.capture = capture }
      deinit { capture(self) }
    }
    func address(_ object: AnyObject) -> UInt64 { PlantedCycles.address(of: object) }
    func object(_ address: UInt64, in heap: HeapSnapshot) -> ObjectIndex? {
      heap.objects.first { heap.address(of: $0).rawValue == address }
    }

    var held: Held? = Held("outlived")
    let outlived = address(held!)
    let holder = Holder(held!)
    held = nil
    let heap = try withExtendedLifetime(holder) { try SwiftHeap.capture() }
    let left = try #require(object(outlived, in: heap))
    #expect(heap.flags(of: left).contains(.onlyUnowned))
    #expect(heap.unownedCount(of: left) == 2)
    #expect(heap.referenceCount(of: left) == 0)

    var result: (heap: Result<HeapSnapshot, any Error>, address: UInt64)?
    _ = Dying { dying in
      result = (Result { try SwiftHeap.capture() }, address(dying))
    }
    let (captured, place) = try #require(result)
    let during = try captured.get()
    let dying = try #require(object(place, in: during))
    #expect(during.flags(of: dying).contains(.deinitializing))
    #expect(!during.flags(of: dying).contains(.onlyUnowned))
    #expect(during.unownedCount(of: dying) == 0)
    #expect(try !during.leakedCycles().objects.contains(dying))
  }

  private final class CountHolder {
    let strong: [Held]
    unowned let first: Held
    unowned let second: Held
    weak var weakly: Held?
    init(_ strong: Held, _ unowned: Held, _ weak: Held) {
      self.strong = [strong, strong]
      (first, second) = (unowned, unowned)
      weakly = weak
    }
  }
}
