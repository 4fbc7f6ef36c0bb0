import HeapModel

extension ObjectSpace {
  /// A built-in type.
  @inline(__always)
  package func type(_ type: BuiltinType) -> ObjectPointer {
    ObjectPointer(address: state.builtinTypes[word: 8 &* type.rawValue])
  }

  /// A built-in exception class.
  package func exceptionType(_ kind: ExceptionKind) -> ObjectPointer {
    guard let index = ExceptionKind.allCases.firstIndex(of: kind) else {
      preconditionFailure("Every kind is among all kinds.")
    }
    return ObjectPointer(address: state.exceptionTypes[word: 8 * index])
  }

  /// Makes the built-in types: immortal, outside the arenas, unknown to the collector.
  func makeBuiltinTypes() {
    // All have an address before any refers to another.
    for type in BuiltinType.allCases {
      state.builtinTypes[word: 8 * type.rawValue] = state.staticMemory.allocate(TypeOffset.staticSize).address
    }
    for index in ExceptionKind.allCases.indices {
      state.exceptionTypes[word: 8 * index] = state.staticMemory.allocate(TypeOffset.staticSize).address
    }
    fillSingletons()
    for type in BuiltinType.allCases {
      let base: ObjectPointer? =
        switch type {
        case .object: nil
        case .bool: self.type(.int)
        case .defaultDict, .orderedDict: self.type(.dict)
        case .versionInfo, .floatInfo: self.type(.tuple)
        default: self.type(.object)
        }
      fillType(self.type(type), base: base, BuiltinTypeDefinition.definition(of: type))
      self.type(type).instancePlan.iteration = IterationKind(type)
    }
    for kind in ExceptionKind.allCases {
      let base = kind.base.map { exceptionType($0) } ?? type(.object)
      fillType(exceptionType(kind), base: base, BuiltinTypeDefinition.definition(of: kind))
    }
  }

  /// Fills the memory of a static type.
  private func fillType(_ type: ObjectPointer, base: ObjectPointer?, _ definition: BuiltinTypeDefinition) {
    makeImmortal(type, self.type(.type))
    type[integer: TypeOffset.basicSize] = definition.basicSize
    type[integer: TypeOffset.itemSize] = definition.itemSize
    type.typeFlags = definition.flags
    type[integer: TypeOffset.weakListOffset] = definition.weakListOffset
    type[integer: TypeOffset.dictOffset] = definition.dictOffset
    type[object: TypeOffset.base] = base
    type[object: TypeOffset.dict] = makeStaticDict()
    type[object: TypeOffset.bases] = base.map { makeStaticTuple([$0]) } ?? emptyTuple
    var order = [type]
    while let next = order[order.count - 1][object: TypeOffset.base] { order.append(next) }
    type[object: TypeOffset.methodResolutionOrder] = makeStaticTuple(order)

    let plan = makePlan()
    type[word: TypeOffset.plan] = plan.address
    plan.body = definition.body
    plan.basicSize = definition.basicSize
    plan.itemSize = definition.itemSize
    plan.dictOffset = definition.dictOffset
    plan.weakListOffset = definition.weakListOffset
    plan.solidType = type
    if let base {
      let basePlan = base.instancePlan
      if basePlan.basicSize == plan.basicSize, basePlan.itemSize == plan.itemSize {
        plan.solidType = basePlan.solidType
      }
    }
    var traits: TypePlan.Traits = []
    if definition.flags & TypeFlag.isCollected != 0 {
      traits.insert(.isCollected)
      plan.preHeaderSize = 16
    } else {
      traits.insert(.isLeaf)
      let others = [.float, .string, .range, .longRangeIterator, .code, .cacheEntry, .byteArray].map {
        self.type($0)
      }
      if !others.contains(type) { traits.insert(.isBare) }
    }
    if definition.isPutOff { traits.insert(.isPutOff) }
    if definition.isClearable || !definition.clears.isEmpty { traits.insert(.isClearable) }
    if definition.body == .generator { traits.insert(.hasFinalizer) }
    if definition.countsType { traits.insert(.countsType) }
    if !definition.slots.isEmpty || definition.countsType { traits.insert(.isHeapType) }
    plan.slotCount = definition.slots.count
    plan.slots = makeOffsetTable(definition.slots)
    plan.traits = traits
    setFields(of: plan, definition)
    typeDetails[plan.number].fields = definition.fields
  }

