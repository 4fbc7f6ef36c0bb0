import BigInt

/// The places that a slice names in a sequence of some length.
struct SlicePlaces<Place: SignedInteger> {
  var start: Place
  /// Where it ends, cut to what is there.
  var stop: Place
  var step: Place
  var count: Place

  /// Cuts a slice to a length, as CPython's `PySlice_AdjustIndices`.
  ///
  /// - Parameters:
  ///   - bounds: its parts; `nil` for one that is left out.
  ///   - length: how many places there are.
  init(_ bounds: (start: Place?, stop: Place?, step: Place), length: Place) {
    step = bounds.step
    let isDown = bounds.step < 0
    func cut(_ bound: Place) -> Place {
      let place = bound < 0 ? bound + length : bound
      return isDown ? min(max(place, -1), length - 1) : min(max(place, 0), length)
    }
    start = bounds.start.map(cut) ?? (isDown ? length - 1 : 0)
    stop = bounds.stop.map(cut) ?? (isDown ? -1 : length)
    let distance = isDown ? start - stop : stop - start
    count = distance <= 0 ? 0 : (distance - 1) / (isDown ? -step : step) + 1
  }
}

extension SlicePlaces<Int> {
  /// The places in the slice's order.
  var places: [Int] { (0..<count).map { start + $0 * step } }
  /// The places as a range, where they are one.
  var range: Range<Int> { start..<max(stop, start) }
}

extension ObjectSpace {
  /// A part of a slice, owned by the caller; `nil` where it is left out.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for what is no index.
  private func slicePart(_ part: ObjectPointer?) throws(ObjectError) -> ObjectPointer? {
    guard let part, part != none else { return nil }
    guard let index = try indexObject(of: part) else {
      throw ObjectError(
        .typeError, "slice indices must be integers or None or have an __index__ method")
    }
    return index
  }

  /// What a slice says, before it is cut to a length.
  private func sliceBounds<Place: SignedInteger>(
    _ slice: ObjectPointer, _ value: (ObjectPointer) -> Place
  ) throws(ObjectError) -> (start: Place?, stop: Place?, step: Place) {
    var parts: [Place?] = []
    // The step is asked first.
    for offset in [32, 16, 24] {
      let part = try slicePart(slice[object: offset])
      defer { if let part { release(part) } }
      parts.append(part.map(value))
      if offset == 32, let step = parts[0], step == 0 {
        throw ObjectError(.valueError, "slice step cannot be zero")
      }
    }
    return (parts[1], parts[2], parts[0] ?? 1)
  }

  /// The places that a slice names; what its parts call may change the sequence, whose length is asked afterwards.
  func places(
    of slice: ObjectPointer, length: () -> Int
  ) throws(ObjectError) -> SlicePlaces<Int> {
    let bounds = try sliceBounds(slice) { part in
      // Beyond all places is as good as far beyond.
      max(part.integerValue ?? (part.isNegativeInteger ? .min : .max), -.max)
    }
    return SlicePlaces(bounds, length: length())
  }

  /// What a slice names of a sequence or range, as `container[start:stop:step]`; `nil` where it is neither.
  ///
  /// - Returns: a sequence of the same built-in kind, owned by the caller.
  func part(of container: ObjectPointer, slice: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    if container.type == type(.range) { return try rangePart(of: container, slice: slice) }
    guard isSequence(container) else { return nil }
    let body = container.plan.body
    let isString = body == .plain && isSubtype(container.type, type(.string))
    let places = try places(of: slice) { isString ? container.stringLength : container.itemCount }
    let isWhole = places.step == 1 && places.start == 0 && !isHeap(container.type)
    if isWhole, body != .list, body != .byteArray,
      places.count == (isString ? container.stringLength : container.itemCount)
    {
      return container.retained()
    }
    if body == .list { return try makeList(places.places.compactMap { item($0, of: container) }) }
    if body == .tuple { return try makeTuple(places.places.compactMap { item($0, of: container) }) }
    if isString, places.step == 1 { return try substring(of: container, places.range) }
    if isString { return try makeString(codePoints: places.places.map { container.character(at: $0) }) }
    let bytes = places.places.map { container.byte(at: $0) }
    return try body == .byteArray ? makeByteArray(bytes) : makeBytes(bytes)
  }

