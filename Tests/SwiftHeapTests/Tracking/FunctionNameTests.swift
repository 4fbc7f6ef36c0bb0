import Testing

@testable import SwiftHeap

/// What the demangler says becomes what a programmer writes.
@Suite struct FunctionNameTests {
  @Test(arguments: [
    (
      "main.Session.__allocating_init(name: Swift.String, _: Swift.Int) -> main.Session",
      "Session.init(name:_:)"
    ),
    ("main.Server.handle(Swift.String) throws -> ()", "Server.handle(_:)"),
    ("main.Session.copy.getter : main.Session", "Session.copy.getter"),
    ("main.Session.prop.modify : Swift.Int with unmangled suffix \".resume.0\"", "Session.prop.modify"),
    ("main.f(_: Swift.Int, b: (Swift.Int) -> Swift.Int) -> main.Session", "f(_:b:)"),
    ("main.Box.map<A>((A) -> A1) -> main.Box<A1>", "Box.map(_:)"),
    ("static main.Session.make<A>(of: A, at: Swift.Int...) throws -> main.Session", "Session.make(of:at:)"),
    ("static main.E.+ infix(main.E, main.E) -> main.E", "E.+"),
    ("main.(Hidden in _97CE410A).go() -> ()", "Hidden.go()"),
    (
      "static main.Tests.(make in _97CE410A)(size: Swift.Int) -> (a: Swift.Int, b: Swift.Int)",
      "Tests.make(size:)"
    ),
    ("main.(Hidden in _97CE410A).__deallocating_deinit", "Hidden.deinit"),
    ("local #1 (Swift.Int) -> main.Session in main.(Hidden in _97CE410A).go() -> ()", "local in Hidden.go()"),
    (
      "closure #1 (Swift.Int) -> main.Session in main.f(_: Swift.Int, b: (Swift.Int) -> Swift.Int) -> main.Session",
      "closure #1 in f(_:b:)"
    ),
    (
      "partial apply forwarder for closure #1 (A) -> main.Session in (extension in main):Swift.Array.tally(by: Swift.Int, using: Swift.Int) -> [main.Session]",
      "closure #1 in Array.tally(by:using:)"
    ),
    (
      "function signature specialization <Arg[0] = Dead, Arg[1] = Dead> of generic specialization <Swift.Int> of (extension in main):Swift.Array.tally(by: Swift.Int, using: Swift.Int) -> [main.Session]",
      "Array.tally(by:using:)"
    ),
    ("(2) suspend resume partial function for main.A.add() async -> ()", "A.add()"),
    (
      "protocol witness for main.P.run(Swift.Int) -> main.Session in conformance main.Box<A> : main.P in main",
      "P.run(_:)"
    ),
    (
      "default argument 1 of main.f(_: Swift.Int, b: (Swift.Int) -> Swift.Int) -> main.Session",
      "default argument 1 of f(_:b:)"
    ),
    (
      "variable initialization expression of main.A.l : [main.Session]",
      "variable initialization expression of A.l"
    ),
    ("main.Session.subscript.getter : (Swift.Int) -> main.Session", "Session.subscript.getter"),
    ("closure #1 (Swift.Int) -> main.Session in main", "closure #1 in main"),
    ("one-time initialization function for cache", "one-time initialization function for cache"),
    (
      "one-time initialization function for (prefixes in _F8254B1E)",
      "one-time initialization function for prefixes"
    ),
    (
      "reabstraction thunk helper from @escaping @callee_guaranteed () -> () to @escaping () -> (@out ())",
      "reabstraction thunk"
    ),
    ("main.B.(column in _97CE410A)<A where A: Swift.BitwiseCopyable>([A]) -> ()", "B.column(_:)"),
  ])
  func `a name is without modules, types and what the compiler made of it`(_ text: String, _ expected: String)
  {
    #expect(FunctionName(demangled: text).text == expected)
  }

  @Test(arguments: [
    ("Swift._finalizeUninitializedArray<A>(__owned [A]) -> [A]", "Swift"),
    ("generic specialization <Swift.Int> of Swift.Array.append(__owned A) -> ()", "Swift"),
    ("(extension in main):Swift.Array.tally(by: Swift.Int) -> ()", "main"),
    ("(extension in Swift):Swift.Collection.map<A>((A.Element) -> A1) -> [A1]", "Swift"),
    ("closure #1 (Swift.Int) -> () in main.f() -> ()", "main"),
    ("main.g() -> ()", "main"),
  ])
  func `the module is the one whose code it is`(_ text: String, _ module: String) {
    #expect(FunctionName(demangled: text).module == module)
  }

  @Test func `damaged names neither trap nor hang`() {
    let text = Array(
      "merged closure #1 (A) -> [B] in (extension in main):Swift.Array.(x in _1)<A>(by: (Int), _: [Q]) -> ()"
        .utf8)
    for count in 0...text.count {
      _ = FunctionName(demangled: String(decoding: text[..<count], as: UTF8.self))
      _ = FunctionName(demangled: String(decoding: text[count...], as: UTF8.self))
    }
  }

  @Test func `a symbol of C stays as it is`() {
    #expect(FunctionName(symbol: "my_handler").text == "my_handler")
    #expect(FunctionName(symbol: "$s4Main6ServerC6handleyySSF").text == "Server.handle(_:)")
  }
}
