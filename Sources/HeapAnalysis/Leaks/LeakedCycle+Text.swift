public import HeapModel

extension HeapSnapshot {
  /// A leaked cycle in words: the shortest way round it, variable by variable, and what would break it.
  ///
  /// ```text
  /// Session.onClose → closure → Session
  /// To break it, make Session.onClose's capture of self weak …
  /// ```
  ///
  /// - Parameters:
  ///   - cycle: the cycle.
  ///   - limit: how many references of the way are told.
  /// - Returns: lines of text.
  /// - Complexity: O(*k*) in the references told.
  public func lines(of cycle: LeakedCycle, limit: Int = 12) -> [String] {
    var lines: [String] = []
    for reference in cycle.way.prefix(limit) {
      lines.append("\(typeName(of: reference.source))\(step(reference)) → \(typeName(of: reference.target))")
    }
    let rest = cycle.way.count - limit
    if rest > 0 { lines.append("… \(rest) more references, back to the first object") }
    let held = cycle.heldCount == 1 ? "1 object" : "\(cycle.heldCount) objects"
    lines.append("keeps \(held), \(cycle.heldSize)")
    lines += remedyLines(of: cycle)
    return lines
  }

  /// What would break a cycle, a line for each of the best variables.
  public func remedyLines(of cycle: LeakedCycle, limit: Int = 3) -> [String] {
    guard !cycle.remedies.isEmpty else {
      return ["no single variable breaks it: every one leaves another way round"]
    }
    return cycle.remedies.prefix(limit).enumerated().map { number, remedy in
      let start = number == 0 ? "make weak: " : "or: "
      return start + name(of: remedy)
    }
  }

  /// A variable as it is named in a program: `Child.parent`, `self, captured by a closure`.
  public func name(of remedy: CycleRemedy) -> String {
    if remedy.kind == .capturedVariable {
      let captured = remedy.references.first.map { typeName(of: $0.target) } ?? "what is captured"
      let name = remedy.name.map { " (\($0))" } ?? ""
      return "the capture of \(captured)\(name) in \(types[remedy.type].name)"
    }
    return "\(types[remedy.type].name).\(remedy.name ?? "?")"
  }

  private func typeName(of object: ObjectIndex) -> String { type(of: object).name }

  private func step(_ reference: Reference) -> String {
    guard let text = labelText(of: reference) else { return "" }
    return text.hasPrefix("[") ? text : "." + text
  }
}
