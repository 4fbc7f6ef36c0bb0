import HeapModel

/// A reference as a snapshot tells it.
struct CountedReference {
  /// What distinguishes it from the holder's others.
  enum Label {
    case none
    case name(StaticName)
    /// A name that is a string of the space.
    case object(ObjectPointer)
    case index(Int)
    /// The key of a dict's value, whose text is the label.
    case key(ObjectPointer)
  }

  var target: ObjectPointer
  var kind: ReferenceKind
  var label: Label
  var isTraced: Bool
  var strength = ReferenceStrength.strong
}

/// A name of a field of a built-in type, by the type's number and the field's.
struct StaticName: Hashable {
  var details: Int
  var field: Int
}

extension ObjectSpace {
  /// Calls a closure with every reference that an object holds, also those that the collector does not see, and with
  /// what it refers to weakly: first in the order in which the collector visits them.
  @inline(__always)
  func forEachReference(_ object: ObjectPointer, _ visit: (CountedReference) -> Void) {
    let type = object.type
    let plan = type.instancePlan
    let traits = plan.traits
    let isHeap = traits.contains(.isHeapType)
    if isHeap {
      if traits.contains(.countsType) {
        visit(CountedReference(target: type, kind: .type, label: .none, isTraced: true))
      }
      visitSlots(object, plan, visit)
      if traits.contains(.hasInlineValues), object[byte: plan.basicSize &+ ValuesOffset.isValid] != 0 {
        visitInlineValues(object, type, plan, visit)
        // The dict shares the values; the collector does not visit it.
        if let dict = object[object: ObjectOffset.managedDict] {
          visit(
            CountedReference(
              target: dict, kind: .attributeDictionary, label: .object(names.dict), isTraced: false))
        }
      } else if traits.contains(.hasManagedDict), let dict = object[object: ObjectOffset.managedDict] {
        visit(
          CountedReference(
            target: dict, kind: .attributeDictionary, label: .object(names.dict), isTraced: true))
      }
      if self.isHeap(type) {
        visit(CountedReference(target: type, kind: .type, label: .none, isTraced: true))
      }
    }
    switch plan.body {
    case .plain, .byteArray: break
    case .deque:
      var index = 0
      forEachDequeElement(object) { element in
        visit(CountedReference(target: element, kind: .element, label: .index(index), isTraced: true))
        index += 1
      }
    case .record, .weakReference, .type, .cache: visitFields(object, plan, visit)
    case .list, .tuple:
      for index in 0..<object.itemCount {
        if let child = item(index, of: object) {
          visit(CountedReference(target: child, kind: .element, label: .index(index), isTraced: true))
        }
      }
    case .dict: visitEntries(object, visit)
    case .set:
      for element in elements(of: object) {
        visit(CountedReference(target: element, kind: .element, label: .none, isTraced: true))
      }
    case .generator:
      visitFields(object, plan, visit)
      visitFrameData(object.advanced(by: GeneratorOffset.frame), visit)
    case .frame:
      visitFields(object, plan, visit)
      if let data = object[block: FrameOffset.data], data[byte: FrameDataOffset.owner] == 2 {
        visitFrameData(data, visit)
      }
    }
  }

  private func visitSlots(_ object: ObjectPointer, _ plan: TypePlan, _ visit: (CountedReference) -> Void) {
    guard let slots = plan.slots else { return }
    for index in 0..<plan.slotCount {
      guard let child = object[object: Int(slots[uint32: 4 * index])] else { continue }
      let name = slotName(object.type, at: Int(slots[uint32: 4 * index]))
      visit(
        CountedReference(
          target: child, kind: .slot, label: name.map { .object($0) } ?? .none, isTraced: true))
    }
  }

  /// The name of the slot at an offset, from the class that adds it.
  func slotName(_ type: ObjectPointer, at offset: Int) -> ObjectPointer? {
    var next: ObjectPointer? = type
    while let owner = next, isHeap(owner) {
      let base = owner[object: TypeOffset.base]
      let start = base?.instancePlan.basicSize ?? ObjectOffset.headerSize
      if offset >= start, let names = owner[object: TypeOffset.heapSlots] {
        return item((offset - start) / 8, of: names)
      }
      next = base
    }
    return nil
  }

