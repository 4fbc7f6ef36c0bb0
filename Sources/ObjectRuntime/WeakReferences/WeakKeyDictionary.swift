/// A dictionary that holds its keys weakly, as `weakref.WeakKeyDictionary`: an entry goes when its key does.
public struct WeakKeyDictionary: WeakDictionary {
  public let object: ObjectHandle

  public init(_ object: ObjectHandle) { self.object = object }

  /// Sets the value of a key; the value is kept, the key is not.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for a key that cannot be referred to weakly or has no hash.
  /// - Complexity: O(1) on average, amortized.
  public func set(
    _ value: any ObjectRepresentable, for key: any ObjectRepresentable
  ) throws(ObjectError) {
    try object.space.setElement(key, of: object, to: value)
  }

  /// The value of a key; where there is none, the one given, which is set.
  public func setDefault(
    _ value: any ObjectRepresentable, for key: any ObjectRepresentable
  ) throws(ObjectError) -> ObjectHandle {
    try object.call("setdefault", key, value)
  }

  /// The references to the keys as a list, dead ones among them.
  public func keyReferences() throws(ObjectError) -> ObjectHandle { try object.call("keyrefs") }

  public func iterate() throws(ObjectError) -> WeakIteration<(key: ObjectHandle, value: ObjectHandle)> {
    try WeakIteration(of: object) { space, reference, value in
      guard let value, let key = space.liveReferent(reference) else { return nil }
      return (space.handle(key), space.handle(value.retained()))
    }
  }
}
