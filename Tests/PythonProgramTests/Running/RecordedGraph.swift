/// A graph in the DOT language, by what it says: the nodes' labels and colours, and the edges' labels.
///
/// Names and order of nodes, and all that only a program reads (ids, tooltips, widths), do not count.
struct RecordedGraph {
  private struct Edge: Hashable {
    var source: Int
    var target: Int
    var label: String
  }

  /// What each node says.
  private var texts: [String] = []
  private var edges: [Edge] = []

  /// Reads a graph as objgraph writes it, a statement on each line.
  init(dot: some StringProtocol) {
    var numbers: [Substring: Int] = [:]
    var attributes: [[String: String]] = []
    func number(of name: Substring) -> Int {
      if let known = numbers[name] { return known }
      numbers[name] = attributes.count
      attributes.append([:])
      return attributes.count - 1
    }
    // What follows an address in a label is cut where the label is, and an address can be longer or shorter.
    let text = String(dot).replacing(/\ at 0x[0-9a-f]*.*?(?=\\n|")/, with: " at 0xADDR")
    let statement = /\s*(\w+)(?:\s*->\s*(\w+))?\s*(?:\[((?:[^"\]]|"(?:[^"\\]|\\.)*")*)\])?;\s*/
    for line in text.split(separator: "\n") {
      guard let match = line.wholeMatch(of: statement), match.1 != "node" else { continue }
      var given: [String: String] = [:]
      for pair in (match.3 ?? "").matches(of: /(\w+)=("(?:[^"\\]|\\.)*"|[^\s,\]]+)/) {
        given[String(pair.1)] = String(pair.2.drop { $0 == "\"" }.trimmingSuffix { $0 == "\"" })
      }
      let source = number(of: match.1)
      if let target = match.2 {
        edges.append(Edge(source: source, target: number(of: target), label: given["label", default: ""]))
      } else {
        attributes[source].merge(given) { $1 }
      }
    }
    texts = attributes.map { "\($0["label", default: ""]) (\(Self.color($0["fillcolor", default: ""])))" }
  }

  /// A colour to three places, since 0.766667 and 0.76667 are the same.
  private static func color(_ text: String) -> String {
    text.split(separator: ",").map { part in
      Double(part).map { "\(($0 * 1_000).rounded() / 1_000)" } ?? String(part)
    }.joined(separator: ",")
  }

  /// The graph as text, in an order that only its labels decide.
  var description: String {
    let edges = edges.map { "\(texts[$0.source]) -> \(texts[$0.target]) [\($0.label)]" }
    return (texts.sorted() + edges.sorted()).joined(separator: "\n") + "\n"
  }

  /// Whether a one-to-one mapping of the nodes keeps all texts and all edges.
  ///
  /// By colour refinement, and by trying each candidate where that leaves nodes which look the same.
  func isIsomorphic(to other: RecordedGraph) -> Bool {
    guard description == other.description else { return false }
    return Self.match(self, texts.map(\.hashValue), other, other.texts.map(\.hashValue))
  }

  private static func match(_ one: Self, _ start: [Int], _ other: Self, _ otherStart: [Int]) -> Bool {
    // Both take the same number of rounds, since colours of different rounds cannot be compared.
    var (colors, others) = (start, otherStart)
    var count = 0
    while true {
      (colors, others) = (one.refined(colors), other.refined(others))
      guard colors.sorted() == others.sorted() else { return false }
      let refined = Set(colors).count
      if refined == count { break }
      count = refined
    }
    let groups = Dictionary(grouping: colors.indices) { colors[$0] }
    let candidates = Dictionary(grouping: others.indices) { others[$0] }
    guard
      let (color, members) = groups.filter({ $0.value.count > 1 }).min(by: { $0.value.count < $1.value.count }
      )
    else {
      let renamed = one.edges.map { edge in
        Edge(
          source: candidates[colors[edge.source]]![0], target: candidates[colors[edge.target]]![0],
          label: edge.label)
      }
      return Dictionary(renamed.map { ($0, 1) }, uniquingKeysWith: +)
        == Dictionary(other.edges.map { ($0, 1) }, uniquingKeysWith: +)
    }
    colors[members[0]] = 1
    return candidates[color]!.contains { candidate in
      var chosen = others
      chosen[candidate] = 1
      return match(one, colors, other, chosen)
    }
  }

  /// Colours of nodes by their own and those of their neighbours.
  private func refined(_ colors: [Int]) -> [Int] {
    var around = colors.map { _ in [Int]() }
    for edge in edges {
      around[edge.source].append(hash(1, edge.label, colors[edge.target]))
      around[edge.target].append(hash(2, edge.label, colors[edge.source]))
    }
    return colors.indices.map { hash(colors[$0], around[$0].sorted()) }
  }

  private func hash<each Part: Hashable>(_ part: repeat each Part) -> Int {
    var hasher = Hasher()
    repeat hasher.combine(each part)
    return hasher.finalize()
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isLeftOut: (Character) -> Bool) -> Substring {
    var result = self
    while let last = result.last, isLeftOut(last) { result.removeLast() }
    return result
  }
}