  @inline(__always)
  private func visitInlineValues(
    _ object: ObjectPointer, _ type: ObjectPointer, _ plan: TypePlan, _ visit: (CountedReference) -> Void
  ) {
    let table = KeyTable(Block(address: type[word: TypeOffset.cachedKeys]))
    let base = plan.basicSize
    for index in 0..<Int(object[byte: base &+ ValuesOffset.capacity]) {
      guard let child = object[object: base &+ ValuesOffset.values &+ 8 &* index] else { continue }
      let label: CountedReference.Label = table.key(index).map { .object($0) } ?? .none
      visit(CountedReference(target: child, kind: .attribute, label: label, isTraced: true))
    }
  }

  private func visitFields(_ object: ObjectPointer, _ plan: TypePlan, _ visit: (CountedReference) -> Void) {
    if plan.body == .type, !isHeap(object) { return visitStaticType(object, plan, visit) }
    let fields = typeDetails[plan.number].fields
    for (position, field) in fields.enumerated() {
      switch field.content {
      case .reference(let kind, let isTraced):
        guard let child = object[object: field.offset] else { continue }
        let label: CountedReference.Label =
          kind == .cellContents ? .none : .name(StaticName(details: plan.number, field: position))
        visit(CountedReference(target: child, kind: kind, label: label, isTraced: isTraced))
      case .borrowed:
        guard let child = weakReferent(object) else { continue }
        visit(
          CountedReference(target: child, kind: .referent, label: .none, isTraced: false, strength: .weak))
      default: continue
      }
    }
  }

  /// What a built-in type refers to; the collector knows nothing of it.
  private func visitStaticType(_ type: ObjectPointer, _ plan: TypePlan, _ visit: (CountedReference) -> Void) {
    for (position, field) in typeDetails[plan.number].fields.enumerated() {
      guard case .reference(let kind, _) = field.content, field.offset < TypeOffset.staticSize,
        let child = type[object: field.offset]
      else { continue }
      visit(
        CountedReference(
          target: child, kind: kind, label: .name(StaticName(details: plan.number, field: position)),
          isTraced: false))
    }
  }

  private func visitEntries(_ dict: ObjectPointer, _ visit: (CountedReference) -> Void) {
    if isOrdered(dict) {
      forEachNodeKey(of: dict) { key in
        visit(CountedReference(target: key, kind: .dictionaryKey, label: .none, isTraced: true))
      }
    }
    let keysAreTraced = !KeyTable(Block(address: dict[word: DictOffset.keys])).isUnicode
    forEachEntry(of: dict) { key, value in
      visit(CountedReference(target: value, kind: .dictionaryValue, label: .key(key), isTraced: true))
      visit(CountedReference(target: key, kind: .dictionaryKey, label: .none, isTraced: keysAreTraced))
    }
  }

  private func visitFrameData(_ data: Block, _ visit: (CountedReference) -> Void) {
    let parts = [
      (FrameDataOffset.frameObject, names.frame), (FrameDataOffset.locals, names.frameLocals),
      (FrameDataOffset.function, names.function), (FrameDataOffset.executable, names.frameCode),
    ]
    for (offset, name) in parts {
      guard let child = data[object: offset] else { continue }
      visit(CountedReference(target: child, kind: .internal, label: .object(name), isTraced: true))
    }
    let variables = data[object: FrameDataOffset.executable]?[object: CodeOffset.variableNames]
    for index in 0..<max(Int(data[int32: FrameDataOffset.stackTop]), 0) {
      guard let child = data[object: FrameDataOffset.variables + 8 * index] else { continue }
      let name = variables.flatMap { index < $0.itemCount ? item(index, of: $0) : nil }
      visit(
        CountedReference(
          target: child, kind: .localVariable, label: name.map { .object($0) } ?? .index(index),
          isTraced: true))
    }
  }
}
