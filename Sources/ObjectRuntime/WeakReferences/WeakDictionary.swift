/// A dictionary that holds its keys or its values weakly: an entry goes when one of these does.
///
/// It is an object of the space like any other; this is a way to use it from Swift.
public protocol WeakDictionary: ObjectRepresentable {
  /// The dictionary as an object.
  var object: ObjectHandle { get }

  /// Wraps an object that is one.
  init(_ object: ObjectHandle)

  /// Begins an iteration of the entries in order; see ``WeakIteration``.
  func iterate() throws(ObjectError) -> WeakIteration<(key: ObjectHandle, value: ObjectHandle)>
}

extension WeakDictionary {
  /// The dictionary itself.
  public func makeObject(in space: ObjectSpace) throws(ObjectError) -> ObjectHandle {
    try object.makeObject(in: space)
  }

  /// How many entries there are.
  ///
  /// - Returns: the entries whose key lives; of weak values, those whose value went during an iteration count until it
  ///   ends.
  /// - Complexity: O(1); of weak keys O(*n*) in the removals that wait where entries were deleted during an iteration.
  public var count: Int {
    get throws(ObjectError) { try object.space.count(of: object) }
  }

  /// The value of a key; `nil` where there is none or it is gone.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for a key without a hash; of weak keys, for one that cannot be
  ///   referred to weakly.
  /// - Complexity: O(1) on average.
  public func value(for key: any ObjectRepresentable) throws(ObjectError) -> ObjectHandle? {
    do throws(ObjectError) {
      return try object.space.element(key, of: object)
    } catch {
      // What the key's own methods raise is no missing key.
      guard error.kind == .keyError, try !contains(key) else { throw error }
      return nil
    }
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

  /// Whether there is an entry of a key that lives, and whose value does; none of a key that cannot be referred to
  /// weakly.
  public func contains(_ key: any ObjectRepresentable) throws(ObjectError) -> Bool {
    try object.space.contains(key, in: object)
  }

  /// Takes an entry out and returns its value; `nil` where there is none or it is gone.
  public func pop(_ key: any ObjectRepresentable) throws(ObjectError) -> ObjectHandle? {
    do throws(ObjectError) {
      return try object.call("pop", key)
    } catch {
      // What the key's own methods raise is no missing key.
      guard error.kind == .keyError, try !contains(key) else { throw error }
      return nil
    }
  }

  /// Takes the newest entry out that lives.
  ///
  /// - Throws: ``ObjectError`` of kind `keyError` where there is none.
  public func popEntry() throws(ObjectError) -> (key: ObjectHandle, value: ObjectHandle) {
    let entry = try object.call("popitem")
    return (try object.space.element(0, of: entry), try object.space.element(1, of: entry))
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
  public func union(_ other: any ObjectRepresentable) throws(ObjectError) -> Self {
    let made = try object.call("__or__", other)
    guard try object.space.isInstance(made, of: object.get("__class__")) else {
      throw ObjectError(.typeError, "unsupported operand type(s) for |")
    }
    return Self(made)
  }

  /// A dictionary with the same live entries.
  public func copy() throws(ObjectError) -> Self { Self(try object.call("copy")) }
}
