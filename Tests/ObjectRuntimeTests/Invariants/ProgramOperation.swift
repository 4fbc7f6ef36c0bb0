import HeapFixtures

/// One step of a random program: what is done, and numbers that choose what it is done to.
///
/// The numbers are taken modulo what there is to choose from, so that every part of a program is a program too.
struct ProgramOperation: Hashable, Sendable, CustomStringConvertible {
  enum Kind: String, CaseIterable, Sendable {
    // Making objects.
    case makeInstance, makeList, makeTuple, makeDict, makeSet, makeFrozenSet, makeString, makeInteger,
      makeFloat
    case makeCell, makeFunction, makeMethod, makeGenerator, makeException, makeFrame, makeModule, makeProperty
    case makeWeakReference, makeWeakReferenceWithCallback, makeProxy, makeWeakCollection, makeIterator,
      makeSubclassValue
    case defineClass, copyHandle
    // Changing them.
    case setAttribute, removeAttribute, getAttribute, getAttributeDict, changeClass, setClassAttribute
    case removeClassAttribute
    case append, insert, pop, setItem, replaceItems, extend, clear, reverse
    case setKey, setObjectKey, removeKey, update, copy, popEntry
    case addElement, discardElement, uniteSets
    case setCell, setVariable, setGlobal, removeGlobal, next, call, useWeakCollection, linkCycle
    // Letting go, and what the whole space does.
    case release, intern, collect, freeze, unfreeze, trace, snapshot, useReleased, misuse

    /// How often a step is taken of each kind.
    var weight: Int {
      switch self {
      case .release: 60
      case .setAttribute, .append, .setKey, .makeInstance: 16
      case .makeList, .makeDict, .makeTuple, .makeString, .makeWeakReference, .addElement, .linkCycle: 8
      case .defineClass, .freeze, .unfreeze, .trace, .snapshot, .makeModule, .clear, .makeWeakCollection: 1
      case .collect, .useReleased, .makeIterator, .changeClass, .setClassAttribute, .removeClassAttribute: 3
      case .misuse: 8
      default: 5
      }
    }
  }

  var kind: Kind
  var first: Int
  var second: Int
  var third: Int

  var description: String { "\(kind.rawValue) \(first) \(second) \(third)" }

  /// Steps drawn from a seed.
  static func random(seed: UInt64, count: Int) -> [ProgramOperation] {
    var generator = SeededGenerator(seed: seed)
    var kinds: [Kind] = []
    // The modules of weak collections are hundreds of objects, which all programs but some do without.
    for kind in Kind.allCases where kind != .makeWeakCollection || seed % 8 == 0 {
      kinds += Array(repeating: kind, count: kind.weight)
    }
    return (0..<count).map { _ in
      ProgramOperation(
        kind: kinds[Int.random(in: kinds.indices, using: &generator)],
        first: Int.random(in: 0..<10_000, using: &generator),
        second: Int.random(in: 0..<10_000, using: &generator),
        third: Int.random(in: 0..<10_000, using: &generator))
    }
  }
}
