/// A block of a program, and how each name is used in it.
///
/// Source: CPython's `Python/symtable.c`, whose entry it is.
final class NameBlock {
  enum Kind {
    case module, `class`, function
  }

  /// How a name is used.
  struct Uses: OptionSet {
    let rawValue: UInt8
    static let bound = Uses(rawValue: 1)
    static let parameter = Uses(rawValue: 2)
    static let imported = Uses(rawValue: 4)
    static let global = Uses(rawValue: 8)
    static let nonlocal = Uses(rawValue: 16)
    static let read = Uses(rawValue: 32)
    static let annotated = Uses(rawValue: 64)
    /// It is a variable of a comprehension's `for`.
    static let iterated = Uses(rawValue: 128)
  }

  let kind: Kind
  /// Which comprehension the block is, if it is one.
  let comprehension: ComprehensionKind?
  /// The name of the class around, which private names are known by.
  let privateName: String?
  private(set) var children: [NameBlock] = []
  /// In the order in which they come first.
  private(set) var names: [String] = []
  private(set) var uses: [String: Uses] = [:]
  /// The names that are declared global or nonlocal, and where.
  private var declarations: [(name: String, range: SourceRange)] = []
  /// How many iterables of comprehensions surround what is read.
  var iterableDepth: Int
  /// Whether what is bound are the variables of a comprehension's `for`.
  var isIterationTarget = false
  var isGenerator = false

  init(
    _ kind: Kind, comprehension: ComprehensionKind? = nil, privateName: String? = nil, in outer: NameBlock?
  ) {
    self.kind = kind
    self.comprehension = comprehension
    self.privateName = privateName ?? outer?.privateName
    iterableDepth = outer?.iterableDepth ?? 0
    outer?.children.append(self)
  }

  func mangled(_ name: String) -> String { Scope.mangled(name, in: privateName) }

  /// How a name is used so far.
  func uses(of name: String) -> Uses { uses[mangled(name)] ?? [] }

  /// Notes a use of a name.
  ///
  /// - Throws: ``ProgramError`` for a second parameter of the same name, and for a variable of a comprehension that is
  ///   assigned in it.
  func note(_ name: String, _ use: Uses, at range: SourceRange) throws(ProgramError) {
    let key = mangled(name)
    var all = uses[key] ?? []
    if use == .parameter, all.contains(.parameter) {
      throw ProgramError("duplicate argument '\(name)' in function definition", range)
    }
    all.formUnion(use)
    if isIterationTarget {
      if !all.isDisjoint(with: [.global, .nonlocal]) {
        throw ProgramError(
          "comprehension inner loop cannot rebind assignment expression target '\(name)'", range)
      }
      all.insert(.iterated)
    }
    if uses.updateValue(all, forKey: key) == nil { names.append(key) }
  }

  /// Notes that a name is declared global somewhere; in the module's block only.
  func noteGlobal(_ name: String) {
    if uses[name] == nil { names.append(name) }
    uses[name, default: []].insert(.global)
  }

  func declare(_ name: String, at range: SourceRange) { declarations.append((mangled(name), range)) }

  // MARK: What is visible

  /// Refuses declarations that have nothing to refer to.
  ///
  /// - Parameter bound: the names that functions around bind; `nil` for the module.
  /// - Returns: those that are bound for the blocks inside.
  func checkDeclarations(bound: Set<String>?) throws(ProgramError) -> Set<String> {
    var visible = bound ?? []
    var own: Set<String> = []
    for name in names {
      let use = uses[name] ?? []
      if use.contains(.global) {
        if use.contains(.nonlocal) { throw declarationError("name '\(name)' is nonlocal and global", name) }
        if kind != .class { visible.remove(name) }
      } else if use.contains(.nonlocal) {
        guard let bound else {
          throw declarationError("nonlocal declaration not allowed at module level", name)
        }
        guard bound.contains(name) else {
          throw declarationError("no binding for nonlocal '\(name)' found", name)
        }
      } else if kind == .function, !use.isDisjoint(with: [.bound, .parameter, .imported]) {
        own.insert(name)
      }
    }
    visible.formUnion(own)
    if kind == .class { visible.formUnion(["__class__", "__classdict__"]) }
    return visible
  }

  private func declarationError(_ message: String, _ name: String) -> ProgramError {
    let start = SourcePosition(line: 1, column: 0)
    let declaration = declarations.first { $0.name == name }
    return ProgramError(message, declaration?.range ?? SourceRange(start, start))
  }
}
