import HeapModel

/// A counted reference from Swift to an object of a space.
///
/// While the handle exists, the object does: the handle is one of the references that ``ObjectSpace/referenceCount(of:)``
/// counts. It gives its reference back when the last Swift reference to the handle goes, or at once with ``release()``.
/// A handle that was released, or whose space was closed, throws at each use; it never leads to another object.
public final class ObjectHandle {
  /// The space that the object lives in.
  public let space: ObjectSpace
  // Read and written at once, never across a call.
  @exclusivity(unchecked) private var held: ObjectPointer?
  private let number: Int

  /// Takes over a counted reference.
  // Where this is inlined into closures, the compiler of Swift 6.3 fails.
  @inline(never)
  package init(_ space: ObjectSpace, taking object: ObjectPointer) {
    self.space = space
    unsafe held = object
    number = space.state.handles.add(object)
  }

  /// Makes a handle that leads to nothing, as one of a closed space.
  init(invalidIn space: ObjectSpace) {
    self.space = space
    unsafe held = nil
    number = 0
  }

  deinit {
    giveBack()
  }

  /// The object.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` where the handle was released or the space closed.
  package func pointer() throws(ObjectError) -> ObjectPointer {
    guard let held = validObject else { throw noObject }
    return held
  }

  /// The object, `nil` where the handle was released or the space closed.
  @inline(__always)
  var validObject: ObjectPointer? { space.state.isClosed ? nil : unsafe held }

  /// Why there is no object.
  var noObject: ObjectError {
    ObjectError(.referenceError, space.isClosed ? "the space is closed" : "the handle was released")
  }

  /// The object with one more reference, owned by the caller: safe also where nothing else keeps the handle.
  package func retainedPointer() throws(ObjectError) -> ObjectPointer { try pointer().retained() }

  /// Gives the reference back now; the object goes if it was the last one.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` where it was given back before.
  /// - Complexity: O(1), and O(*n*) in the objects that go with it.
  public func release() throws(ObjectError) {
    _ = try pointer()
    space.beginOperation()
    defer { space.endOperation() }
    giveBack()
    space.collectIfDue()
  }

  /// Whether the handle still leads to its object.
  ///
  /// - Complexity: O(1).
  public var isValid: Bool { unsafe held != nil && !space.isClosed }

  private func giveBack() {
    guard let object = unsafe held else { return }
    unsafe held = nil
    guard !space.isClosed else { return }
    space.state.handles.remove(number)
    space.beginOperation()
    space.release(object)
    space.endOperation()
  }
}

extension ObjectHandle: CustomStringConvertible {
  /// The object as its short `repr`.
  ///
  /// - Complexity: O(*n*) in the characters shown.
  public var description: String {
    guard let held = unsafe held, !space.isClosed else { return "<released handle>" }
    return space.describe(held)
  }
}
