import ArgumentParser
import HeapGraph

/// Tells what a heap is.
struct InfoCommand: HeapCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Tell what a heap is, how large, and what its capture could not see.",
    usage: "heapgraph info [<options>] <heap>",
    discussion: """
      EXAMPLE:
        heapgraph info app.heap
      """)

  @OptionGroup var heap: HeapArgument

  @Flag(help: "Write JSON, with sizes in bytes.")
  var json = false

  func run(in session: CommandSession) throws -> CommandOutcome {
    let snapshot = try HeapSource.open(heap, in: session)
    let info = HeapInfo(snapshot, name: HeapSource.title(of: heap.name))
    if json {
      try session.writeJSON(info)
    } else {
      try session.write(info.table(), hasTitles: false)
    }
    return .found
  }
}

/// What there is to say of a heap as a whole.
private struct HeapInfo: Encodable {
  struct RootCount: Encodable {
    var kind: String
    var count: Int
  }
  struct Note: Encodable {
    var text: String
    var count: Int?
  }
  struct Dangling: Encodable {
    var holder: String
    var address: String
  }

  var heap: String
  var metadata: [String: String]
  var objects: Int
  var size: UInt64
  var references: Int
  var types: Int
  var isPartial: Bool
  var recorded: [String]
  var roots: [RootCount]
  var limitations: [Note]
  var danglingReferences: Int
  var danglingReferenceExamples: [Dangling]

  // The pairs in the order of the file, which a JSON object has not.
  private var orderedMetadata: [HeapMetadata.Entry] = []

  private enum CodingKeys: CodingKey {
    case heap, metadata, objects, size, references, types, isPartial, recorded, roots, limitations
    case danglingReferences, danglingReferenceExamples
  }

  // So many are enough to see what sort they are.
  private static let exampleCount = 5

  init(_ snapshot: HeapSnapshot, name: String) {
    heap = name
    orderedMetadata = snapshot.metadata.entries
    metadata = Dictionary(orderedMetadata.map { ($0.key, $0.value) }) { first, _ in first }
    objects = snapshot.objectCount
    size = snapshot.typeStatistics.shallowSize.rawValue
    references = snapshot.numberOfReferences
    types = snapshot.types.count
    isPartial = snapshot.isPartial
    let columns: [(String, Bool)] = [
      ("reference counts", snapshot.hasReferenceCounts),
      ("unowned and weak counts", snapshot.hasUnownedOrWeakCounts),
      ("sizes asked for", snapshot.hasAskedSizes), ("generations", snapshot.hasGenerations),
      ("flags", snapshot.hasFlags), ("texts", snapshot.hasTexts),
      ("allocation sites", snapshot.hasAllocationSites),
    ]
    recorded = columns.filter(\.1).map(\.0)
    let counts = Dictionary(grouping: snapshot.roots, by: \.kind).mapValues(\.count)
    roots = RootKind.allCases.compactMap { kind in
      counts[kind].map { RootCount(kind: "\(kind)", count: $0) }
    }
    limitations = snapshot.limitations.map { Note(text: $0.text, count: $0.count) }
    danglingReferences = snapshot.danglingReferenceCount
    danglingReferenceExamples = snapshot.danglingReferenceExamples.prefix(Self.exampleCount).map {
      Dangling(holder: "\(snapshot.address(of: $0.source))", address: "\($0.address)")
    }
  }

  func table() -> TextTable {
    var table = TextTable([.text("What"), .text("Value")])
    table.append(["heap", heap + (isPartial ? " (a part of a heap)" : "")])
    for entry in orderedMetadata { table.append([entry.key, entry.value]) }
    table.append(["objects", "\(objects), \(ByteCount(rawValue: size))"])
    table.append(["references", "\(references)"])
    table.append(["types", "\(types)"])
    table.append([
      "recorded", recorded.isEmpty ? "nothing beside types and sizes" : recorded.joined(separator: ", "),
    ])
    table.append([
      "roots",
      roots.isEmpty ? "none" : roots.map { "\($0.count) \($0.kind)" }.joined(separator: ", "),
    ])
    for note in limitations {
      table.append(["not seen", note.text + (note.count.map { " (\($0))" } ?? "")])
    }
    if danglingReferences > 0 {
      let examples = danglingReferenceExamples.map { "@\($0.holder) to \($0.address)" }
      table.append([
        "leading nowhere",
        count(danglingReferences, "reference") + ", such as " + examples.joined(separator: ", "),
      ])
    }
    return table
  }
}
