public import HeapModel

/// A variable that, made weak or emptied, would let a cycle go.
public struct CycleRemedy: Hashable, Sendable {
  /// What can be done with the variable.
  public enum Action: Hashable, Sendable {
    /// It can be weak.
    case weaken
    /// It has a collection, which cannot be weak: its elements would have to be held weakly.
    case weakenElements
    /// It has a closure, which cannot be weak: the variable would have to be emptied.
    case empty
  }

  /// What can be done with it.
  public var action: Action
  /// The type whose variable it is: a class, or a closure.
  public var type: TypeIndex
  /// The variable's name; `nil` where it is not known.
  public var name: String?
  /// What the variable is in its holder.
  public var kind: ReferenceKind
  /// The references of the cycle that are in that variable, one of each object that has it.
  public var references: [Reference]
}

/// A cycle as a graph: its objects, and the references between them.
struct CycleGraph {
  typealias Edge = (source: UInt32, target: UInt32, reference: Reference)

  /// The objects' numbers, ascending.
  let nodes: [UInt32]
  /// The references, those of one object one after the other.
  let edges: [Edge]

  /// How many variables are tried, best names first.
  private static let trials = 64
  /// The most references of a cycle in which variables are tried.
  private static let largest = 200_000

  /// The shortest way from the first object back to itself.
  ///
  /// - Complexity: O(*n* + *m*).
  func shortestWay() -> [Edge] {
    guard let first = nodes.first else { return [] }
    var outgoing: [UInt32: [Int]] = [:]
    for (number, edge) in edges.enumerated() { outgoing[edge.source, default: []].append(number) }
    var cameBy: [UInt32: Int] = [:]
    var order = [first]
    var place = 0
    while place < order.count {
      for number in outgoing[order[place]] ?? [] {
        let target = edges[number].target
        if target == first {
          var way = [edges[number]]
          while let last = way.last, last.source != first, let before = cameBy[last.source] {
            way.append(edges[before])
          }
          return way.reversed()
        }
        guard cameBy[target] == nil else { continue }
        cameBy[target] = number
        order.append(target)
      }
      place += 1
    }
    return []
  }

  /// The variables each of which breaks the cycle when it is weak, best first.
  ///
  /// A variable is a stored property of a class or what a closure captured, in all objects of that type. Elements of
  /// collections cannot be weak, nor can what a runtime keeps.
  ///
  /// - Complexity: O(*n* + *m*) for each of at most 64 variables.
  func remedies(
    in snapshot: HeapSnapshot, _ monitor: AnalysisMonitor
  ) throws(HeapAnalysisError) -> [CycleRemedy] {
    guard edges.count <= Self.largest else { return [] }
    var variables: [Variable: [Int]] = [:]
    for (number, edge) in edges.enumerated() {
      let kind = edge.reference.kind
      guard kind == .attribute || kind == .slot || kind == .capturedVariable, !edge.reference.isInferred
      else { continue }
      let variable = Variable(
        type: snapshot.typeIndex(of: edge.reference.source), name: snapshot.name(of: edge.reference),
        kind: kind)
      variables[variable, default: []].append(number)
    }
    let collections = Set(
      edges.lazy.filter { [.element, .dictionaryKey, .dictionaryValue].contains($0.reference.kind) }.map(
        \.source))
    let ranked = variables.map { variable, numbers in
      let action = action(on: numbers, collections, snapshot)
      return (
        rank: Self.rank(variable, action), first: numbers[0], variable: variable, numbers: numbers,
        action: action
      )
    }.sorted { ($0.rank, $0.first) < ($1.rank, $1.first) }
    var remedies: [CycleRemedy] = []
    for trial in ranked.prefix(Self.trials) {
      guard monitor.shouldContinue() else { throw .cancelled }
      guard isAcyclic(without: Set(trial.numbers)) else { continue }
      remedies.append(
        CycleRemedy(
          action: trial.action, type: trial.variable.type, name: trial.variable.name,
          kind: trial.variable.kind,
          references: trial.numbers.map { edges[$0].reference }))
    }
    return remedies
  }

  private struct Variable: Hashable {
    var type: TypeIndex
    var name: String?
    var kind: ReferenceKind
  }

  private func action(on numbers: [Int], _ collections: Set<UInt32>, _ snapshot: HeapSnapshot)
    -> CycleRemedy.Action
  {
    if numbers.contains(where: { isClosure(edges[$0].reference.target, snapshot) }) { return .empty }
    return numbers.contains { collections.contains(edges[$0].target) } ? .weakenElements : .weaken
  }

  private func isClosure(_ object: ObjectIndex, _ snapshot: HeapSnapshot) -> Bool {
    snapshot.flags(of: object).contains(.function)
  }

  /// Names by which a part knows the whole that holds it.
  private static let ownerNames = [
    "parent", "delegate", "owner", "datasource", "container", "superview", "controller", "coordinator",
    "presenter",
    "manager", "host", "previous", "prev", "back", "root", "document", "window", "target", "listener",
    "observer",
  ]

  /// How good a variable is to be weak, 0 for the best.
  private static func rank(_ variable: Variable, _ action: CycleRemedy.Action) -> Int {
    switch action {
    case .weaken: break
    case .weakenElements: return 8
    case .empty: return 9
    }
    if variable.kind == .capturedVariable { return 0 }
    guard let name = variable.name?.split(separator: ".").last?.lowercased() else { return 6 }
    let plain = name.drop { $0 == "_" }
    if let place = ownerNames.firstIndex(where: { plain == $0 }) { return place < 3 ? 1 : 2 }
    return ownerNames.contains { plain.hasSuffix($0) || plain.hasPrefix($0) } ? 3 : 5
  }

  /// Whether no way leads from an object back to itself when some references are gone.
  private func isAcyclic(without removed: Set<Int>) -> Bool {
    var incoming: [UInt32: Int] = [:]
    var outgoing: [UInt32: [UInt32]] = [:]
    for (number, edge) in edges.enumerated() where !removed.contains(number) {
      incoming[edge.target, default: 0] += 1
      outgoing[edge.source, default: []].append(edge.target)
    }
    // Objects that nothing holds go one after the other; what is left holds itself.
    var free = nodes.filter { incoming[$0] == nil }
    var gone = 0
    while let node = free.popLast() {
      gone += 1
      for target in outgoing[node] ?? [] {
        incoming[target]! -= 1
        if incoming[target] == 0 { free.append(target) }
      }
    }
    return gone == nodes.count
  }
}
