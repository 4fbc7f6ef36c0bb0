extension GraphPicture {
  /// Puts the parts that no edge joins into reverse order, each in its own.
  ///
  /// Where the layout goes from the left to the right, Graphviz stacks such parts from the bottom up, but the
  /// nodes of each from the top down.
  ///
  /// - Complexity: O(*n* + *m*), nearly.
  mutating func reverseComponents() {
    let positions = Dictionary(
      nodes.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
    // The least position of a node's part, by way of others.
    var leaders = Array(nodes.indices)
    func leader(of position: Int) -> Int {
      var position = position
      while leaders[position] != position {
        leaders[position] = leaders[leaders[position]]
        position = leaders[position]
      }
      return position
    }
    for edge in edges {
      guard let source = positions[edge.source], let target = positions[edge.target] else { continue }
      let (one, other) = (leader(of: source), leader(of: target))
      leaders[max(one, other)] = min(one, other)
    }
    let keys = nodes.indices.map { leader(of: $0) }
    nodes = nodes.indices.sorted { (keys[$1], $0) < (keys[$0], $1) }.map { nodes[$0] }
  }
}
