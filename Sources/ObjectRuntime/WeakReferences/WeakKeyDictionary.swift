/// A dictionary that holds its keys weakly: an entry goes when its key does.
///
/// It is an object of the space like any other; this is a way to use it from Swift.
public struct WeakKeyDictionary: ObjectRepresentable {
  /// The dictionary as an object.
  public let object: ObjectHandle

  /// Wraps an object that is one.
  public init(_ object: ObjectHandle) { self.object = object }

  /// The dictionary itself.
  public func makeObject(in space: ObjectSpace) throws(ObjectError) -> ObjectHandle {
    try object.makeObject(in: space)
  }

  /// How many entries there are whose key lives.
  ///
  /// - Complexity: O(1), and O(*n*) in the removals that wait where entries were deleted during an iteration.
  public var count: Int {
    get throws(ObjectError) { try object.space.count(of: object) }
  }

  /// The value of a key; `nil` where there is none.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for a key that cannot be referred to weakly or has no hash.
  /// - Complexity: O(1) on average.
  public func value(for key: any ObjectRepresentable) throws(ObjectError) -> ObjectHandle? {
    do throws(ObjectError) {
      return try object.space.element(key, of: object)
    } catch  where error.kind == .keyError && error.exception == nil {
      return nil
    }
  }

  /// Sets the value of a key; the value is kept, the key is not.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for a key that cannot be referred to weakly or has no hash.
  /// - Complexity: O(1) on average, amortized.
  public func set(
    _ value: any ObjectRepresentable, for key: any ObjectRepresentable
  ) throws(ObjectError) {
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

  /// Whether there is an entry of a key; none where the key cannot be referred to weakly.
  public func contains(_ key: any ObjectRepresentable) throws(ObjectError) -> Bool {
    try object.space.contains(key, in: object)
  }

  /// Takes an entry out and returns its value; `nil` where there is none.
  public func pop(_ key: any ObjectRepresentable) throws(ObjectError) -> ObjectHandle? {
    do throws(ObjectError) {
      return try object.call("pop", key)
    } catch  where error.kind == .keyError && error.exception == nil {
      return nil
    }
  }

  /// Takes the newest entry whose key lives out.
  ///
  /// - Throws: ``ObjectError`` of kind `keyError` where there is none.
  public func popEntry() throws(ObjectError) -> (key: ObjectHandle, value: ObjectHandle) {
    let entry = try object.call("popitem")
    return (try object.space.element(0, of: entry), try object.space.element(1, of: entry))
  }

  /// The value of a key; where there is none, the one given, which is set.
  public func setDefault(
    _ value: any ObjectRepresentable, for key: any ObjectRepresentable
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
  public func union(_ other: any ObjectRepresentable) throws(ObjectError) -> WeakKeyDictionary {
    let made = try object.call("__or__", other)
    guard try object.space.isInstance(made, of: object.get("__class__")) else {
      throw ObjectError(.typeError, "unsupported operand type(s) for |")
    }
    return WeakKeyDictionary(made)
  }

  /// A dictionary with the same live entries.
  public func copy() throws(ObjectError) -> WeakKeyDictionary {
    WeakKeyDictionary(try object.call("copy"))
  }

  /// The references to the keys as a list, dead ones among them.
  public func keyReferences() throws(ObjectError) -> ObjectHandle { try object.call("keyrefs") }

  /// Begins an iteration of the entries in order; see ``WeakIteration``.
  public func iterate() throws(ObjectError) -> WeakIteration<(key: ObjectHandle, value: ObjectHandle)> {
    try WeakIteration(of: object) { space, reference, value in
      guard let value, let key = space.liveReferent(reference) else { return nil }
      return (space.handle(key), space.handle(value.retained()))
    }
  }
}
