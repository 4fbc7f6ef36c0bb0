import HeapModel

extension ObjectSpace {
  /// Makes a class, as a call of `type` with a name, bases and a dict.
  ///
  /// - Parameters:
  ///   - name: its name, a string.
  ///   - bases: its bases; `object` where there are none.
  ///   - namespace: its dict, which is copied.
  /// - Returns: the class, owned by the caller, tracked.
  /// - Throws: ``ObjectError`` of kind `typeError` for bases that do not fit together or wrong slots, `valueError` for
  ///   a slot that is also a class variable, `memoryError`.
  /// - Complexity: O(*n*) in the length of the method resolution order and of the dict.
  package func makeClass(
    name: ObjectPointer, bases: [ObjectPointer], namespace: ObjectPointer,
    keywords: [(name: ObjectPointer, value: ObjectPointer)] = []
  ) throws(ObjectError) -> ObjectPointer {
    let bases = bases.isEmpty ? [type(.object)] : bases
    let layout = try classLayout(name: name, bases: bases, dict: namespace)
    defer { for slot in layout.slots { release(slot) } }
    let order = try linearize(bases)

    let basesTuple = try makeTuple(bases)
    let dict: ObjectPointer
    let created: ObjectPointer
    do throws(ObjectError) {
      dict = try copyDict(namespace)
    } catch {
      release(basesTuple)
      throw error
    }
    do throws(ObjectError) {
      // One item more than there are slots, as CPython's generic allocation leaves room for an end mark.
      created = try allocateCollected(type(.type), size: TypeOffset.heapSize + 40 * (layout.slots.count + 1))
    } catch {
      release(basesTuple)
      release(dict)
      throw error
    }
    created.zero(from: 16, count: TypeOffset.heapSize + 40 * (layout.slots.count + 1) - 16)
    created.itemCount = layout.slots.count
    created[object: TypeOffset.bases] = basesTuple
    created[object: TypeOffset.dict] = dict
    markClassDict(dict)
    created[object: TypeOffset.base] = layout.base.retained()
    created[object: TypeOffset.heapName] = name.retained()
    created[object: TypeOffset.qualifiedName] = name.retained()
    track(created)
    setLayout(of: created, layout)
    do throws(ObjectError) {
      try fill(created, layout: layout, order: order, keywords)
    } catch {
      // What was made so far goes with it.
      release(created)
      throw error
    }
    typeEpoch &+= 1
    return created
  }

  /// Writes the sizes and flags of a class and makes the plan of its instances.
  private func setLayout(of created: ObjectPointer, _ layout: ClassLayout) {
    let base = layout.base
    let basePlan = base.instancePlan
    let basicSize = basePlan.basicSize + 8 * layout.slots.count
    let inherited =
      base.typeFlags
      & (TypeFlag.managedDict | TypeFlag.managedWeakReferences | 0xFF00_0000 | TypeFlag.matchesItself
        | TypeFlag.itemsAtEnd | TypeFlag.hasVectorcall | TypeFlag.isSequence | TypeFlag.isMapping)
    var flags =
      TypeFlag.isHeapType | TypeFlag.isBaseType | TypeFlag.isReady | TypeFlag.isCollected | inherited
    if layout.addsDict { flags |= TypeFlag.managedDict }
    if layout.addsWeakReferences { flags |= TypeFlag.managedWeakReferences }
    let hasManagedDict = flags & TypeFlag.managedDict != 0
    if hasManagedDict, basePlan.itemSize == 0, basicSize == ObjectOffset.headerSize {
      flags |= TypeFlag.inlineValues
    }
    created.typeFlags = flags
    created[integer: TypeOffset.basicSize] = basicSize
    created[integer: TypeOffset.itemSize] = basePlan.itemSize
    created[integer: TypeOffset.dictOffset] = layout.addsDict ? -1 : basePlan.dictOffset
    created[integer: TypeOffset.weakListOffset] =
      layout.addsWeakReferences ? ObjectOffset.managedWeakReferences : basePlan.weakListOffset

    let plan = takePlan()
    created[word: TypeOffset.plan] = plan.address
    plan.body = basePlan.body
    plan.basicSize = basicSize
    plan.itemSize = basePlan.itemSize
    plan.dictOffset = created[integer: TypeOffset.dictOffset]
    plan.weakListOffset = created[integer: TypeOffset.weakListOffset]
    let isManaged = flags & (TypeFlag.managedDict | TypeFlag.managedWeakReferences) != 0
    plan.preHeaderSize = isManaged ? 32 : 16
    plan.fieldCount = basePlan.fieldCount
    plan.fields = basePlan.fields
    plan.releaseCount = basePlan.releaseCount
    plan.releases = basePlan.releases
    plan.clearCount = basePlan.clearCount
    plan.clears = basePlan.clears
    let isSameShape = basicSize == basePlan.basicSize
    plan.solidType = isSameShape ? basePlan.solidType : created
    var traits: TypePlan.Traits = [.isCollected, .isHeapType, .isPutOff, .isClearable]
    if hasManagedDict { traits.insert(.hasManagedDict) }
    if flags & TypeFlag.inlineValues != 0 { traits.insert(.hasInlineValues) }
    if flags & TypeFlag.managedWeakReferences != 0 { traits.insert(.hasManagedWeakReferences) }
    plan.traits = traits

    let own = (0..<layout.slots.count).map { basePlan.basicSize + 8 * $0 }
    var offsets = own
    if let slots = basePlan.slots {
      for index in 0..<basePlan.slotCount { offsets.append(Int(slots[uint32: 4 * index])) }
    }
    plan.slotCount = offsets.count
    plan.slots = takeOffsetTable(offsets)
    let details = typeDetails[plan.number]
    details.fields = typeDetails[basePlan.number].fields
    details.slots =
      typeDetails[basePlan.number].slots
      + zip(layout.slots, own).map { .reference($0.text, at: $1, .slot) }
  }

