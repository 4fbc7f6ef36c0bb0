import HeapGraph
import SwiftHeap

/// Expects that nothing but the caller's own local variables holds an object, so that it goes with them.
///
/// ```swift
/// let session = Session()
/// session.close()
/// expectDeallocated(session)
/// ```
///
/// Handed over with `expectDeallocated(consume session)`, the object is gone when nothing else holds it, and that is all there
/// is to see. Else the caller's variable still holds it; the heap is captured, and the test fails where another object or a
/// global variable has a strong reference to it. A cycle that the object itself is in is one such. The failure names the
/// holders, and attaches a picture.
///
/// The caller's collections are other objects: take an element out and let the collection go first, or hand over what a closure
/// makes.
///
/// Variables of other calls and of tasks, and references that no type tells, such as a block that waits in a queue of
/// Dispatch's, are not told apart from the caller's. The form with a closure sees them as well, see
/// ``expectDeallocated(fileID:filePath:line:column:_:)``.
///
/// - Parameter object: the object.
/// - Complexity: O(1) where it is gone; else O(*n* + *m*) in the size of the process's heap.
public func expectDeallocated<Object: AnyObject>(
  _ object: consuming Object, fileID: StaticString = #fileID, filePath: StaticString = #filePath,
  line: UInt = #line, column: UInt = #column
) {
  let location = TestLocation(fileID: fileID, filePath: filePath, line: line, column: column)
  let remaining = WeakReference(object)
  release(object)
  explain(remaining.object, mayBeLocal: true, at: location)
}

/// Expects that an object that a closure makes and gives back is freed as soon as the closure's own variables are gone.
///
/// ```swift
/// expectDeallocated {
///   let session = Session()
///   session.close()
///   return session
/// }
/// ```
///
/// - Parameter make: makes the object, uses it, and gives it back.
/// - Throws: what the closure throws.
/// - Complexity: O(1) where it is gone; else O(*n* + *m*) in the size of the process's heap.
public func expectDeallocated<Object: AnyObject>(
  fileID: StaticString = #fileID, filePath: StaticString = #filePath, line: UInt = #line,
  column: UInt = #column, _ make: () throws -> Object
) rethrows {
  let location = TestLocation(fileID: fileID, filePath: filePath, line: line, column: column)
  let remaining = WeakReference(try make())
  explain(remaining.object, mayBeLocal: false, at: location)
}

/// Expects that an object that a closure makes and gives back is freed within some time.
///
/// - Parameters:
///   - limit: how long tasks and queues that still use the object have to let it go.
///   - isolation: where the closure runs: where the caller does.
///   - make: makes the object, uses it, and gives it back.
/// - Throws: what the closure throws.
/// - Complexity: O(1) where it is gone; else O(*n* + *m*) in the size of the process's heap.
public func expectDeallocated<Object: AnyObject>(
  within limit: Duration = .seconds(1), fileID: StaticString = #fileID, filePath: StaticString = #filePath,
  line: UInt = #line, column: UInt = #column, isolation: isolated (any Actor)? = #isolation,
  _ make: () async throws -> Object
) async rethrows {
  let location = TestLocation(fileID: fileID, filePath: filePath, line: line, column: column)
  let remaining = WeakReference(try await make())
  let end = ContinuousClock.now + limit
  while remaining.object != nil, ContinuousClock.now < end {
    // A task that was cancelled does not sleep, and its object is looked at once more all the same.
    guard (try? await Task.sleep(for: .milliseconds(5))) != nil else { break }
  }
  explain(remaining.object, mayBeLocal: false, at: location)
}

/// A weak reference that does not change, which a variable cannot be for all compilers.
private struct WeakReference<Object: AnyObject> {
  private(set) weak var object: Object?
  init(_ object: borrowing Object) { self.object = copy object }
}

/// Lets an object go.
private func release<Object: AnyObject>(_ object: consuming Object) {}

/// Fails the test where an object is still there that should not be.
///
/// - Parameter mayBeLocal: whether local variables may hold it.
private func explain(_ object: AnyObject?, mayBeLocal: Bool, at location: TestLocation) {
  guard let object, let heap = TestHeap.capture(for: "expectDeallocated", at: location) else { return }
  let type = _typeName(Swift.type(of: object), qualified: false)
  guard let found = heap.object(object) else {
    // What is no object of the heap, such as a constant, is never freed.
    TestFailure(
      message:
        "expectDeallocated: the instance of \(type) is not in the heap: it is a constant of the program, or "
        + "lies on a stack", name: ""
    ).record(at: location)
    return
  }
  let text = HolderText(heap)
  var lines = text.holders(of: found)
  if lines.isEmpty, mayBeLocal { return }
  let way = heap.wayBack(to: found)
  if lines.isEmpty {
    lines = [HolderText.unseen]
  } else if let chain = text.globalChain(to: found) ?? (way.isEmpty ? text.chain(to: found) : nil) {
    lines.append("alive by " + chain)
  }
  if !way.isEmpty { lines += ["it holds itself:"] + text.lines(of: way).map { "   " + $0 } }
  if let site = heap.siteText(of: found) { lines.append("made " + site) }
  TestFailure(
    message: "expectDeallocated: an instance of \(type) is still alive\n" + lines.joined(separator: "\n"),
    graph: try? heap.backReferences(to: found), name: "holders"
  ).record(at: location)
}
