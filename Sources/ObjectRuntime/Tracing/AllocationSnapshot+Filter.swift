extension AllocationSnapshot {
  /// Keeps the blocks that filters let through.
  ///
  /// A block is kept where an including filter speaks of it, or there is none, and no excluding filter does.
  ///
  /// - Parameter filters: the filters; without any, all blocks are kept.
  /// - Returns: a snapshot of the blocks that are kept, in the same order.
  /// - Complexity: O(*k* (*n* + *f*)) in the filters, the blocks and the frames of their different tracebacks.
  public func filterTraces(_ filters: some Sequence<AllocationFilter>) -> AllocationSnapshot {
    let filters = Array(filters)
    if filters.isEmpty { return self }
    let matches = filters.map { filter in traces.tracebacks.map { filter.matches($0) } }
    let hasIncluding = filters.contains { $0.effect == .including }
    var kept = Traces(tracebacks: traces.tracebacks)
    for position in traces.indices {
      let number = traces.tracebackNumbers[position]
      let domain = traces.domain(at: position)
      var isIncluded = !hasIncluding
      var isExcluded = false
      for (filter, matches) in zip(filters, matches)
      where matches[Int(number)] && (filter.domain ?? domain) == domain {
        switch filter.effect {
        case .including: isIncluded = true
        case .excluding: isExcluded = true
        }
      }
      if isIncluded, !isExcluded {
        kept.append(size: traces.sizes[position], traceback: number, domain: domain)
      }
    }
    return AllocationSnapshot(traces: kept, tracebackLimit: tracebackLimit)
  }
}
