import HeapModel

extension ObjectLayoutPicture {
  /// Adds an arrow for every reference that is shown, and a box for everything outside that they lead to.
  func addReferences(to picture: inout GraphPicture) {
    var names = NodeNames(picture.nodes.map(\.name))
    var boxes: [Outside: String] = [:]
    for source in drawn {
      for (position, row) in source.rows.enumerated() {
        guard case .element(let field) = row, let reference = field.reference else { continue }
        let start = PicturePort(cell: DrawnBlock.departurePort(position), side: .right)
        var edge: PictureEdge
        if let (target, row) = arrival(of: reference, from: source) {
          edge = PictureEdge(from: source.name, to: target.name)
          edge.targetPort = PicturePort(cell: DrawnBlock.arrivalPort(row), side: .left)
          edge.look = look(of: reference, isOwn: target.object == source.object)
        } else {
          let outside = Outside(reference)
          let name = boxes[outside] ?? names.name("o" + String(reference.target.rawValue, radix: 16))
          if boxes.updateValue(name, forKey: outside) == nil {
            picture.nodes.append(box(outside, name))
          }
          edge = PictureEdge(from: source.name, to: name)
          edge.look = look(of: reference, isOwn: false)
        }
        edge.sourcePort = start
        edge.name = "\(source.name)_\(DrawnBlock.departurePort(position))"
        edge.tooltip =
          DisplayText.cut(field.name, to: 500) + "\n\(reference.kind), \(reference.strength)\n"
          + "→ \(reference.target)"
        edge.classes = [
          "reference", "\(reference.strength)",
          "\(reference.kind)".split(separator: " ").joined(separator: "-"),
        ]
        picture.edges.append(edge)
      }
    }
  }

  /// The drawn block and row that a reference leads to; the object's own blocks come before those of others,
  /// since objects of two moments can share addresses.
  private func arrival(of reference: FieldReference, from source: DrawnBlock) -> (DrawnBlock, Int)? {
    func find(_ isCandidate: (DrawnBlock) -> Bool) -> (DrawnBlock, Int)? {
      for block in drawn where isCandidate(block) {
        if let row = block.row(of: reference.target) { return (block, row) }
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
