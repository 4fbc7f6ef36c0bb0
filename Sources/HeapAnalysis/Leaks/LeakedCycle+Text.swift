public import HeapModel

extension LeakedCycle {
  /// How many objects it has, in words.
  public var title: String { objects.count == 1 ? "1 object that holds itself" : "\(objects.count) objects" }
}

extension HeapSnapshot {
  /// A leaked cycle in words: the shortest way round it, variable by variable, and what would break it.
  ///
  /// ```text
  /// Folder.children[0] → Folder
  /// Folder.parent → Folder
  /// keeps 5 objects, 280 B
  /// make weak: Folder.parent
  /// or hold the elements weakly: Folder.children
  /// ```
  ///
  /// - Parameters:
  ///   - cycle: the cycle.
  ///   - limit: how many references of the way are told.
  /// - Returns: lines of text.
  /// - Complexity: O(*k*) in the references told.
  public func lines(of cycle: LeakedCycle, limit: Int = 12) -> [String] {
    var lines: [String] = []
    let steps = steps(of: cycle)
    for step in steps.prefix(limit) { lines.append(step) }
    let rest = steps.count - limit
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
      let name = name(of: remedy)
      let advice =
        switch remedy.action {
        case .weaken: "make weak: \(name)"
        case .weakenElements: "hold the elements weakly: \(name)"
        case .empty: "empty it in time: \(name)"
        }
      return number == 0 ? advice : "or " + advice
    }
  }

  /// A variable as it is named in a program: `Child.parent`, `self, captured by a closure`.
  public func name(of remedy: CycleRemedy) -> String {
    if remedy.kind == .capturedVariable {
      let captured = remedy.references.first.map { typeName(of: $0.target) } ?? "what is captured"
      let holder = types[remedy.type].name
      // A closure that captures one object has no context: the object stands in the variable.
      if let name = remedy.name, name.hasSuffix(".captured") {
        return
          "the capture of \(captured) in \(holder).\(name.dropLast(".captured".count)), as by [weak self]"
      }
      let name = remedy.name.map { " (\($0))" } ?? ""
      return "the capture of \(captured)\(name) in the \(holder), as by [weak self]"
    }
    return "\(types[remedy.type].name).\(remedy.name ?? "?")"
  }

  /// The way round a cycle, a line for each variable: an element of a collection is told with the variable that has the
  /// collection.
  private func steps(of cycle: LeakedCycle) -> [String] {
    func isElement(_ reference: Reference) -> Bool {
      [.element, .dictionaryKey, .dictionaryValue].contains(reference.kind)
    }
    // It begins with a variable, where there is one.
    let first = cycle.way.firstIndex { !isElement($0) } ?? 0
    let way = cycle.way[first...] + cycle.way[..<first]
    var steps: [String] = []
    var start = ""
    for (number, reference) in way.enumerated() {
      if start.isEmpty { start = typeName(of: reference.source) }
      // The place of what a closure captured says nothing.
      let isPlace = reference.kind == .capturedVariable && name(of: reference) == nil
      start += isPlace ? "" : accessText(of: reference)
      let next = way.index(way.startIndex, offsetBy: number + 1)
      if next < way.endIndex, isElement(way[next]) { continue }
      steps.append("\(start) → \(typeName(of: reference.target))")
      start = ""
    }
    return steps
  }

  private func typeName(of object: ObjectIndex) -> String { type(of: object).name }
}