  /// Lists the references at fixed offsets.
  private func setFields(of plan: TypePlan, _ definition: BuiltinTypeDefinition) {
    guard definition.body == .record || definition.body == .cache else { return }
    var traced: [Int] = []
    var counted: [Int] = []
    for field in definition.fields {
      guard case .reference(_, let isTraced) = field.content else { continue }
      counted.append(field.offset)
      if isTraced { traced.append(field.offset) }
    }
    plan.fieldCount = traced.count
    plan.fields = makeOffsetTable(traced)
    let released = definition.releases ?? counted
    plan.releaseCount = released.count
    plan.releases = makeOffsetTable(released)
    plan.clearCount = definition.clears.count
    plan.clears = makeOffsetTable(definition.clears)
  }

  /// A table of offsets, four bytes each, for good.
  func makeOffsetTable(_ offsets: [Int]) -> Block? {
    guard !offsets.isEmpty else { return nil }
    let table = state.staticMemory.allocate(4 * offsets.count)
    for (index, offset) in offsets.enumerated() { table[uint32: 4 * index] = UInt32(offset) }
    return table
  }

  /// A plan with nothing in it, for good.
  private func makePlan() -> TypePlan {
    let plan = TypePlan(state.staticMemory.allocate(TypePlan.size))
    plan.number = typeDetails.count
    typeDetails.append(TypeDetails())
    return plan
  }

  /// An empty dict outside the arenas, which the collector never sees.
  func makeStaticDict() -> ObjectPointer {
    let dict = ObjectPointer(address: state.staticMemory.allocate(64).address + 16)
    makeImmortal(dict, type(.dict))
    dict[word: DictOffset.keys] = emptyKeysAddress
    markClassDict(dict)
    return dict
  }

  /// A tuple outside the arenas, which the collector never sees.
  func makeStaticTuple(_ elements: [ObjectPointer]) -> ObjectPointer {
    let block = state.staticMemory.allocate(16 + TupleOffset.items + 8 * elements.count)
    let tuple = ObjectPointer(address: block.address + 16)
    makeImmortal(tuple, type(.tuple))
    tuple.itemCount = elements.count
    for (index, element) in elements.enumerated() { tuple[object: TupleOffset.items + 8 * index] = element }
    return tuple
  }

  /// The built-in type or exception class that lays out the instances of a class.
  func builtinBase(of type: ObjectPointer) -> ObjectPointer {
    var base = type
    while isHeap(base), let next = base[object: TypeOffset.base] { base = next }
    return base
  }

  /// The short name of a type.
  package func typeName(_ type: ObjectPointer) -> String {
    if type.typeFlags & TypeFlag.isHeapType != 0 { return type[object: TypeOffset.heapName]?.text ?? "?" }
    if let builtin = builtinType(type) { return builtin.name }
    let kinds = ExceptionKind.allCases
    return kinds.first { exceptionType($0) == type }?.rawValue ?? "?"
  }

  /// The name of a type as an exception's text has it: those of modules other than `builtins` name theirs too.
  package func nameInErrors(_ type: ObjectPointer) -> String {
    let name = typeName(type)
    let isOfModule = !isHeap(type) && moduleName(ofType: type) != "builtins"
    return isOfModule ? "\(moduleName(ofType: type)).\(name)" : name
  }

  /// Whether a type is another or is derived from it.
  ///
  /// - Complexity: O(*n*) in the length of the method resolution order.
  @inline(__always)
  package func isSubtype(_ type: ObjectPointer, _ base: ObjectPointer) -> Bool {
    if type == base { return true }
    guard let order = type[object: TypeOffset.methodResolutionOrder] else { return false }
    for index in 0..<order.itemCount where order[word: TupleOffset.items &+ 8 &* index] == base.address {
      return true
    }
    return false
  }
}
