extension ObjectSpace {
  /// Calls a closure with each reference that the collector sees, in CPython's order.
  @inline(__always)
  func forEachTraced(_ object: ObjectPointer, _ visit: (ObjectPointer) -> Void) {
    let type = object.type
    let plan = type.instancePlan
    let traits = plan.traits
    if traits.contains(.isHeapType) {
      if traits.contains(.countsType) { visit(type) }
      if let slots = plan.slots {
        for index in 0..<plan.slotCount {
          if let child = object[object: Int(slots[uint32: 4 &* index])] { visit(child) }
        }
      }
      if traits.contains(.hasInlineValues), object[byte: plan.basicSize &+ ValuesOffset.isValid] != 0 {
        let base = plan.basicSize
        var place = base &+ ValuesOffset.values
        let end = place &+ 8 &* Int(object[byte: base &+ ValuesOffset.capacity])
        while place < end {
          if let child = object[object: place] { visit(child) }
          place &+= 8
        }
      } else if traits.contains(.hasManagedDict) {
        if let dict = object[object: ObjectOffset.managedDict] { visit(dict) }
      }
      if type.typeFlags & TypeFlag.isHeapType != 0 { visit(type) }
    }
    switch plan.body {
    case .plain, .byteArray: break
    case .record: forEachField(object, plan, visit)
    case .list:
      if let items = object[block: ListOffset.items] {
        var index = object.itemCount
        while index > 0 {
          index &-= 1
          if let child = items[object: 8 &* index] { visit(child) }
        }
      }
    case .tuple:
      var index = object.itemCount
      while index > 0 {
        index &-= 1
        if let child = object[object: TupleOffset.items &+ 8 &* index] { visit(child) }
      }
    case .dict: forEachDictReference(object, visit)
    case .set: forEachElement(object, visit)
    case .type: forEachTypeReference(object, visit)
    case .weakReference: if let callback = object[object: WeakReferenceOffset.callback] { visit(callback) }
    case .generator: forEachGeneratorReference(object, visit)
    case .frame: forEachFrameReference(object, visit)
    case .deque: forEachDequeElement(object, visit)
    case .cache:
      // The entries are unknown to the collector, so their holder shows what they hold.
      forEachEntry(ofCache: object) { entry in
        if let key = entry[object: CacheEntryOffset.key] { visit(key) }
        if let result = entry[object: CacheEntryOffset.result] { visit(result) }
        visit(entry.type)
      }
      forEachField(object, plan, visit)
    }
  }

  @inline(__always)
  private func forEachField(_ object: ObjectPointer, _ plan: TypePlan, _ visit: (ObjectPointer) -> Void) {
    guard let fields = plan.fields else { return }
    for index in 0..<plan.fieldCount {
      if let child = object[object: Int(fields[uint32: 4 &* index])] { visit(child) }
    }
  }

  @inline(__always)
  private func forEachDictReference(_ dict: ObjectPointer, _ visit: (ObjectPointer) -> Void) {
    if isOrdered(dict) { forEachNodeKey(of: dict, visit) }
    let table = KeyTable(Block(address: dict[word: DictOffset.keys]))
    let count = table.entryCount
    if table.isUnicode {
      if let values = dict[block: DictOffset.values] {
        // Values that lie behind an instance are the instance's to visit.
        guard values[byte: ValuesOffset.isEmbedded] == 0 else { return }
        for index in 0..<count {
          if let value = values[object: ValuesOffset.values &+ 8 &* index] { visit(value) }
        }
      } else {
        var place = table.entriesOffset &+ 8
        for _ in 0..<count {
          if let value = table.block[object: place] { visit(value) }
          place &+= 16
        }
      }
      return
    }
    var place = table.entriesOffset
    for _ in 0..<count {
      if let value = table.block[object: place &+ 16] {
        visit(value)
        if let key = table.block[object: place &+ 8] { visit(key) }
      }
      place &+= 24
    }
  }

