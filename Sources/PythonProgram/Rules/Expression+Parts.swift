extension Expression {
  /// The expressions directly inside it, in the order in which CPython walks them.
  ///
  /// Of a lambda there are none, nor of a comprehension: these have a block of their own.
  var parts: [Expression] {
    switch kind {
    case .name, .constant, .lambda, .comprehension: []
    case .formatted(let parts): parts.flatMap(\.expressions)
    case .attribute(let object, _, _): [object]
    case .item(let object, let key): [object, key]
    case .slice(let start, let stop, let step): [start, stop, step].compactMap(\.self)
    case .call(let function, let arguments): [function] + arguments.values
    case .unary(_, let value), .starred(let value), .assignment(_, _, let value), .yieldFrom(let value):
      [value]
    case .binary(let left, _, let right): [left, right]
    case .boolean(_, let values), .tuple(let values), .list(let values), .set(let values): values
    case .comparison(let first, let rest): [first] + rest.map(\.1)
    case .conditional(let condition, let value, let otherwise): [condition, value, otherwise]
    case .dict(let pairs): pairs.flatMap { [$0.key, $0.value].compactMap(\.self) }
    case .yield(let value): value.map { [$0] } ?? []
    }
  }
}

extension FormattedPart {
  /// The expressions of a field, those of its format specification last.
  fileprivate var expressions: [Expression] {
    guard case .field(let value, _, let specification) = self else { return [] }
    return [value] + (specification ?? []).flatMap(\.expressions)
  }
}

extension CallArgument {
  /// Its value.
  var value: Expression {
    switch self {
    case .positional(let value), .starred(let value), .keyword(_, let value, _), .doubleStarred(let value):
      value
    }
  }

  /// Whether it has a place among the arguments, and no name.
  fileprivate var isPositional: Bool {
    switch self {
    case .positional, .starred: true
    case .keyword, .doubleStarred: false
    }
  }
}

extension [CallArgument] {
  /// The values, those without names first.
  var values: [Expression] {
    filter(\.isPositional).map(\.value) + filter { !$0.isPositional }.map(\.value)
  }
}

extension Parameters {
  /// The values that parameters have where no argument is given, in the order in which they are evaluated.
  var standards: [Expression] { (positionalOnly + positional + keywordOnly).compactMap(\.standard) }
}
