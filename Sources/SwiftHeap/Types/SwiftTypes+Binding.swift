extension SwiftTypes {
  /// A type whose generic parameters are replaced by what they stand for.
  ///
  /// - Returns: `nil` where a parameter has no argument, or an associated type cannot be found.
  func bind(_ type: SwiftType, _ environment: GenericEnvironment) -> SwiftType? {
    isBound(type) ? type : substitute(type, environment)
  }

  /// The same; what cannot be replaced makes it fail even where the type was bound.
  func substitute(_ type: SwiftType, _ environment: GenericEnvironment) -> SwiftType? {
    var substitution = Substitution(types: self, environment: environment, packElement: nil)
    return substitution.apply(to: type)
  }
}

/// The replacement of generic parameters in one type.
private struct Substitution {
  let types: SwiftTypes
  let environment: GenericEnvironment
  /// Which element of packs is meant, inside of the pattern of an expansion.
  var packElement: Int?
  /// What was replaced already, since types can have the same part many times.
  var done: [SwiftType: SwiftType] = [:]

  init(types: SwiftTypes, environment: GenericEnvironment, packElement: Int?) {
    self.types = types
    self.environment = environment
    self.packElement = packElement
  }

  mutating func apply(to type: SwiftType) -> SwiftType? {
    if types.isBound(type) { return type }
    if let known = done[type] { return known }
    guard types.depth < SwiftTypes.depthLimit else { return nil }
    types.depth += 1
    defer { types.depth -= 1 }
    guard let result = replaced(type) else { return nil }
    done[type] = result
    return result
  }

  private mutating func apply(to list: [SwiftType]) -> [SwiftType]? {
    var result: [SwiftType] = []
    for type in list {
      if case .packExpansion(let pattern, let count) = types.structure(of: type) {
        guard let expanded = expand(pattern, count) else { return nil }
        result += expanded
      } else {
        guard let replaced = apply(to: type) else { return nil }
        result.append(replaced)
      }
    }
    return result
  }

  private mutating func apply(to elements: [SwiftType.TupleElement]) -> [SwiftType.TupleElement]? {
    var result: [SwiftType.TupleElement] = []
    for element in elements {
      guard let replaced = apply(to: [element.type]) else { return nil }
      for (number, type) in replaced.enumerated() {
        result.append(
          SwiftType.TupleElement(
            label: number == 0 ? element.label : nil, type: type, modifiers: element.modifiers))
      }
    }
    return result
  }

  /// The types that an expansion makes: as many as the pack has that it counts.
  private mutating func expand(_ pattern: SwiftType, _ count: SwiftType) -> [SwiftType]? {
    var whole = Substitution(types: types, environment: environment, packElement: nil)
    guard let pack = whole.apply(to: count), case .pack(let elements) = types.structure(of: pack) else {
      return nil
    }
    var result: [SwiftType] = []
    for number in elements.indices {
      var each = Substitution(types: types, environment: environment, packElement: number)
      guard let type = each.apply(to: pattern) else { return nil }
      result.append(type)
    }
    return result
  }

  private mutating func replaced(_ type: SwiftType) -> SwiftType? {
    switch types.structure(of: type) {
    case .parameter(let depth, let index):
      guard let argument = environment.argument(depth: depth, index: index) else { return nil }
      if let packElement, case .pack(let elements) = types.structure(of: argument) {
        return packElement < elements.count ? elements[packElement] : nil
      }
      return argument
    case .existentialSelf: return type
    case .member(let base, let name, let reference):
      guard let base = apply(to: base) else { return nil }
      if types.isBound(base) { return types.associatedType(named: name, of: reference, in: base) }
      return types.type(.member(base: base, name: name, protocol: reference))
    case .nominal(var nominal):
      guard let arguments = apply(to: nominal.arguments) else { return nil }
      nominal.arguments = arguments
      return types.type(.nominal(nominal))
    case .undeclared(let name, let arguments):
      guard let arguments = apply(to: arguments) else { return nil }
      return types.type(.undeclared(name: name, arguments: arguments))
    case .pack(let elements):
      guard let elements = apply(to: elements) else { return nil }
      return types.type(.pack(elements))
    case .box(let fields):
      guard let fields = apply(to: fields) else { return nil }
      return types.type(.box(fields))
    case .tuple(let elements):
      guard let elements = apply(to: elements) else { return nil }
      // A tuple of one element is that element, unless an expansion is what it was made of.
      if elements.count == 1, elements[0].label == nil { return elements[0].type }
      return types.type(.tuple(elements))
    case .function(var function):
      guard let parameters = apply(to: function.parameters), let result = apply(to: function.result) else {
        return nil
      }
      function.parameters = parameters
      function.result = result
      if let error = function.thrownError {
        guard let replaced = apply(to: error) else { return nil }
        function.thrownError = replaced
      }
      if let actor = function.globalActor {
        guard let replaced = apply(to: actor) else { return nil }
        function.globalActor = replaced
      }
      return types.type(.function(function))
    case .existential(var existential):
      if let superclass = existential.superclass {
        guard let replaced = apply(to: superclass) else { return nil }
        existential.superclass = replaced
      }
      for number in existential.requirements.indices {
        guard let replaced = apply(to: existential.requirements[number]) else { return nil }
        existential.requirements[number] = replaced
      }
      return types.type(.existential(existential))
    case .metatype(let instance): return apply(to: instance).map { types.type(.metatype($0)) }
    case .existentialMetatype(let instance):
      return apply(to: instance).map { types.type(.existentialMetatype($0)) }
    case .reference(let ownership, let instance):
      return apply(to: instance).map { types.type(.reference(ownership, $0)) }
    case .genericBox(let instance): return apply(to: instance).map { types.type(.genericBox($0)) }
    case .fixedArray(let count, let element):
      guard let count = apply(to: count), let element = apply(to: element) else { return nil }
      return types.type(.fixedArray(count: count, element: element))
    case .packExpansion: return nil
    case .builtin, .integer, .closureContext, .errorBox, .task, .job: return type
    }
  }

  private mutating func apply(to requirement: SwiftType.Requirement) -> SwiftType.Requirement? {
    switch requirement {
    case .sameType(let subject, let other):
      guard let subject = apply(to: subject), let other = apply(to: other) else { return nil }
      return .sameType(subject, other)
    case .superclass(let subject, let other):
      guard let subject = apply(to: subject), let other = apply(to: other) else { return nil }
      return .superclass(subject, other)
    case .conformance(let subject, let reference):
      return apply(to: subject).map { .conformance($0, reference) }
    case .inverse(let subject, let number): return apply(to: subject).map { .inverse($0, number) }
    case .other: return .other
    }
  }
}
