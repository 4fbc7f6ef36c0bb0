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
  static func chain(
    _ question: Question, in heap: HeapSnapshot, _ monitor: AnalysisMonitor
  ) throws(ServiceError) -> ServiceAnswer {
    let (objects, name) = try objects(question, in: heap)
    let found: (chain: ReferenceChain, kinds: Set<RootKind>)?
    do {
      found = try chain(to: objects, in: heap, monitor)
    } catch {
      throw ServiceError(error)
    }
    guard let (chain, kinds) = found else {
      throw .notFound("no root leads to \(name) by strong references: it may be leaked, see leaks")
    }
    var lines: [String] = []
    if let root = heap.roots.first(where: { $0.object == chain.holder && kinds.contains($0.kind) }) {
      let words = [root.kind.description, root.name, root.detail].compactMap { $0 }.joined(separator: " ")
      let doubt = Self.lasting.contains(root.kind) ? "" : " (or only what is left there of an earlier use)"
      lines.append("\(words)\(doubt) → \(object(chain.holder, in: heap))")
    }
    let limit = 200
    lines += chain.references.prefix(limit).map { line($0, in: heap) }
    if chain.references.count > limit { lines.append("… \(chain.references.count - limit) more references") }
    return ServiceAnswer(
      title: "What keeps \(name) alive", text: lines.joined(separator: "\n"),
      json: chain.references.prefix(limit).map { ReferenceRow($0, in: heap) },
      graph: try? heap.graph(of: chain))
  }

  /// Roots that hold what they lead to; words on a stack may be left over.
  private static let lasting: Set<RootKind> = [.global, .static, .taskLocal]

  /// A shortest chain from a variable, by references that types tell, or else by any, or else from any root.
  private static func chain(
    to objects: [ObjectIndex], in heap: HeapSnapshot, _ monitor: AnalysisMonitor
  ) throws(HeapAnalysisError) -> (chain: ReferenceChain, kinds: Set<RootKind>)? {
    let told = ReferenceSelection(strengths: [.strong], includesInferred: false)
    for kinds in [lasting, Set(RootKind.allCases)] {
      for selection in [told, .strong] {
        let incoming = try BackReferences(of: heap, selection: selection, monitor: monitor)
        let chain = try incoming.shortestChain(to: objects, from: .rootOfKind(kinds), monitor: monitor)
        if let chain { return (chain, kinds) }
      }
    }
    return nil
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
