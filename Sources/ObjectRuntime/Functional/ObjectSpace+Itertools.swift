import BigInt

// The iterators of the module `itertools`.
extension ObjectSpace {
  /// Makes an iterator of the module as a call of its class; owned by the caller, `nil` for other classes.
  func makeItertool(
    _ builtin: BuiltinType, _ type: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)]
  ) throws(ObjectError) -> ObjectPointer? {
    switch builtin {
    case .count: return try makeCount(type, arguments, keywords)
    case .chain, .itemSlice: break
    default: return nil
    }
    guard keywords.isEmpty || type != self.type(builtin) else {
      throw ObjectError(.typeError, "\(builtin.name)() takes no keyword arguments")
    }
    guard builtin == .chain else { return try makeItemSlice(type, arguments) }
    let tuple = try makeTuple(arguments)
    defer { release(tuple) }
    return try makeChain(type, over: tuple)
  }

  /// Makes an iterator over the elements of several objects, which another one gives.
  func makeChain(_ type: ObjectPointer, over objects: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let source = try iteration(over: objects)
    return try fillAdaptor(type, [(ChainOffset.source, source)])
  }

  func nextElement(ofChain chain: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    while let source = chain[object: ChainOffset.source] {
      guard let active = chain[object: ChainOffset.active] else {
        do throws(ObjectError) {
          guard let object = try nextElement(of: source) else {
            clearWord(chain, ChainOffset.source)
            return nil
          }
          defer { release(object) }
          chain[object: ChainOffset.active] = try iteration(over: object)
        } catch {
          clearWord(chain, ChainOffset.source)
          throw error
        }
        continue
      }
      if let element = try nextElement(of: active) { return element }
      clearWord(chain, ChainOffset.active)
    }
    return nil
  }

  // MARK: count

  private func makeCount(
    _ type: ObjectPointer, _ arguments: [ObjectPointer],
    _ keywords: [(name: ObjectPointer, value: ObjectPointer)]
  ) throws(ObjectError) -> ObjectPointer {
    let given = arguments.count + keywords.count
    guard given <= 2 else {
      throw ObjectError(.typeError, "count() takes at most 2 arguments (\(given) given)")
    }
    var start = arguments.first
    var step = arguments.count > 1 ? arguments[1] : nil
    for (name, value) in keywords {
      switch name.text {
      case "start" where start == nil: start = value
      case "step" where step == nil: step = value
      default: throw ObjectError(.typeError, "count() got an unexpected keyword argument '\(name.text)'")
      }
    }
    for value in [start, step] {
      guard let value, numberKind(value) == nil else { continue }
      throw ObjectError(.typeError, "a number is required")
    }
    let first = start ?? smallInteger(0)
    let width = step ?? smallInteger(1)
    let number = first.type == self.type(.int) || first.type == self.type(.bool) ? first.integerValue : nil
    let isFast = number != nil && width.type == self.type(.int) && width.integerValue == 1
    var parts = [(CountOffset.step, width.retained())]
    if !isFast { parts.append((CountOffset.largeNumber, first.retained())) }
    let count = try fillAdaptor(type, parts)
    count[integer: CountOffset.number] = isFast ? number ?? 0 : Int.max
    return count
  }

  func nextElement(ofCount count: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    let number = count[integer: CountOffset.number]
    guard number == Int.max, let step = count[object: CountOffset.step] else {
      let value = try makeInteger(number)
      count[integer: CountOffset.number] = number + 1
      return value
    }
    let value: ObjectPointer
    if let large = count[object: CountOffset.largeNumber] {
      value = large
    } else {
      value = try makeInteger(Int.max)
    }
    let next: ObjectPointer
    do throws(ObjectError) {
      next = try apply(.add, value, step)
    } catch {
      if count[object: CountOffset.largeNumber] == nil { release(value) }
      throw error
    }
    // The counter's reference to the number is the caller's from here on.
    count[object: CountOffset.largeNumber] = next
    return value
  }

  /// The text of a counter.
  func countText(_ count: ObjectPointer) throws(ObjectError) -> String {
    let number = count[integer: CountOffset.number]
    guard number == Int.max, let step = count[object: CountOffset.step],
      let large = count[object: CountOffset.largeNumber]
    else { return "count(\(number))" }
    let text = try representation(of: large)
    if step.type == type(.int), step.integerValue == 1 { return "count(\(text))" }
    return "count(\(text), \(try representation(of: step)))"
  }

  // MARK: islice

  private func makeItemSlice(
    _ type: ObjectPointer, _ arguments: [ObjectPointer]
  ) throws(ObjectError) -> ObjectPointer {
    guard arguments.count >= 2 else {
      throw ObjectError(.typeError, "islice expected at least 2 arguments, got \(arguments.count)")
    }
    guard arguments.count <= 4 else {
      throw ObjectError(.typeError, "islice expected at most 4 arguments, got \(arguments.count)")
    }
    func bound(_ index: Int, _ message: String) throws(ObjectError) -> Int? {
      guard index < arguments.count, arguments[index] != none else { return nil }
      do throws(ObjectError) {
        let value = try machineIndex(arguments[index])
        if value >= 0 { return value }
      } catch {
        guard error.kind == .typeError || error.kind == .overflowError else { throw error }
      }
      throw ObjectError(.valueError, message)
    }
    let stopMessage = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
    let indexMessage = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
    let isPlain = arguments.count == 2
    let start = isPlain ? 0 : try bound(1, indexMessage) ?? 0
    let stop = try bound(isPlain ? 1 : 2, isPlain ? stopMessage : indexMessage) ?? -1
    let stepMessage = "Step for islice() must be a positive integer or None."
    let step = try bound(3, stepMessage) ?? 1
    guard step > 0 else { throw ObjectError(.valueError, stepMessage) }
    let source = try iteration(over: arguments[0])
    let slice = try fillAdaptor(type, [(SliceOffset.source, source)])
    slice[integer: SliceOffset.next] = start
    slice[integer: SliceOffset.stop] = stop
    slice[integer: SliceOffset.step] = step
    return slice
  }

  func nextElement(ofSlice slice: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    guard let source = slice[object: SliceOffset.source]?.retained() else { return nil }
    defer { release(source) }
    let stop = slice[integer: SliceOffset.stop]
    while slice[integer: SliceOffset.count] < slice[integer: SliceOffset.next] {
      guard let element = try nextElement(of: source) else {
        clearWord(slice, SliceOffset.source)
        return nil
      }
      release(element)
      slice[integer: SliceOffset.count] += 1
    }
    guard stop < 0 || slice[integer: SliceOffset.count] < stop, let element = try nextElement(of: source)
    else {
      clearWord(slice, SliceOffset.source)
      return nil
    }
    slice[integer: SliceOffset.count] += 1
    let (next, overflows) = slice[integer: SliceOffset.next].addingReportingOverflow(
      slice[integer: SliceOffset.step])
    slice[integer: SliceOffset.next] =
      overflows || stop >= 0 && next > stop ? (stop < 0 ? Int.max : stop) : next
    return element
  }
}

extension BuiltinMethod {
  static let chains: [BuiltinMethod] = [
    BuiltinMethod("from_iterable", 1, binding: .type) { (space, type, arguments) throws(ObjectError) in
      try space.makeChain(type, over: arguments[0])
    }
  ]
}
