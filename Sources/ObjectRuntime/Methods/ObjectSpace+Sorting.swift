extension ObjectSpace {
  /// Sorts a list, as `list.sort`: equal items stay in their order, and only `<` is asked.
  ///
  /// The list is empty meanwhile.
  ///
  /// - Parameters:
  ///   - list: the list.
  ///   - key: what is called with each item and gives what is compared; `nil` for the items themselves.
  ///   - isReversed: whether the largest comes first.
  /// - Throws: ``ObjectError`` of kind `valueError` where the list was changed meanwhile, and what the key or a comparison
  ///   raises; the items are then in another order.
  /// - Complexity: O(*n* log *n*) comparisons.
  package func sort(
    _ list: ObjectPointer, key: ObjectPointer?, isReversed: Bool
  ) throws(ObjectError) {
    let count = list.itemCount
    var items = items(of: list)
    let (block, allocated) = (list[block: ListOffset.items], list[integer: ListOffset.allocated])
    list.itemCount = 0
    list[word: ListOffset.items] = 0
    list[integer: ListOffset.allocated] = 0
    var keys: [ObjectPointer] = []
    defer { for key in keys { release(key) } }
    var failure: ObjectError?
    do throws(ObjectError) {
      if let key { for item in items { keys.append(try call(key, [item])) } }
      try sort(&items, by: key == nil ? nil : keys, isReversed: isReversed)
    } catch {
      failure = error
    }
    // What was put in meanwhile goes.
    let isChanged = list[word: ListOffset.items] != 0 || list.itemCount != 0
    if isChanged { clearList(list) }
    list[block: ListOffset.items] = block
    list[integer: ListOffset.allocated] = allocated
    list.itemCount = count
    if let block { for (index, item) in items.enumerated() { block[object: 8 &* index] = item } }
    if let failure { throw failure }
    if isChanged { throw ObjectError(.valueError, "list modified during sort") }
  }

  /// Sorts objects by merging runs, which are found first.
  private func sort(
    _ items: inout [ObjectPointer], by keys: [ObjectPointer]?, isReversed: Bool
  ) throws(ObjectError) {
    guard items.count > 1 else { return }
    let compared = keys ?? items
    // Backwards, twice, so that equal items stay in their order.
    var order = Array(compared.indices)
    if isReversed { order.reverse() }
    defer {
      if isReversed { order.reverse() }
      let old = items
      for (place, index) in order.enumerated() { items[place] = old[index] }
    }
    var other = order
    var runs = try runs(of: &order, compared)
    while runs.count > 2 {
      var merged = [0]
      for place in stride(from: 0, to: runs.count - 1, by: 2) {
        let middle = runs[place + 1]
        let end = place + 2 < runs.count ? runs[place + 2] : middle
        try merge(order, runs[place]..<middle, middle..<end, into: &other, compared)
        merged.append(end)
      }
      if merged.last != order.count { merged.append(order.count) }
      swap(&order, &other)
      runs = merged
    }
  }

  /// Where the runs of a series begin, and its end; short ones are made longer by insertion.
  private func runs(
    of order: inout [Int], _ compared: [ObjectPointer]
  ) throws(ObjectError) -> [Int] {
    var starts = [0]
    var place = 0
    while place < order.count {
      var end = try run(at: place, of: &order, compared)
      let least = min(place + 32, order.count)
      while end < least {
        let item = order[end]
        var (low, high) = (place, end)
        while low < high {
          let middle = (low + high) / 2
          if try isLess(compared[item], compared[order[middle]]) { high = middle } else { low = middle + 1 }
        }
        order.insert(order.remove(at: end), at: low)
        end += 1
      }
      starts.append(end)
      place = end
    }
    return starts
  }

  /// Where the run that begins at a place ends: one that goes down is turned round, its equal items left in their order.
  private func run(
    at place: Int, of order: inout [Int], _ compared: [ObjectPointer]
  ) throws(ObjectError) -> Int {
    var end = place + 1
    func isSmaller(_ first: Int, _ second: Int) throws(ObjectError) -> Bool {
      try isLess(compared[order[first]], compared[order[second]])
    }
    while end < order.count, try !isSmaller(end, end - 1) { end += 1 }
    if end == order.count { return end }
    if end > place + 1 {
      if try isSmaller(place, end - 1) { return end }
      // All were equal so far, and go before what is smaller.
      order[place..<end].reverse()
    }
    end += 1
    var equalCount = 0
    while end < order.count {
      if try isSmaller(end, end - 1) {
        if equalCount > 0 { order[(end - equalCount - 1)..<end].reverse() }
        equalCount = 0
      } else if try isSmaller(end - 1, end) {
        break
      } else {
        equalCount += 1
      }
      end += 1
    }
    if equalCount > 0 { order[(end - equalCount - 1)..<end].reverse() }
    order[place..<end].reverse()
    // Now the largest is last, and what follows may be larger.
    while end < order.count, try !isSmaller(end, end - 1) { end += 1 }
    return end
  }

  private func merge(
    _ order: [Int], _ left: Range<Int>, _ right: Range<Int>, into result: inout [Int],
    _ compared: [ObjectPointer]
  ) throws(ObjectError) {
    var (first, second, place) = (left.lowerBound, right.lowerBound, left.lowerBound)
    while first < left.upperBound, second < right.upperBound {
      if try isLess(compared[order[second]], compared[order[first]]) {
        result[place] = order[second]
        second += 1
      } else {
        result[place] = order[first]
        first += 1
      }
      place += 1
    }
    for rest in [first..<left.upperBound, second..<right.upperBound].joined() {
      result[place] = order[rest]
      place += 1
    }
  }
}
