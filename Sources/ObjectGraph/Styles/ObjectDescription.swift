import HeapAnalysis
import HeapModel

/// The words for objects and references that all styles share.
struct ObjectDescription {
  let heap: HeapSnapshot
  let style: GraphStyle
  // The addresses that more than one drawn object has, as in the file of a runtime that knows none.
  private let sharedAddresses: Set<Address>

  init(_ graph: ReferenceGraph, _ style: GraphStyle) {
    heap = graph.heap
    self.style = style
    var known: Set<Address> = []
    var shared: Set<Address> = []
    for node in graph.nodes {
      let address = graph.heap.address(of: node.object)
      if !known.insert(address).inserted { shared.insert(address) }
    }
    sharedAddresses = shared
  }

  /// The name of an object's node: `o` and the address in hexadecimal digits, and `_` and the object's index
  /// where another node's object has the same address.
  func nodeName(of object: ObjectIndex) -> String {
    let address = heap.address(of: object)
    let name = "o" + String(address.rawValue, radix: 16)
    return sharedAddresses.contains(address) ? name + "_\(object.position)" : name
  }

  /// An object's text, in the modern look as English has it: the heap's own `1 items` is objgraph's.
  func text(of object: ObjectIndex) -> String? {
    let text = heap.text(of: object)
    return style.look == .modern && text == "1 items" ? "1 item" : text
  }

  func typeName(of object: ObjectIndex) -> String {
    let type = heap.type(of: object)
    return style.showsQualifiedNames ? type.qualifiedName : type.name
  }

  /// The reference count in words, `nil` where it is not asked for or not known.
  func referenceCount(of object: ObjectIndex) -> String? {
    guard style.showsReferenceCounts, let count = heap.referenceCount(of: object) else { return nil }
    return count >= Int(UInt32.max) || heap.flags(of: object).contains(.immortal) ? "immortal" : "\(count)"
  }

  /// The counts of references that keep nothing alive, `nil` where there are none.
  func countsOfOthers(of object: ObjectIndex) -> String? {
    let counts = [
      (heap.unownedCount(of: object) ?? 0, "unowned"), (heap.weakCount(of: object) ?? 0, "weak"),
    ]
    let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  /// Everything known of an object, one thing a line.
  func tooltip(of node: ReferenceNode) -> String {
    let object = node.object
    let flags = heap.flags(of: object)
    var lines = [DisplayText.cut(heap.type(of: object).qualifiedName, to: 500)]
    var facts = ["\(heap.address(of: object))", "\(object)"]
    let size = heap.shallowSize(of: object)
    if size > .zero {
      let asked = heap.askedSize(of: object).flatMap { $0 == size ? nil : ", \($0) asked for" }
      facts.append("\(size)" + (asked ?? ""))
    }
    lines.append(facts.joined(separator: " · "))
    if let count = heap.referenceCount(of: object) {
      lines.append(count >= Int(UInt32.max) ? "immortal" : "reference count \(count)")
    }
    if let others = countsOfOthers(of: object) { lines.append(others + " references") }
    if flags.contains(.deinitializing) { lines.append("being torn down") }
    if flags.contains(.onlyUnowned) { lines.append("only unowned references keep its memory") }
    switch heap.generation(of: object) {
    case .number(let number)?: lines.append("generation \(number)")
    case .permanent?: lines.append("permanent generation")
    case nil: break
    }
    if flags.contains(.hasFinalizer) {
      lines.append(flags.contains(.finalized) ? "finalizer, ran already" : "has a finalizer")
    }
    if flags.contains(.uncollectable) { lines.append("uncollectable") }
    if flags.contains(.unreadable) { lines.append("could not be read in full") }
    if let site = heap.allocationSite(of: object)?.frames.first {
      lines.append(DisplayText.cut("made in \(site)", to: 500))
    }
    if let text = text(of: object), !text.isEmpty { lines.append(DisplayText.cut(text, to: 2_000)) }
    if let extra = node.extraInformation, !extra.isEmpty {
      lines += DisplayText.lines(extra, limit: 500, count: 20)
    }
    return lines.joined(separator: "\n")
  }

  /// Everything known of a reference, one thing a line.
  func tooltip(of edge: ReferenceEdge) -> String {
    let reference = edge.reference
    var lines: [String] = []
    if let label = heap.labelText(of: reference) { lines.append(DisplayText.cut(label, to: 2_000)) }
    var kind = "\(reference.kind), \(reference.strength)"
    if reference.isInferred { kind += ", inferred" }
    if !reference.isTraced { kind += ", not traced" }
    lines.append(kind)
    lines.append("\(heap.address(of: edge.source)) → \(heap.address(of: edge.target))")
    return lines.joined(separator: "\n")
  }

  /// What an object and a reference are, for style sheets and scripts.
  func classes(of node: ReferenceNode) -> [String] {
    var classes = ["object"]
    switch node.relation {
    case .start: classes.append("start")
    case .holder: classes.append("holder")
    case .held: classes.append("held")
    case .both: classes += ["holder", "held"]
    }
    if let kind = ObjectKind(heap.flags(of: node.object)) { classes.append(kind.rawValue) }
    if node.isHighlighted { classes.append("highlighted") }
    return classes
  }

  func classes(of edge: ReferenceEdge) -> [String] {
    var classes = ["reference", "\(edge.reference.strength)"]
    classes.append("\(edge.reference.kind)".split(separator: " ").joined(separator: "-"))
    if edge.reference.isInferred { classes.append("inferred") }
    return classes
  }

  func edgeName(_ edge: ReferenceEdge) -> String { "r\(edge.reference.position)" }
}

/// The kinds of objects that make up a program rather than its data.
enum ObjectKind: String, CaseIterable {
  case module
  case `class`
  case function
  case frame

  init?(_ flags: ObjectFlags) {
    if flags.contains(.module) || flags.contains(.importedModule) {
      self = .module
    } else if flags.contains(.class) {
      self = .class
    } else if flags.contains(.function) {
      self = .function
    } else if flags.contains(.frame) {
      self = .frame
    } else {
      return nil
    }
  }
}