  @inline(__always)
  private func forEachElement(_ set: ObjectPointer, _ visit: (ObjectPointer) -> Void) {
    guard set[integer: SetOffset.used] > 0 else { return }
    let table = Block(address: set[word: SetOffset.table])
    for entry in 0...set[integer: SetOffset.mask] {
      let word = table[word: 16 &* entry]
      if word > SetTable.dummy { visit(ObjectPointer(address: word)) }
    }
  }

  @inline(__always)
  private func forEachTypeReference(_ type: ObjectPointer, _ visit: (ObjectPointer) -> Void) {
    guard isHeap(type) else { return }
    if let child = type[object: TypeOffset.dict] { visit(child) }
    if let child = type[object: TypeOffset.cache] { visit(child) }
    if let child = type[object: TypeOffset.methodResolutionOrder] { visit(child) }
    if let child = type[object: TypeOffset.bases] { visit(child) }
    if let child = type[object: TypeOffset.base] { visit(child) }
    if let child = type[object: TypeOffset.module] { visit(child) }
  }

  /// What an object refers to, in CPython's order, as `gc.get_referents`; borrowed.
  package func referents(of object: ObjectPointer) -> [ObjectPointer] {
    guard object.isCollectable else { return [] }
    var found: [ObjectPointer] = []
    forEachTraced(object) { found.append($0) }
    return found
  }

  /// Empties an object so that its cycles break.
  func clear(_ object: ObjectPointer) {
    let plan = object.plan
    let traits = plan.traits
    if traits.contains(.isHeapType) {
      if let slots = plan.slots {
        for index in 0..<plan.slotCount { clearWord(object, Int(slots[uint32: 4 &* index])) }
      }
      if traits.contains(.hasManagedDict) { clearManagedDict(object, plan) }
    }
    switch plan.body {
    case .plain, .byteArray, .tuple, .generator: break
    case .record:
      if let clears = plan.clears {
        for index in 0..<plan.clearCount { clearWord(object, Int(clears[uint32: 4 &* index])) }
      }
      if object.type == type(.function) { clearNames(of: object) }
    case .list: clearList(object)
    case .dict: clearDict(object)
    case .set: clearSet(object)
    case .type: clearType(object)
    case .weakReference:
      unlinkWeakReference(object)
      clearWord(object, WeakReferenceOffset.callback)
    case .frame: clearFrame(object)
    case .deque: clearDeque(object)
    case .cache:
      detachEntries(of: object)
      if let clears = plan.clears {
        for index in 0..<plan.clearCount { clearWord(object, Int(clears[uint32: 4 * index])) }
      }
    }
  }

  /// Gives a function that was emptied the empty name: it always has one.
  private func clearNames(of function: ObjectPointer) {
    for offset in [FunctionOffset.name, FunctionOffset.qualifiedName] {
      let old = function[object: offset]
      function[object: offset] = emptyString
      if let old { release(old) }
    }
  }

  @inline(__always)
  func clearWord(_ object: ObjectPointer, _ offset: Int) {
    guard let child = object[object: offset] else { return }
    object[word: offset] = 0
    release(child)
  }

  private func clearManagedDict(_ object: ObjectPointer, _ plan: TypePlan) {
    if let dict = object[object: ObjectOffset.managedDict] {
      if plan.traits.contains(.hasInlineValues) { separateDict(dict, from: object) }
    }
    if let values = validInlineValues(of: object, plan) {
      values[byte: ValuesOffset.isValid] = 0
      for index in 0..<Int(values[byte: ValuesOffset.capacity]) {
        let place = ValuesOffset.values &+ 8 &* index
        guard let value = values[object: place] else { continue }
        values[word: place] = 0
        release(value)
      }
    }
    clearWord(object, ObjectOffset.managedDict)
  }

  /// Empties a class: its dict and its order, which are what cycles run through.
  private func clearType(_ type: ObjectPointer) {
    guard isHeap(type) else { return }
    typeEpoch &+= 1
    if let dict = type[object: TypeOffset.dict] { clearDict(dict) }
    clearWord(type, TypeOffset.module)
    clearWord(type, TypeOffset.methodResolutionOrder)
  }
}
