import ObjectRuntime
import Testing

/// The cases of CPython's own tests that a test answers, by their names; at its end, the invariants of its spaces are
/// checked.
struct PythonCases: TestTrait, TestScoping {
  let names: [String]

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let made = MadeSpaces()
    try await MadeSpaces.$current.withValue(made) { try await function() }
    for space in made.spaces { try space.checkInvariants() }
  }
}

/// The spaces that a case makes; only the case's own task adds to them.
final class MadeSpaces: @unchecked Sendable {
  @TaskLocal static var current: MadeSpaces?
  var spaces: [ObjectSpace] = []
}

extension Trait where Self == PythonCases {
  /// Names the cases of CPython's own tests that a test answers.
  static func answers(_ names: String...) -> PythonCases { PythonCases(names: names) }
}

/// What functions of a space note down.
final class Notes {
  var entries: [String] = []
  var objects: [ObjectHandle] = []
  var numbers: [Int] = []
}

extension ObjectSpace {
  /// A space that collects only when asked, with nothing waiting to be collected.
  static func quiet() throws -> ObjectSpace {
    let space = try ObjectSpace()
    MadeSpaces.current?.spaces.append(space)
    space.isCollectorEnabled = false
    try space.collect()
    return space
  }

  /// A function that notes its own name down.
  func noting(_ name: String, in notes: Notes) throws(ObjectError) -> ObjectHandle {
    try function(name) { _ in
      notes.entries.append(name)
      return nil
    }
  }

  /// A class whose instances hold themselves.
  func defineCycle(
    _ name: String = "RefCycle", bases: [ObjectHandle] = []
  ) throws(ObjectError) -> ObjectHandle {
    let initializer = try function("__init__") { arguments throws(ObjectError) in
      try arguments[0].set("me", to: arguments[0])
      return nil
    }
    return try defineClass(name, bases: bases, attributes: ["__init__": initializer])
  }

  /// A class whose instances are equal and hash by their `arg`.
  func defineObject() throws(ObjectError) -> ObjectHandle {
    let initializer = try function("__init__") { arguments throws(ObjectError) in
      try arguments[0].set("arg", to: arguments[1])
      return nil
    }
    let equality = try function("__eq__") { arguments throws(ObjectError) -> (any ObjectRepresentable)? in
      let space = arguments[0].space
      guard try space.hasAttribute("arg", of: arguments[1]) else { return space.notImplementedObject }
      return try space.isEqual(arguments[0].get("arg"), arguments[1].get("arg"))
    }
    let hash = try function("__hash__") { arguments throws(ObjectError) in
      try arguments[0].space.hash(of: arguments[0].get("arg"))
    }
    let some = try function("some_method") { _ in 4 }
    let other = try function("other_method") { _ in 5 }
    return try defineClass(
      "Object",
      attributes: [
        "__init__": initializer, "__eq__": equality, "__hash__": hash, "some_method": some,
        "other_method": other,
      ])
  }

  /// What a weak reference leads to, as whether it is still there.
  func isLive(_ reference: ObjectHandle) throws(ObjectError) -> Bool { try referent(of: reference) != nil }

  /// The number that an object is.
  func number(_ object: ObjectHandle) throws(ObjectError) -> Int { try integerValue(of: object) ?? -999 }
}

/// The kind of error that a closure throws; `nil` where it throws none.
func thrown(_ body: () throws -> Void) -> ExceptionKind? {
  do {
    try body()
    return nil
  } catch {
    return (error as? ObjectError)?.kind
  }
}
