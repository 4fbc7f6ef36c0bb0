import Testing

@testable import PythonProgram

/// What is refused after a program was read; CPython's own refusals are among those of `SyntaxTests`.
struct RuleTests {
  private static func refusal(of text: String) throws -> String? {
    let source = try SourceText(text)
    let statements = try Parser.statements(of: source)
    do throws(ProgramError) {
      try checkRules(statements)
      return nil
    } catch {
      return error.text(file: "<program>", source: source)
    }
  }

  @Test func `a class with a metaclass is refused`() throws {
    #expect(
      try Self.refusal(of: "class C(B, x=1, metaclass = (Meta) ): pass\n") == """
          File "<program>", line 1
            class C(B, x=1, metaclass = (Meta) ): pass
                            ^^^^^^^^^^^^^^^^^^
        SyntaxError: metaclasses are not supported here
        """)
    #expect(try Self.refusal(of: "dict(metaclass=1)\n") == nil)
  }

  @Test(arguments: [
    ("(", ")"), ("[", "]"), ("{", "}"), ("not ", ""), ("-", ""), ("lambda: ", ""), ("a[", "]"), ("f(", ")"),
    ("x if y else ", ""), ("[a for a in ", "]"), ("(a for a in ", ")"),
  ])
  func `deep expressions are walked, and what is wrong at the bottom is found`(
    _ open: String, _ close: String
  ) throws {
    let count = 90
    func program(_ inner: String) -> String {
      String(repeating: open, count: count) + inner + String(repeating: close, count: count) + "\n"
    }
    #expect(try Self.refusal(of: program("x")) == nil)
    let refusal = try Self.refusal(of: program("f(a=1, a=2)"))
    #expect(refusal?.hasSuffix("SyntaxError: keyword argument repeated: a") == true)
  }

  @Test(arguments: [" + x", ".x", "[x]", "(x)", ", x", " < x", " and x"])
  func `long rows are walked, and what is wrong at their beginning is found`(_ link: String) throws {
    let row = String(repeating: link, count: 2_000)
    #expect(try Self.refusal(of: "x\(row)\n") == nil)
    let refusal = try Self.refusal(of: "(yield)\(row)\n")
    #expect(refusal?.hasSuffix("SyntaxError: 'yield' outside function") == true)
  }

  @Test func `deep blocks are walked, and what is wrong at the bottom is found`() throws {
    var program = ""
    for depth in 0..<90 { program += String(repeating: " ", count: depth) + "def f\(depth)(x):\n" }
    program += String(repeating: " ", count: 90)
    #expect(try Self.refusal(of: program + "return x\n") == nil)
    #expect(try Self.refusal(of: program + "break\n")?.hasSuffix("SyntaxError: 'break' outside loop") == true)
    let chain = "if x: pass\n" + String(repeating: "elif x: pass\n", count: 500)
    #expect(try Self.refusal(of: chain) == nil)
    let refusal = try Self.refusal(of: chain + "else: break\n")
    #expect(refusal?.hasSuffix("SyntaxError: 'break' outside loop") == true)
  }
}
