/// A method of a built-in type, as an instance's attribute gives it: bound to its receiver.
struct BuiltinMethod: Sendable {
  typealias Body =
    @Sendable (
      _ space: ObjectSpace, _ receiver: ObjectPointer, _ arguments: [ObjectPointer]
    ) throws(ObjectError) -> ObjectPointer

  /// What takes its arguments in the order of its parameters, `nil` for one that is left out.
  typealias NamedBody =
    @Sendable (
      _ space: ObjectSpace, _ receiver: ObjectPointer, _ arguments: [ObjectPointer?]
    ) throws(ObjectError) -> ObjectPointer

  /// What takes any names.
  typealias OpenBody =
    @Sendable (
      _ space: ObjectSpace, _ receiver: ObjectPointer, _ arguments: [ObjectPointer],
      _ keywords: [(name: ObjectPointer, value: ObjectPointer)]
    ) throws(ObjectError) -> ObjectPointer

  /// What a method is bound to.
  enum Binding {
    /// The instance.
    case instance
    /// The class, also where it is taken from an instance.
    case type
    /// The class as for ``type``, which the method does not look at.
    case nothing
  }

  /// How it takes its arguments.
  private enum Form {
    case positional(least: Int, most: Int, Body)
    case named(BuiltinParameters, NamedBody)
    case open(most: Int, OpenBody)
  }

  var name: String
  var binding = Binding.instance
  private var form: Form

  /// A method that takes its arguments by place.
  init(
    _ name: String, _ least: Int, _ most: Int? = nil, binding: Binding = .instance, _ body: @escaping Body
  ) {
    self.name = name
    self.binding = binding
    form = .positional(least: least, most: most ?? least, body)
  }

  /// A method that takes its arguments by place or name.
  init(
    _ name: String, _ parameters: BuiltinParameters, binding: Binding = .instance, _ body: @escaping NamedBody
  ) {
    self.name = name
    self.binding = binding
    form = .named(parameters, body)
  }

  /// A method that takes arguments by any name.
  init(_ name: String, anyNames most: Int, _ body: @escaping OpenBody) {
    self.name = name
    form = .open(most: most, body)
  }

  /// The same method with something done to its results.
  ///
  /// - Parameter change: takes a result over and gives another one, owned by the caller.
  func withResult(
    _ change: @escaping @Sendable (ObjectSpace, ObjectPointer) throws(ObjectError) -> ObjectPointer
  ) -> BuiltinMethod {
    var method = self
    switch form {
    case .positional(let least, let most, let body):
      method.form = .positional(least: least, most: most) {
        (space, receiver, arguments) throws(ObjectError) in
        try change(space, body(space, receiver, arguments))
      }
    case .named(let parameters, let body):
      method.form = .named(parameters) { (space, receiver, arguments) throws(ObjectError) in
        try change(space, body(space, receiver, arguments))
      }
    case .open(let most, let body):
      method.form = .open(most: most) { (space, receiver, arguments, keywords) throws(ObjectError) in
        try change(space, body(space, receiver, arguments, keywords))
      }
    }
    return method
  }

  /// Calls it.
  ///
  /// - Parameter receiver: what it is bound to.
  /// - Throws: ``ObjectError`` of kind `typeError` for arguments that it does not take, and what it raises.
  func call(
    _ space: ObjectSpace, _ receiver: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)] = []
  ) throws(ObjectError) -> ObjectPointer {
    switch form {
    case .positional(let least, let most, let body):
      guard keywords.isEmpty else {
        throw ObjectError(
          .typeError, "\(owner(receiver, space)).\(name)() takes no keyword arguments")
      }
      guard arguments.count >= least, arguments.count <= most else {
        throw wrongCount(space, receiver, arguments.count, least, most)
      }
      return try body(space, receiver, arguments)
    case .named(let parameters, let body):
      return try body(space, receiver, parameters.bound(arguments, keywords, method: name))
    case .open(let most, let body):
      guard arguments.count <= most else {
        throw wrongCount(space, receiver, arguments.count, 0, most)
      }
      return try body(space, receiver, arguments, keywords)
    }
  }

  private func owner(_ receiver: ObjectPointer, _ space: ObjectSpace) -> String {
    let type = binding == .instance ? receiver.type : receiver
    return BuiltinMethod.owner(of: name, in: type, space).map { $0.name } ?? space.nameInErrors(type)
  }

  private func wrongCount(
    _ space: ObjectSpace, _ receiver: ObjectPointer, _ count: Int, _ least: Int, _ most: Int
  ) -> ObjectError {
    if least == most, least < 2 {
      let takes = least == 0 ? "no arguments" : "exactly one argument"
      return ObjectError(
        .typeError, "\(owner(receiver, space)).\(name)() takes \(takes) (\(count) given)")
    }
    if least == most {
      return ObjectError(.typeError, "\(name) expected \(least) arguments, got \(count)")
    }
    let bound = count < least ? "at least \(least)" : "at most \(most)"
    let noun = (count < least ? least : most) == 1 ? "argument" : "arguments"
    return ObjectError(.typeError, "\(name) expected \(bound) \(noun), got \(count)")
  }
}
