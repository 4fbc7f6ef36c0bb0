import HeapGraph

/// A chain as it is shown: a long one with its two ends.
struct ChainExcerpt {
  private let chain: ReferenceChain
  private let snapshot: HeapSnapshot
  // The positions in the chain before and behind the gap.
  private let head: Range<Int>
  private let tail: Range<Int>

  /// Takes at most so many objects of a chain, from both ends.
  init(_ chain: ReferenceChain, in snapshot: HeapSnapshot, limit: Int?) {
    self.chain = chain
    self.snapshot = snapshot
    let count = chain.objects.count
    if let limit, limit < count {
      head = 0..<(limit + 1) / 2
      tail = (count - limit / 2)..<count
    } else {
      head = 0..<count
      tail = count..<count
    }
  }

  private var omittedCount: Int { tail.lowerBound - head.upperBound }

  /// Lines: by what each object is held, what it is, and where.
  func table(naming: TypeNaming) -> TextTable {
    var table = TextTable([.text("Reference"), .text("Object"), .text("Text"), .text("Address")])
    for position in head { table.append(cells(at: position, naming)) }
    if omittedCount > 0 {
      table.append(["… \(count(omittedCount, "more object")), see --limit", "", "", ""])
    }
    for position in tail { table.append(cells(at: position, naming)) }
    return table
  }

  private func cells(at position: Int, _ naming: TypeNaming) -> [String] {
    let object = chain.objects[position]
    return [
      position == 0 ? root(of: object) ?? "" : holding(chain.references[position - 1]),
      naming.name(of: snapshot.type(of: object)),
      snapshot.text(of: object).map { DisplayText.cut($0, to: CommandSession.textLength) } ?? "",
      "@\(snapshot.address(of: object))",
    ]
  }

  /// How a holder leads to the next object: `.name`, `[3]`, `['key']`, or the kind where there is no label.
  private func holding(_ reference: Reference) -> String {
    let strength = reference.strength == .strong ? "" : " (\(reference.strength))"
    guard let text = snapshot.labelText(of: reference) else { return "→ (\(reference.kind))" + strength }
    // A variable is no part of its holder, as an attribute is.
    let isPart = ![.capturedVariable, .localVariable].contains(reference.kind)
    let label = text.hasPrefix("[") || !isPart ? text : "." + text
    return "→ " + DisplayText.cut(label, to: CommandSession.textLength) + strength
  }

  /// What holds an object from outside the heap.
  private func root(of object: ObjectIndex) -> String? {
    snapshot.roots.first { $0.object == object }.map { root in
      let name = root.name.map { " \($0)" } ?? ""
      let detail = root.detail.map { " (\($0))" } ?? ""
      return "\(root.kind)\(name)\(detail)"
    }
  }
}

extension ChainExcerpt: Encodable {
  /// The reference by which an object is held.
  private struct Holding: Encodable {
    var kind: String
    var strength: String
    var label: String?
    var isTraced: Bool
  }

  /// One object of the chain, with the reference that leads to it.
  private struct Row: Encodable {
    var position: Int
    var object: ObjectRow
    var reference: Holding?
  }

  private enum CodingKeys: CodingKey {
    case length, omitted, chain
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(chain.objects.count, forKey: .length)
    try container.encode(omittedCount, forKey: .omitted)
    try container.encode((Array(head) + Array(tail)).map(row), forKey: .chain)
  }

  private func row(at position: Int) -> Row {
    let reference = position == 0 ? nil : chain.references[position - 1]
    return Row(
      position: position, object: ObjectRow(chain.objects[position], in: snapshot),
      reference: reference.map {
        Holding(
          kind: "\($0.kind)", strength: "\($0.strength)", label: snapshot.labelText(of: $0),
          isTraced: $0.isTraced)
      })
  }
}
