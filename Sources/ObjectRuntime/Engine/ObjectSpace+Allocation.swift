extension ObjectSpace {
  /// Takes a block that is no object, its contents undefined.
  ///
  /// - Parameter size: bytes.
  /// - Throws: ``ObjectError`` of kind `memoryError`.
  /// - Complexity: O(1).
  @inline(__always)
  func allocateBlock(_ size: Int) throws(ObjectError) -> Block {
    guard let block = state.allocator.allocate(max(size, 1)) else { throw outOfMemory() }
    if state.isTracing { traceAllocation(block, size: size) }
    return block
  }

  /// Refuses an object that the memory limit or the machine cannot hold, before its contents are put together.
  ///
  /// - Parameters:
  ///   - count: how many units it has.
  ///   - unit: the bytes of each.
  ///   - copies: how often the contents are there while the object is made.
  /// - Throws: ``ObjectError`` of kind `memoryError`.
  /// - Complexity: O(1).
  func checkRoom(_ count: Int, unit: Int, copies: Int = 3) throws(ObjectError) {
    let (size, overflows) = count.multipliedReportingOverflow(by: unit)
    // What is small may find room in the arenas that are there.
    guard overflows || size > BlockAllocator.arenaSize else { return }
    let room = state.allocator.limit - state.allocator.bytesTaken
    guard !overflows, size <= room, size <= SystemMemory.physicalSize / copies else {
      throw ObjectError(.memoryError, "")
    }
  }

  /// Gives a block back.
  @inline(__always)
  func freeBlock(_ block: Block) {
    if state.isTracing { traceRelease(block) }
    state.allocator.free(block)
  }

  /// Changes the size of a block that is no object; it stays as it was where this throws.
  func resizeBlock(_ block: Block, to size: Int) throws(ObjectError) -> Block {
    guard let new = state.allocator.resize(block, to: max(size, 1)) else { throw outOfMemory() }
    if state.isTracing { traceResize(from: block, to: new, size: size) }
    return new
  }

  /// Takes an object that the collector never sees, counted once; what lies behind its header is undefined.
  ///
  /// - Parameters:
  ///   - type: its class.
  ///   - size: bytes.
  @inline(__always)
  func allocatePlain(_ type: ObjectPointer, size: Int) throws(ObjectError) -> ObjectPointer {
    let object = ObjectPointer(address: try allocateBlock(size).address)
    object[word: ObjectOffset.referenceCount] = 1
    object[word: ObjectOffset.type] = type.address
    return object
  }

  /// Takes an object that the collector can look after, counted once and not yet tracked; what lies behind its
  /// header is undefined.
  ///
  /// - Parameters:
  ///   - type: its class.
  ///   - preHeader: bytes before the object: 16, or 32 with words for a dict and weak references.
  ///   - size: bytes of the object.
  @inline(__always)
  func allocateCollected(
    _ type: ObjectPointer, preHeader: Int = 16, size: Int
  ) throws(ObjectError) -> ObjectPointer {
    let block = try allocateBlock(preHeader &+ size)
    if preHeader > 16 {
      block[word: 0] = 0
      block[word: 8] = 0
    }
    let object = ObjectPointer(address: block.address &+ UInt(preHeader))
    object[word: ObjectOffset.collectorNext] = 0
    object[word: ObjectOffset.collectorPrevious] = 0
    object[word: ObjectOffset.referenceCount] = 1
    object[word: ObjectOffset.type] = type.address
    countAllocation()
    return object
  }

  /// Counts a new object in the first generation, and asks for a collection where that is due.
  @inline(__always)
  func countAllocation() {
    state.collector.counts.0 &+= 1
    if state.collector.counts.0 > state.collector.thresholds.0, state.collector.isEnabled,
      state.collector.thresholds.0 != 0, !state.collector.isCollecting
    {
      state.collector.isRequested = true
    }
  }

  /// Lets the collector look after an object.
  @inline(__always)
  func track(_ object: ObjectPointer) { state.collector.head(0).append(object.collectorHeader) }

  /// Takes an object out of the collector's lists, where it is in one.
  @inline(__always)
  func untrack(_ object: ObjectPointer) {
    let header = object.collectorHeader
    if header.nextWord != 0 { header.remove() }
  }

  /// Frees the memory of an object whose references are gone.
  @inline(__always)
  func freeObject(_ object: ObjectPointer, plan: TypePlan) {
    if plan.isCollected {
      untrack(object)
      if state.collector.counts.0 > 0 { state.collector.counts.0 &-= 1 }
    }
    freeBlock(Block(address: object.address &- UInt(plan.preHeaderSize)))
  }

  /// Makes an instance of any type whose instances are fields and nothing else, all of them zero, as CPython's
  /// generic allocation: tracked where the collector knows its like.
  ///
  /// - Parameters:
  ///   - type: its class.
  ///   - items: how many items, of a type whose instances have any.
  func allocateGeneric(_ type: ObjectPointer, items: Int = 0) throws(ObjectError) -> ObjectPointer {
    let plan = type.instancePlan
    let traits = plan.traits
    let size = plan.basicSize + (plan.itemSize == 0 ? 0 : (plan.itemSize * items + 7) & ~7)
    let inline = traits.contains(.hasInlineValues) ? inlineValuesSize(of: type) : 0
    let object: ObjectPointer
    if traits.contains(.isCollected) {
      object = try allocateCollected(type, preHeader: plan.preHeaderSize, size: size + inline)
    } else {
      object = try allocatePlain(type, size: size)
    }
    object.zero(from: ObjectOffset.headerSize, count: size - ObjectOffset.headerSize)
    if plan.itemSize != 0 { object.itemCount = items }
    if traits.contains(.isHeapType) { type.retain() }
    if inline > 0 { initializeInlineValues(of: object, type: type) }
    if traits.contains(.isCollected) { track(object) }
    return object
  }

  /// The error of an allocation beyond the limit.
  @inline(never)
  func outOfMemory() -> ObjectError {
    ObjectError(.memoryError, "the heap has reached its limit of \(state.allocator.limit) bytes")
  }
}
