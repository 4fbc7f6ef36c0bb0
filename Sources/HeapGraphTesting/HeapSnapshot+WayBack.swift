import HeapGraph

extension HeapSnapshot {
  /// The shortest way from an object back to itself, by strong references that types tell.
  ///
  /// - Returns: the references in their order; empty where there is no such way.
  /// - Complexity: O(*n* + *m*) in what it holds.
  func wayBack(to object: ObjectIndex) -> [Reference] {
    let selection = ReferenceSelection(strengths: [.strong], includesInferred: false)
    let direct = outgoingReferences(of: object).filter { selection.contains($0) }
    if let own = direct.first(where: { $0.target == object }) { return [own] }
    let chain = try? shortestChain(
      from: direct.map(\.target), to: .object(object), selection: selection, monitor: .patient)
    guard let chain, let first = direct.first(where: { $0.target == chain.holder }) else { return [] }
    return [first] + chain.references
  }
}