  /// Fills the dict of a class, its order and its shared keys, and tells its bases.
  private func fill(
    _ created: ObjectPointer, layout: ClassLayout, order: [ObjectPointer],
    _ keywords: [(name: ObjectPointer, value: ObjectPointer)]
  ) throws(ObjectError) {
    guard let dict = created[object: TypeOffset.dict] else { return }
    if let qualified = try takeValue(of: names.qualifiedName, from: dict) {
      guard isSubtype(qualified.type, type(.string)) else {
        release(qualified)
        throw ObjectError(.typeError, "type __qualname__ must be a str, not \(typeName(qualified.type))")
      }
      let old = created[object: TypeOffset.qualifiedName]
      created[object: TypeOffset.qualifiedName] = qualified
      if let old { release(old) }
    }
    if value(ofString: names.module, in: dict) == nil {
      let module = currentModuleName()
      defer { release(module) }
      try setValue(module, for: names.module, in: dict)
    }
    if !layout.slots.isEmpty || value(ofString: names.slots, in: dict) != nil {
      // CPython sorts them in a list, which then waits in the free list.
      if !layout.slots.isEmpty { release(try makeList(layout.slots)) }
      created[object: TypeOffset.heapSlots] = try makeTuple(layout.slots)
    }
    try wrapImplicitMethods(in: dict)
    created[object: TypeOffset.methodResolutionOrder] = try makeTuple([created] + order)
    for (index, slot) in layout.slots.enumerated() {
      let offset = layout.base.instancePlan.basicSize + 8 * index
      try addDescriptor(.memberDescriptor, name: slot, definition: offset, to: created, dict)
    }
    if layout.addsDict {
      try addDescriptor(.attributeDescriptor, name: names.dict, definition: 1, to: created, dict)
    }
    if layout.addsWeakReferences {
      try addDescriptor(.attributeDescriptor, name: names.weakReference, definition: 2, to: created, dict)
    }
    if value(ofString: names.documentation, in: dict) == nil {
      try setValue(none, for: names.documentation, in: dict)
    }
    if value(ofString: names.equality, in: dict) != nil, value(ofString: names.hash, in: dict) == nil {
      try setValue(none, for: names.hash, in: dict)
    }
    if created.typeFlags & TypeFlag.managedDict != 0 {
      let table = try makeKeys(log2Size: KeyTable.sharedLog2Size, kind: .split)
      table.usable = KeyTable.sharedLimit
      created[block: TypeOffset.cachedKeys] = table.block
    }
    try addToBases(created)
    updateFinalizer(of: created)
    try setClassCell(of: created, dict)
    try announce(created, dict, keywords)
  }

