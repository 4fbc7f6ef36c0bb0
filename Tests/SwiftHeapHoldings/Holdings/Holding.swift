import HeapAnalysis
package import HeapModel

/// A reference that has to be there.
package struct Holding: CustomStringConvertible, Sendable {
  package var label: String
  package var target: String
  package var strength = ReferenceStrength.strong
  package var isInferred = false
  /// The labels and types that follow from there.
  package var then: [(label: String, target: String)] = []

  init(
    _ label: String, _ target: String, _ strength: ReferenceStrength = .strong, isInferred: Bool = false,
    then: [(String, String)] = []
  ) {
    (self.label, self.target, self.strength, self.isInferred) = (label, target, strength, isInferred)
    self.then = then.map { (label: $0.0, target: $0.1) }
  }

  package var description: String { label }

  private static let array = "_ContiguousArrayStorage<"

  package static let all: [Holding] = [
    Holding("inBase", "Held"), Holding("inMiddle", "Held"), Holding("constant", "Held"),
    Holding("variable", "Held"), Holding("optional", "Held"), Holding("twice", "Held"),
    Holding("implicit", "Held"), Holding("anyObject", "Held"), Holding("classBound", "Held"),
    Holding("any", "Held"), Holding("anyOptional", "Held"), Holding("small.only", "Held"),
    Holding("large", "closure context (Large)", then: [("last", "Held")]),
    Holding("error", "error box", then: [("cause", "Held")]),
    Holding("optionalError", "error box", then: [("cause", "Held")]),
    Holding("pair.first", "Held"), Holding("pair.second", "Held"), Holding("nested.inner.first", "Held"),
    Holding("generic.value", "Held"), Holding("genericPair.value.first", "Held"),
    Holding("tuple.1", "Held"),
    Holding("labelled.object", "Held"), Holding("waiting.waiting", "Held"),
    Holding("loaded.loaded.image", "Held"),
    Holding("failed.failed", "error box", then: [("cause", "Held")]), Holding("left.left", "Held"),
    Holding("right.right", "Other"), Holding("mixed.object", "Held"),
    Holding("mixedText.text", "__StringStorage"),
    Holding("option.present", "Held"), Holding("optionPair.present.first", "Held"),
    Holding("optionalPair.first", "Held"), Holding("weakly", "Held", .weak),
    Holding("unownedly", "Held", .unowned), Holding("unsafely", "Held", .unmanaged),
    Holding("unownedOptional", "Held", .unowned), Holding("unmanaged", "Held", .unmanaged),
    Holding("array", array, then: [("[0]", "Held"), ("[1]", "Held")]),
    Holding("pairs", array, then: [("[0].first", "Held")]),
    Holding("optionals", array, then: [("[1]", "Held")]),
    Holding("arrays", array, then: [("[0]", array)]),
    Holding("texts", array, then: [("[0]", "__StringStorage")]),
    Holding("contiguous", array, then: [("[0]", "Held")]), Holding("slice", array, then: [("[0]", "Held")]),
    Holding(
      "dictionary", "_DictionaryStorage<String, Held>",
      then: [("['a key that is longer than fifteen bytes']", "Held"), ("['short']", "Held")]),
    Holding("numbered", "_DictionaryStorage<Int, Held>", then: [("['7']", "Held")]),
    Holding("enumKeys", "_DictionaryStorage<ObjectIdentifier, Held>", then: [("[0]", "Held")]),
    Holding("set", "_SetStorage<String>", then: [("[0]", "__StringStorage")]),
    Holding("text", "__StringStorage"),
    Holding("substring", "__StringStorage"),
    Holding("closure", "closure context (Held, Held)", then: [("[0]", "Held"), ("[1]", "Held")]),
    Holding("oneCapture.captured", "Held"),
    Holding("optionalClosure", "closure context", then: [("[0]", "Held")]),
    Holding("boxed", "closure context (Int)"), Holding("method.captured", "Held"),
    Holding("lazily", "Held"), Holding("actor", "Keeper", then: [("kept", "Held")]),
    Holding("inline[0]", "Held"), Holding("inline[1]", "Held"),
    Holding("tail", "Tail", then: [("header", "Held")]),
    Holding("url._url", "_"), Holding("queue", "DispatchQueue"),
  ]

  /// What is wrong with the reference of one holder in a heap; `nil` where it is as expected.
  package func failure(of holder: ObjectIndex, in heap: HeapSnapshot) -> String? {
    let references = heap.outgoingReferences(of: holder)
    guard let reference = references.first(where: { Self.text($0, heap) == label }) else {
      return "\(label) is not among \(references.map { Self.text($0, heap) })"
    }
    let type = heap.type(of: reference.target).name
    guard type.hasPrefix(target) || type.hasSuffix(target) else { return "\(label) leads to \(type)" }
    guard reference.strength == strength else { return "\(label) is \(reference.strength)" }
    guard reference.isInferred == isInferred else { return "\(label) is inferred: \(reference.isInferred)" }
    let next = heap.outgoingReferences(of: reference.target)
    for (inner, target) in then {
      guard let follows = next.first(where: { Self.text($0, heap) == inner }) else {
        return "\(label): \(inner) is not among \(next.map { Self.text($0, heap) })"
      }
      let type = heap.type(of: follows.target).name
      guard type.hasPrefix(target) else { return "\(label): \(inner) leads to \(type)" }
      if follows.isInferred { return "\(label): \(inner) is inferred" }
    }
    return nil
  }

  private static func text(_ reference: Reference, _ heap: HeapSnapshot) -> String {
    switch heap.label(of: reference) {
    case .name(let name): reference.kind == .dictionaryValue ? "['\(name)']" : name
    case .index(let index): "[\(index)]"
    case .object, nil: ""
    }
  }
}
