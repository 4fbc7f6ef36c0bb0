import HeapGraph

/// Who keeps objects alive, in words.
struct HolderText {
  let heap: HeapSnapshot
  /// The strong references that types tell, turned round.
  private let incoming: BackReferences
  private let roots: [ObjectIndex: Root]

  /// Looks for who holds what in a heap.
  ///
  /// - Complexity: O(*n* + *m*) in the size of the heap.
  init(_ heap: HeapSnapshot) {
    self.heap = heap
    incoming = BackReferences(
      of: heap, selection: ReferenceSelection(strengths: [.strong], includesInferred: false))
    roots = Dictionary(
      heap.roots.lazy.filter { $0.kind == .global || $0.kind == .static }.map { ($0.object, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The references by which objects and global variables hold an object, a line each.
  ///
  /// Local variables and whatever else lies on a stack are not among them.
  ///
  /// - Parameter limit: how many are told.
  /// - Complexity: O(*k*) in the references told.
  func holders(of object: ObjectIndex, limit: Int = 5) -> [String] {
    var lines: [String] = []
    if let root = roots[object] { lines.append("held by " + words(for: root)) }
    let references = incoming.references(to: object)
    for reference in references.prefix(limit) { lines.append("held by " + step(reference)) }
    if references.count > limit { lines.append("… and by \(references.count - limit) more") }
    return lines
  }

  /// What is said of objects that neither objects nor variables hold as far as it shows.
  static let unseen =
    "held by no object and no global variable: by a local variable, a task, or a retain without a release"

  /// The shortest way from a global variable.
  ///
  /// - Complexity: O(*n* + *m*) in what leads there.
  func globalChain(to object: ObjectIndex) -> String? {
    (try? incoming.shortestChain(to: [object], from: .rootOfKind([.global, .static]), monitor: .patient))
      .flatMap { $0.map { text(of: $0) } }
  }

  /// The shortest way from a global variable, or else from an object that only a stack or nothing holds.
  ///
  /// - Complexity: O(*n* + *m*) in what leads there.
  func chain(to object: ObjectIndex) -> String? {
    if let chain = globalChain(to: object) { return chain }
    let goal = ChainGoal.matching { incoming.count(of: $0) == 0 }
    return (try? incoming.shortestChain(to: [object], from: goal, monitor: .patient)).flatMap {
      $0.map { text(of: $0) }
    }
  }

  private func text(of chain: ReferenceChain) -> String {
    var text = roots[chain.holder].map { words(for: $0) + " → " } ?? ""
    text += heap.type(of: chain.holder).name
    for reference in chain.references.prefix(20) {
      text += "\(heap.accessText(of: reference)) → \(heap.type(of: reference.target).name)"
    }
    return chain.references.count > 20 ? text + " → …" : text
  }

  /// References in their order, a line each.
  func lines(of way: [Reference], limit: Int = 12) -> [String] {
    var lines = way.prefix(limit).map { step($0) + " → " + heap.type(of: $0.target).name }
    if way.count > limit { lines.append("… \(way.count - limit) more references") }
    return lines
  }

  /// What is to be said of an object to which nothing leads that is not held itself.
  ///
  /// - Complexity: O(*n* + *m*) in the size of the heap.
  func cycle(with object: ObjectIndex) -> String {
    let way = lines(of: heap.wayBack(to: object)).joined(separator: ", ")
    let leaked = try? heap.leakedCycles(monitor: .patient).objects.contains(object)
    if leaked == true { return way.isEmpty ? "held by a leaked cycle" : "holds itself: " + way }
    return Self.unseen + (way.isEmpty ? "" : "; it also holds itself: " + way)
  }

  private func words(for root: Root) -> String {
    "\(root.kind)" + (root.name.map { " \($0)" } ?? "")
  }

  private func step(_ reference: Reference) -> String {
    heap.type(of: reference.source).name + heap.accessText(of: reference)
  }
}
