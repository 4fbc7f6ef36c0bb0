import HeapGraph

extension ServiceAnswer {
  /// The most objects that a picture starts from.
  private static let starts = 20

  /// What objects refer to, or what refers to them.
  static func graph(
    _ question: Question, in heap: HeapSnapshot, budget: Int
  ) throws(ServiceError) -> ServiceAnswer {
    let (objects, name) = try objects(question, in: heap)
    let isForward = question.topic == .references
    var walk = ReferenceWalk(isForward ? .forward : .backward)
    walk.maximumDepth = question.depth
    walk.nodeBudget = budget
    let graph: ReferenceGraph
    do {
      graph = try walk.graph(from: objects.prefix(starts), in: heap)
    } catch {
      throw .failed("\(error)")
    }
    let title = isForward ? "What \(name) refers to" : "What refers to \(name)"
    var counted = objects.count == 1 ? "1 object" : "\(objects.count) objects"
    if objects.count > starts { counted += ", of which the first \(starts) are looked at" }
    var lines = ["\(title): \(counted)", ""]
    lines += graph.edges.map { line($0.reference, in: heap) }
    if graph.edges.isEmpty { lines.append("no object") }
    lines += graph.notes.map { "(\($0))" }
    return ServiceAnswer(
      title: title, text: lines.joined(separator: "\n"),
      json: graph.edges.map { ReferenceRow($0.reference, in: heap) }, graph: graph)
  }

  /// By what chain of references objects are held: from a global variable, or else from any root.
  static func chain(_ question: Question, in heap: HeapSnapshot) throws(ServiceError) -> ServiceAnswer {
    let (objects, name) = try objects(question, in: heap)
    let found: ReferenceChain?
    let graph: ReferenceGraph?
    do {
      let incoming = BackReferences(of: heap, selection: .strong)
      let goals: [ChainGoal] = [.rootOfKind([.global, .static]), .root]
      var chain: ReferenceChain?
      for goal in goals where chain == nil {
        chain = try incoming.shortestChain(
          to: objects, from: goal, monitor: AnalysisMonitor(shouldContinue: { true }))
      }
      found = chain
      graph = chain.flatMap { try? heap.graph(of: $0) }
    } catch {
      throw ServiceError(error)
    }
    guard let found else {
      throw .notFound("no root leads to \(name) by strong references: it may be leaked, see leaks")
    }
    var lines: [String] = []
    if let root = heap.roots.first(where: { $0.object == found.holder }) {
      let words = [root.kind.description, root.name, root.detail].compactMap { $0 }.joined(separator: " ")
      lines.append("\(words) → \(object(found.holder, in: heap))")
    }
    let limit = 200
    lines += found.references.prefix(limit).map { line($0, in: heap) }
    if found.references.count > limit { lines.append("… \(found.references.count - limit) more references") }
    return ServiceAnswer(
      title: "What keeps \(name) alive", text: lines.joined(separator: "\n"),
      json: found.references.prefix(limit).map { ReferenceRow($0, in: heap) }, graph: graph)
  }

  private static func objects(
    _ question: Question, in heap: HeapSnapshot
  ) throws(ServiceError) -> (objects: [ObjectIndex], name: String) {
    let selector = question.selector ?? ""
    let name = selector.hasPrefix("type:") ? String(selector.dropFirst("type:".count)) : selector
    do {
      return (try heap.objects(named: selector), name)
    } catch {
      throw ServiceError(error)
    }
  }

  private static func object(_ object: ObjectIndex, in heap: HeapSnapshot) -> String {
    let text = heap.text(of: object).map { " " + $0 } ?? ""
    return "\(heap.type(of: object).name) @\(heap.address(of: object))\(text)"
  }

  private static func line(_ reference: Reference, in heap: HeapSnapshot) -> String {
    let label = heap.accessText(of: reference)
    let strength = reference.strength == .strong ? "" : " (\(reference.strength))"
    let inferred = reference.isInferred ? " (inferred)" : ""
    let holder = object(reference.source, in: heap)
    return "\(holder)\(label) → \(object(reference.target, in: heap))\(strength)\(inferred)"
  }
}

/// A reference in JSON.
struct ReferenceRow: Encodable {
  struct End: Encodable {
    var address: String
    var type: String
  }

  var holder: End
  var label: String?
  var kind: String
  var strength: String
  var isInferred: Bool
  var held: End

  init(_ reference: Reference, in heap: HeapSnapshot) {
    holder = Self.end(reference.source, in: heap)
    held = Self.end(reference.target, in: heap)
    label = heap.labelText(of: reference)
    kind = "\(reference.kind)"
    strength = "\(reference.strength)"
    isInferred = reference.isInferred
  }

  private static func end(_ object: ObjectIndex, in heap: HeapSnapshot) -> End {
    End(address: "\(heap.address(of: object))", type: heap.type(of: object).name)
  }
}
