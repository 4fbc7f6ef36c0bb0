import HeapModel

extension ObjectLayoutPicture {
  /// What the colours and lines mean, of those that occur.
  func legend(of picture: GraphPicture) -> [PictureRow] {
    var roles: Set<FieldRole> = []
    var strengths: Set<ReferenceStrength> = []
    for block in drawn {
      for case .element(let field) in block.rows {
        roles.insert(field.role)
        guard let reference = field.reference else { continue }
        strengths.insert(reference.strength)
      }
    }
    let leadsToOwn = picture.edges.contains { $0.look.stroke == palette.ownLine }
    // Nothing, in three forms of one colour.
    let empty: [FieldRole] = [.unused, .padding, .slack]
    func row(_ roles: [FieldRole]) -> PictureRow {
      PictureRow([
        PictureText(.box(fill: palette.band(roles[0]).fill, stroke: palette.stroke)),
        PictureText(roles.map(Self.meaning).joined(separator: "; ")),
      ])
    }
    var rows = FieldRole.allCases.filter { roles.contains($0) && !empty.contains($0) }.map { row([$0]) }
    let shownEmpty = empty.filter(roles.contains)
    if !shownEmpty.isEmpty { rows.append(row(shownEmpty)) }
    func add(_ line: PictureLine, _ color: PictureColor, _ text: String, if occurs: Bool) {
      if occurs { rows.append(PictureRow([PictureText(.line(line, color)), PictureText(text)])) }
    }
    add(.solid, palette.ownLine, "to memory of the same object", if: leadsToOwn)
    add(
      .dashed, palette.line, "weak reference, empty head: does not keep alive", if: strengths.contains(.weak))
    add(.dashed, palette.line, "unowned reference, diamond head", if: strengths.contains(.unowned))
    add(
      .dashed, palette.line, "bare address, round head: does not keep alive",
      if: strengths.contains(.unmanaged))
    return rows
  }

  private static func meaning(of role: FieldRole) -> String {
    switch role {
    case .preHeader: "the runtime's, before the object's address"
    case .header: "header"
    case .bookkeeping: "lengths, flags and the like"
    case .reference: "reference of the runtime's own"
    case .slot: "reference of the program's"
    case .value: "data"
    case .unused: "unused: room for more"
    case .padding: "padding"
    case .slack: "slack: allocated beyond what was asked for"
    }
  }
}
