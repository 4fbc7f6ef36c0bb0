package import HeapModel

/// A heap for a test, drawn with few words.
///
/// ```swift
/// var sketch = HeapSketch()
/// sketch.draw("a -> b; b -> c [next]; c ~> a")      // ~> is weak, [next] an attribute, [0] an index
/// let heap = try sketch.snapshot()
/// heap.references(of: sketch["a"])
/// ```
///
/// Objects get types of the name `Node` and addresses 0x1000, 0x1040, … in the order in which they appear.
package struct HeapSketch {
  package struct Edge: Hashable, Sendable {
    package var source: Int
    package var target: Int
    package var kind: ReferenceKind = .attribute
    package var strength: ReferenceStrength = .strong
    package var label: ReferenceLabel?
    package var isTraced = true
    package var isInferred = false
  }

  package struct Object: Sendable {
    package var name: String
    package var type: String
    package var size: Int
    package var details: ObjectDetails
  }

  package private(set) var objects: [Object] = []
  package private(set) var edges: [Edge] = []
  package private(set) var roots: [(object: Int, kind: RootKind, name: String?)] = []
  package var metadata = HeapMetadata()
  private var positions: [String: Int] = [:]

  package init() {}

  package init(_ drawing: String) {
    draw(drawing)
  }

  /// The object with a name, made where there is none yet.
  package subscript(name: String) -> ObjectIndex {
    mutating get { object(name) }
  }

  /// The index of an object that was made.
  package func index(_ name: String) -> ObjectIndex {
    guard let position = positions[name] else { preconditionFailure("The sketch has no object \(name)") }
    return ObjectIndex(position)
  }

  /// Makes an object, or changes nothing where there is one of that name.
  @discardableResult
  package mutating func object(
    _ name: String, type: String = "Node", size: Int = 48, details: ObjectDetails = ObjectDetails()
  ) -> ObjectIndex {
    if let position = positions[name] { return ObjectIndex(position) }
    positions[name] = objects.count
    objects.append(Object(name: name, type: type, size: size, details: details))
    return ObjectIndex(objects.count - 1)
  }

  package mutating func refer(
    _ source: String, _ target: String, kind: ReferenceKind = .attribute,
    strength: ReferenceStrength = .strong,
    label: ReferenceLabel? = nil, isTraced: Bool = true, isInferred: Bool = false
  ) {
    edges.append(
      Edge(
        source: object(source).position, target: object(target).position, kind: kind, strength: strength,
        label: label, isTraced: isTraced, isInferred: isInferred))
  }

  package mutating func root(_ name: String, kind: RootKind = .global, as rootName: String? = nil) {
    roots.append((object(name).position, kind, rootName ?? name))
  }

  /// Adds what a line such as `a -> b -> c; b ~> a [parent]` says.
  package mutating func draw(_ drawing: String) {
    for statement in drawing.split(whereSeparator: { $0 == ";" || $0.isNewline }) {
      var words = statement.split(separator: " ").map(String.init)
      guard !words.isEmpty else { continue }
      var label: ReferenceLabel?
      if let last = words.last, last.hasPrefix("["), last.hasSuffix("]") {
        let text = String(last.dropFirst().dropLast())
        label = Int(text).map { .index($0) } ?? .name(text)
        words.removeLast()
      }
      object(words[0])
      for position in stride(from: 1, to: words.count - 1, by: 2) {
        precondition(["->", "~>"].contains(words[position]), "\(words[position]) is no arrow")
        let isIndex = if case .index = label { true } else { false }
        refer(
          words[position - 1], words[position + 1], kind: isIndex ? .element : .attribute,
          strength: words[position] == "~>" ? .weak : .strong, label: label)
      }
    }
  }

  /// The heap.
  package func snapshot() throws -> HeapSnapshot {
    var builder = HeapSnapshotBuilder()
    builder.metadata = metadata
    var types: [String: TypeIndex] = [:]
    for (position, object) in objects.enumerated() {
      let short = object.type.split(separator: ".").last.map(String.init) ?? object.type
      let type =
        types[object.type] ?? builder.addType(name: short, qualifiedName: object.type, classObject: nil)
      types[object.type] = type
      builder.addObject(
        at: Self.address(position), type: type, size: ByteCount(object.size), details: object.details)
    }
    for edge in edges {
      builder.addReference(
        from: .index(ObjectIndex(edge.source)), to: .index(ObjectIndex(edge.target)), kind: edge.kind,
        strength: edge.strength, label: edge.label, isTraced: edge.isTraced, isInferred: edge.isInferred)
    }
    for root in roots { builder.addRoot(.index(ObjectIndex(root.object)), kind: root.kind, name: root.name) }
    return try builder.finish()
  }

  /// The address that the object at a position gets.
  package static func address(_ position: Int) -> Address {
    Address(rawValue: 0x1000 + UInt64(position) * 0x40)
  }
}
