import HeapAnalysis
import HeapModel
import SwiftHeap
import Testing

/// Every kind of holding, each with the name and the strength of its reference.
@Suite struct ReferenceTests {
  /// A reference that has to be there.
  struct Expected: CustomStringConvertible, Sendable {
    var label: String
    var target: String
    var strength = ReferenceStrength.strong
    var isInferred = false
    /// The labels and types that follow from there.
    var then: [(label: String, target: String)] = []

    init(
      _ label: String, _ target: String, _ strength: ReferenceStrength = .strong, isInferred: Bool = false,
      then: [(String, String)] = []
    ) {
      (self.label, self.target, self.strength, self.isInferred) = (label, target, strength, isInferred)
      self.then = then.map { (label: $0.0, target: $0.1) }
    }

    var description: String { label }
  }

  private static let array = "_ContiguousArrayStorage<"

  static let expected: [Expected] = [
    Expected("inBase", "Held"), Expected("inMiddle", "Held"), Expected("constant", "Held"),
    Expected("variable", "Held"), Expected("optional", "Held"), Expected("twice", "Held"),
    Expected("implicit", "Held"), Expected("anyObject", "Held"), Expected("classBound", "Held"),
    Expected("any", "Held"), Expected("anyOptional", "Held"), Expected("small.only", "Held"),
    Expected("large", "closure context (Large)", then: [("last", "Held")]),
    Expected("error", "error box", then: [("cause", "Held")]),
    Expected("optionalError", "error box", then: [("cause", "Held")]),
    Expected("pair.first", "Held"), Expected("pair.second", "Held"), Expected("nested.inner.first", "Held"),
    Expected("generic.value", "Held"), Expected("genericPair.value.first", "Held"),
    Expected("tuple.1", "Held"),
    Expected("labelled.object", "Held"), Expected("waiting.waiting", "Held"),
    Expected("loaded.loaded.image", "Held"),
    Expected("failed.failed", "error box", then: [("cause", "Held")]), Expected("left.left", "Held"),
    Expected("right.right", "Other"), Expected("mixed.object", "Held"),
    Expected("mixedText.text", "__StringStorage"),
    Expected("option.present", "Held"), Expected("optionPair.present.first", "Held"),
    Expected("optionalPair.first", "Held"), Expected("weakly", "Held", .weak),
    Expected("unownedly", "Held", .unowned), Expected("unsafely", "Held", .unmanaged),
    Expected("unownedOptional", "Held", .unowned), Expected("unmanaged", "Held", .unmanaged),
    Expected("array", array, then: [("[0]", "Held"), ("[1]", "Held")]),
    Expected("pairs", array, then: [("[0].first", "Held")]),
    Expected("optionals", array, then: [("[1]", "Held")]),
    Expected("arrays", array, then: [("[0]", array)]),
    Expected("texts", array, then: [("[0]", "__StringStorage")]),
    Expected("contiguous", array, then: [("[0]", "Held")]), Expected("slice", array, then: [("[0]", "Held")]),
    Expected(
      "dictionary", "_DictionaryStorage<String, Held>",
      then: [("['a key that is longer than fifteen bytes']", "Held"), ("['short']", "Held")]),
    Expected("numbered", "_DictionaryStorage<Int, Held>", then: [("['7']", "Held")]),
    Expected("enumKeys", "_DictionaryStorage<ObjectIdentifier, Held>", then: [("[0]", "Held")]),
    Expected("set", "_SetStorage<String>", then: [("[0]", "__StringStorage")]),
    Expected("text", "__StringStorage"),
    Expected("substring", "__StringStorage"),
    Expected("closure", "closure context (Held, Held)", then: [("[0]", "Held"), ("[1]", "Held")]),
    Expected("oneCapture.captured", "Held"),
    Expected("optionalClosure", "closure context", then: [("[0]", "Held")]),
    Expected("boxed", "closure context (Int)"), Expected("method.captured", "Held"),
    Expected("lazily", "Held"), Expected("actor", "Keeper", then: [("kept", "Held")]),
    Expected("inline[0]", "Held"), Expected("inline[1]", "Held"),
    Expected("tail", "Tail", then: [("header", "Held")]),
    Expected("url._url", "_"), Expected("queue", "DispatchQueue"),
  ]

  /// One holder, captured once for all of the tests.
  private static let captured: Result<(heap: HeapSnapshot, holder: ObjectIndex), any Error> = Result {
    let holder = Holder()
    let heap = try withExtendedLifetime(holder) { try SwiftHeap.capture() }
    let address = Address(rawValue: UInt64(UInt(bitPattern: Unmanaged.passUnretained(holder).toOpaque())))
    let index = try #require(heap.objects.first { heap.address(of: $0) == address })
    return (heap, index)
  }

  private static func text(_ reference: Reference, _ heap: HeapSnapshot) -> String {
    switch heap.label(of: reference) {
    case .name(let name): reference.kind == .dictionaryValue ? "['\(name)']" : name
    case .index(let index): "[\(index)]"
    case .object, nil: ""
    }
  }

  @Test(arguments: expected) func `a reference has its name, its strength and its target`(
    _ expected: Expected
  ) throws {
    let (heap, holder) = try Self.captured.get()
    let references = heap.outgoingReferences(of: holder)
    let found = references.first { Self.text($0, heap) == expected.label }
    let reference = try #require(found, "there are \(references.map { Self.text($0, heap) })")
    let type = heap.type(of: reference.target).name
    #expect(type.hasPrefix(expected.target) || type.hasSuffix(expected.target), "it leads to \(type)")
    #expect(reference.strength == expected.strength)
    #expect(reference.isInferred == expected.isInferred)
    let next = heap.outgoingReferences(of: reference.target)
    for (label, target) in expected.then {
      let inner = next.first { Self.text($0, heap) == label }
      let follows = try #require(inner, "there are \(next.map { Self.text($0, heap) })")
      #expect(heap.type(of: follows.target).name.hasPrefix(target))
      #expect(!follows.isInferred)
    }
  }

  @Test func `every object has as many references as it counts, or more holders outside`() throws {
    let (heap, _) = try Self.captured.get()
    let report = try heap.leakedCycles()
    let names = report.inconsistentObjects.map { heap.type(of: $0).name }
    #expect(names.isEmpty)
  }
}
