/// A statement of a program, and its place.
package struct Statement: Sendable {
  package indirect enum Kind: Sendable {
    case expression(Expression)
    case assign(targets: [Expression], value: Expression)
    case augmentedAssign(target: Expression, BinarySign, value: Expression)
    /// `isSimple` where the target is a bare name.
    case annotatedAssign(target: Expression, annotation: Expression, value: Expression?, isSimple: Bool)
    case delete([Expression])
    case pass, `break`, `continue`
    case `return`(Expression?)
    case raise(Expression?, cause: Expression?)
    case assert(Expression, message: Expression?)
    case global([String])
    case nonlocal([String])
    case `import`([ImportedName])
    case importFrom(module: String?, level: Int, names: [ImportedName])
    case `if`(Expression, [Statement], otherwise: [Statement])
    case `while`(Expression, [Statement], otherwise: [Statement])
    case `for`(target: Expression, iterable: Expression, [Statement], otherwise: [Statement])
    case `try`([Statement], handlers: [Handler], otherwise: [Statement], finally: [Statement])
    case with([WithItem], [Statement])
    case function(Function)
    case `class`(Class)
  }

  package var kind: Kind
  package var range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// A name that an import brings, and what it is called here.
  package struct ImportedName: Sendable {
    package var name: String
    package var alias: String?
    package var range: SourceRange
  }

  /// An `except` clause.
  package struct Handler: Sendable {
    package var type: Expression?
    package var name: String?
    package var body: [Statement]
    package var range: SourceRange
  }

  /// What a `with` statement manages, and where its value goes.
  package struct WithItem: Sendable {
    package var context: Expression
    package var target: Expression?
  }

  package struct Function: Sendable {
    package var name: String
    package var parameters: Parameters
    package var body: [Statement]
    package var decorators: [Expression]
    package var result: Expression?
  }

  package struct Class: Sendable {
    package var name: String
    package var arguments: [CallArgument]
    package var body: [Statement]
    package var decorators: [Expression]
  }
}
