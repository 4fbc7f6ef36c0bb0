import HeapModel

extension ObjectLookup {
  /// What a bare name means first, as in the program: a local variable of a call that is under way.
  private static let localVariables: Set<RootKind> = [.local]
  /// What it means next: a global variable or a module, and not the call itself.
  private static let namedRoots: Set<RootKind> = [.module, .global, .static, .taskLocal, .handle, .other]

  func objects(named name: String, steps: [ObjectSelector.Step]) throws(HeapAnalysisError) -> [ObjectIndex] {
    // A module's name may hold dots, so the longest name that is a root's is tried first.
    var names = [name]
    for case .attribute(let part) in steps.prefix(while: \.isAttribute) {
      names.append(names[names.count - 1] + "." + part)
    }
    var failure: HeapAnalysisError?
    let others = Set(RootKind.allCases).subtracting(Self.namedRoots).subtracting(Self.localVariables)
    for kinds in [Self.localVariables, Self.namedRoots, others] {
      for (used, dotted) in names.enumerated().reversed() {
        var found = rootObjects(named: dotted, kinds: kinds)
        if found.isEmpty, used == 0, kinds == Self.namedRoots { found = globalVariables(named: dotted) }
        guard !found.isEmpty else { continue }
        do {
          return try follow(steps.dropFirst(used), from: found, written: dotted)
        } catch {
          // A shorter name may still lead there; the message is about the longest.
          failure = failure ?? error
        }
      }
    }
    throw failure ?? .noVariable(name, module: globalsModule, similar: similarVariables(to: name))
  }

  private func rootObjects(named name: String, kinds: Set<RootKind>) -> [ObjectIndex] {
    Self.unique(roots.lazy.filter { kinds.contains($0.kind) && $0.name == name }.map(\.object))
  }

  private func globalVariables(named name: String) -> [ObjectIndex] {
    let modules = rootObjects(named: globalsModule, kinds: [.module])
    return Self.unique(modules.flatMap { snapshot.members(of: $0, by: .attribute(name)) })
  }

  private func similarVariables(to name: String) -> [String] {
    let kinds = Self.namedRoots.union(Self.localVariables)
    var names = roots.filter { kinds.contains($0.kind) }.compactMap(\.name)
    for module in rootObjects(named: globalsModule, kinds: [.module]) {
      names += snapshot.memberNames(of: module)
    }
    return NearMisses.of(name, among: names)
  }

  private func follow(
    _ steps: ArraySlice<ObjectSelector.Step>, from starts: [ObjectIndex], written: String
  ) throws(HeapAnalysisError) -> [ObjectIndex] {
    var objects = starts
    var written = written
    for step in steps {
      let next = Self.unique(objects.flatMap { snapshot.members(of: $0, by: step) })
      if next.isEmpty {
        var similar: [String] = []
        if case .attribute(let name) = step {
          similar = NearMisses.of(name, among: objects.flatMap { snapshot.memberNames(of: $0) })
        }
        throw .noMember(step.description, of: written, similar: similar)
      }
      objects = next
      written += step.description
    }
    return objects
  }

  private static func unique(_ objects: some Sequence<ObjectIndex>) -> [ObjectIndex] {
    var seen: Set<ObjectIndex> = []
    return objects.filter { seen.insert($0).inserted }
  }
}

extension ObjectSelector.Step {
  fileprivate var isAttribute: Bool {
    if case .attribute = self { true } else { false }
  }
}
