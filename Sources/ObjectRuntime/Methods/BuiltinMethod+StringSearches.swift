extension BuiltinMethod {
  /// Methods of strings that look for others in them.
  static let stringSearches: [BuiltinMethod] = [
    BuiltinMethod("count", 1, 3) { (space, string, arguments) throws(ObjectError) in
      let (part, range) = try space.searched(arguments, in: string, method: "count")
      guard let range else { return space.smallInteger(0) }
      if part.stringLength == 0 { return try space.makeInteger(range.count + 1) }
      var (count, start) = (0, range.lowerBound)
      while let place = space.find(part, in: string, start..<range.upperBound) {
        count += 1
        start = place + part.stringLength
      }
      return try space.makeInteger(count)
    },
    BuiltinMethod("endswith", 1, 3) { (space, string, arguments) throws(ObjectError) in
      try space.hasAffix(string, arguments, isEnd: true)
    },
    BuiltinMethod("find", 1, 3) { (space, string, arguments) throws(ObjectError) in
      let (part, range) = try space.searched(arguments, in: string, method: "find")
      return try space.makeInteger(range.flatMap { space.find(part, in: string, $0) } ?? -1)
    },
    BuiltinMethod("index", 1, 3) { (space, string, arguments) throws(ObjectError) in
      let (part, range) = try space.searched(arguments, in: string, method: "index")
      guard let place = range.flatMap({ space.find(part, in: string, $0) }) else {
        throw ObjectError(.valueError, "substring not found")
      }
      return try space.makeInteger(place)
    },
    BuiltinMethod("rfind", 1, 3) { (space, string, arguments) throws(ObjectError) in
      let (part, range) = try space.searched(arguments, in: string, method: "rfind")
      return try space.makeInteger(range.flatMap { space.findLast(part, in: string, $0) } ?? -1)
    },
    BuiltinMethod("rindex", 1, 3) { (space, string, arguments) throws(ObjectError) in
      let (part, range) = try space.searched(arguments, in: string, method: "rindex")
      guard let place = range.flatMap({ space.findLast(part, in: string, $0) }) else {
        throw ObjectError(.valueError, "substring not found")
      }
      return try space.makeInteger(place)
    },
    BuiltinMethod("startswith", 1, 3) { (space, string, arguments) throws(ObjectError) in
      try space.hasAffix(string, arguments, isEnd: false)
    },
  ]
}

extension ObjectSpace {
  /// Refuses what is no string as an argument.
  func checkString(_ object: ObjectPointer, _ place: String) throws(ObjectError) {
    guard object.type.typeFlags & TypeFlag.stringSubclass != 0 else {
      throw ObjectError(.typeError, "\(place) must be str, not \(nameInErrors(object.type))")
    }
  }

  /// What is searched for and where: the first argument, and what the next two cut out; `nil` for less than nothing.
  fileprivate func searched(
    _ arguments: [ObjectPointer], in string: ObjectPointer, method: String
  ) throws(ObjectError) -> (part: ObjectPointer, range: Range<Int>?) {
    try checkString(arguments[0], "\(method)() argument 1")
    return (arguments[0], try searchRange(arguments.dropFirst(), count: string.stringLength))
  }

  /// The places that a start and an end cut out of a sequence; `nil` where the start lies behind the end.
  func searchRange(
    _ bounds: some RandomAccessCollection<ObjectPointer>, count: Int
  ) throws(ObjectError) -> Range<Int>? {
    var range = [0, count]
    for (place, bound) in bounds.enumerated() where bound != none {
      guard let integer = try indexObject(of: bound) else {
        throw ObjectError(
          .typeError, "slice indices must be integers or None or have an __index__ method")
      }
      defer { release(integer) }
      let value = integer.integerValue ?? (integer.isNegativeInteger ? -Int.max : .max)
      range[place] = value < 0 ? max(value + count, 0) : value
    }
    let end = min(range[1], count)
    return range[0] <= end ? range[0]..<end : nil
  }

  fileprivate func hasAffix(
    _ string: ObjectPointer, _ arguments: [ObjectPointer], isEnd: Bool
  ) throws(ObjectError) -> ObjectPointer {
    let range = try searchRange(arguments.dropFirst(), count: string.stringLength)
    let affix = arguments[0]
    let method = isEnd ? "endswith" : "startswith"
    func matches(_ part: ObjectPointer) -> Bool {
      let count = part.stringLength
      guard let range, range.count >= count else { return false }
      return isAt(isEnd ? range.upperBound - count : range.lowerBound, of: string, part, count)
    }
    if affix.plan.body == .tuple {
      for part in items(of: affix) {
        guard part.type.typeFlags & TypeFlag.stringSubclass != 0 else {
          throw ObjectError(
            .typeError, "tuple for \(method) must only contain str, not \(nameInErrors(part.type))")
        }
        if matches(part) { return trueObject }
      }
      return falseObject
    }
    guard affix.type.typeFlags & TypeFlag.stringSubclass != 0 else {
      throw ObjectError(
        .typeError,
        "\(method) first arg must be str or a tuple of str, not \(nameInErrors(affix.type))")
    }
    return bool(matches(affix))
  }
}
