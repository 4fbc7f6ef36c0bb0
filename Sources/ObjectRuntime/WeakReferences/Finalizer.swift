/// What is to be called when an object goes.
///
/// It is an object of the space that can be called like any other; this is a way to use it from Swift.
public struct Finalizer: ObjectRepresentable {
  /// The finalizer as an object.
  public let object: ObjectHandle

  /// What a finalizer calls, and for which object.
  public struct Contents {
    /// The object whose end it waits for.
    public let object: ObjectHandle
    /// What it calls.
    public let function: ObjectHandle
    /// The tuple of what it calls it with.
    public let arguments: ObjectHandle
    /// The dict of what it calls it with by name.
    public let keywords: ObjectHandle
  }

  /// Wraps an object that is one.
  public init(_ object: ObjectHandle) { self.object = object }

  /// The finalizer itself.
  public func makeObject(in space: ObjectSpace) throws(ObjectError) -> ObjectHandle {
    try object.makeObject(in: space)
  }

  /// Whether it neither was called nor detached.
  public var isAlive: Bool {
    get throws(ObjectError) {
      let alive = try object.get("alive")
      return try object.space.integerValue(of: alive) == 1
    }
  }

  /// Whether it is called at the end of a program; false where it is dead.
  public func runsAtExit() throws(ObjectError) -> Bool {
    let value = try object.get("atexit")
    return try object.space.integerValue(of: value) == 1
  }

  /// Sets whether it is called at the end of a program, as it is by itself.
  public func setRunsAtExit(_ value: Bool) throws(ObjectError) { try object.set("atexit", to: value) }

  /// Calls its function now, where it is alive.
  ///
  /// - Returns: what the function returns; `None` where it is dead.
  /// - Throws: what the function raises.
  @discardableResult
  public func call() throws(ObjectError) -> ObjectHandle { try object.space.call(object) }

  /// Takes it out of service without calling it.
  ///
  /// - Returns: what it would have called; `nil` where it was dead.
  @discardableResult
  public func detach() throws(ObjectError) -> Contents? { try contents("detach") }

  /// What it will call; `nil` where it is dead.
  public func peek() throws(ObjectError) -> Contents? { try contents("peek") }

  private func contents(_ method: String) throws(ObjectError) -> Contents? {
    let space = object.space
    let tuple = try object.call(method)
    guard try space.typeName(of: tuple) == "tuple" else { return nil }
    return Contents(
      object: try space.element(0, of: tuple), function: try space.element(1, of: tuple),
      arguments: try space.element(2, of: tuple), keywords: try space.element(3, of: tuple))
  }
}
