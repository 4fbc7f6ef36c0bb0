import BigInt

extension Compiler {
  mutating func compileFunction(_ function: Statement.Function, at range: SourceRange) {
    let start = function.decorators.first?.range.start ?? range.start
    mark(SourceRange(start, range.end))
    for decorator in function.decorators { compile(decorator) }
    var attributes = compileDefaults(function.parameters, at: range)
    if compileAnnotations(function, at: range) { attributes |= 4 }
    let child = scope.child(.function, at: range.start)
    let name = function.name
    let parameters = function.parameters
    let first = function.decorators.first?.range.start.line ?? range.start.line
    let built = compileUnit(
      child, name: name, qualifiedName: qualifiedName(of: name), firstLine: first
    ) { compiler in
      compiler.beginFunction(parameters, at: range)
      if let (text, isGenerated) = Compiler.documentationConstant(of: function.body) {
        compiler.unit.documentation = Compiler.documentation(of: function.body)
        // The documentation is the first constant.
        _ = compiler.unit.constant(text, isGenerated: isGenerated)
      }
      compiler.compile(function.body)
      compiler.endFunction(at: range)
    }
    noteStaticAttributes(built.attributes, of: child)
    makeFunction(built.unit, free: built.free, attributes: attributes, at: range)
    // What is decorated stands where a receiver would, as the only argument.
    for decorator in function.decorators.reversed() { unit.emit(.call, 0, at: decorator.range) }
    store(name, at: range)
  }

  /// What methods set on `self` is noted for the class that they stand in.
  private func noteStaticAttributes(_ attributes: [String], of child: Scope) {
    for attribute in attributes where !unit.staticAttributes.contains(attribute) {
      unit.staticAttributes.append(attribute)
    }
  }

  mutating func compileLambda(_ parameters: Parameters, _ body: Expression, at range: SourceRange) {
    let attributes = compileDefaults(parameters, at: range)
    let child = scope.child(.lambda, at: range.start)
    let name = "<lambda>"
    let built = compileUnit(
      child, name: name, qualifiedName: qualifiedName(of: name), firstLine: range.start.line
    ) { compiler in
      compiler.beginFunction(parameters, at: range)
      compiler.compile(body)
      compiler.unit.emit(.returnValue, at: body.range)
      compiler.endGenerator(at: range)
    }
    makeFunction(built.unit, free: built.free, attributes: attributes, at: range)
  }

  mutating func compileGeneratorExpression(
    _ element: Expression, _ parts: [ComprehensionPart], at range: SourceRange
  ) {
    let child = scope.child(.generatorExpression, at: range.start)
    let name = "<genexpr>"
    let built = compileUnit(
      child, name: name, qualifiedName: qualifiedName(of: name), firstLine: range.start.line
    ) { compiler in
      var parameters = Parameters()
      parameters.positional = [Parameters.Parameter(name: ".0", range: range, annotation: nil, standard: nil)]
      compiler.beginFunction(parameters, at: range)
      compiler.load(".0", at: parts[0].iterable.range)
      compiler.compile(parts[...], depth: 1) { compiler, _ in
        compiler.compile(element)
        compiler.unit.emit(.yieldValue, at: element.range)
        compiler.unit.emit(.popTop, at: element.range)
      }
      compiler.finishWithNone(at: range)
      compiler.endGenerator(at: range)
    }
    makeFunction(built.unit, free: built.free, attributes: 0, at: range)
    compileIterable(parts[0].iterable)
    unit.emit(.getIterator, at: parts[0].iterable.range)
    unit.emit(.call, 0, at: range)
  }

  /// Names the parameters, and emits what a function begins with.
  private mutating func beginFunction(_ parameters: Parameters, at range: SourceRange) {
    unit.flags = [.optimized, .newLocals]
    if unit.scope.parent?.isFunction == true { unit.flags.insert(.nested) }
    unit.positionalOnlyCount = parameters.positionalOnly.count
    unit.argumentCount = parameters.positionalOnly.count + parameters.positional.count
    unit.keywordOnlyCount = parameters.keywordOnly.count
    let ordered =
      parameters.positionalOnly + parameters.positional + parameters.keywordOnly
      + (parameters.rest.map { [$0] } ?? []) + (parameters.keywords.map { [$0] } ?? [])
    for parameter in ordered { _ = unit.local(scope.mangled(parameter.name), of: scope) }
    if parameters.rest != nil { unit.flags.insert(.takesRest) }
    if parameters.keywords != nil { unit.flags.insert(.takesKeywords) }
    let line = SourcePosition(line: unit.firstLine, column: 0)
    let begin = SourceRange(line, line)
    for name in unit.scope.free.sorted() { _ = unit.free(name) }
    makeCells(of: unit.scope, at: begin)
    if unit.scope.isGenerator {
      unit.flags.insert(.generator)
      unit.emit(.returnGenerator, at: begin)
      unit.emit(.popTop, at: begin)
      // That of a lambda has no handler for what it lets out.
      if unit.scope.kind != .lambda {
        let label = unit.makeLabel()
        unit.pushHandler(label, keepsInstruction: true)
        generatorLabel = label
        unit.handlesStopIteration = true
      }
    }
    unit.emit(.resume, at: begin)
  }

  private func endFunction(at range: SourceRange) {
    finishWithNone(at: unit.ranges.last.map { SourceRange($0.start, $0.end) } ?? range)
    endGenerator(at: range)
  }