  /// The start, stop and step that a slice names in a sequence of a length, as `slice.indices`; a tuple owned by the
  /// caller.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for a length that is no integer, `valueError` for a negative one.
  func indices(of slice: ObjectPointer, length: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let index = try requireIndex(length)
    defer { release(index) }
    guard !index.isNegativeInteger else {
      throw ObjectError(.valueError, "length should not be negative")
    }
    let places = SlicePlaces<BigInt>(
      try sliceBounds(slice) { $0.bigInteger }, length: index.bigInteger)
    var parts: [ObjectPointer] = []
    defer { for part in parts { release(part) } }
    for value in [places.start, places.stop, places.step] { parts.append(try makeInteger(value)) }
    return try makeTuple(parts)
  }

  private func rangePart(of range: ObjectPointer, slice: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    guard let start = range[object: 16]?.bigInteger, let step = range[object: 32]?.bigInteger,
      let length = range[object: 40]?.bigInteger
    else { return range.retained() }
    let places = SlicePlaces<BigInt>(try sliceBounds(slice) { $0.bigInteger }, length: length)
    var parts: [ObjectPointer] = []
    defer { for part in parts { release(part) } }
    for value in [start + places.start * step, start + places.stop * step, places.step * step] {
      parts.append(try makeInteger(value))
    }
    return try makeRange(parts[0], parts[1], parts[2])
  }

  /// What gives the items that a part of a list becomes: anything that can be gone through; owned by the caller.
  private func sliceSource(_ object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    do throws(ObjectError) {
      let iterator = try iteration(over: object)
      guard !isHeap(object.type) else { return iterator }
      release(iterator)
      return object.retained()
    } catch {
      guard error.kind == .typeError else { throw error }
      throw ObjectError(.typeError, "must assign iterable to extended slice")
    }
  }

  /// Replaces what a slice names of a list, as `list[start:stop:step] = other`.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for what cannot be gone through, `valueError` where a slice with a step
  ///   names another number of items.
  func setPart(
    of list: ObjectPointer, slice: ObjectPointer, to other: ObjectPointer
  ) throws(ObjectError) {
    let new: ObjectPointer
    if other.plan.body == .tuple || other.plan.body == .list && other != list {
      new = other.retained()
    } else {
      // A list may be put into itself.
      let source = other == list ? list.retained() : try sliceSource(other)
      defer { release(source) }
      new = try makeList(iterating: source)
    }
    defer { release(new) }
    let places = try places(of: slice) { list.itemCount }
    if places.step == 1 { return try replaceItems(places.range, of: list, with: new) }
    guard new.itemCount == places.count else {
      throw ObjectError(
        .valueError,
        "attempt to assign sequence of size \(new.itemCount) to extended slice of size \(places.count)")
    }
    guard let items = list[block: ListOffset.items] else { return }
    var old: [ObjectPointer] = []
    for (index, place) in places.places.enumerated() {
      if let item = items[object: 8 * place] { old.append(item) }
      items[object: 8 * place] = item(index, of: new)?.retained()
    }
    for object in old { release(object) }
  }

  /// Deletes what a slice names of a list, as `del list[start:stop:step]`.
  func deletePart(of list: ObjectPointer, slice: ObjectPointer) throws(ObjectError) {
    let places = try places(of: slice) { list.itemCount }
    guard places.count > 0 else { return }
    if places.step == 1 { return try removeItems(places.range, of: list) }
    let deleted = Set(places.places)
    let kept = try makeList(
      (0..<list.itemCount).filter { !deleted.contains($0) }.compactMap { item($0, of: list) })
    defer { release(kept) }
    try replaceItems(0..<list.itemCount, of: list, with: kept)
  }
}
