/// A set that holds its elements weakly: they go when nobody else holds them.
///
/// It is an object of the space like any other; this is a way to use it from Swift.
public struct WeakSet: ObjectRepresentable {
  /// The set as an object.
  public let object: ObjectHandle

  /// Wraps an object that is one.
  public init(_ object: ObjectHandle) { self.object = object }

  /// The set itself.
  public func makeObject(in space: ObjectSpace) throws(ObjectError) -> ObjectHandle {
    try object.makeObject(in: space)
  }

  /// How many elements live.
  ///
  /// - Complexity: O(1).
  public var count: Int {
    get throws(ObjectError) { try object.space.count(of: object) }
  }

  /// Adds an element, which it does not keep.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for an element that cannot be referred to weakly or has no hash.
  /// - Complexity: O(1) on average, amortized.
  public func insert(_ element: ObjectHandle) throws(ObjectError) { try object.call("add", element) }

  /// Removes an element.
  ///
  /// - Throws: ``ObjectError`` of kind `keyError` where it is not there.
  public func remove(_ element: ObjectHandle) throws(ObjectError) { try object.call("remove", element) }

  /// Removes an element, where it is there.
  public func discard(_ element: ObjectHandle) throws(ObjectError) { try object.call("discard", element) }

  /// Removes all elements.
  ///
  /// - Complexity: O(*n*).
  public func removeAll() throws(ObjectError) { try object.call("clear") }

  /// Whether an element is there; none is that cannot be referred to weakly.
  public func contains(_ element: any ObjectRepresentable) throws(ObjectError) -> Bool {
    try object.space.contains(element, in: object)
  }

  /// Takes an element out.
  ///
  /// - Throws: ``ObjectError`` of kind `keyError` where there is none.
  public func pop() throws(ObjectError) -> ObjectHandle { try object.call("pop") }

  /// Adds the elements of a container.
  ///
  /// - Complexity: O(*n*) in them.
  public func update(from other: ObjectHandle) throws(ObjectError) { try object.call("update", other) }

  /// A set with the same live elements.
  public func copy() throws(ObjectError) -> WeakSet { WeakSet(try object.call("copy")) }

  /// Begins an iteration of the elements in the order of the table; see ``WeakIteration``.
  public func iterate() throws(ObjectError) -> WeakIteration<ObjectHandle> {
    try WeakIteration(of: object) { space, reference, _ in
      space.liveReferent(reference).map { space.handle($0) }
    }
  }
}
