import HeapAnalysis
import HeapModel

/// The references of one object that a walk follows, and how many more there are.
struct Neighbours {
  /// The references that are followed, in the order of the source.
  var references: [Reference] = []
  /// How many of the limit they take: references, or backwards holders.
  var followed = 0
  /// How many more there are beyond the limit.
  var skipped = 0
}

/// Looks up what a walk follows from one object.
struct NeighbourFinder {
  let heap: HeapSnapshot
  let walk: ReferenceWalk
  // Of the walk's own selection; there in a walk backwards.
  let backReferences: BackReferences?
  // Which objects hold others at all, looking backwards.
  private let holders: ObjectScope

  init(heap: HeapSnapshot, walk: ReferenceWalk, backReferences: BackReferences?) {
    self.heap = heap
    self.walk = walk
    guard walk.direction == .backward else {
      holders = .all
      self.backReferences = nil
      return
    }
    holders = walk.looksBackAsCollector ? .preferred(for: heap) : .all
    // One of another selection would count references that the walk does not follow.
    self.backReferences =
      if let backReferences, backReferences.selection == walk.selection {
        backReferences
      } else {
        BackReferences(of: heap, selection: walk.selection)
      }
  }

  /// The references that are followed from an object.
  ///
  /// - Parameters:
  ///   - object: where they start, or backwards where they end.
  ///   - limit: how many are followed at most.
  /// - Complexity: O(*k*) in the object's references, and what the rows of the holders that are followed cost.
  func neighbours(of object: ObjectIndex, limit: Int) -> Neighbours {
    if let backReferences {
      backward(to: object, limit: limit, backReferences)
    } else {
      forward(from: object, limit: limit)
    }
  }

  private func forward(from object: ObjectIndex, limit: Int) -> Neighbours {
    var found = Neighbours()
    for reference in heap.outgoingReferences(of: object) {
      guard walk.selection.contains(reference), isWanted(reference.target) else { continue }
      if walk.omitsPlainKeys, reference.kind == .dictionaryKey, isPlain(reference.target) { continue }
      guard found.followed < limit else {
        found.skipped += 1
        continue
      }
      found.references.append(reference)
      found.followed += 1
    }
    return found
  }

  private func backward(
    to object: ObjectIndex, limit: Int, _ backReferences: BackReferences
  ) -> Neighbours {
    var found = Neighbours()
    let referrers = backReferences.referrers(of: object)
    let modules = leadingModules(among: referrers, limit: limit)
    for module in modules {
      found.followed += 1
      found.references += heap.outgoingReferences(of: module).filter {
        $0.target == object && walk.selection.contains($0)
      }
    }
    var place = 0
    // The holder that the last reference was of, and whether its references are taken.
    var holder: ObjectIndex?
    var isTaken = false
    // Looking a reference up costs a search of its holder's row, counting one more holder does not.
    var iterator = backReferences.references(to: object).makeIterator()
    while place < referrers.count {
      let source = referrers[place]
      if source != holder, found.followed == limit { break }
      guard let reference = iterator.next() else { break }
      place += 1
      if source == holder {
        if isTaken, !walk.looksBackAsCollector { found.references.append(reference) }
        continue
      }
      holder = source
      isTaken = isHolder(source) && !modules.contains(source)
      if isTaken {
        found.followed += 1
        found.references.append(reference)
      }
    }
    for source in referrers[place...] where source != holder {
      holder = source
      if isHolder(source), !modules.contains(source) { found.skipped += 1 }
    }
    return found
  }

  /// The imported modules that come before an object's other holders, since there are more than are followed.
  private func leadingModules(among referrers: Referrers, limit: Int) -> [ObjectIndex] {
    guard walk.putsModulesFirst, heap.hasFlags, referrers.count > limit else { return [] }
    var modules: [ObjectIndex] = []
    for source in referrers where source != modules.last {
      guard modules.count < limit else { break }
      if heap.flags(of: source).contains(.importedModule), isHolder(source) { modules.append(source) }
    }
    return modules
  }

  private func isWanted(_ object: ObjectIndex) -> Bool {
    !walk.ignored.contains(object) && walk.filter?(object) ?? true
  }

  private func isHolder(_ object: ObjectIndex) -> Bool {
    holders.contains(object, in: heap) && isWanted(object)
  }

  /// Whether an object has a text that stands for it and holds nothing but its class.
  private func isPlain(_ object: ObjectIndex) -> Bool {
    heap.hasText(object) && heap.outgoingReferences(of: object).allSatisfy { $0.kind == .type }
  }
}

extension HeapSnapshot {
  fileprivate func hasText(_ object: ObjectIndex) -> Bool {
    columns.texts.map { $0[object.position] != 0 } ?? false
  }
}
