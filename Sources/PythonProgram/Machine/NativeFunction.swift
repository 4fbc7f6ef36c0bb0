package import ObjectRuntime

/// The arguments of a call of a built-in function, borrowed: positional ones first, then those by name.
@safe
package struct NativeArguments {
  /// Where the values lie.
  private let base: UInt
  /// How many positional arguments there are.
  package let count: Int
  /// The names of those that follow, a tuple; `nil` where there are none.
  package let names: ObjectPointer?

  init(base: UInt, count: Int, names: ObjectPointer?) {
    self.base = base
    self.count = count
    self.names = names
  }

  /// A positional argument.
  package subscript(_ index: Int) -> ObjectPointer {
    precondition(index < count, "There are that many arguments.")
    return ObjectPointer(address: Block(address: base)[word: 8 * index])
  }

  /// The positional arguments.
  package var positional: [ObjectPointer] { (0..<count).map { self[$0] } }

  /// The arguments by name.
  package var keywords: [(name: ObjectPointer, value: ObjectPointer)] {
    guard let names else { return [] }
    return (0..<names.itemCount).map { index in
      (
        ObjectPointer(address: names[word: TupleOffset.items + 8 * index]),
        ObjectPointer(address: Block(address: base)[word: 8 * (count + index)])
      )
    }
  }

  package var hasKeywords: Bool { names.map { $0.itemCount > 0 } ?? false }
}

/// What a built-in function does: the result is owned by the caller.
package typealias NativeBody = @Sendable (Machine, NativeArguments) throws(ObjectError) -> ObjectPointer

/// A built-in function of a program.
package struct NativeFunction: Sendable {
  package let name: String
  /// The fewest and most positional arguments, checked before the body runs; `nil` where the body binds them itself.
  package let arity: ClosedRange<Int>?
  package let body: NativeBody

  /// A function that takes only positional arguments, of which it wants so many.
  package init(_ name: String, _ arity: ClosedRange<Int>, _ body: @escaping NativeBody) {
    self.name = name
    self.arity = arity
    self.body = body
  }

  /// A function that takes exactly so many positional arguments.
  package init(_ name: String, _ count: Int, _ body: @escaping NativeBody) {
    self.init(name, count...count, body)
  }

  /// A function that looks at its arguments itself.
  package init(_ name: String, any body: @escaping NativeBody) {
    self.name = name
    arity = nil
    self.body = body
  }
}

extension NativeArguments {
  /// The arguments in the order of a function's parameters, borrowed; `nil` for one that is not given.
  ///
  /// - Parameters:
  ///   - parameters: the names; those from `keywordOnly` on are given by name only.
  ///   - required: how many of the first must be given.
  ///   - function: its name, for errors.
  /// - Throws: ``ObjectError`` of kind `typeError` in CPython's words.
  package func bind(
    _ parameters: [String], required: Int = 0, keywordOnly: Int? = nil, positionalOnly: Int = 0,
    function: String
  ) throws(ObjectError) -> [ObjectPointer?] {
    let most = keywordOnly ?? parameters.count
    guard count <= most else {
      let least = required == most ? "exactly" : "at most"
      let noun = most == 1 ? "argument" : "arguments"
      if most == 0 { throw ObjectError(.typeError, "\(function)() takes no positional arguments") }
      throw ObjectError(.typeError, "\(function)() takes \(least) \(most) \(noun) (\(count) given)")
    }
    var bound: [ObjectPointer?] = positional
    bound += [ObjectPointer?](repeating: nil, count: parameters.count - count)
    for (name, value) in keywords {
      let text = name.text
      guard let index = parameters.firstIndex(of: text), index >= positionalOnly else {
        throw ObjectError(.typeError, "\(function)() got an unexpected keyword argument '\(text)'")
      }
      guard bound[index] == nil else {
        throw ObjectError(
          .typeError, "argument for \(function)() given by name ('\(text)') and position (\(index + 1))")
      }
      bound[index] = value
    }
    for index in 0..<required where bound[index] == nil {
      if index < positionalOnly || positionalOnly > 0 {
        throw ObjectError(
          .typeError,
          "\(function)() takes at least \(required) positional argument\(required == 1 ? "" : "s") (\(count) given)"
        )
      }
      throw ObjectError(
        .typeError, "\(function)() missing required argument '\(parameters[index])' (pos \(index + 1))")
    }
    return bound
  }
}

extension Machine {
  /// The number from which built-in functions of the machine are counted.
  static let firstNative = 1 << 40

  /// Makes a built-in function object.
  ///
  /// - Parameter module: the module that it belongs to.
  /// - Returns: the function, owned by the caller.
  package func makeNative(_ function: NativeFunction, module: ObjectPointer?) throws(ObjectError)
    -> ObjectPointer
  {
    natives.append(function)
    let number = Self.firstNative + natives.count - 1
    return try space.makeBuiltinFunction(number: number, module: module)
  }

  package func name(ofFunction function: ObjectPointer) -> String? {
    guard function.type == space.type(.builtinFunction), function[integer: 16] >= Self.firstNative else {
      return nil
    }
    return natives[function[integer: 16] - Self.firstNative].name
  }

  /// Calls one of the machine's built-in functions.
  @inline(__always)
  func callNative(_ callable: ObjectPointer, _ arguments: NativeArguments) throws(ObjectError)
    -> ObjectPointer
  {
    let function = natives[callable[integer: 16] &- Self.firstNative]
    if let arity = function.arity {
      if arguments.hasKeywords {
        throw ObjectError(.typeError, "\(function.name)() takes no keyword arguments")
      }
      if !arity.contains(arguments.count) {
        throw wrongCount(callable, function.name, arity, arguments.count)
      }
    }
    return try function.body(self, arguments)
  }

  @inline(never)
  private func wrongCount(
    _ function: ObjectPointer, _ name: String, _ arity: ClosedRange<Int>, _ count: Int
  ) -> ObjectError {
    let (least, most) = (arity.lowerBound, arity.upperBound)
    if least == most, least < 2 {
      let takes = least == 0 ? "no arguments" : "exactly one argument"
      let module = try? space.attribute(space.makeName("__module__"), of: function)
      let prefix =
        module.map { $0.type != space.type(.string) || $0.text == "builtins" ? "" : $0.text + "." } ?? ""
      if let module { space.release(module) }
      return ObjectError(.typeError, "\(prefix)\(name)() takes \(takes) (\(count) given)")
    }
    if least == most { return ObjectError(.typeError, "\(name) expected \(least) arguments, got \(count)") }
    let bound = count < least ? "at least \(least)" : "at most \(most)"
    let noun = (count < least ? least : most) == 1 ? "argument" : "arguments"
    return ObjectError(.typeError, "\(name) expected \(bound) \(noun), got \(count)")
  }
}
