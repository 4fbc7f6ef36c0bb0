import ArgumentParser
import HeapGraph

/// How far a walk through a heap goes, and what it passes over: objgraph's parameters.
struct WalkOptions: ParsableArguments {
  // Parsed unconditionally, so that a negative number is refused by a message that says so.
  @Option(
    name: .shortAndLong, parsing: .unconditional,
    help: ArgumentHelp("How many references to follow in a row.", valueName: "n"))
  var depth = 3

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many references to follow from one object, or 'all'.", valueName: "n"))
  var tooMany = Limit(10)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many objects to draw in all, or 'all'.", valueName: "n"))
  var budget = Limit(150)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many of the objects that match to start from, or 'all'.", valueName: "n"))
  var limit = Limit(10)

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Draw only these objects, and those started from (may be repeated).", valueName: "object"))
  var filter: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Leave these objects out (may be repeated).", valueName: "object"))
  var ignore: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Let these objects stand out (may be repeated).", valueName: "object"))
  var highlight: [String] = []

  @Option(
    help: "Which references to follow: what is usually drawn, all, strong, or what the collector traces.")
  var references = ReferenceChoice.drawn

  @Flag(help: "Do not stop at modules when walking backwards.")
  var throughModules = false

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Say this of each object, too (may be repeated).", valueName: "what"))
  var extra: [ExtraInformation] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Give each node an attribute of Graphviz; {address}, {index} and {type} stand for the object's.",
      valueName: "name=value"))
  var attribute: [String] = []

  /// The walk, as far as it depends on no heap.
  func walk(_ direction: ReferenceWalk.Direction) throws(HeapCommandError) -> ReferenceWalk {
    guard depth >= 0 else {
      throw .usage("--depth is \(depth); give the number of references to follow in a row, 0 or more")
    }
    // objgraph's eyes, where its references are asked for; the limits are the options'.
    var walk = references == .traced ? ReferenceWalk.objgraph(direction) : ReferenceWalk(direction)
    walk.maximumDepth = depth
    walk.maximumReferences = try tooMany.checked("--too-many", least: 0) ?? .max
    walk.nodeBudget = try budget.checked("--budget", least: 1)
    walk.stopsAtModules = !throughModules
    if references != .traced { walk.selection = references.selection }
    _ = try limit.checked("--limit", least: 1)
    _ = try NodeAttribute.parse(attribute)
    return walk
  }

  /// Adds what depends on the heap to a walk.
  func complete(_ walk: inout ReferenceWalk, _ lookup: ObjectLookup, _ session: CommandSession) throws {
    let heap = lookup.snapshot
    if !filter.isEmpty {
      let shown = try objects(filter, "--filter", lookup, session)
      walk.filter = { shown.contains($0) }
    }
    walk.ignored = try objects(ignore, "--ignore", lookup, session)
    if !highlight.isEmpty {
      let highlighted = try objects(highlight, "--highlight", lookup, session)
      walk.highlight = { highlighted.contains($0) }
    }
    if !extra.isEmpty {
      walk.extraInformation = { [extra] object in
        let texts = extra.compactMap { $0.text(of: object, in: heap) }
        return texts.isEmpty ? nil : texts.joined(separator: "\n")
      }
    }
    let attributes = try NodeAttribute.parse(attribute)
    if !attributes.isEmpty {
      walk.attributes = { object in
        Dictionary(attributes.map { ($0.name, $0.value(for: object, in: heap)) }) { $1 }
      }
    }
  }

  /// The objects that some selectors name.
  ///
  /// One that names none is no failure here: a script may ask many heaps with the same options.
  private func objects(
    _ names: [String], _ option: String, _ lookup: ObjectLookup, _ session: CommandSession
  ) throws -> Set<ObjectIndex> {
    var objects: Set<ObjectIndex> = []
    for name in names {
      do {
        objects.formUnion(try lookup.objects(named: name))
      } catch {
        guard error.isNotFound else { throw error }
        session.note("\(option) \(name) has no effect: \(error)")
      }
    }
    return objects
  }
}
