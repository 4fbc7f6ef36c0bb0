import HeapModel

/// What a snapshot says of its objects, by their addresses, so that two of one process can be compared.
struct HeapFacts {
  struct Object: Hashable {
    var type: String
    var size: UInt64
    var references: [String]
    var targets: [UInt64]
  }

  private(set) var objects: [UInt64: Object] = [:]

  init(_ heap: HeapSnapshot) {
    for index in heap.objects {
      let references = heap.outgoingReferences(of: index)
      objects[heap.address(of: index).rawValue] = Object(
        type: heap.type(of: index).qualifiedName, size: heap.shallowSize(of: index).rawValue,
        references: references.map { reference in
          let label =
            switch heap.label(of: reference) {
            case .name(let name): name
            case .index(let number): "[\(number)]"
            case .object, nil: "-"
            }
          return "\(label) \(reference.kind) \(reference.strength) \(reference.isInferred) "
            + "\(heap.address(of: reference.target))"
        },
        targets: references.map { heap.address(of: $0.target).rawValue })
    }
  }

  /// The objects that one leads to, itself included.
  func reached(from address: UInt64) -> Set<UInt64> {
    var reached: Set<UInt64> = [address]
    var next = [address]
    while let here = next.popLast() {
      for target in objects[here]?.targets ?? [] where reached.insert(target).inserted { next.append(target) }
    }
    return reached
  }

  func addresses(ofType suffix: String) -> [UInt64] {
    objects.filter { $0.value.type.hasSuffix(suffix) }.keys.sorted()
  }

  /// The addresses of objects of which two snapshots say different things.
  func differences(from other: HeapFacts) -> [UInt64] {
    Set(objects.keys).union(other.objects.keys).filter { objects[$0] != other.objects[$0] }.sorted()
  }
}
