import HeapModel

extension ObjectLayoutPicture {
  /// Adds an arrow for every reference that is shown, and a box for everything outside that they lead to.
  func addReferences(to picture: inout GraphPicture) {
    var names = NodeNames(picture.nodes.map(\.name))
    var boxes: [Outside: String] = [:]
    var order = BlockOrder(count: drawn.count)
    var selfReferences: [(edge: Int, source: Int, target: Int)] = []
    for (position, source) in drawn.enumerated() {
      for case (let row, .element(let field)) in source.rows.enumerated() {
        guard let reference = field.reference else { continue }
        var edge: PictureEdge
        if let arrival = arrival(of: reference, from: source) {
          let target = drawn[arrival.block]
          edge = PictureEdge(from: source.name, to: target.name)
          edge.look = look(of: reference, isOwn: target.object == source.object)
          (edge.sourcePort, edge.targetPort) = (.right(row), .left(arrival.row))
          if position == arrival.block {
            edge.look.ordersLayers = false
            selfReferences.append((picture.edges.count, row, arrival.row))
          } else if !order.add(from: position, to: arrival.block) {
            // Straight back instead of all the way round.
            (edge.sourcePort, edge.targetPort) = (.left(row), .right(arrival.row))
            edge.look.ordersLayers = false
          }
        } else {
          let outside = Outside(reference)
          let name = boxes[outside] ?? names.name("o" + String(reference.target.rawValue, radix: 16))
          if boxes.updateValue(name, forKey: outside) == nil { picture.nodes.append(box(outside, name)) }
          edge = PictureEdge(from: source.name, to: name, look: look(of: reference, isOwn: false))
          (edge.sourcePort, edge.targetPort) = (.right(row), PicturePort(side: .left))
        }
        edge.name = "\(source.name)_\(DrawnBlock.rightPort(row))"
        edge.tooltip =
          DisplayText.cut(field.name, to: 500) + "\n\(reference.kind), \(reference.strength)\n"
          + "\(source.block.address(at: field.offset)) → \(reference.target)"
        edge.classes = [
          "reference", "\(reference.strength)",
          "\(reference.kind)".split(separator: " ").joined(separator: "-"),
        ]
        picture.edges.append(edge)
      }
    }
    let first = lineUp(&picture)
    // At the left nothing stands in the way of those of the first layer, and for others room is made at the right.
    for (edge, source, target) in selfReferences {
      let isFirst = first.contains(picture.edges[edge].source)
      picture.edges[edge].sourcePort = isFirst ? .left(source) : .right(source)
      picture.edges[edge].targetPort = isFirst ? .left(target) : .right(target)
    }
  }

  /// Puts the blocks that nothing leads to one below the other, in their order.
  ///
  /// - Returns: their names.
  private func lineUp(_ picture: inout GraphPicture) -> [String] {
    let reached = Set(picture.edges.filter { $0.look.ordersLayers ?? true }.map(\.target))
    let first = drawn.map(\.name).filter { !reached.contains($0) }
    guard first.count > 1 else { return first }
    picture.firstLayer = first
    for (name, next) in zip(first, first.dropFirst()) {
      var look = EdgeLook()
      look.line = .invisible
      picture.edges.append(PictureEdge(from: name, to: next, look: look, classes: ["order"]))
    }
    return first
  }

  /// The drawn block and row that a reference leads to; the object's own blocks come before those of others,
  /// since objects of two moments can share addresses.
  private func arrival(of reference: FieldReference, from source: DrawnBlock) -> (block: Int, row: Int)? {
    func find(_ isCandidate: (DrawnBlock) -> Bool) -> (block: Int, row: Int)? {
      for (position, block) in drawn.enumerated() where isCandidate(block) {
        if let row = block.row(of: reference.target) { return (position, row) }
      }
      return nil
    }
    return find { $0.object == source.object } ?? find { $0.object != source.object }
  }

  private func look(of reference: FieldReference, isOwn: Bool) -> EdgeLook {
    var look = EdgeLook()
    look.stroke =
      isOwn ? palette.ownLine : reference.kind == .type ? palette.base.classInk.stroke : palette.line
    look.strokeWidth = isOwn ? 1.8 : 1.2
    (look.line, look.arrow) = ModernStyle.line(of: reference.strength)
    if look.line != nil { look.strokeWidth = 1 }
    return look
  }

  private func box(_ outside: Outside, _ name: String) -> PictureNode {
    let ink = outside.isType ? palette.base.classInk : palette.held
    var look = NodeLook()
    look.fill = ink.fill
    look.stroke = ink.stroke
    look.strokeWidth = 0.9
    look.textColor = ink.text
    look.isRounded = true
    let type = DisplayText.cut(outside.typeName ?? "\(outside.address)", to: Self.nameLimit)
    var row = PictureRow([PictureText(type, isBold: true, size: Self.smallSize)])
    if let text = outside.text, !text.isEmpty {
      row.leading.append(PictureText("  "))
      row.leading.append(
        PictureText(DisplayText.cut(text, to: style.valueLimit), size: Self.smallSize, color: ink.muted))
    }
    var lines = [DisplayText.cut(outside.typeName ?? "", to: 500), "\(outside.address)"]
    if let text = outside.text { lines.append(DisplayText.cut(text, to: 2_000)) }
    return PictureNode(
      name: name, label: .rows([row]), look: look,
      tooltip: lines.filter { !$0.isEmpty }.joined(separator: "\n"), classes: ["object", "held"])
  }

  /// What a box stands for.
  private struct Outside: Hashable {
    let address: Address
    let typeName: String?
    let text: String?
    let isType: Bool

    init(_ reference: FieldReference) {
      address = reference.target
      typeName = reference.typeName
      text = reference.text
      isType = reference.kind == .type
    }
  }
}

extension PicturePort {
  fileprivate static func left(_ row: Int) -> PicturePort {
    PicturePort(cell: DrawnBlock.leftPort(row), side: .left)
  }

  fileprivate static func right(_ row: Int) -> PicturePort {
    PicturePort(cell: DrawnBlock.rightPort(row), side: .right)
  }
}
