/// A dictionary that holds its values weakly: an entry goes when its value does.
///
/// It is an object of the space like any other; this is a way to use it from Swift.
public struct WeakValueDictionary: ObjectRepresentable {
  /// The dictionary as an object.
  public let object: ObjectHandle

  /// Wraps an object that is one.
  public init(_ object: ObjectHandle) { self.object = object }

  /// The dictionary itself.
  public func makeObject(in space: ObjectSpace) throws(ObjectError) -> ObjectHandle {
    try object.makeObject(in: space)
  }

  /// How many entries there are.
  ///
  /// - Returns: the entries; those whose value went during an iteration count until it ends.
  /// - Complexity: O(1).
  public var count: Int {
    get throws(ObjectError) { try object.space.count(of: object) }
  }

  /// The value of a key; `nil` where there is none or it is gone.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for a key without a hash.
  /// - Complexity: O(1) on average.
  public func value(for key: any ObjectRepresentable) throws(ObjectError) -> ObjectHandle? {
    do throws(ObjectError) {
      return try object.space.element(key, of: object)
    } catch  where error.kind == .keyError && error.exception == nil {
      return nil
    }
  }

  /// Sets the value of a key, which it does not keep.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for a value that cannot be referred to weakly.
  /// - Complexity: O(1) on average, amortized.
  public func set(_ value: ObjectHandle, for key: any ObjectRepresentable) throws(ObjectError) {
    try object.space.setElement(key, of: object, to: value)
  }

  /// Deletes an entry.
  ///
  /// - Throws: ``ObjectError`` of kind `keyError` where there is none.
  public func remove(_ key: any ObjectRepresentable) throws(ObjectError) {
    try object.space.removeElement(key, of: object)
  }

  /// Deletes all entries.
  ///
  /// - Complexity: O(*n*).
  public func removeAll() throws(ObjectError) { try object.call("clear") }

  /// Whether there is a value for a key that lives.
  public func contains(_ key: any ObjectRepresentable) throws(ObjectError) -> Bool {
    try object.space.contains(key, in: object)
  }

  /// Takes an entry out and returns its value; `nil` where there is none or it is gone.
  public func pop(_ key: any ObjectRepresentable) throws(ObjectError) -> ObjectHandle? {
    do throws(ObjectError) {
      return try object.call("pop", key)
    } catch  where error.kind == .keyError && error.exception == nil {
      return nil
    }
  }

  /// Takes the newest entry out.
  ///
  /// - Throws: ``ObjectError`` of kind `keyError` where there is none.
  public func popEntry() throws(ObjectError) -> (key: ObjectHandle, value: ObjectHandle) {
    let entry = try object.call("popitem")
    return (try object.space.element(0, of: entry), try object.space.element(1, of: entry))
  }

  /// The value of a key; where there is none, the one given, which is set.
  public func setDefault(
    _ value: ObjectHandle, for key: any ObjectRepresentable
  ) throws(ObjectError) -> ObjectHandle {
    try object.call("setdefault", key, value)
  }

  /// Sets all entries of a dict or another weak dictionary.
  ///
  /// - Complexity: O(*n*) in them.
  public func update(from other: ObjectHandle) throws(ObjectError) { try object.call("update", other) }

  /// A dictionary with the live entries of this one and those of another mapping, which win.
  ///
  /// - Parameter other: a dict or weak dictionary.
  /// - Throws: ``ObjectError`` of kind `typeError` for another object.
  /// - Complexity: O(*n*) in the entries of both.
  public func union(_ other: any ObjectRepresentable) throws(ObjectError) -> WeakValueDictionary {
    let made = try object.call("__or__", other)
    guard try object.space.isInstance(made, of: object.get("__class__")) else {
      throw ObjectError(.typeError, "unsupported operand type(s) for |")
    }
    return WeakValueDictionary(made)
  }

  /// A dictionary with the same live entries.
  public func copy() throws(ObjectError) -> WeakValueDictionary {
    WeakValueDictionary(try object.call("copy"))
  }

  /// The references to the values as a list, dead ones among them.
  public func valueReferences() throws(ObjectError) -> ObjectHandle { try object.call("valuerefs") }

  /// Begins an iteration of the entries in order; see ``WeakIteration``.
  public func iterate() throws(ObjectError) -> WeakIteration<(key: ObjectHandle, value: ObjectHandle)> {
    try WeakIteration(of: object) { space, key, reference in
      guard let reference, let value = space.liveReferent(reference) else { return nil }
      return (space.handle(key.retained()), space.handle(value))
    }
  }
}
