extension ObjectSpace {
  /// Makes a function with some of its arguments, as `functools.partial`; owned by the caller.
  func makePartial(
    _ type: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)]
  ) throws(ObjectError) -> ObjectPointer {
    guard var function = arguments.first else {
      throw ObjectError(.typeError, "type 'partial' takes at least one argument")
    }
    guard isCallable(function) else {
      throw ObjectError(.typeError, "the first argument must be callable")
    }
    var positional = Array(arguments.dropFirst())
    var inner: ObjectPointer?
    // One of one is one of the inner function, where nothing else hangs on that.
    if function.type == self.type(.partial), function[object: PartialOffset.attributes] == nil,
      let own = function[object: PartialOffset.function]
    {
      positional = (function[object: PartialOffset.arguments].map { items(of: $0) } ?? []) + positional
      inner = function[object: PartialOffset.keywords]
      function = own
    }
    let tuple = try makeTuple(positional)
    let dict: ObjectPointer
    do throws(ObjectError) {
      if let inner { dict = try copyDict(inner) } else { dict = try makeDict() }
    } catch {
      release(tuple)
      throw error
    }
    let partial = try fillAdaptor(
      type,
      [
        (PartialOffset.function, function.retained()), (PartialOffset.arguments, tuple),
        (PartialOffset.keywords, dict),
      ])
    try fillNew(partial) { () throws(ObjectError) in
      for (name, value) in keywords { try setValue(value, for: name, in: dict) }
    }
    return partial
  }

  func callPartial(
    _ partial: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)]
  ) throws(ObjectError) -> ObjectPointer {
    guard let function = partial[object: PartialOffset.function],
      let own = partial[object: PartialOffset.arguments], let dict = partial[object: PartialOffset.keywords]
    else { return none }
    // What is called may let the parts go.
    let parts = [function, own, dict]
    for part in parts { part.retain() }
    defer { for part in parts { release(part) } }
    guard dictCount(dict) > 0 else {
      return try call(function, items(of: own) + arguments, keywords: keywords)
    }
    var named = entries(of: dict).map { (name: $0.key, value: $0.value) }
    for (name, value) in keywords {
      if let place = named.firstIndex(where: { stringsAreEqual($0.name, name) }) {
        named[place].value = value
      } else {
        named.append((name, value))
      }
    }
    return try call(function, items(of: own) + arguments, keywords: named)
  }
}
