import HeapModel

extension ObjectLayoutPicture {
  /// What the colours and lines mean, of those that occur.
  func legend(of picture: GraphPicture) -> [PictureRow] {
    var roles: Set<FieldRole> = []
    var strengths: Set<ReferenceStrength> = []
    var leadsToOwn = false
    for block in drawn {
      for case .element(let field) in block.rows {
        roles.insert(field.role)
        guard let reference = field.reference else { continue }
        strengths.insert(reference.strength)
      }
    }
    leadsToOwn = picture.edges.contains { $0.look.stroke == palette.ownLine }
    var rows = FieldRole.allCases.filter(roles.contains).map { role in
      PictureRow([
        PictureText(.box(fill: palette.band(role).fill, stroke: palette.stroke)),
        PictureText(Self.meaning(of: role)),
      ])
    }
    func add(_ line: PictureLine, _ color: PictureColor, _ text: String, if occurs: Bool) {
      if occurs { rows.append(PictureRow([PictureText(.line(line, color)), PictureText(text)])) }
    }
    add(.solid, palette.ownLine, "to memory of the same object", if: leadsToOwn)
    add(
      .dashed, palette.line, "weak reference, empty head: does not keep alive", if: strengths.contains(.weak))
    add(.dashed, palette.line, "unowned reference, diamond head", if: strengths.contains(.unowned))
    add(
      .dashed, palette.line, "address that is no reference, round head", if: strengths.contains(.unmanaged))
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
    case .unused: "room for more"
    case .padding: "padding"
    case .slack: "more than was asked for"
    }
  }
}
