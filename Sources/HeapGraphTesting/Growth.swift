public import HeapGraph
import SwiftHeap

/// Runs a piece of a program and tells what stayed in the heap.
///
/// ```swift
/// let (sessions, growth) = try withHeapGrowth { try openAll() }
/// #expect(growth.increase(of: Session.self) == sessions.count, "\(growth.table())")
/// ```
///
/// The numbers are those of the whole process: what tests in parallel make and free counts as well.
///
/// - Parameter body: what may make the heap grow.
/// - Returns: what the body returns, and for each type how many objects and bytes there were before and are afterwards, by
///   qualified names. What the body returns is among them.
/// - Throws: what the body throws, or ``SwiftHeap/SwiftHeapError`` where the heap cannot be captured.
/// - Complexity: O(*n* + *m*) in the size of the process's heap.
public func withHeapGrowth<Value>(_ body: () throws -> Value) throws -> (value: Value, growth: HeapGrowth) {
  let before = try ParkedSnapshot(try SwiftHeap.capture())
  let value = try body()
  let after = try SwiftHeap.capture()
  return (value, HeapGrowth(over: [try before.snapshot(), after], naming: .qualified))
}

/// Runs a piece of a program that waits, and tells what stayed in the heap.
///
/// - Parameters:
///   - isolation: where the body runs: where the caller does.
///   - body: what may make the heap grow.
/// - Returns: what the body returns, and for each type how many objects and bytes there were before and are afterwards.
/// - Throws: what the body throws, or ``SwiftHeap/SwiftHeapError`` where the heap cannot be captured.
/// - Complexity: O(*n* + *m*) in the size of the process's heap.
public func withHeapGrowth<Value>(
  isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Value
) async throws -> (value: Value, growth: HeapGrowth) {
  let before = try ParkedSnapshot(try SwiftHeap.capture())
  let value = try await body()
  let after = try SwiftHeap.capture()
  return (value, HeapGrowth(over: [try before.snapshot(), after], naming: .qualified))
}

extension HeapGrowth {
  /// How many more instances of a class there are; negative where there are fewer.
  ///
  /// - Parameter type: the class; those that inherit from it count for themselves.
  /// - Complexity: O(*t*) in the number of types.
  public func increase(of type: any AnyObject.Type) -> Int {
    let name = ClassName.of(type)
    return entries.first { $0.name == name }?.increase ?? 0
  }
}
