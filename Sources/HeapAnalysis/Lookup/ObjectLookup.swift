public import HeapModel
import Synchronization

/// Finds objects by address, index, type or name, and keeps what makes that quick.
public final class ObjectLookup: Sendable {
  /// The heap that is looked through.
  public let snapshot: HeapSnapshot
  /// The module whose variables a bare name means: what the snapshot's metadata names, else `__main__`.
  public let globalsModule: String
  let roots: [Root]

  private struct AddressState {
    // One address is sooner looked for than all are sorted in.
    var scans = 0
    var index: AddressIndex?
  }
  private static let scansBeforeIndex = 8
  private let addresses = Mutex(AddressState())

  /// Makes a look-up for a heap.
  ///
  /// - Parameter snapshot: the heap.
  /// - Complexity: O(*r*) in the number of roots.
  public init(_ snapshot: HeapSnapshot) {
    self.snapshot = snapshot
    roots = snapshot.roots
    globalsModule = snapshot.metadata[HeapMetadata.Key.globalsModule] ?? "__main__"
  }

  /// The object at an address: objgraph's `at`.
  ///
  /// - Parameter address: where the object lies.
  /// - Returns: the object, `nil` where none begins there.
  /// - Complexity: the first few times O(*n*) in the number of objects, then O(1) on average with up to 16
  ///   bytes an object kept.
  public func object(at address: Address) -> ObjectIndex? {
    addresses.withLock { state in
      if state.index == nil {
        state.scans += 1
        guard state.scans > Self.scansBeforeIndex else { return snapshot.object(at: address) }
        state.index = AddressIndex(snapshot.columns.addresses)
      }
      return state.index?[address.rawValue]
    }
  }

  /// The objects at some addresses: objgraph's `at_addrs`.
  ///
  /// - Parameter addresses: where the objects lie.
  /// - Returns: the objects that were found, in the order of the addresses.
  /// - Complexity: O(*n* + *k*) on average in the numbers of objects and addresses.
  public func objects(at addresses: some Sequence<Address>) -> [ObjectIndex] {
    addresses.compactMap { object(at: $0) }
  }

  /// The objects that a selector names.
  ///
  /// A bare name is a root's: a module's, a static or global variable's; else that of a variable of
  /// ``globalsModule``; else a stack frame's or another root's of the runtime. A dot leads to an attribute,
  /// whether it lies in the object, in a slot or in its `__dict__`, and from a module or a frame to its
  /// variables; brackets lead to an element or to a dictionary's value. Where several objects answer to a
  /// name, all are given.
  ///
  /// - Parameter selector: what to find.
  /// - Returns: the objects, each once; never empty.
  /// - Throws: ``HeapAnalysisError``, each case of which but `cancelled` and `invalidSelector` says what was
  ///   not found.
  /// - Complexity: O(*n*) in the number of objects, and for names O(*r* + *k*) in the numbers of roots and of
  ///   the references of the objects on the way.
  public func objects(_ selector: ObjectSelector) throws(HeapAnalysisError) -> [ObjectIndex] {
    switch selector {
    case .type(let name):
      guard !snapshot.types(named: name).isEmpty else {
        let names = snapshot.types.flatMap { [$0.name, $0.qualifiedName] }
        throw .noType(name, similar: NearMisses.of(name, among: names))
      }
      let instances = snapshot.instances(ofType: name)
      if instances.isEmpty { throw .noInstances(type: name) }
      return instances
    case .address(let address):
      guard let object = object(at: address) else { throw .noObject(at: address) }
      return [object]
    case .index(let index):
      guard index < snapshot.objectCount else {
        throw .indexOutOfRange(index, objectCount: snapshot.objectCount)
      }
      return [ObjectIndex(index)]
    case .variable(let name, let steps):
      return try objects(named: name, steps: steps)
    }
  }

  /// The objects that a text names; ``ObjectSelector`` says how.
  ///
  /// - Parameter text: a selector.
  /// - Returns: the objects, each once; never empty.
  /// - Throws: ``HeapAnalysisError/invalidSelector(_:column:reason:)``, or what was not found.
  /// - Complexity: as for a selector that was read.
  public func objects(named text: String) throws(HeapAnalysisError) -> [ObjectIndex] {
    try objects(ObjectSelector(parsing: text))
  }
}

extension HeapSnapshot {
  /// The object at an address, found by looking through all; ``ObjectLookup`` is quicker for many.
  ///
  /// - Parameter address: where the object lies.
  /// - Returns: the object, `nil` where none begins there.
  /// - Complexity: O(*n*) in the number of objects.
  public func object(at address: Address) -> ObjectIndex? {
    let addresses = columns.addresses.span
    for position in addresses.indices where addresses[position] == address.rawValue {
      return ObjectIndex(position)
    }
    return nil
  }
}
