import ObjectRuntime

extension Machine {
  /// Built-in functions that go through elements.
  static let iterationFunctions: [NativeFunction] = [
    NativeFunction("iter", 1...2) { (machine, arguments) throws(ObjectError) in
      if arguments.count == 2 {
        return try machine.space.makeCallableIterator(arguments[0], until: arguments[1])
      }
      return try machine.space.iteration(over: arguments[0])
    },
    NativeFunction("next", 1...2) { (machine, arguments) throws(ObjectError) in
      try machine.next(arguments[0], standard: arguments.count > 1 ? arguments[1] : nil)
    },
    NativeFunction("all", 1) { (machine, arguments) throws(ObjectError) in
      var result = true
      try machine.forEach(arguments[0]) { (element) throws(ObjectError) in
        result = try machine.isTrue(element)
        return result
      }
      return machine.space.bool(result)
    },
    NativeFunction("any", 1) { (machine, arguments) throws(ObjectError) in
      var result = false
      try machine.forEach(arguments[0]) { (element) throws(ObjectError) in
        result = try machine.isTrue(element)
        return !result
      }
      return machine.space.bool(result)
    },
    NativeFunction(
      "sum",
      any: { (machine, arguments) throws(ObjectError) in
        let bound = try arguments.bind(
          ["iterable", "start"], required: 1, positionalOnly: 1, function: "sum")
        return try machine.sum(bound[0] ?? machine.space.none, from: bound[1])
      }),
    NativeFunction(
      "min",
      any: { (machine, arguments) throws(ObjectError) in
        try machine.extreme(arguments, "min", .less)
      }),
    NativeFunction(
      "max",
      any: { (machine, arguments) throws(ObjectError) in
        try machine.extreme(arguments, "max", .greater)
      }),
    NativeFunction(
      "sorted",
      any: { (machine, arguments) throws(ObjectError) in
        guard arguments.count == 1 else {
          throw ObjectError(.typeError, "sorted expected 1 argument, got \(arguments.count)")
        }
        let list = try machine.space.call(machine.space.type(.list), [arguments[0]])
        do throws(ObjectError) {
          let name = try machine.space.makeName("sort")
          defer { machine.space.release(name) }
          let sort = try machine.space.attribute(name, of: list)
          defer { machine.space.release(sort) }
          machine.space.release(try machine.space.call(sort, [], keywords: arguments.keywords))
        } catch {
          machine.space.release(list)
          throw error
        }
        return list
      }),
  ]

  /// Calls a closure with each element of anything that can be gone through, until it says no.
  func forEach(
    _ object: ObjectPointer, _ body: (ObjectPointer) throws(ObjectError) -> Bool
  ) throws(ObjectError) {
    let iterator =
      object.type == space.type(.generator) ? object.retained() : try space.iteration(over: object)
    defer { space.release(iterator) }
    while let element = try space.nextElement(of: iterator) {
      defer { space.release(element) }
      guard try body(element) else { return }
    }
  }

  private func next(_ iterator: ObjectPointer, standard: ObjectPointer?) throws(ObjectError) -> ObjectPointer
  {
    if iterator.type == space.type(.generator) {
      let (value, isFinished) = try advance(iterator, sending: space.none)
      if !isFinished { return value }
      defer { space.release(value) }
      if let standard { return standard.retained() }
      throw try stopIteration(value)
    }
    if space.isHeapType(iterator.type), let method = try specialAttribute("__next__", of: iterator) {
      defer { space.release(method) }
      do throws(ObjectError) {
        return try space.call(method)
      } catch {
        guard let standard, error.kind == .stopIteration else { throw error }
        return standard.retained()
      }
    }
    if let element = try space.nextElement(of: iterator) { return element }
    if let standard { return standard.retained() }
    throw try stopIteration(space.none)
  }

