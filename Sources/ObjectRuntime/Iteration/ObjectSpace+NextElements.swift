import BigInt

// What iterators over sequences, ranges and sets give next: owned by the caller, `nil` at the end, where they let what
// they go through go.
extension ObjectSpace {
  @inline(__always)
  func nextItem(ofList iterator: ObjectPointer) -> ObjectPointer? {
    guard let list = iterator[object: IteratorOffset.sequence] else { return nil }
    let index = iterator[integer: IteratorOffset.index]
    guard index < list.itemCount, let item = list[block: ListOffset.items]?[object: 8 &* index] else {
      clearWord(iterator, IteratorOffset.sequence)
      return nil
    }
    iterator[integer: IteratorOffset.index] = index &+ 1
    return item.retained()
  }

  @inline(__always)
  func nextItem(ofTuple iterator: ObjectPointer) -> ObjectPointer? {
    guard let tuple = iterator[object: IteratorOffset.sequence] else { return nil }
    let index = iterator[integer: IteratorOffset.index]
    guard index < tuple.itemCount, let item = tuple[object: TupleOffset.items &+ 8 &* index] else {
      clearWord(iterator, IteratorOffset.sequence)
      return nil
    }
    iterator[integer: IteratorOffset.index] = index &+ 1
    return item.retained()
  }

  func nextItem(backwards iterator: ObjectPointer) -> ObjectPointer? {
    guard let list = iterator[object: IteratorOffset.sequence] else { return nil }
    let index = iterator[integer: IteratorOffset.index]
    if index >= 0, index < list.itemCount, let item = item(index, of: list) {
      iterator[integer: IteratorOffset.index] = index - 1
      return item.retained()
    }
    iterator[integer: IteratorOffset.index] = -1
    clearWord(iterator, IteratorOffset.sequence)
    return nil
  }

  func nextCharacter(_ iterator: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    guard let string = iterator[object: IteratorOffset.sequence] else { return nil }
    let index = iterator[integer: IteratorOffset.index]
    guard index < string.stringLength else {
      clearWord(iterator, IteratorOffset.sequence)
      return nil
    }
    let character = try makeCharacter(string.character(at: index))
    iterator[integer: IteratorOffset.index] = index &+ 1
    return character
  }

  func nextByte(_ iterator: ObjectPointer) -> ObjectPointer? {
    guard let bytes = iterator[object: IteratorOffset.sequence] else { return nil }
    let index = iterator[integer: IteratorOffset.index]
    guard index < bytes.itemCount else {
      clearWord(iterator, IteratorOffset.sequence)
      return nil
    }
    iterator[integer: IteratorOffset.index] = index &+ 1
    return smallInteger(Int(bytes.byte(at: index)))
  }

  /// The next number of a range beyond what machine words hold.
  func nextNumber(ofRange iterator: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    guard let value = iterator[object: 16], let step = iterator[object: 24],
      let length = iterator[object: 32],
      length.digitCount > 0
    else { return nil }
    let left = try makeInteger(length.bigInteger - 1)
    do throws(ObjectError) {
      // The iterator's reference to the number is the caller's from here on.
      iterator[object: 16] = try makeInteger(value.bigInteger + step.bigInteger)
    } catch {
      release(left)
      throw error
    }
    iterator[object: 32] = left
    release(length)
    return value
  }

  func nextElement(ofSet iterator: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    guard let set = iterator[object: IteratorOffset.container] else { return nil }
    guard iterator[integer: IteratorOffset.used] == setCount(set) else {
      iterator[integer: IteratorOffset.used] = -1
      throw ObjectError(.runtimeError, "Set changed size during iteration")
    }
    let table = Block(address: set[word: SetOffset.table])
    var position = iterator[integer: IteratorOffset.position]
    while position <= set[integer: SetOffset.mask] {
      let word = table[word: 16 * position]
      position += 1
      guard word > SetTable.dummy else { continue }
      iterator[integer: IteratorOffset.position] = position
      iterator[integer: 40] -= 1
      return ObjectPointer(address: word).retained()
    }
    clearWord(iterator, IteratorOffset.container)
    return nil
  }

  // MARK: What a program's code gives

  func nextElement(ofSequence iterator: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    guard let sequence = iterator[object: IteratorOffset.sequence]?.retained() else { return nil }
    defer { release(sequence) }
    let index = iterator[integer: IteratorOffset.index]
    guard index != Int.max else { throw ObjectError(.overflowError, "iter index too large") }
    do throws(ObjectError) {
      let element = try element(at: index, of: sequence)
      iterator[integer: IteratorOffset.index] += 1
      return element
    } catch {
      guard isEnd(error) else { throw error }
      clearWord(iterator, IteratorOffset.sequence)
      return nil
    }
  }

  func previousElement(_ iterator: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    let index = iterator[integer: IteratorOffset.index]
    if index >= 0, let sequence = iterator[object: IteratorOffset.sequence]?.retained() {
      defer { release(sequence) }
      do throws(ObjectError) {
        let element = try element(at: index, of: sequence)
        iterator[integer: IteratorOffset.index] -= 1
        return element
      } catch {
        guard isEnd(error) else { throw error }
      }
    }
    iterator[integer: IteratorOffset.index] = -1
    clearWord(iterator, IteratorOffset.sequence)
    return nil
  }

  /// What a sequence has at an index that is not below zero, owned by the caller.
  private func element(at index: Int, of sequence: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    if sequence.type == type(.tuple), index < sequence.itemCount, let item = item(index, of: sequence) {
      return item.retained()
    }
    let place = try makeInteger(index)
    defer { release(place) }
    return try item(at: place, of: sequence)
  }

  private func isEnd(_ error: ObjectError) -> Bool {
    error.kind == .indexError || error.kind == .stopIteration
  }

  func nextResult(_ iterator: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    guard let callable = iterator[object: 16]?.retained() else { return nil }
    defer { release(callable) }
    do throws(ObjectError) {
      let result = try call(callable)
      if let sentinel = iterator[object: 24]?.retained() {
        defer { release(sentinel) }
        guard try isSentinel(sentinel, result) else { return result }
      }
      release(result)
    } catch {
      guard error.kind == .stopIteration else { throw error }
    }
    clearWord(iterator, 16)
    clearWord(iterator, 24)
    return nil
  }

  /// Whether a result is the one that ends an iterator; one that cannot be compared is let go.
  private func isSentinel(_ sentinel: ObjectPointer, _ result: ObjectPointer) throws(ObjectError) -> Bool {
    do throws(ObjectError) {
      if sentinel == result { return true }
      return try areEqual(sentinel, result)
    } catch {
      release(result)
      throw error
    }
  }
}
