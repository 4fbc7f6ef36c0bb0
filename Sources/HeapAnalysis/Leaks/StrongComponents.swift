import HeapModel

/// The strongly connected components of a part of a heap: groups in which each object reaches every other.
///
/// After R. Tarjan, Depth-first search and linear graph algorithms (1972), with a stack of its own in place of recursion.
struct StrongComponents {
  /// Each object's component, by its number in the part.
  let componentOf: [UInt32]
  /// How many objects each component has.
  let sizes: [UInt32]

  /// Finds the components of a graph whose nodes are numbered.
  ///
  /// - Parameters:
  ///   - count: how many nodes there are.
  ///   - offsets: where each node's row begins, and the end of the last.
  ///   - targets: the nodes that each row leads to.
  /// - Complexity: O(*n* + *m*) time, 16 bytes a node.
  init(count: Int, offsets: [Int], targets: [UInt32]) {
    var order = [UInt32](repeating: 0, count: count)
    var low = [UInt32](repeating: 0, count: count)
    var component = [UInt32](repeating: .max, count: count)
    var sizes: [UInt32] = []
    var waiting: [UInt32] = []
    var path: [(node: UInt32, next: Int)] = []
    var time: UInt32 = 0
    for start in 0..<count where order[start] == 0 {
      path.append((UInt32(start), offsets[start]))
      while let (node, next) = path.last {
        let number = Int(node)
        if next == offsets[number], order[number] == 0 {
          time += 1
          order[number] = time
          low[number] = time
          waiting.append(node)
        }
        if next < offsets[number + 1] {
          path[path.count - 1].next = next + 1
          let target = Int(targets[next])
          if order[target] == 0 {
            path.append((UInt32(target), offsets[target]))
          } else if component[target] == .max {
            low[number] = min(low[number], order[target])
          }
          continue
        }
        path.removeLast()
        if low[number] == order[number] {
          var size: UInt32 = 0
          while let member = waiting.popLast() {
            component[Int(member)] = UInt32(sizes.count)
            size += 1
            if member == node { break }
          }
          sizes.append(size)
        }
        if let above = path.last { low[Int(above.node)] = min(low[Int(above.node)], low[number]) }
      }
    }
    componentOf = component
    self.sizes = sizes
  }
}
