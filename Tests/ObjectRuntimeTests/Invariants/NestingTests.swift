import Foundation
import HeapModel
import ObjectRuntime
import Testing

/// What is nested without a bound is refused before the native stack is full, also on a thread with a small one.
struct NestingTests {
  /// What runs on a thread of its own gives.
  private final class Outcome: @unchecked Sendable {
    var result: Result<[String], any Error>?
  }

  /// Runs a closure on a thread whose stack is as small as a secondary thread's.
  private func onSmallStack(_ body: @escaping @Sendable () throws -> [String]) throws -> [String] {
    let outcome = Outcome()
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      outcome.result = Result { try body() }
      done.signal()
    }
    thread.stackSize = 512 << 10
    thread.start()
    done.wait()
    return try #require(outcome.result).get()
  }

  /// The error of a closure, after which the space works as before.
  private static func error(in space: ObjectSpace, _ body: () throws(ObjectError) -> Void) throws -> String {
    var text = "no error"
    do throws(ObjectError) {
      try body()
    } catch {
      text = error.description
    }
    try space.checkInvariants()
    return text
  }

  private static let comparison = "RecursionError: maximum recursion depth exceeded in comparison"
  private static let depth = "RecursionError: maximum recursion depth exceeded"

  @Test func `lists that contain themselves are compared`() throws {
    let errors = try onSmallStack {
      let space = try ObjectSpace()
      let (one, other) = (try space.list(), try space.list())
      try space.append(one, to: one)
      try space.append(other, to: other)
      var errors: [String] = []
      for _ in 0..<2 {
        errors.append(
          try Self.error(in: space) { () throws(ObjectError) in _ = try space.isEqual(one, other) })
      }
      try space.removeAll(from: one)
      #expect(try !space.isEqual(one, other))
      return errors
    }
    #expect(errors == [Self.comparison, Self.comparison])
  }

  @Test func `a dict and its values that contain one another are compared`() throws {
    let errors = try onSmallStack {
      let space = try ObjectSpace()
      let (one, other) = (try space.dict(), try space.dict())
      try space.setElement("a", of: one, to: space.list([space.tuple([one])]))
      try space.setElement("a", of: other, to: space.list([space.tuple([other])]))
      return [try Self.error(in: space) { () throws(ObjectError) in _ = try space.isEqual(one, other) }]
    }
    #expect(errors == [Self.comparison])
  }

  @Test func `tuples that are nested 100,000 deep are hashed and compared`() throws {
    let errors = try onSmallStack {
      let space = try ObjectSpace()
      var tuples = [try space.tuple([1]), try space.tuple([1])]
      for _ in 0..<100_000 { tuples = [try space.tuple([tuples[0]]), try space.tuple([tuples[1]])] }
      return [
        try Self.error(in: space) { () throws(ObjectError) in _ = try space.hash(of: tuples[0]) },
        try Self.error(in: space) { () throws(ObjectError) in _ = try space.isEqual(tuples[0], tuples[1]) },
        try Self.error(in: space) { () throws(ObjectError) in _ = try space.set([tuples[0]]) },
      ]
    }
    #expect(errors == [Self.depth, Self.comparison, Self.depth])
  }

  @Test func `a function, an instance and an attribute that call themselves`() throws {
    let errors = try onSmallStack {
      let space = try ObjectSpace()
      var calls = 0
      let function = try space.function("f") { _ throws(ObjectError) in
        calls += 1
        return try space.call(space.global("f"))
      }
      try space.setGlobal("f", to: function)
      let method = try space.function("__eq__") { arguments throws(ObjectError) in
        try space.isEqual(arguments[0], arguments[1])
      }
      let getter = try space.function("getter") { arguments throws(ObjectError) in
        try arguments[0].get("value")
      }
      let type = try space.defineClass(
        "C", attributes: ["__eq__": method, "value": space.property(get: getter)])
      let (one, other) = (try space.make(type), try space.make(type))
      let errors = [
        try Self.error(in: space) { () throws(ObjectError) in try space.call(function) },
        try Self.error(in: space) { () throws(ObjectError) in _ = try space.isEqual(one, other) },
        try Self.error(in: space) { () throws(ObjectError) in _ = try one.get("value") },
      ]
      #expect(calls > 20)
      return errors
    }
    #expect(errors.allSatisfy { $0.hasPrefix(Self.depth) }, "\(errors)")
  }

  @Test func `another thread has a stack of its own`() throws {
    let space = try ObjectSpace()
    var calls = 0
    let function = try space.function("f") { _ throws(ObjectError) in
      calls += 1
      return try space.call(space.global("f"))
    }
    try space.setGlobal("f", to: function)
    nonisolated(unsafe) let shared = (space: space, function: function)
    for _ in 0..<3 {
      let errors = try onSmallStack {
        [
          try Self.error(in: shared.space) { () throws(ObjectError) in
            try shared.space.call(shared.function)
          }
        ]
      }
      #expect(errors == [Self.depth])
      #expect(try space.hash(of: space.object(5)) == 5)
    }
    #expect(calls > 60)
  }
}
