/// The words of a node: one for each entry of an `OrderedDict`.
enum NodeOffset {
  /// A counted reference of the node's own.
  static let key = 0
  /// CPython keeps the key's hash here; this runtime keeps the place of the entry in the dict's table.
  static let entry = 8
  static let next = 16
  static let previous = 24
  static let size = 32
}

// The nodes of an `OrderedDict`, linked in the order of its keys, as CPython's C type has them.
extension ObjectSpace {
  /// Whether a dict has its keys in an order of its own.
  @inline(__always)
  func isOrdered(_ dict: ObjectPointer) -> Bool {
    dict.type != type(.dict) && dict.plan.solidType == type(.orderedDict)
  }

  /// What an iterator over a dict compares to see whether the dict was changed: how many entries it has or, where they have
  /// an order of their own, how often that was changed.
  @inline(__always)
  func iterationMark(of dict: ObjectPointer) -> Int {
    isOrdered(dict) ? dict[integer: DerivedDictOffset.state] : dictCount(dict)
  }

  /// The bytes of the nodes and of the table by which they are found.
  func nodeSize(of dict: ObjectPointer) -> Int {
    8 * dict[integer: DerivedDictOffset.nodeTableSize] + NodeOffset.size * dictCount(dict)
  }

  /// The node of the entry at a place in the dict's table.
  func node(ofEntry index: Int, of dict: ObjectPointer) -> Block? {
    guard let nodes = dict[block: DerivedDictOffset.nodeTable],
      index < dict[integer: DerivedDictOffset.nodeTableSize]
    else { return nil }
    return nodes[block: 8 * index]
  }

  /// Takes memory for the node of a new entry, and for a table of nodes where there is none yet.
  ///
  /// - Parameter log2Size: the size of the dict's table.
  func makeNode(for dict: ObjectPointer, log2Size: Int) throws(ObjectError) -> Block {
    if dict[word: DerivedDictOffset.nodeTable] == 0 {
      let nodes = try allocateBlock(8 << log2Size)
      nodes.zero(from: 0, count: 8 << log2Size)
      dict[block: DerivedDictOffset.nodeTable] = nodes
      dict[integer: DerivedDictOffset.nodeTableSize] = 1 << log2Size
    }
    return try allocateBlock(NodeOffset.size)
  }

  /// Adds the node of a new entry at the end.
  func addNode(_ node: Block, key: ObjectPointer, entry index: Int, to dict: ObjectPointer) {
    node[object: NodeOffset.key] = key.retained()
    node[integer: NodeOffset.entry] = index
    dict[block: DerivedDictOffset.nodeTable]?[block: 8 * index] = node
    dict[integer: DerivedDictOffset.state] &+= 1
    link(node, to: dict, atEnd: true)
  }

  /// Frees the node of an entry that goes; the entry holds the key still.
  func removeNode(ofEntry index: Int, from dict: ObjectPointer) {
    guard let node = node(ofEntry: index, of: dict) else { return }
    dict[block: DerivedDictOffset.nodeTable]?[word: 8 * index] = 0
    dict[integer: DerivedDictOffset.state] &+= 1
    unlink(node, from: dict)
    freeNode(node)
  }

  private func freeNode(_ node: Block) {
    if let key = node[object: NodeOffset.key] { release(key) }
    freeBlock(node)
  }

  /// Frees all nodes, before the entries go that hold the keys still.
  func freeNodes(of dict: ObjectPointer) {
    guard let nodes = dict[block: DerivedDictOffset.nodeTable] else { return }
    var next = dict[block: DerivedDictOffset.firstNode]
    for offset in [
      DerivedDictOffset.nodeTable, DerivedDictOffset.nodeTableSize, DerivedDictOffset.firstNode,
      DerivedDictOffset.lastNode,
    ] { dict[word: offset] = 0 }
    dict[integer: DerivedDictOffset.state] &+= 1
    freeBlock(nodes)
    while let node = next {
      next = node[block: NodeOffset.next]
      freeNode(node)
    }
  }

