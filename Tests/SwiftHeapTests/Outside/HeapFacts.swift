import HeapModel

/// What a snapshot says of its objects, by their addresses, so that two of one process can be compared.
struct HeapFacts {
  struct Object: Hashable {
    var type: String
    var size: UInt64
    /// The strong references that the runtime counts; `nil` where they are not to be compared.
    var count: Int?
    var references: [String]
    var targets: [UInt64]
  }

  private(set) var objects: [UInt64: Object] = [:]

  init(_ heap: HeapSnapshot, withCounts: Bool = false) {
    for index in heap.objects {
      let references = heap.outgoingReferences(of: index)
      objects[heap.address(of: index).rawValue] = Object(
        type: heap.type(of: index).qualifiedName, size: heap.shallowSize(of: index).rawValue,
        count: withCounts ? heap.referenceCount(of: index) : nil,
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

  /// What two snapshots say differently of objects.
  func differences(from other: HeapFacts) -> [String] {
    Set(objects.keys).union(other.objects.keys).filter { objects[$0] != other.objects[$0] }.sorted()
      .map { "\($0): \(Self.text(objects[$0])), not \(Self.text(other.objects[$0]))" }
  }

  private static func text(_ object: Object?) -> String {
    guard let object else { return "nothing" }
    return "\(object.type) of \(object.size), counted \(object.count ?? 0): "
      + "\(object.references.prefix(5).joined(separator: ", "))"
  }
}
