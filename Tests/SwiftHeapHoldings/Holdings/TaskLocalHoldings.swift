import Dispatch
package import HeapModel

/// What is bound in the tasks and on the threads of a program.
package struct Bound: Sendable {
  struct Value: Sendable {
    var number = 1
    var held: Held
  }

  @TaskLocal static var object: Held?
  @TaskLocal static var value: Value?

  /// Where what is bound is, by the names that its roots are to have.
  package let expected: [(name: String, holder: String, address: Address)]
  /// What was bound once, and is no more.
  package let ended: Address

  /// Binds values in a task that waits and in a child of it, then goes on inside of a binding on this thread.
  ///
  /// - Parameter body: is given what is expected; it must not be called in a task.
  package static func withBindings<Result>(_ body: (Bound) throws -> Result) rethrows -> Result {
    let objects = ["task", "value", "child", "thread", "ended"].map { Held($0) }
    let started = DispatchSemaphore(value: 0)
    let (stream, end) = AsyncStream<Void>.makeStream()
    defer { end.finish() }
    Task.detached {
      await $object.withValue(objects[0]) {
        // The item of this one stays in the task's memory when it has ended.
        await $value.withValue(Value(held: objects[4])) { await Task.yield() }
        await $value.withValue(Value(held: objects[1])) {
          async let child: Void = $object.withValue(objects[2]) {
            started.signal()
            for await _ in stream {}
          }
          await child
        }
      }
    }
    started.wait()
    return try $object.withValue(objects[3]) {
      func address(_ number: Int) -> Address { Address(rawValue: PlantedCycles.address(of: objects[number])) }
      let module = "SwiftHeapHoldings.Bound."
      return try body(
        Bound(
          expected: [
            (module + "object", "a task", address(0)), (module + "value", "a task", address(1)),
            (module + "object", "a child task", address(2)), (module + "object", "a thread", address(3)),
          ], ended: address(4)))
    }
  }

  /// What is not as expected of the roots of a heap.
  package func failures(in heap: HeapSnapshot) -> [String] {
    let roots = heap.roots.filter { $0.kind == .taskLocal }
    // A thread's list begins in memory that is no object, which is not found without an allocator's help.
    let findsLists = !heap.limitations.contains { $0.text.hasPrefix("The allocator is ") }
    var failures = expected.compactMap { name, holder, address -> String? in
      if holder == "a thread", !findsLists { return nil }
      let count = roots.count { $0.name == name && heap.address(of: $0.object) == address }
      return count == 1 ? nil : "\(name), as \(holder) has bound it, has \(count) roots"
    }
    if roots.contains(where: { heap.address(of: $0.object) == ended }) {
      failures.append("a binding that has ended was found")
    }
    return failures
  }
}
