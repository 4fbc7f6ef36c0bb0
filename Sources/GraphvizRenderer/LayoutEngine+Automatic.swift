extension LayoutEngine {
  /// The most nodes, in nodes, that ``automatic(nodeCount:edgeCount:labelledEdgeCount:)`` gives to ``dot``.
  ///
  /// A tree of this size takes `dot` about 2.5 seconds.
  public static let largestNodeCountForDot = 4_000

  /// The most effort, in nodes times surplus edges squared, that
  /// ``automatic(nodeCount:edgeCount:labelledEdgeCount:)`` gives to ``dot``.
  ///
  /// What costs `dot` time is not nodes but edges beyond a tree's: measured with Graphviz 2.43 on random
  /// graphs, 2,000 nodes with 1,999 edges take 0.6 s, 300 nodes with 600 edges take 40 s. Nodes times
  /// surplus edges squared foretells the time within a factor of three: 5 million are 0.4 to 2.5 s, 8
  /// million 0.6 to 4 s, 27 million 40 s. `sfdp` takes 0.1 to 0.7 s for all of these.
  ///
  /// A labelled edge counts twice, since its label takes a place in a layer of its own. Measured on random
  /// heaps as they are drawn, a label at each edge: 114 nodes with 212 edges take 2 s, 150 with 303 take 19 s,
  /// 44 with 318 take 45 s.
  public static let largestEffortForDot = 5_000_000

  /// The engine that shows a graph of this size best in a time that a person will wait.
  ///
  /// Where the installed Graphviz has no ``sfdp``, ``GraphvizRenderer/render(_:format:engine:)`` takes ``dot``
  /// for every size.
  ///
  /// - Parameters:
  ///   - nodeCount: How many nodes the graph has.
  ///   - edgeCount: How many edges the graph has.
  ///   - labelledEdgeCount: How many of the edges have a label.
  /// - Returns: ``dot``, or ``sfdp`` above ``largestNodeCountForDot`` or ``largestEffortForDot``.
  /// - Complexity: O(1).
  public static func automatic(
    nodeCount: Int, edgeCount: Int, labelledEdgeCount: Int = 0
  ) -> LayoutEngine {
    guard nodeCount <= largestNodeCountForDot else { return .sfdp }
    let labelledPart = edgeCount > 0 ? Double(labelledEdgeCount) / Double(edgeCount) : 0
    let surplusEdges = Double(max(0, edgeCount - nodeCount + 1)) * (1 + labelledPart)
    return Double(nodeCount) * surplusEdges * surplusEdges > Double(largestEffortForDot) ? .sfdp : .dot
  }

  /// The engine for a graph of this size among those that are installed; ``dot`` where the best is not.
  static func automatic(
    nodeCount: Int, edgeCount: Int, labelledEdgeCount: Int = 0, among engines: [LayoutEngine]
  ) -> LayoutEngine {
    let best = automatic(
      nodeCount: nodeCount, edgeCount: edgeCount, labelledEdgeCount: labelledEdgeCount)
    return engines.contains(best) ? best : .dot
  }
}
