extension ObjectSpace {
  /// Makes an empty deque of a class; owned by the caller, tracked.
  ///
  /// - Parameter limit: the most elements, −1 for any number.
  func makeDeque(_ type: ObjectPointer, limit: Int = -1) throws(ObjectError) -> ObjectPointer {
    let deque = try allocateGeneric(type)
    try fillNew(deque) { () throws(ObjectError) in
      let block = try allocateBlock(DequeBlock.size)
      deque[block: DequeOffset.leftBlock] = block
      deque[block: DequeOffset.rightBlock] = block
      deque[integer: DequeOffset.limit] = limit
      center(deque)
    }
    return deque
  }

  /// How many elements a deque has.
  @inline(__always)
  func dequeCount(_ deque: ObjectPointer) -> Int { deque[integer: DequeOffset.count] }

  private func center(_ deque: ObjectPointer) {
    deque[integer: DequeOffset.leftIndex] = DequeBlock.center + 1
    deque[integer: DequeOffset.rightIndex] = DequeBlock.center
  }

  private func takeBlock(for deque: ObjectPointer) throws(ObjectError) -> Block {
    let count = deque[integer: DequeOffset.freeCount]
    guard count > 0, let block = deque[block: DequeOffset.freeBlocks + 8 * (count - 1)] else {
      return try allocateBlock(DequeBlock.size)
    }
    deque[integer: DequeOffset.freeCount] = count - 1
    deque[word: DequeOffset.freeBlocks + 8 * (count - 1)] = 0
    return block
  }

  private func giveBack(_ block: Block, to deque: ObjectPointer) {
    let count = deque[integer: DequeOffset.freeCount]
    guard count < DequeBlock.mostFree else { return freeBlock(block) }
    deque[block: DequeOffset.freeBlocks + 8 * count] = block
    deque[integer: DequeOffset.freeCount] = count + 1
  }

  private func noteDequeChange(_ deque: ObjectPointer) { deque[word: DequeOffset.state] &+= 1 }

  // MARK: Ends

  /// Adds an element at the right end; one beyond the limit goes at the left end.
  func appendRight(_ element: ObjectPointer, to deque: ObjectPointer) throws(ObjectError) {
    if deque[integer: DequeOffset.rightIndex] == DequeBlock.length - 1 {
      let block = try takeBlock(for: deque)
      if let last = deque[block: DequeOffset.rightBlock] {
        block[block: DequeBlock.left] = last
        last[block: DequeBlock.right] = block
      }
      deque[block: DequeOffset.rightBlock] = block
      deque[integer: DequeOffset.rightIndex] = -1
    }
    let index = deque[integer: DequeOffset.rightIndex] + 1
    deque[integer: DequeOffset.rightIndex] = index
    deque[integer: DequeOffset.count] += 1
    deque[block: DequeOffset.rightBlock]?[object: DequeBlock.elements + 8 * index] = element.retained()
    if isBeyondLimit(deque) {
      if let first = popLeft(deque) { release(first) }
    } else {
      noteDequeChange(deque)
    }
  }

  /// Adds an element at the left end; one beyond the limit goes at the right end.
  func appendLeft(_ element: ObjectPointer, to deque: ObjectPointer) throws(ObjectError) {
    if deque[integer: DequeOffset.leftIndex] == 0 {
      let block = try takeBlock(for: deque)
      if let first = deque[block: DequeOffset.leftBlock] {
        block[block: DequeBlock.right] = first
        first[block: DequeBlock.left] = block
      }
      deque[block: DequeOffset.leftBlock] = block
      deque[integer: DequeOffset.leftIndex] = DequeBlock.length
    }
    let index = deque[integer: DequeOffset.leftIndex] - 1
    deque[integer: DequeOffset.leftIndex] = index
    deque[integer: DequeOffset.count] += 1
    deque[block: DequeOffset.leftBlock]?[object: DequeBlock.elements + 8 * index] = element.retained()
    if isBeyondLimit(deque) {
      if let last = popRight(deque) { release(last) }
    } else {
      noteDequeChange(deque)
    }
  }