  /// Puts a class into the cell that its methods' `super()` reads.
  private func setClassCell(of created: ObjectPointer, _ dict: ObjectPointer) throws(ObjectError) {
    guard let cell = try takeValue(of: names.classCell, from: dict) else { return }
    defer { release(cell) }
    guard cell.type == type(.cell) else {
      throw ObjectError(
        .typeError, "type.__new__: __classcell__ must be a nonlocal cell, not \(describe(cell.type))")
    }
    setCellContents(cell, to: created)
  }

  /// Tells the attributes of a class their names, and its bases that it is derived from them.
  private func announce(
    _ created: ObjectPointer, _ dict: ObjectPointer,
    _ keywords: [(name: ObjectPointer, value: ObjectPointer)]
  ) throws(ObjectError) {
    // What they do may change the class's own dict.
    let attributes = try copyDict(dict)
    defer { release(attributes) }
    for (key, value) in entries(of: attributes) {
      if isSubtype(value.type, type(.property)) {
        let old = value[object: 48]
        value[object: 48] = key.retained()
        if let old { release(old) }
      } else if isHeap(value.type), let method = lookUpInClasses(names.setName, of: value.type) {
        release(try callMethod(method, on: value, [created, key]))
      }
    }
    guard let order = created[object: TypeOffset.methodResolutionOrder] else { return }
    for base in items(of: order).dropFirst() {
      guard let dict = base[object: TypeOffset.dict],
        let hook = value(ofString: names.initializeSubclass, in: dict)
      else { continue }
      let bound = try get(hook, from: nil, class: created)
      defer { release(bound) }
      return release(try call(bound, keywords: keywords))
    }
    if !keywords.isEmpty {
      throw ObjectError(
        .typeError, "\(typeName(created)).__init_subclass__() takes no keyword arguments")
    }
  }

  /// Makes a static method of `__new__` and class methods of the hooks that take the class.
  private func wrapImplicitMethods(in dict: ObjectPointer) throws(ObjectError) {
    for (name, kind) in [
      (names.new, BuiltinType.staticMethod), (names.initializeSubclass, .classMethod),
      (names.classGetItem, .classMethod),
    ] {
      guard let function = value(ofString: name, in: dict), function.type == type(.function) else { continue }
      let wrapped = try makeRecord(kind, size: 32, [function])
      defer { release(wrapped) }
      try setValue(wrapped, for: name, in: dict)
    }
  }

  /// Puts a descriptor into the dict of a class that has none of that name.
  private func addDescriptor(
    _ kind: BuiltinType, name: ObjectPointer, definition: Int, to created: ObjectPointer,
    _ dict: ObjectPointer
  ) throws(ObjectError) {
    guard value(ofString: name, in: dict) == nil else { return }
    let descriptor = try allocateCollected(type(kind), size: 48)
    descriptor[object: 16] = created.retained()
    descriptor[object: 24] = name.retained()
    descriptor[word: 32] = 0
    descriptor[integer: 40] = definition
    track(descriptor)
    defer { release(descriptor) }
    try setValue(descriptor, for: name, in: dict)
  }

  /// Notes whether a class has a finalizer, its own or a base's.
  func updateFinalizer(of created: ObjectPointer) {
    let plan = created.instancePlan
    var traits = plan.traits
    if lookUpInClasses(names.finalizer, of: created) != nil || plan.body == .generator {
      traits.insert(.hasFinalizer)
    } else {
      traits.remove(.hasFinalizer)
    }
    plan.traits = traits
  }

  // MARK: Plans

  /// A plan that is free for a class.
  private func takePlan() -> TypePlan {
    if let plan = freePlans.popLast() {
      let number = plan.number
      plan.zero(from: 0, count: TypePlan.size)
      plan.number = number
      return plan
    }
    let plan = TypePlan(state.staticMemory.allocate(TypePlan.size))
    plan.number = typeDetails.count
    typeDetails.append(TypeDetails())
    classPlans.append(plan)
    return plan
  }

  private func takeOffsetTable(_ offsets: [Int]) -> Block? {
    guard !offsets.isEmpty, let table = SystemMemory.allocate(4 * offsets.count) else { return nil }
    for (index, offset) in offsets.enumerated() { table[uint32: 4 * index] = UInt32(offset) }
    return table
  }

  /// Gives back what a class has outside its memory.
  func forgetType(_ type: ObjectPointer) {
    let plan = type.instancePlan
    if let slots = plan.slots { SystemMemory.free(slots) }
    plan.slots = nil
    typeDetails[plan.number] = TypeDetails()
    freePlans.append(plan)
    typeEpoch &+= 1
  }
}
