import HeapGraph

/// One object in JSON.
struct ObjectRow: Encodable {
  var index: UInt32
  var address: String
  var type: String
  var size: UInt64
  var text: String?
  var referenceCount: Int?
  var unownedCount: Int?
  var weakCount: Int?
  var askedSize: UInt64?

  init(_ object: ObjectIndex, in snapshot: HeapSnapshot) {
    index = object.rawValue
    address = "\(snapshot.address(of: object))"
    type = snapshot.type(of: object).qualifiedName
    size = snapshot.shallowSize(of: object).rawValue
    text = snapshot.text(of: object)
    referenceCount = snapshot.referenceCount(of: object)
    unownedCount = snapshot.unownedCount(of: object)
    weakCount = snapshot.weakCount(of: object)
    askedSize = snapshot.askedSize(of: object)?.rawValue
  }
}

extension CommandSession {
  // Enough to tell an object, and short enough for a line.
  static let textLength = 60

  /// Writes a list of objects that can be asked about further, each by its address.
  func write(
    _ objects: [ObjectIndex], of snapshot: HeapSnapshot, limit: Int?, asJSON: Bool
  ) throws(HeapCommandError) {
    let shown = objects.prefix(limit ?? .max)
    if asJSON { return try writeJSON(shown.map { ObjectRow($0, in: snapshot) }) }
    var table = TextTable([.text("Object"), .text("Type"), .number("Size"), .text("Text")])
    for object in shown {
      table.append([
        "@\(snapshot.address(of: object))", snapshot.type(of: object).name,
        "\(snapshot.shallowSize(of: object))",
        snapshot.text(of: object).map { DisplayText.cut($0, to: Self.textLength) } ?? "",
      ])
    }
    try write(table)
    noteRest(of: objects.count, shown: shown.count, "object")
  }
}
