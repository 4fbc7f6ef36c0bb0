import GraphvizRenderer

/// What a DOT text shows of a heap: objgraph's or ours, by the objects' addresses.
struct Drawing: Equatable {
  struct Node: Equatable {
    /// The label: the type in the first line, what tells the object from its like in the others.
    var type: String
    var text: String
    /// Hue, saturation and value.
    var fill: [Double]
    var textColor: String
  }

  struct Ends: Hashable {
    var source: UInt64
    var target: UInt64
  }

  struct Remaining: Equatable {
    var label: String
    var fill: [Double]
    /// Whether the mark points at the object, as it does for references to it.
    var pointsAtObject: Bool
  }

  var nodes: [UInt64: Node] = [:]
  /// The labels of all references between two objects; one without a label is there as the empty text.
  var edges: [Ends: [String]] = [:]
  /// The objects marked as having a finalizer.
  var finalizers: Set<UInt64> = []
  /// The objects of which not all references are drawn.
  var remaining: [UInt64: Remaining] = [:]

  /// How a DOT text names its objects.
  enum Naming {
    /// `o` and the address in decimal digits, labels without entities.
    case objgraph
    /// `o` and the address in hexadecimal digits, `&amp;` for an ampersand.
    case heapGraph
  }

  struct Unreadable: Error, CustomStringConvertible {
    var description: String
  }

  init(_ dot: String, _ naming: Naming) throws {
    let graph = try GraphvizRenderer.parse(dot)
    var unmarked: Set<UInt64> = []
    for node in graph.nodes {
      let (address, part) = try Self.object(node.name, naming)
      let label = Self.text(node.attributes["label"]?.text ?? "", naming)
      let fill = try Self.fill(node.attributes["fillcolor"]?.text ?? "")
      switch part {
      case .object:
        let lines = label.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        nodes[address] = Node(
          type: String(lines[0]), text: lines.count > 1 ? String(lines[1]) : "", fill: fill,
          textColor: Self.colorNames[node.attributes["fontcolor"]?.text ?? ""] ?? "other")
      case .finalizer:
        finalizers.insert(address)
        unmarked.insert(address)
      case .remaining: remaining[address] = Remaining(label: label, fill: fill, pointsAtObject: false)
      }
    }
    for edge in graph.edges {
      let (tail, head) = (try Self.object(edge.tail, naming), try Self.object(edge.head, naming))
      switch (tail.part, head.part) {
      case (.object, .object):
        edges[Ends(source: tail.address, target: head.address), default: []].append(
          Self.text(edge.attributes["label"]?.text ?? "", naming))
      case (.object, .finalizer): unmarked.remove(tail.address)
      case (.object, .remaining): remaining[head.address]?.pointsAtObject = false
      case (.remaining, .object): remaining[tail.address]?.pointsAtObject = true
      default: throw Unreadable(description: "an edge from \(edge.tail) to \(edge.head)")
      }
    }
    if let address = unmarked.first {
      throw Unreadable(description: "the mark of \(address)'s finalizer hangs on nothing")
    }
  }

  private enum Part { case object, finalizer, remaining }

  private static func object(
    _ name: String, _ naming: Naming
  ) throws(Unreadable) -> (address: UInt64, part: Part) {
    var (rest, part) = (name[...], Part.object)
    if rest.hasPrefix("too_many_") { (rest, part) = (rest.dropFirst(9), .remaining) }
    if rest.hasSuffix("_has_a_del") { (rest, part) = (rest.dropLast(10), .finalizer) }
    guard rest.first == "o", let address = UInt64(rest.dropFirst(), radix: naming == .objgraph ? 10 : 16)
    else { throw Unreadable(description: "a node named \(name)") }
    return (address, part)
  }

  /// A label's text as it was before it was escaped.
  private static func text(_ label: String, _ naming: Naming) -> String {
    var text = ""
    var isEscape = false
    for scalar in label.unicodeScalars {
      if isEscape {
        text.unicodeScalars.append(scalar == "n" ? "\n" : scalar)
        isEscape = false
      } else if scalar == "\\" {
        isEscape = true
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return naming == .heapGraph
      ? text.split(separator: "&amp;", omittingEmptySubsequences: false).joined(separator: "&") : text
  }

  private static func fill(_ color: String) throws(Unreadable) -> [Double] {
    let numbers = color.split(separator: ",").compactMap { Double($0) }
    guard numbers.count == 3 else { throw Unreadable(description: "a node of the colour \(color)") }
    return numbers
  }

  /// The objects that were labelled when the last edge that objgraph had written led to them.
  static func heldByLastEdge(_ dot: String, isForward: Bool) -> Set<UInt64> {
    var (held, last): (Set<UInt64>, UInt64?) = ([], nil)
    for line in dot.utf8.split(separator: UInt8(ascii: "\n")) where line.starts(with: "  o".utf8) {
      let words = String(Substring(line.prefix(120))).split(separator: " ")
      if words.count > 2, words[1] == "->" {
        last = UInt64(words[isForward ? 2 : 0].dropFirst().prefix(while: \.isNumber))
      } else if let head = words.first, head.contains("[label=") {
        let address = UInt64(head.dropFirst().prefix(while: \.isNumber))
        if let address, address == last { held.insert(address) }
      }
    }
    return held
  }

  private static let colorNames = [
    "": "black", "red": "red", "white": "white", "#FF0000": "red", "#FFFFFF": "white",
  ]
}