  private func isBeyondLimit(_ deque: ObjectPointer) -> Bool {
    let limit = deque[integer: DequeOffset.limit]
    return limit >= 0 && dequeCount(deque) > limit
  }

  /// Takes the last element, which the caller then owns; `nil` where there is none.
  func popRight(_ deque: ObjectPointer) -> ObjectPointer? {
    guard dequeCount(deque) > 0, let block = deque[block: DequeOffset.rightBlock] else { return nil }
    let index = deque[integer: DequeOffset.rightIndex]
    let element = block[object: DequeBlock.elements + 8 * index]
    deque[integer: DequeOffset.rightIndex] = index - 1
    deque[integer: DequeOffset.count] -= 1
    noteDequeChange(deque)
    if index == 0 {
      if dequeCount(deque) > 0 {
        deque[block: DequeOffset.rightBlock] = block[block: DequeBlock.left]
        deque[integer: DequeOffset.rightIndex] = DequeBlock.length - 1
        giveBack(block, to: deque)
      } else {
        center(deque)
      }
    }
    return element
  }

  /// Takes the first element, which the caller then owns; `nil` where there is none.
  func popLeft(_ deque: ObjectPointer) -> ObjectPointer? {
    guard dequeCount(deque) > 0, let block = deque[block: DequeOffset.leftBlock] else { return nil }
    let index = deque[integer: DequeOffset.leftIndex]
    let element = block[object: DequeBlock.elements + 8 * index]
    deque[integer: DequeOffset.leftIndex] = index + 1
    deque[integer: DequeOffset.count] -= 1
    noteDequeChange(deque)
    if index == DequeBlock.length - 1 {
      if dequeCount(deque) > 0 {
        deque[block: DequeOffset.leftBlock] = block[block: DequeBlock.right]
        deque[integer: DequeOffset.leftIndex] = 0
        giveBack(block, to: deque)
      } else {
        center(deque)
      }
    }
    return element
  }

  // MARK: Elements

  /// Where the element at a place lies: its block, and the offset in it.
  ///
  /// - Complexity: O(*n*) in the blocks between it and the nearer end.
  private func location(_ place: Int, of deque: ObjectPointer) -> (block: Block, offset: Int)? {
    let position = deque[integer: DequeOffset.leftIndex] + place
    let last = (deque[integer: DequeOffset.leftIndex] + dequeCount(deque) - 1) / DequeBlock.length
    let number = position / DequeBlock.length
    let offset = DequeBlock.elements + 8 * (position % DequeBlock.length)
    let isLeft = number <= last / 2
    var block = deque[block: isLeft ? DequeOffset.leftBlock : DequeOffset.rightBlock]
    for _ in 0..<(isLeft ? number : last - number) {
      block = block?[block: isLeft ? DequeBlock.right : DequeBlock.left]
    }
    return block.map { ($0, offset) }
  }

  /// The element at a place that the deque has, borrowed.
  func dequeElement(_ place: Int, of deque: ObjectPointer) -> ObjectPointer? {
    guard let (block, offset) = location(place, of: deque) else { return nil }
    return block[object: offset]
  }

  /// Puts another element at a place that the deque has.
  func setDequeElement(_ place: Int, of deque: ObjectPointer, to element: ObjectPointer) {
    guard let (block, offset) = location(place, of: deque) else { return }
    let old = block[object: offset]
    block[object: offset] = element.retained()
    if let old { release(old) }
  }

  /// Calls a closure with each element, borrowed, from left to right.
  @inline(__always)
  func forEachDequeElement(_ deque: ObjectPointer, _ visit: (ObjectPointer) -> Void) {
    var left = dequeCount(deque)
    var index = deque[integer: DequeOffset.leftIndex]
    var block = deque[block: DequeOffset.leftBlock]
    while left > 0, let current = block {
      if let element = current[object: DequeBlock.elements &+ 8 &* index] { visit(element) }
      left &-= 1
      index &+= 1
      if index == DequeBlock.length {
        index = 0
        block = left > 0 ? current[block: DequeBlock.right] : nil
      }
    }
  }

