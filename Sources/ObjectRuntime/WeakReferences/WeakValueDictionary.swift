/// A dictionary that holds its values weakly, as `weakref.WeakValueDictionary`: an entry goes when its value does.
public struct WeakValueDictionary: WeakDictionary {
  public let object: ObjectHandle

  public init(_ object: ObjectHandle) { self.object = object }

  /// Sets the value of a key, which it does not keep.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for a value that cannot be referred to weakly.
  /// - Complexity: O(1) on average, amortized.
  public func set(_ value: ObjectHandle, for key: any ObjectRepresentable) throws(ObjectError) {
    try object.space.setElement(key, of: object, to: value)
  }

  /// The value of a key; where there is none, the one given, which is set.
  public func setDefault(
    _ value: ObjectHandle, for key: any ObjectRepresentable
  ) throws(ObjectError) -> ObjectHandle {
    try object.call("setdefault", key, value)
  }

  /// The references to the values as a list, dead ones among them.
  public func valueReferences() throws(ObjectError) -> ObjectHandle { try object.call("valuerefs") }

  public func iterate() throws(ObjectError) -> WeakIteration<(key: ObjectHandle, value: ObjectHandle)> {
    try WeakIteration(of: object) { space, key, reference in
      guard let reference, let value = space.liveReferent(reference) else { return nil }
      return (space.handle(key.retained()), space.handle(value))
    }
  }
}