  /// Puts the nodes into a new table when the dict's entries have moved together in their order.
  ///
  /// - Complexity: O(*n*) in the places of the old table.
  func moveNodes(of dict: ObjectPointer, to nodes: Block, log2Size: Int) {
    nodes.zero(from: 0, count: 8 << log2Size)
    var count = 0
    if let old = dict[block: DerivedDictOffset.nodeTable] {
      for index in 0..<dict[integer: DerivedDictOffset.nodeTableSize] {
        guard let node = old[block: 8 * index] else { continue }
        node[integer: NodeOffset.entry] = count
        nodes[block: 8 * count] = node
        count += 1
      }
      freeBlock(old)
    }
    dict[block: DerivedDictOffset.nodeTable] = nodes
    dict[integer: DerivedDictOffset.nodeTableSize] = 1 << log2Size
  }

  func link(_ node: Block, to dict: ObjectPointer, atEnd isLast: Bool) {
    let (end, other) =
      isLast
      ? (DerivedDictOffset.lastNode, DerivedDictOffset.firstNode)
      : (DerivedDictOffset.firstNode, DerivedDictOffset.lastNode)
    let (outwards, inwards) =
      isLast ? (NodeOffset.next, NodeOffset.previous) : (NodeOffset.previous, NodeOffset.next)
    let neighbour = dict[block: end]
    node[word: outwards] = 0
    node[block: inwards] = neighbour
    if let neighbour { neighbour[block: outwards] = node } else { dict[block: other] = node }
    dict[block: end] = node
  }

  func unlink(_ node: Block, from dict: ObjectPointer) {
    let (next, previous) = (node[block: NodeOffset.next], node[block: NodeOffset.previous])
    if let next {
      next[block: NodeOffset.previous] = previous
    } else {
      dict[block: DerivedDictOffset.lastNode] = previous
    }
    if let previous {
      previous[block: NodeOffset.next] = next
    } else {
      dict[block: DerivedDictOffset.firstNode] = next
    }
  }

  /// Calls a closure with each key that a node holds, in order, borrowed.
  func forEachNodeKey(of dict: ObjectPointer, _ body: (ObjectPointer) -> Void) {
    var next = dict[block: DerivedDictOffset.firstNode]
    while let node = next {
      next = node[block: NodeOffset.next]
      if let key = node[object: NodeOffset.key] { body(key) }
    }
  }

  /// The entry of a node, borrowed.
  @inline(__always)
  func entry(of node: Block, in dict: ObjectPointer) -> (key: ObjectPointer, value: ObjectPointer)? {
    let table = KeyTable(Block(address: dict[word: DictOffset.keys]))
    guard let key = node[object: NodeOffset.key], let value = table.value(node[integer: NodeOffset.entry])
    else { return nil }
    return (key, value)
  }

  /// The next entry in order at an iterator's position, borrowed: the place of the next node's entry, counted from one,
  /// 0 before the first and below 0 behind the last.
  func nextOrderedEntry(
    of dict: ObjectPointer, at iterator: ObjectPointer
  ) -> (key: ObjectPointer, value: ObjectPointer)? {
    let position = iterator[integer: IteratorOffset.position]
    guard position >= 0 else { return nil }
    let node =
      position == 0
      ? dict[block: DerivedDictOffset.firstNode] : node(ofEntry: position - 1, of: dict)
    guard let node else { return nil }
    let next = node[block: NodeOffset.next]
    iterator[integer: IteratorOffset.position] = next.map { $0[integer: NodeOffset.entry] + 1 } ?? -1
    return entry(of: node, in: dict)
  }

  /// The next entry from the end at an iterator's position, the place of its node's entry.
  func previousOrderedEntry(
    of dict: ObjectPointer, at iterator: ObjectPointer
  ) -> (key: ObjectPointer, value: ObjectPointer)? {
    let position = iterator[integer: IteratorOffset.position]
    guard position >= 0, let node = node(ofEntry: position, of: dict) else { return nil }
    let previous = node[block: NodeOffset.previous]
    iterator[integer: IteratorOffset.position] = previous?[integer: NodeOffset.entry] ?? -1
    return entry(of: node, in: dict)
  }
}
