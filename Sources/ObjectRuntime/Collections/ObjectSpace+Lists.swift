extension ObjectSpace {
  /// Makes a list with room for exactly a number of items and none in it; the caller fills it.
  ///
  /// - Returns: the list, owned by the caller, tracked.
  func makeListStorage(capacity: Int) throws(ObjectError) -> ObjectPointer {
    let type = type(.list)
    let list: ObjectPointer
    if let kept = state.freeLists.lists.pop() {
      list = ObjectPointer(address: kept.address)
      list[word: ObjectOffset.referenceCount] = 1
      if state.isTracing { traceReuse(list) }
    } else {
      list = try allocateCollected(type, size: 40)
    }
    list.itemCount = 0
    list[word: ListOffset.items] = 0
    list[integer: ListOffset.allocated] = 0
    if capacity > 0 {
      let items: Block
      do throws(ObjectError) {
        items = try allocateBlock(8 * capacity)
      } catch {
        freeObject(list, plan: type.instancePlan)
        throw error
      }
      list[block: ListOffset.items] = items
      list[integer: ListOffset.allocated] = capacity
    }
    track(list)
    return list
  }

  /// Makes a list of objects, each of which it counts.
  ///
  /// - Returns: the list, owned by the caller.
  package func makeList(_ elements: [ObjectPointer]) throws(ObjectError) -> ObjectPointer {
    let list = try makeListStorage(capacity: elements.count)
    if let items = list[block: ListOffset.items] {
      for (index, element) in elements.enumerated() { items[object: 8 * index] = element.retained() }
    }
    list.itemCount = elements.count
    return list
  }

  /// An item of a list or tuple, borrowed.
  @inline(__always)
  package func item(_ index: Int, of sequence: ObjectPointer) -> ObjectPointer? {
    if sequence.plan.body == .tuple { return sequence[object: TupleOffset.items &+ 8 &* index] }
    return sequence[block: ListOffset.items]?[object: 8 &* index]
  }

  /// The items of a list or tuple, borrowed.
  package func items(of sequence: ObjectPointer) -> [ObjectPointer] {
    (0..<sequence.itemCount).compactMap { item($0, of: sequence) }
  }

  /// Changes how many items a list has; new ones are undefined, and those beyond the end are not let go.
  ///
  /// - Complexity: O(1) amortized over appends.
  func resizeList(_ list: ObjectPointer, to count: Int) throws(ObjectError) {
    let allocated = list[integer: ListOffset.allocated]
    if allocated >= count, count >= allocated >> 1 {
      list.itemCount = count
      return
    }
    var wanted = (count + count >> 3 + 6) & ~3
    // An extension by many items at once takes just what it needs.
    if count - list.itemCount > wanted - count { wanted = (count + 3) & ~3 }
    if count == 0 { wanted = 0 }
    if wanted == 0 {
      if let items = list[block: ListOffset.items] { freeBlock(items) }
      list[word: ListOffset.items] = 0
    } else if let items = list[block: ListOffset.items] {
      list[block: ListOffset.items] = try resizeBlock(items, to: 8 * wanted)
    } else {
      list[block: ListOffset.items] = try allocateBlock(8 * wanted)
    }
    list[integer: ListOffset.allocated] = wanted
    list.itemCount = count
  }

  /// Adds an item at the end.
  ///
  /// - Throws: ``ObjectError`` of kind `memoryError`.
  /// - Complexity: O(1) amortized.
  package func append(_ element: ObjectPointer, to list: ObjectPointer) throws(ObjectError) {
    let count = list.itemCount
    try resizeList(list, to: count + 1)
    list[block: ListOffset.items]?[object: 8 &* count] = element.retained()
  }

  /// Adds an item before a position, counted from the end where it is negative; beyond an end it is that end.
  package func insert(_ element: ObjectPointer, at index: Int, of list: ObjectPointer) throws(ObjectError) {
    let count = list.itemCount
    let index = min(max(index < 0 ? index + count : index, 0), count)
    try resizeList(list, to: count + 1)
    guard let items = list[block: ListOffset.items] else { return }
    items.copy(8 * (count - index), bytesFrom: items, at: 8 * index, to: 8 * (index + 1))
    items[object: 8 * index] = element.retained()
  }

  /// Adds all items of a list or tuple at the end.
  package func extend(_ list: ObjectPointer, with other: ObjectPointer) throws(ObjectError) {
    let added = other.itemCount
    guard added > 0 else { return }
    let count = list.itemCount
    if list[block: ListOffset.items] == nil {
      // The first items take just the room that they need, rounded to an even number of them.
      let capacity = (added + 1) & ~1
      list[block: ListOffset.items] = try allocateBlock(8 * capacity)
      list[integer: ListOffset.allocated] = capacity
      list.itemCount = added
    } else {
      try resizeList(list, to: count + added)
    }
    guard let items = list[block: ListOffset.items] else { return }
    for index in 0..<added {
      guard let element = item(index, of: other) else { continue }
      items[object: 8 * (count + index)] = element.retained()
    }
  }

  /// Adds all elements of a built-in container at the end, with the room that CPython takes for each kind.
  package func extend(_ list: ObjectPointer, iterating other: ObjectPointer) throws(ObjectError) {
    let body = other.plan.body
    if body == .list || body == .tuple { return try extend(list, with: other) }
    let elements = try iterate(other, asksLength: true)
    defer { for element in elements { release(element) } }
    if body != .set, body != .dict, !knowsLength(other) { return try extend(list, appending: elements) }
    guard !elements.isEmpty else { return }
    let count = list.itemCount
    if body == .set || body == .dict || list[block: ListOffset.items] != nil {
      try resizeList(list, to: count + elements.count)
    } else {
      let capacity = (elements.count + 1) & ~1
      list[block: ListOffset.items] = try allocateBlock(8 * capacity)
      list[integer: ListOffset.allocated] = capacity
      list.itemCount = elements.count
    }
    guard let items = list[block: ListOffset.items] else { return }
    for (index, element) in elements.enumerated() { items[object: 8 * (count + index)] = element.retained() }
  }

  /// Whether CPython asks an object for how many elements it has when a list takes them.
  private func knowsLength(_ object: ObjectPointer) -> Bool {
    let without: [BuiltinType] = [.generator, .map, .zip, .filter, .enumerate, .chain, .itemSlice]
    return !without.contains { object.type == type($0) }
  }

  /// Adds elements whose number CPython guesses: room for eight, more as they come, and none left at the end.
  ///
  /// Source: `list_extend_lock_held` of CPython's `Objects/listobject.c`.
  private func extend(_ list: ObjectPointer, appending elements: [ObjectPointer]) throws(ObjectError) {
    let count = list.itemCount
    if list[block: ListOffset.items] == nil {
      list[block: ListOffset.items] = try allocateBlock(8 * 8)
      list[integer: ListOffset.allocated] = 8
    } else {
      try resizeList(list, to: count + 8)
      list.itemCount = count
    }
    for element in elements { try appendInRoom(element, to: list) }
    if list.itemCount < list[integer: ListOffset.allocated] { try shrinkList(list, to: list.itemCount) }
  }

  /// Adds an item, in the room that there is as long as there is any: it stays as it is however little is used.
  func appendInRoom(_ element: ObjectPointer, to list: ObjectPointer) throws(ObjectError) {
    let place = list.itemCount
    guard place < list[integer: ListOffset.allocated], let items = list[block: ListOffset.items] else {
      return try append(element, to: list)
    }
    items[object: 8 * place] = element.retained()
    list.itemCount = place + 1
  }

  /// Replaces a range of items by those of a list or tuple.
  package func replaceItems(
    _ range: Range<Int>, of list: ObjectPointer, with other: ObjectPointer
  ) throws(ObjectError) {
    let new = items(of: other)
    let count = list.itemCount
    if count - range.count + new.count == 0 { return clearList(list) }
    let removed = range.compactMap { item($0, of: list) }
    let change = new.count - range.count
    if change > 0 { try resizeList(list, to: count + change) }
    for element in new { element.retain() }
    if let items = list[block: ListOffset.items] {
      items.copy(
        8 * (count - range.upperBound), bytesFrom: items, at: 8 * range.upperBound,
        to: 8 * (range.upperBound + change))
    }
    if change < 0 { try shrinkList(list, to: count + change) }
    if let items = list[block: ListOffset.items] {
      for (index, element) in new.enumerated() { items[object: 8 * (range.lowerBound + index)] = element }
    }
    for element in removed.reversed() { release(element) }
  }

  /// Reverses the items in place.
  package func reverseList(_ list: ObjectPointer) {
    guard let items = list[block: ListOffset.items] else { return }
    let count = list.itemCount
    for index in 0..<count / 2 {
      let other = count - 1 - index
      let word = items[word: 8 * index]
      items[word: 8 * index] = items[word: 8 * other]
      items[word: 8 * other] = word
    }
  }

  /// Replaces an item.
  package func setItem(_ index: Int, of list: ObjectPointer, to element: ObjectPointer) {
    guard let items = list[block: ListOffset.items] else { return }
    let old = items[object: 8 * index]
    items[object: 8 * index] = element.retained()
    if let old { release(old) }
  }

  /// Takes an item out and returns it, which the caller then owns.
  package func takeItem(_ index: Int, of list: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    let count = list.itemCount
    guard let items = list[block: ListOffset.items], let element = items[object: 8 * index] else {
      return nil
    }
    if count == 1 {
      // The last one takes the room with it.
      element.retain()
      clearList(list)
      return element
    }
    items.copy(8 * (count - index - 1), bytesFrom: items, at: 8 * (index + 1), to: 8 * index)
    try shrinkList(list, to: count - 1)
    return element
  }

  /// Deletes a range of items, cut to those that are there.
  package func removeItems(_ range: Range<Int>, of list: ObjectPointer) throws(ObjectError) {
    let count = list.itemCount
    let range = range.clamped(to: 0..<count)
    guard !range.isEmpty, let items = list[block: ListOffset.items] else { return }
    if range.count == count { return clearList(list) }
    let removed = range.compactMap { items[object: 8 * $0] }
    items.copy(
      8 * (count - range.upperBound), bytesFrom: items, at: 8 * range.upperBound, to: 8 * range.lowerBound)
    try shrinkList(list, to: count - range.count)
    for element in removed.reversed() { release(element) }
  }

  /// Makes a list shorter; where there is no memory for smaller items, they stay where they are.
  private func shrinkList(_ list: ObjectPointer, to count: Int) throws(ObjectError) {
    do throws(ObjectError) {
      try resizeList(list, to: count)
    } catch {
      list.itemCount = count
    }
  }

  /// Takes all items out.
  package func clearList(_ list: ObjectPointer) {
    guard let items = list[block: ListOffset.items] else { return }
    let count = list.itemCount
    list.itemCount = 0
    list[word: ListOffset.items] = 0
    list[integer: ListOffset.allocated] = 0
    var index = count
    while index > 0 {
      index &-= 1
      if let element = items[object: 8 &* index] { release(element) }
    }
    freeBlock(items)
  }
}
