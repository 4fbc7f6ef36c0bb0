/// What a call of a built-in type's special method was given.
struct SpecialCall {
  let space: ObjectSpace
  /// The built-in type that has the method.
  let owner: ObjectPointer
  let receiver: ObjectPointer
  /// The arguments behind the receiver, borrowed.
  let arguments: [ObjectPointer]
  let keywords: [(name: ObjectPointer, value: ObjectPointer)]

  var first: ObjectPointer { arguments[0] }
}

/// A special method of built-in types, as `__len__`: the same for all types that have it.
struct SpecialMethod: Sendable {
  typealias Body = @Sendable (SpecialCall) throws(ObjectError) -> ObjectPointer

  var name: String
  /// How many arguments it takes; `nil` where it looks itself, also at those by name.
  var arity: ClosedRange<Int>?
  var body: Body

  init(_ name: String, _ count: Int, _ body: @escaping Body) {
    self.init(name, count...count, body)
  }

  init(_ name: String, _ arity: ClosedRange<Int>?, _ body: @escaping Body) {
    self.name = name
    self.arity = arity
    self.body = body
  }

  /// All of them by their names.
  static let all: [String: SpecialMethod] = Dictionary(
    uniqueKeysWithValues: (texts + containers + numbers + comparisons + attributes + classes + calls).map {
      ($0.name, $0)
    })
}

extension ObjectSpace {
  /// Refuses arguments that a special method does not take.
  func check(
    _ method: SpecialMethod, _ form: BuiltinDescriptor.Form, _ call: SpecialCall
  ) throws(ObjectError) {
    guard let arity = method.arity else { return }
    let count = call.arguments.count
    let owner = nameInErrors(call.owner)
    guard call.keywords.isEmpty else {
      throw ObjectError(
        .typeError,
        form == .wrapper
          ? "wrapper \(method.name)() takes no keyword arguments"
          : "\(owner).\(method.name)() takes no keyword arguments")
    }
    guard !arity.contains(count) else { return }
    let (least, most) = (arity.lowerBound, arity.upperBound)
    if form != .wrapper {
      if least == most, least < 2 {
        let takes = least == 0 ? "no arguments" : "exactly one argument"
        throw ObjectError(.typeError, "\(owner).\(method.name)() takes \(takes) (\(count) given)")
      }
      let bound = least == most ? "" : count < least ? "at least " : "at most "
      let limit = count < least ? least : most
      throw ObjectError(
        .typeError, "\(method.name) expected \(bound)\(limit) argument\(limit == 1 ? "" : "s"), got \(count)")
    }
    if least == most, least < 2 {
      throw ObjectError(.typeError, "expected \(least) argument\(least == 1 ? "" : "s"), got \(count)")
    }
    // CPython gives no name here.
    let bound = least == most ? "" : count < least ? "at least " : "at most "
    let limit = count < least ? least : most
    throw ObjectError(.typeError, " expected \(bound)\(limit) argument\(limit == 1 ? "" : "s"), got \(count)")
  }
}
