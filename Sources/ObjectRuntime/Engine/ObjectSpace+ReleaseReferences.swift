extension ObjectSpace {
  /// Lets an object go with everything that nobody else holds.
  ///
  /// References are let go in CPython's order, depth first; the objects under way are on a stack of the space's own.
  /// This is one function so that how far the innermost object is stays in registers: on the stack it is only where
  /// another one is begun.
  ///
  /// - Parameter first: an object that holds references and whose count has just reached zero.
  func releaseAll(_ first: ObjectPointer) {
    let base = state.releases.count
    var next: ObjectPointer? = first
    while true {
      let object: ObjectPointer
      let plan: TypePlan
      var stage: ReleaseEntry.Stage
      var cursor = 0
      var block: Block?
      if let begun = next {
        next = nil
        object = begun
        plan = object.plan
        guard prepare(object, plan) else { continue }
        if plan.traits.contains(.isHeapType) {
          stage = plan.slotCount > 0 ? .slots : .attributes
        } else {
          let entry = bodyEntry(object, plan)
          stage = entry.stage
          cursor = entry.cursor
          block = entry.block
        }
        state.releases.reserve()
      } else {
        guard state.releases.count > base else { return }
        let entry = state.releases.top
        object = entry.object
        plan = object.plan
        stage = entry.stage
        cursor = entry.cursor
        block = entry.block
      }

      if stage == .slots {
        next = releaseSlots(of: object, plan, &cursor)
        if next == nil {
          stage = .attributes
          cursor = 0
        }
      }
      if stage == .attributes {
        if cursor != Int.max {
          if plan.traits.contains(.hasInlineValues) {
            next = releaseInlineValues(of: object, plan, &cursor)
          }
          if next == nil { next = releaseAttributeDict(of: object, plan, &cursor) }
        }
        if next == nil {
          let entry = bodyEntry(object, plan)
          stage = entry.stage
          cursor = entry.cursor
          block = entry.block
        }
      }
      if stage == .body, plan.body == .list {
        next = releaseItems(of: object, block, &cursor)
      } else if stage == .body, plan.body == .tuple {
        next = releaseItems(of: object, &cursor)
      } else if stage == .body || stage == .keys {
        next = releaseRareBody(
          ReleaseEntry(object: object, stage: stage, cursor: cursor, block: block), plan)
        continue
      }
      if next != nil {
        state.releases.top = ReleaseEntry(object: object, stage: stage, cursor: cursor, block: block)
      } else {
        next = finish(object, plan)
      }
    }
  }

  // Each of these lets references go from the cursor on, and returns the object that has to be begun.

  @inline(__always)
  private func releaseSlots(of object: ObjectPointer, _ plan: TypePlan, _ cursor: inout Int) -> ObjectPointer?
  {
    guard let slots = plan.slots else { return nil }
    let count = plan.slotCount
    while cursor < count {
      let offset = Int(slots[uint32: 4 &* cursor])
      cursor &+= 1
      guard let child = object[object: offset] else { continue }
      object[word: offset] = 0
      if dropReference(child) { return child }
    }
    return nil
  }

  @inline(__always)
  private func releaseInlineValues(
    of object: ObjectPointer, _ plan: TypePlan, _ cursor: inout Int
  ) -> ObjectPointer? {
    if cursor == 0, let dict = object[object: ObjectOffset.managedDict] { separateDict(dict, from: object) }
    let values = object.advanced(by: plan.basicSize)
    let capacity = values[byte: ValuesOffset.isValid] == 0 ? 0 : Int(values[byte: ValuesOffset.capacity])
    while cursor < capacity {
      let place = ValuesOffset.values &+ 8 &* cursor
      cursor &+= 1
      guard let child = values[object: place] else { continue }
      values[word: place] = 0
      if dropReference(child) { return child }
    }
    values[byte: ValuesOffset.isValid] = 0
    return nil
  }

  @inline(__always)
  private func releaseAttributeDict(
    of object: ObjectPointer, _ plan: TypePlan, _ cursor: inout Int
  ) -> ObjectPointer? {
    let traits = plan.traits
    let place =
      traits.contains(.hasManagedDict)
      ? ObjectOffset.managedDict : traits.contains(.addsDict) ? plan.dictOffset : 0
    guard place != 0, let dict = object[object: place] else { return nil }
    object[word: place] = 0
    cursor = Int.max
    return dropReference(dict) ? dict : nil
  }

  @inline(__always)
  private func releaseItems(
    of list: ObjectPointer, _ items: Block?, _ cursor: inout Int
  ) -> ObjectPointer? {
    guard let items else { return nil }
    while cursor > 0 {
      cursor &-= 1
      guard let child = items[object: 8 &* cursor] else { continue }
      if dropReference(child) { return child }
    }
    freeBlock(items)
    list[word: ListOffset.items] = 0
    return nil
  }

  @inline(__always)
  private func releaseItems(of tuple: ObjectPointer, _ cursor: inout Int) -> ObjectPointer? {
    while cursor > 0 {
      cursor &-= 1
      guard let child = tuple[object: TupleOffset.items &+ 8 &* cursor] else { continue }
      if dropReference(child) { return child }
    }
    return nil
  }
}