  private func sum(_ iterable: ObjectPointer, from start: ObjectPointer?) throws(ObjectError) -> ObjectPointer
  {
    if let start, space.isSubtype(start.type, space.type(.string)) {
      throw ObjectError(.typeError, "sum() can't sum strings [use ''.join(seq) instead]")
    }
    if let start, space.isSubtype(start.type, space.type(.bytes)) {
      throw ObjectError(.typeError, "sum() can't sum bytes [use b''.join(seq) instead]")
    }
    var total: ObjectPointer
    if let start { total = start.retained() } else { total = try space.makeInteger(0) }
    // What the additions of floats have lost so far, as long as all terms are numbers.
    var rest: Double?
    var isCompensated = true
    func settle() throws(ObjectError) {
      guard let lost = rest else { return }
      rest = nil
      guard lost != 0, lost.isFinite else { return }
      let whole = try space.makeFloat(total.doubleValue + lost)
      space.release(total)
      total = whole
    }
    do throws(ObjectError) {
      try forEach(iterable) { (element) throws(ObjectError) in
        if isCompensated, rest == nil, total.type == space.type(.float) { rest = 0 }
        if let known = rest, let term = term(of: element) {
          let (value, lost) = Self.added(total.doubleValue, term)
          rest = known + lost
          let next = try space.makeFloat(value)
          space.release(total)
          total = next
          return true
        }
        if rest != nil {
          try settle()
          isCompensated = false
        }
        let next = try space.apply(.add, total, element)
        space.release(total)
        total = next
        return true
      }
      try settle()
    } catch {
      space.release(total)
      throw error
    }
    return total
  }

  /// A term that floats are added to without an operator; `nil` for another.
  private func term(of element: ObjectPointer) -> Double? {
    if element.type == space.type(.float) { return element.doubleValue }
    guard space.isSubtype(element.type, space.type(.int)) else { return nil }
    return element.integerValue.map { Double($0) }
  }

  /// A sum of two numbers and what it lacks, after Neumaier.
  private static func added(_ total: Double, _ term: Double) -> (sum: Double, lost: Double) {
    let sum = total + term
    return (sum, total.magnitude >= term.magnitude ? (total - sum) + term : (term - sum) + total)
  }

  /// The least or greatest of several objects.
  private func extreme(
    _ arguments: NativeArguments, _ function: String, _ operation: ComparisonOperator
  ) throws(ObjectError) -> ObjectPointer {
    var key: ObjectPointer?
    var standard: ObjectPointer?
    for (name, value) in arguments.keywords {
      switch name.text {
      case "key": key = value == space.none ? nil : value
      case "default": standard = value
      default:
        throw ObjectError(.typeError, "\(function)() got an unexpected keyword argument '\(name.text)'")
      }
    }
    guard arguments.count > 0 else {
      throw ObjectError(.typeError, "\(function) expected at least 1 argument, got 0")
    }
    if arguments.count > 1, standard != nil {
      throw ObjectError(
        .typeError, "Cannot specify a default for \(function)() with multiple positional arguments")
    }
    var best: (element: ObjectPointer, value: ObjectPointer)?
    func look(_ element: ObjectPointer) throws(ObjectError) -> Bool {
      let value: ObjectPointer
      if let key { value = try space.call(key, [element]) } else { value = element.retained() }
      guard let known = best else {
        best = (element.retained(), value)
        return true
      }
      let isBetter: Bool
      do throws(ObjectError) {
        let result = try space.compareOrder(operation, value, known.value)
        defer { space.release(result) }
        isBetter = try isTrue(result)
      } catch {
        space.release(value)
        throw error
      }
      let dropped = isBetter ? known : (element: element.retained(), value: value)
      if isBetter { best = (element.retained(), value) }
      space.release(dropped.element)
      space.release(dropped.value)
      return true
    }
    do throws(ObjectError) {
      if arguments.count == 1 {
        try forEach(arguments[0]) { (element) throws(ObjectError) in try look(element) }
      } else {
        for index in 0..<arguments.count { _ = try look(arguments[index]) }
      }
    } catch {
      if let best {
        space.release(best.element)
        space.release(best.value)
      }
      throw error
    }
    guard let best else {
      if let standard { return standard.retained() }
      throw ObjectError(.valueError, "\(function)() iterable argument is empty")
    }
    space.release(best.value)
    return best.element
  }
}
