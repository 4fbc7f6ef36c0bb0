import HeapFixtures
import HeapModel
import ObjectGraph

/// objgraph's walk on a plain list of edges, written down as simply as it goes.
struct ObjgraphOracle {
  var edges: [(source: Int, target: Int)]
  var maximumDepth = 3
  var tooMany = 10
  var ignored: Set<Int> = []
  var filter: (Int) -> Bool = { _ in true }

  struct Result: Equatable {
    var depths: [Int: Int] = [:]
    var order: [Int] = []
    var edges: [[Int]] = []
    var skipped: [Int: Int] = [:]
  }

  func walk(from starts: [Int], _ direction: ReferenceWalk.Direction) -> Result {
    var result = Result()
    for start in starts {
      result.depths[start] = 0
      result.order.append(start)
    }
    var next = 0
    while next < result.order.count {
      let object = result.order[next]
      next += 1
      let depth = result.depths[object, default: 0]
      if depth >= maximumDepth { continue }
      var neighbours: [Int] = []
      for edge in edges {
        switch direction {
        case .forward where edge.source == object: neighbours.append(edge.target)
        // The collector names each referrer once.
        case .backward where edge.target == object && neighbours.last != edge.source:
          neighbours.append(edge.source)
        default: break
        }
      }
      var count = 0
      for neighbour in neighbours where !ignored.contains(neighbour) && filter(neighbour) {
        if count >= tooMany {
          result.skipped[object, default: 0] += 1
          continue
        }
        result.edges.append(direction == .forward ? [object, neighbour] : [neighbour, object])
        if result.depths[neighbour] == nil {
          result.depths[neighbour] = depth + 1
          result.order.append(neighbour)
        }
        count += 1
      }
    }
    return result
  }
}

extension ObjgraphOracle.Result {
  init(_ graph: ReferenceGraph) {
    self.init()
    for node in graph.nodes { depths[node.object.position] = node.depth }
    order = graph.nodes.map(\.object.position)
    edges = graph.edges.map { [$0.source.position, $0.target.position] }
    for remaining in graph.remaining { skipped[remaining.object.position] = remaining.count }
  }
}