  /// What a generator lets out as `StopIteration` is an error of its own.
  private func endGenerator(at range: SourceRange) {
    guard let generatorLabel else { return }
    unit.popHandler()
    unit.place(generatorLabel)
    unit.emit(.stopIterationError, at: range)
    unit.emit(.reraise, 1, at: range)
  }

  /// Pushes the defaults of parameters.
  ///
  /// - Returns: the bits for `makeFunction`.
  private mutating func compileDefaults(_ parameters: Parameters, at range: SourceRange) -> Int {
    var bits = 0
    let defaults = (parameters.positionalOnly + parameters.positional).compactMap(\.standard)
    if !defaults.isEmpty {
      if let constants = constantItems(defaults) {
        load(.tuple(constants), isGenerated: true, at: range)
      } else {
        for value in defaults { compile(value) }
        unit.emit(.buildTuple, defaults.count, at: range)
      }
      bits |= 1
    }
    let keywordOnly = parameters.keywordOnly.filter { $0.standard != nil }
    if !keywordOnly.isEmpty {
      for parameter in keywordOnly {
        load(.plain(.string(scope.mangled(parameter.name).unicodeScalars.map(\.value))), at: range)
        if let value = parameter.standard { compile(value) }
      }
      unit.emit(.buildMap, keywordOnly.count, at: range)
      bits |= 2
    }
    return bits
  }

  /// Pushes the annotations of a function as a tuple of names and values.
  private mutating func compileAnnotations(_ function: Statement.Function, at range: SourceRange) -> Bool {
    var count = 0
    func push(_ name: String, _ annotation: Expression, _ compiler: inout Compiler) {
      compiler.load(.plain(.string(name.unicodeScalars.map(\.value))), at: range)
      compiler.compile(annotation)
      count += 2
    }
    let parameters = function.parameters
    let ordered =
      parameters.positionalOnly + parameters.positional + (parameters.rest.map { [$0] } ?? [])
      + parameters.keywordOnly + (parameters.keywords.map { [$0] } ?? [])
    for parameter in ordered {
      if let annotation = parameter.annotation { push(scope.mangled(parameter.name), annotation, &self) }
    }
    if let result = function.result { push("return", result, &self) }
    guard count > 0 else { return false }
    unit.emit(.buildTuple, count, at: range)
    return true
  }

  /// Makes a function of a unit, with the cells that it takes from here.
  func makeFunction(_ code: CodeUnit, free: [String], attributes: Int, at range: SourceRange) {
    var attributes = attributes
    if !free.isEmpty {
      for name in free { loadClosureCell(name, at: range) }
      unit.emit(.buildTuple, free.count, at: range)
      attributes |= 8
    }
    load(.code(code), at: range)
    unit.emit(.makeFunction, attributes, at: range)
  }

  // MARK: Classes

  mutating func compileClass(_ definition: Statement.Class, at range: SourceRange) {
    let start = definition.decorators.first?.range.start ?? range.start
    mark(SourceRange(start, range.end))
    for decorator in definition.decorators { compile(decorator) }
    let child = scope.child(.class, at: range.start)
    let name = definition.name
    let line = definition.decorators.first?.range.start.line ?? range.start.line
    let qualified = qualifiedName(of: name)
    let built = compileUnit(child, name: name, qualifiedName: qualified, firstLine: line) { compiler in
      compiler.compileClassBody(definition.body, line: line, at: range)
    }
    unit.emit(.loadBuildClass, at: range)
    unit.emit(.pushNull, at: range)
    makeFunction(built.unit, free: built.free, attributes: 0, at: range)
    load(.plain(.string(name.unicodeScalars.map(\.value))), at: range)
    compileArguments(definition.arguments, first: 2, at: range)
    // What is decorated stands where a receiver would, as the only argument.
    for decorator in definition.decorators.reversed() { unit.emit(.call, 0, at: decorator.range) }
    store(name, at: range)
  }

  private mutating func compileClassBody(_ body: [Statement], line: Int, at range: SourceRange) {
    let position = SourcePosition(line: line, column: 0)
    let begin = SourceRange(position, position)
    for name in scope.free.sorted() { _ = unit.free(name) }
    makeCells(of: scope, at: begin)
    unit.emit(.resume, at: begin)
    load("__name__", at: begin)
    store("__module__", at: begin)
    load(.plain(.string(unit.qualifiedName.unicodeScalars.map(\.value))), isGenerated: true, at: begin)
    store("__qualname__", at: begin)
    load(.plain(.integer(.init(line))), isGenerated: true, at: begin)
    store("__firstlineno__", at: begin)
    if Self.hasAnnotations(body) { unit.emit(.setUpAnnotations, at: begin) }
    var rest = body[...]
    if let (text, isGenerated) = Self.documentationConstant(of: body), let first = body.first {
      load(text, isGenerated: isGenerated, at: first.range)
      store("__doc__", at: first.range)
      rest = rest.dropFirst()
    }
    compile(Array(rest))
    let attributes = unit.staticAttributes.map { CodeConstant.plain(.string($0.unicodeScalars.map(\.value))) }
    load(.tuple(attributes), isGenerated: true, at: begin)
    store("__static_attributes__", at: begin)
    if scope.cells.contains("__class__") {
      unit.emit(.loadCell, unit.cell("__class__", of: scope), at: begin)
      unit.emit(.copy, 1, at: begin)
      store("__classcell__", at: begin)
    } else {
      load(.plain(.none), at: begin)
    }
    unit.emit(.returnValue, at: begin)
  }
}
