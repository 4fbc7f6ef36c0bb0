extension Compiler {
  mutating func compileCall(_ function: Expression, _ arguments: [CallArgument], at range: SourceRange) {
    let isPlain = arguments.allSatisfy { argument in
      switch argument {
      case .positional, .keyword: true
      default: false
      }
    }
    if case .attribute(let object, let name, let nameRange) = function.kind, isPlain {
      if let owner = superOwner(object) {
        loadSuper(owner, at: object.range)
        unit.emit(.loadSuperMethod, unit.name(scope.mangled(name)), at: function.range)
      } else {
        compile(object)
        unit.emit(
          .loadMethod, unit.name(scope.mangled(name)), at: attributeRange(function, nameRange: nameRange))
      }
      let start = attributeRange(function, nameRange: nameRange).start
      return compileArguments(arguments, at: SourceRange(start, range.end))
    }
    compile(function)
    unit.emit(.pushNull, at: range)
    compileArguments(arguments, at: range)
  }

  /// Pushes arguments and calls; what is called is on the stack.
  ///
  /// - Parameter first: how many arguments are there already.
  mutating func compileArguments(_ arguments: [CallArgument], first: Int = 0, at range: SourceRange) {
    var keywords: [String] = []
    for argument in arguments {
      switch argument {
      case .starred, .doubleStarred: return compileUnpacked(arguments, first: first, at: range)
      case .keyword(let name, _, _): keywords.append(name)
      case .positional: break
      }
    }
    if arguments.count > 200 { return compileUnpacked(arguments, first: first, at: range) }
    for argument in arguments {
      switch argument {
      case .positional(let value), .keyword(_, let value, _): compile(value)
      default: break
      }
    }
    let count = first + arguments.count
    if keywords.isEmpty { return unit.emit(.call, count, at: range) }
    let names = keywords.map { CodeConstant.plain(.string(scopeText(scope.mangled($0)))) }
    load(.tuple(names), isGenerated: true, at: range)
    unit.emit(.callKeywords, count, at: range)
  }

  private func scopeText(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  /// Pushes the arguments as one tuple and one dict.
  private mutating func compileUnpacked(_ arguments: [CallArgument], first: Int, at range: SourceRange) {
    var items: [Expression] = []
    var keywords: [CallArgument] = []
    for argument in arguments {
      switch argument {
      case .positional(let value): items.append(value)
      case .starred(let value): items.append(Expression(.starred(value), value.range))
      default: keywords.append(argument)
      }
    }
    if first > 0 {
      unit.emit(.buildList, first, at: range)
      for item in items {
        if case .starred(let inner) = item.kind {
          compile(inner)
          unit.emit(.listExtend, 1, at: range)
        } else {
          compile(item)
          unit.emit(.listAppend, 1, at: range)
        }
      }
      unit.emit(.listToTuple, at: range)
    } else if items.count == 1, case .starred(let inner) = items[0].kind {
      // What is given alone is taken as it is.
      compile(inner)
    } else {
      compileItems(items, .tuple, at: range)
    }
    guard !keywords.isEmpty else { return unit.emit(.callUnpacked, 0, at: range) }
    var isBuilt = false
    var run: [(String, Expression)] = []
    func flush(_ compiler: inout Compiler) {
      guard !run.isEmpty else { return }
      for (name, value) in run {
        compiler.load(.plain(.string(compiler.scopeText(compiler.scope.mangled(name)))), at: range)
        compiler.compile(value)
      }
      compiler.unit.emit(.buildMap, run.count, at: range)
      if isBuilt { compiler.unit.emit(.dictMerge, 1, at: range) }
      isBuilt = true
      run = []
    }
    for argument in keywords {
      switch argument {
      case .keyword(let name, let value, _):
        run.append((name, value))
        if run.count == 15 { flush(&self) }
      case .doubleStarred(let value):
        flush(&self)
        if !isBuilt { unit.emit(.buildMap, 0, at: range) }
        isBuilt = true
        compile(value)
        unit.emit(.dictMerge, 1, at: range)
      default: break
      }
    }
    flush(&self)
    unit.emit(.callUnpacked, 1, at: range)
  }

  // MARK: super

  enum SuperOwner {
    /// `super()` in a method: its class and first argument.
    case implied
    case named(Expression, Expression)
  }

  /// What a call of the built-in `super` names, where the expression is one that needs no object of its own.
  func superOwner(_ object: Expression) -> SuperOwner? {
    guard case .call(let function, let arguments) = object.kind, case .name("super") = function.kind,
      unit.scope.kind == .function, scope.kind == .function, scope.places["super"] == .unbound,
      scope.module.places["super"] == nil
    else { return nil }
    switch arguments.count {
    case 0:
      guard unit.argumentCount > 0, scope.places["__class__"] == .free else { return nil }
      return .implied
    case 2:
      if case .positional(let type) = arguments[0], case .positional(let object) = arguments[1],
        !type.isStarred, !object.isStarred
      {
        return .named(type, object)
      }
      return nil
    default: return nil
    }
  }

  mutating func loadSuper(_ owner: SuperOwner, at range: SourceRange) {
    load("super", at: range)
    switch owner {
    case .implied:
      load("__class__", at: range)
      let first = unit.locals[0]
      load(first, at: range)
    case .named(let type, let object):
      compile(type)
      compile(object)
    }
  }
}
