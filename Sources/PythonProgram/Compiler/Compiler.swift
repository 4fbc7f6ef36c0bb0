/// Compiles a program's statements to code units, with CPython's order of evaluation and its places of references.
package struct Compiler {
  /// Choices of a compilation.
  package struct Options: Sendable {
    /// Whether the last statement, where it is an expression, is shown as a notebook's cell does.
    package var showsLastExpression = false
    /// Whether each statement is announced to the machine.
    package var marksStatements = false

    package init() {}
  }

  var unit: UnitBuilder
  /// The block that names are looked up in: the unit's, or a comprehension's inside it.
  var scope: Scope
  var blocks: [Block] = []
  /// Where a `StopIteration` goes that the generator lets out.
  var generatorLabel: UnitBuilder.Label?
  let options: Options

  /// What surrounds the statement that is compiled, and has to be left by `return`, `break` and `continue`.
  enum Block {
    case whileLoop(break: UnitBuilder.Label, continue: UnitBuilder.Label)
    case forLoop(break: UnitBuilder.Label, continue: UnitBuilder.Label)
    case tryExcept
    case finallyTry([Statement])
    case finallyEnd
    case with(SourceRange)
    case handler
    case handlerCleanup(name: String?)
    case value
  }

  private init(unit: UnitBuilder, options: Options) {
    self.unit = unit
    scope = unit.scope
    self.options = options
  }

  /// Compiles a program.
  ///
  /// - Parameters:
  ///   - statements: the program's statements, which keep the rules.
  ///   - options: choices.
  /// - Returns: the module's code.
  /// - Complexity: O(*n*) in the statements.
  package static func compile(_ statements: [Statement], options: Options = Options()) -> CodeUnit {
    let scope = ScopeAnalysis.scope(of: statements)
    let unit = UnitBuilder(scope: scope, name: "<module>", qualifiedName: "<module>", firstLine: 1)
    var compiler = Compiler(unit: unit, options: options)
    compiler.compileModule(statements)
    return unit.finish()
  }

  /// Reads and compiles a program.
  ///
  /// - Throws: ``ProgramError`` where it is none.
  package static func compile(
    _ source: SourceText, options: Options = Options()
  ) throws(ProgramError) -> CodeUnit {
    let statements = try Parser.statements(of: source)
    try checkRules(statements)
    return compile(statements, options: options)
  }

  private mutating func compileModule(_ statements: [Statement]) {
    let start = SourcePosition(line: statements.first?.range.start.line ?? 1, column: 0)
    let range = SourceRange(start, start)
    unit.emit(
      .resume, at: SourceRange(SourcePosition(line: 0, column: 0), SourcePosition(line: 0, column: 0)))
    if Self.hasAnnotations(statements) { unit.emit(.setUpAnnotations, at: range) }
    var statements = statements[...]
    if let (text, isGenerated) = Self.documentationConstant(of: statements), let first = statements.first {
      unit.documentation = Self.documentation(of: statements)
      if !options.showsLastExpression || statements.count > 1 {
        load(text, isGenerated: isGenerated, at: first.range)
        store("__doc__", at: first.range)
        statements = statements.dropFirst()
      }
    }
    if options.showsLastExpression, case .expression(let value) = statements.last?.kind {
      compile(Array(statements.dropLast()))
      mark(value.range)
      compile(value)
      unit.emit(.printExpression, at: value.range)
    } else {
      compile(Array(statements))
    }
    finishWithNone(at: unit.ranges.last ?? range)
  }

  /// Runs with another unit in place of this one, and gives the unit.
  mutating func compileUnit(
    _ scope: Scope, name: String, qualifiedName: String, firstLine: Int, _ body: (inout Compiler) -> Void
  ) -> (unit: CodeUnit, free: [String], attributes: [String]) {
    let builder = UnitBuilder(scope: scope, name: name, qualifiedName: qualifiedName, firstLine: firstLine)
    var compiler = Compiler(unit: builder, options: options)
    body(&compiler)
    return (builder.finish(), builder.freeNames, builder.staticAttributes)
  }

  /// What a function or class defined here is called with all that is around it.
  func qualifiedName(of name: String) -> String {
    let mangled = scope.mangled(name)
    if scope.places[mangled] == .global, scope.kind != .module { return name }
    var owner = unit
    // A comprehension is no place of its own.
    if owner.scope.kind == .module { return name }
    owner = unit
    return owner.scope.kind == .class
      ? "\(owner.qualifiedName).\(name)" : "\(owner.qualifiedName).<locals>.\(name)"
  }

  /// Announces a statement to the machine, where that was asked for.
  func mark(_ range: SourceRange) { if options.marksStatements { unit.emit(.statement, at: range) } }

  func finishWithNone(at range: SourceRange) {
    load(.plain(.none), at: range)
    unit.emit(.returnValue, at: range)
  }

  /// - Parameter isGenerated: whether the program's text has no such constant, and the compiler itself makes it.
  func load(_ constant: CodeConstant, isGenerated: Bool = false, at range: SourceRange) {
    guard unit.isReachable else { return }
    unit.emit(.loadConstant, unit.constant(constant, isGenerated: isGenerated), at: range)
  }

  /// The text of a block's first statement, where that is a string.
  static func documentation(of statements: some Collection<Statement>) -> String? {
    guard let first = statements.first, case .expression(let value) = first.kind,
      case .constant(.string(let points)) = value.kind
    else { return nil }
    var text = String.UnicodeScalarView()
    for point in points { if let scalar = Unicode.Scalar(point) { text.append(scalar) } }
    return DocumentationText.cleaned(String(text))
  }

  /// The constant that a block's documentation is, and whether its text differs from that in the program.
  static func documentationConstant(
    of statements: some Collection<Statement>
  ) -> (constant: CodeConstant, isGenerated: Bool)? {
    guard let text = documentation(of: statements), case .expression(let value)? = statements.first?.kind,
      case .constant(.string(let points)) = value.kind
    else { return nil }
    let cleaned = text.unicodeScalars.map(\.value)
    return (.plain(.string(cleaned)), cleaned != points)
  }

  /// Whether a block has annotated names of its own.
  static func hasAnnotations(_ statements: [Statement]) -> Bool {
    statements.contains { statement in
      switch statement.kind {
      case .annotatedAssign: true
      case .if(_, let body, let otherwise), .while(_, let body, let otherwise),
        .for(_, _, let body, let otherwise):
        hasAnnotations(body) || hasAnnotations(otherwise)
      case .try(let body, let handlers, let otherwise, let finally):
        hasAnnotations(body) || hasAnnotations(otherwise) || hasAnnotations(finally)
          || handlers.contains { hasAnnotations($0.body) }
      case .with(_, let body): hasAnnotations(body)
      default: false
      }
    }
  }
}

/// A documentation string as CPython 3.13 keeps it: without the indentation that all its lines have.
enum DocumentationText {
  static func cleaned(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var margin = Int.max
    for line in lines.dropFirst() {
      let indentation = line.prefix { $0 == " " }.count
      if indentation < line.count { margin = min(margin, indentation) }
    }
    guard let first = lines.first else { return text }
    let rest = lines.dropFirst().map { line in
      margin == .max
        ? String(line.drop { $0 == " " })
        : String(line.dropFirst(min(margin, line.prefix { $0 == " " }.count)))
    }
    return ([String(first.drop { $0 == " " })] + rest).joined(separator: "\n")
  }
}
