/// An iteration of a weak collection, under way until its last element or ``end()``.
///
/// While it is, elements that go are skipped but stay where they are, and are taken out when the last iteration of the
/// collection ends.
public final class WeakIteration<Element> {
  private let space: ObjectSpace
  private let container: ObjectHandle
  private let data: ObjectHandle
  private var mark: ObjectHandle?
  private var position = 0
  private let count: Int
  private let element: (ObjectSpace, ObjectPointer, ObjectPointer?) -> Element?

  init(
    of container: ObjectHandle,
    _ element: @escaping (ObjectSpace, ObjectPointer, ObjectPointer?) -> Element?
  ) throws(ObjectError) {
    space = container.space
    self.container = container
    self.element = element
    let (mark, data, count) = try container.space.beginWeakIteration(container)
    self.mark = mark
    self.data = data
    self.count = count
  }

  deinit { try? end() }

  /// The next element that lives; `nil` at the end, which ends the iteration.
  ///
  /// - Throws: ``ObjectError`` of kind `runtimeError` where the collection was changed meanwhile.
  /// - Complexity: O(1) on average.
  public func next() throws(ObjectError) -> Element? {
    guard mark != nil else { return nil }
    do throws(ObjectError) {
      while let (first, second) = try space.nextWeakEntry(of: data, at: &position, count: count) {
        if let element = element(space, first, second) { return element }
      }
    } catch {
      try end()
      throw error
    }
    try end()
    return nil
  }

  /// Ends the iteration: what went meanwhile is taken out, where no other iteration is under way.
  public func end() throws(ObjectError) {
    guard let held = mark else { return }
    mark = nil
    guard held.isValid else { return }
    try space.endWeakIteration(held)
  }
}

extension ObjectSpace {
  fileprivate func beginWeakIteration(
    _ container: ObjectHandle
  ) throws(ObjectError) -> (mark: ObjectHandle, data: ObjectHandle, count: Int) {
    try step { () throws(ObjectError) in
      let object = try pointer(container)
      if try isSubtype(object.type, weakClass(.weakValueDictionary)) { try commitRemovals(object) }
      let mark = handle(try enterIteration(object))
      let data = handle(try get(.data, of: object))
      return (mark, data, try count(of: data))
    }
  }

  fileprivate func endWeakIteration(_ mark: ObjectHandle) throws(ObjectError) {
    try step { () throws(ObjectError) in
      let object = try pointer(mark).retained()
      try mark.release()
      try exitIteration(object)
    }
  }

  /// The entry of a dict, or the element of a set, at or behind a place.
  fileprivate func nextWeakEntry(
    of data: ObjectHandle, at position: inout Int, count: Int
  ) throws(ObjectError) -> (ObjectPointer, ObjectPointer?)? {
    let data = try pointer(data)
    if data.plan.body == .set {
      guard setCount(data) == count else {
        throw ObjectError(.runtimeError, "Set changed size during iteration")
      }
      let table = Block(address: data[word: SetOffset.table])
      while position <= data[integer: SetOffset.mask] {
        let word = table[word: 16 * position]
        position += 1
        if word != 0, word != SetTable.dummy { return (ObjectPointer(address: word), nil) }
      }
      return nil
    }
    guard dictCount(data) == count else {
      throw ObjectError(.runtimeError, "dictionary changed size during iteration")
    }
    let table = KeyTable(Block(address: data[word: DictOffset.keys]))
    while position < table.entryCount {
      let index = position
      position += 1
      if let key = table.key(index), let value = table.value(index) { return (key, value) }
    }
    return nil
  }
}
