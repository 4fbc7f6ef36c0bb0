import ObjectRuntime

// What the loop does at many of its instructions.
extension Machine {
  @inline(__always)
  func jump(_ r: inout Registers, _ target: Int) {
    r.instruction = Registers.code(of: r.frame)[word: CodeData.instructions] &+ UInt(bitPattern: 8 &* target)
  }

  /// Counts a step, and looks at the limits every now and then.
  @inline(__always)
  func tick() throws(ObjectError) {
    let ticks = state[integer: StateOffset.ticks] &- 1
    state[integer: StateOffset.ticks] = ticks
    if ticks <= 0 { try checkLimits() }
  }

  /// An attribute that a cache leads to, borrowed.
  @inline(__always)
  func cached(_ object: ObjectPointer, _ cache: Block) -> ObjectPointer? {
    switch cache[byte: AttributeCache.kind] {
    case AttributeCache.inlineValue:
      guard object[byte: Int(cache[uint32: AttributeCache.validOffset])] != 0 else { return nil }
      return object[object: Int(cache[uint16: AttributeCache.offset])]
    case AttributeCache.slot: return object[object: Int(cache[uint16: AttributeCache.offset])]
    case AttributeCache.classValue: return cache[object: AttributeCache.value]
    default: return nil
    }
  }

  /// Where a cached attribute's value lies in the object.
  @inline(__always)
  func cachedPlace(_ object: ObjectPointer, _ cache: Block) -> Int? {
    switch cache[byte: AttributeCache.kind] {
    case AttributeCache.inlineValue:
      guard object[byte: Int(cache[uint32: AttributeCache.validOffset])] != 0,
        object[word: ObjectOffset.managedDict] == 0
      else { return nil }
      return Int(cache[uint16: AttributeCache.offset])
    case AttributeCache.slot: return Int(cache[uint16: AttributeCache.offset])
    default: return nil
    }
  }

  @inline(__always)
  func isCachedMethod(_ object: ObjectPointer, _ cache: Block) -> Bool {
    guard cache[byte: AttributeCache.kind] == AttributeCache.method else { return false }
    let valid = Int(cache[uint32: AttributeCache.validOffset])
    return valid == 0 || object[byte: valid] != 0
  }

  /// Whether an ordering holds between two numbers.
  @inline(__always)
  static func holds(_ comparison: Int, _ left: Int, _ right: Int) -> Bool {
    switch comparison {
    case 0: left < right
    case 1: left <= right
    case 2: left == right
    case 3: left != right
    case 4: left > right
    default: left >= right
    }
  }
}

extension ObjectPointer {
  /// Of an integer of at most one digit: its value.
  @inline(__always)
  var smallValue: Int {
    let digit = Int(self[uint32: IntegerOffset.digits])
    let tag = Int(bitPattern: self[word: IntegerOffset.tag])
    return (1 &- (tag & 3)) &* digit
  }
}
