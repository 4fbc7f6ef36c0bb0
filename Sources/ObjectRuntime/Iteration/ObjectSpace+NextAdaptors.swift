import BigInt

// What iterators over other iterators give next: owned by the caller, `nil` at the end.
extension ObjectSpace {
  /// The next element with its number.
  func nextNumbered(_ iterator: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    guard let source = iterator[object: EnumerateOffset.source],
      let element = try nextElement(of: source)
    else { return nil }
    let number: ObjectPointer
    do throws(ObjectError) {
      number = try nextNumber(of: iterator)
    } catch {
      release(element)
      throw error
    }
    return try pair(number, element, again: iterator[object: EnumerateOffset.result])
  }

  @inline(__always)
  private func nextNumber(of iterator: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let index = iterator[integer: EnumerateOffset.index]
    guard index == Int.max else {
      let number = try makeInteger(index)
      iterator[integer: EnumerateOffset.index] = index &+ 1
      return number
    }
    // The iterator's reference to the number is the caller's from here on.
    let number: ObjectPointer
    if let large = iterator[object: EnumerateOffset.largeIndex] {
      number = large
    } else {
      number = try makeInteger(index)
    }
    iterator[object: EnumerateOffset.largeIndex] = try makeInteger(number.bigInteger + 1)
    return number
  }

  /// A tuple of what each of several iterators gives next.
  func nextTuple(_ iterator: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    let count = iterator[integer: ZipOffset.count]
    guard count > 0, let iterators = iterator[object: ZipOffset.iterators],
      let last = iterator[object: ZipOffset.result]
    else { return nil }
    let isReused = last.referenceCount == 1
    let tuple = isReused ? last.retained() : try makeTupleStorage(count: count)
    if !isReused { track(tuple) }
    for index in 0..<count {
      guard let source = iterators[object: TupleOffset.items &+ 8 &* index] else { continue }
      let element: ObjectPointer?
      do throws(ObjectError) {
        element = try nextElement(of: source)
      } catch {
        release(tuple)
        throw error
      }
      guard let element else {
        release(tuple)
        if iterator[int32: ZipOffset.isStrict] != 0 { try checkEnds(of: iterators, endedAt: index) }
        return nil
      }
      let place = TupleOffset.items &+ 8 &* index
      let old = tuple[object: place]
      tuple[object: place] = element
      if let old { release(old) }
    }
    if tuple.collectorHeader.nextWord == 0 { track(tuple) }
    return tuple
  }

  /// Refuses iterators that do not end together.
  private func checkEnds(of iterators: ObjectPointer, endedAt index: Int) throws(ObjectError) {
    func message(_ index: Int, _ relation: String) -> ObjectError {
      let others = index == 1 ? " 1" : "s 1-\(index)"
      return ObjectError(.valueError, "zip() argument \(index + 1) is \(relation) than argument\(others)")
    }
    guard index == 0 else { throw message(index, "shorter") }
    for other in 1..<max(iterators.itemCount, 1) {
      guard let source = iterators[object: TupleOffset.items + 8 * other],
        let element = try nextElement(of: source)
      else { continue }
      release(element)
      throw message(other, "longer")
    }
  }

  /// What a function returns for the next element of each of several iterators.
  func nextMapped(_ iterator: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    guard let iterators = iterator[object: MapOffset.iterators],
      let function = iterator[object: MapOffset.function]
    else { return nil }
    let count = iterators.itemCount
    if count == 1 {
      guard let source = iterators[object: TupleOffset.items], let element = try nextElement(of: source)
      else {
        return nil
      }
      defer { release(element) }
      return try call(function, [element])
    }
    var arguments: [ObjectPointer] = []
    arguments.reserveCapacity(count)
    defer { for argument in arguments { release(argument) } }
    for index in 0..<count {
      guard let source = iterators[object: TupleOffset.items &+ 8 &* index],
        let element = try nextElement(of: source)
      else { return nil }
      arguments.append(element)
    }
    return try call(function, arguments)
  }

  /// The next element for which a function returns something that counts as true.
  func nextChosen(_ iterator: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    guard let source = iterator[object: FilterOffset.source],
      let function = iterator[object: FilterOffset.function]
    else { return nil }
    let isPlain = function == none || function == type(.bool)
    while let element = try nextElement(of: source) {
      do throws(ObjectError) {
        if isPlain {
          if try isTrue(element) { return element }
        } else {
          let answer = try call(function, [element])
          defer { release(answer) }
          if try isTrue(answer) { return element }
        }
      } catch {
        release(element)
        throw error
      }
      release(element)
    }
    return nil
  }
}