  /// The elements from left to right, borrowed.
  func dequeElements(_ deque: ObjectPointer) -> [ObjectPointer] {
    var elements: [ObjectPointer] = []
    elements.reserveCapacity(dequeCount(deque))
    forEachDequeElement(deque) { elements.append($0) }
    return elements
  }

  /// The blocks that hold elements, and those that are kept.
  func dequeBlocks(_ deque: ObjectPointer) -> (used: [Block], free: [Block]) {
    var used: [Block] = []
    var block = deque[block: DequeOffset.leftBlock]
    let last = deque[block: DequeOffset.rightBlock]
    while let current = block {
      used.append(current)
      block = current == last ? nil : current[block: DequeBlock.right]
    }
    let free = (0..<deque[integer: DequeOffset.freeCount]).compactMap {
      deque[block: DequeOffset.freeBlocks + 8 * $0]
    }
    return (used, free)
  }

  /// The bytes of a deque's blocks as its `__sizeof__` counts them.
  func dequeBodySize(_ deque: ObjectPointer) -> Int {
    let places = deque[integer: DequeOffset.leftIndex] + dequeCount(deque) + DequeBlock.length - 1
    return places / DequeBlock.length * DequeBlock.size
  }

  /// Lets all elements go.
  func clearDeque(_ deque: ObjectPointer) {
    guard dequeCount(deque) > 0 else { return }
    let elements = dequeElements(deque)
    let blocks = dequeBlocks(deque).used
    // What the elements do when they go finds an empty deque.
    deque[block: DequeOffset.rightBlock] = blocks[0]
    deque[block: DequeOffset.leftBlock] = blocks[0]
    deque[integer: DequeOffset.count] = 0
    center(deque)
    noteDequeChange(deque)
    for block in blocks.dropFirst() { giveBack(block, to: deque) }
    for element in elements { release(element) }
  }

  /// Gives the blocks of a deque back that has no elements any more.
  func freeDequeBlocks(_ deque: ObjectPointer) {
    let (used, free) = dequeBlocks(deque)
    for block in used + free { freeBlock(block) }
    deque[word: DequeOffset.leftBlock] = 0
    deque[word: DequeOffset.rightBlock] = 0
    deque[integer: DequeOffset.freeCount] = 0
  }

  // MARK: Order

  /// Moves elements from the right end to the left one, or back where the number is below zero.
  func rotateDeque(_ deque: ObjectPointer, by steps: Int) throws(ObjectError) {
    let count = dequeCount(deque)
    guard count > 1 else { return }
    var steps = steps
    let half = count / 2
    if steps > half || steps < -half {
      steps %= count
      if steps > half { steps -= count } else if steps < -half { steps += count }
    }
    let limit = deque[integer: DequeOffset.limit]
    deque[integer: DequeOffset.limit] = -1
    defer { deque[integer: DequeOffset.limit] = limit }
    for _ in 0..<steps.magnitude {
      guard let element = steps > 0 ? popRight(deque) : popLeft(deque) else { return }
      defer { release(element) }
      if steps > 0 { try appendLeft(element, to: deque) } else { try appendRight(element, to: deque) }
    }
  }

  /// Adds what can be gone through, at one end.
  func extendDeque(
    _ deque: ObjectPointer, from object: ObjectPointer, atLeft isLeft: Bool = false
  ) throws(ObjectError) {
    if object == deque {
      let elements = dequeElements(deque)
      for element in elements { element.retain() }
      defer { for element in elements { release(element) } }
      for element in elements {
        if isLeft { try appendLeft(element, to: deque) } else { try appendRight(element, to: deque) }
      }
      return
    }
    let iterator = try iteration(over: object)
    defer { release(iterator) }
    // The blocks are filled from the end that the elements come from.
    if dequeCount(deque) == 0 {
      deque[integer: DequeOffset.leftIndex] = isLeft ? DequeBlock.length - 1 : 1
      deque[integer: DequeOffset.rightIndex] = isLeft ? DequeBlock.length - 2 : 0
    }
    while let element = try nextElement(of: iterator) {
      defer { release(element) }
      if isLeft { try appendLeft(element, to: deque) } else { try appendRight(element, to: deque) }
    }
  }
}
