import HeapGraph

/// A chain as lines: by what each object is held, what it is, and where.
enum ChainText {
  static func table(of chain: ReferenceChain, in snapshot: HeapSnapshot, naming: TypeNaming) -> TextTable {
    var table = TextTable([.text("Reference"), .text("Object"), .text("Text"), .text("Address")])
    for (position, object) in chain.objects.enumerated() {
      let reference = position == 0 ? nil : chain.references[position - 1]
      table.append([
        reference.map { holding($0, in: snapshot) } ?? root(of: object, in: snapshot) ?? "",
        naming.name(of: snapshot.type(of: object)),
        snapshot.text(of: object).map { DisplayText.cut($0, to: CommandSession.textLength) } ?? "",
        "@\(snapshot.address(of: object))",
      ])
    }
    return table
  }

  /// How a holder leads to the next object: `.name`, `[3]`, `['key']`, or the kind where there is no label.
  private static func holding(_ reference: Reference, in snapshot: HeapSnapshot) -> String {
    let strength = reference.strength == .strong ? "" : " (\(reference.strength))"
    guard let text = snapshot.labelText(of: reference) else { return "(\(reference.kind))" + strength }
    let label = text.hasPrefix("[") ? text : "." + text
    return "→ " + DisplayText.cut(label, to: CommandSession.textLength) + strength
  }

  /// What holds an object from outside the heap.
  private static func root(of object: ObjectIndex, in snapshot: HeapSnapshot) -> String? {
    snapshot.roots.first { $0.object == object }.map { root in
      let name = root.name.map { " \($0)" } ?? ""
      let detail = root.detail.map { " (\($0))" } ?? ""
      return "\(root.kind)\(name)\(detail)"
    }
  }
}

/// One object of a chain in JSON, with the reference that leads to it.
struct ChainRow: Encodable {
  struct Holding: Encodable {
    var kind: String
    var strength: String
    var label: String?
    var isTraced: Bool
  }
  var object: ObjectRow
  var reference: Holding?

  static func rows(of chain: ReferenceChain, in snapshot: HeapSnapshot) -> [ChainRow] {
    chain.objects.enumerated().map { position, object in
      let reference = position == 0 ? nil : chain.references[position - 1]
      return ChainRow(
        object: ObjectRow(object, in: snapshot),
        reference: reference.map {
          Holding(
            kind: "\($0.kind)", strength: "\($0.strength)", label: snapshot.labelText(of: $0),
            isTraced: $0.isTraced)
        })
    }
  }
}
