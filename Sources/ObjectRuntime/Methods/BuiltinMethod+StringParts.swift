extension BuiltinMethod {
  /// Methods of strings that take them apart or put them together.
  static let stringParts: [BuiltinMethod] = [
    BuiltinMethod("join", 1) { (space, string, arguments) throws(ObjectError) in
      try space.join(arguments[0], with: string)
    },
    BuiltinMethod("lstrip", 0, 1) { (space, string, arguments) throws(ObjectError) in
      try space.strip(string, arguments, atStart: true, atEnd: false, method: "lstrip")
    },
    BuiltinMethod("partition", 1) { (space, string, arguments) throws(ObjectError) in
      try space.partition(string, arguments[0], isLast: false)
    },
    BuiltinMethod("removeprefix", 1) { (space, string, arguments) throws(ObjectError) in
      try space.checkString(arguments[0], "removeprefix() argument")
      let (length, count) = (string.stringLength, arguments[0].stringLength)
      let has = count <= length && space.isAt(0, of: string, arguments[0], count)
      return try space.substring(of: string, (has ? count : 0)..<length)
    },
    BuiltinMethod("removesuffix", 1) { (space, string, arguments) throws(ObjectError) in
      try space.checkString(arguments[0], "removesuffix() argument")
      let (length, count) = (string.stringLength, arguments[0].stringLength)
      let has = count <= length && space.isAt(length - count, of: string, arguments[0], count)
      return try space.substring(of: string, 0..<(has ? length - count : length))
    },
    BuiltinMethod("replace", BuiltinParameters("old", "new", "count", required: 2, positionalOnly: 2)) {
      (space, string, arguments) throws(ObjectError) in
      try space.replace(in: string, arguments)
    },
    BuiltinMethod("rpartition", 1) { (space, string, arguments) throws(ObjectError) in
      try space.partition(string, arguments[0], isLast: true)
    },
    BuiltinMethod("rsplit", BuiltinParameters("sep", "maxsplit")) {
      (space, string, arguments) throws(ObjectError) in
      try space.split(string, arguments, fromEnd: true)
    },
    BuiltinMethod("rstrip", 0, 1) { (space, string, arguments) throws(ObjectError) in
      try space.strip(string, arguments, atStart: false, atEnd: true, method: "rstrip")
    },
    BuiltinMethod("split", BuiltinParameters("sep", "maxsplit")) {
      (space, string, arguments) throws(ObjectError) in
      try space.split(string, arguments, fromEnd: false)
    },
    BuiltinMethod("splitlines", BuiltinParameters("keepends")) {
      (space, string, arguments) throws(ObjectError) in
      let keeps = try arguments[0].map { (value) throws(ObjectError) in try space.isTrue(value) } ?? false
      return try space.splitLines(string, keepsEnds: keeps)
    },
    BuiltinMethod("strip", 0, 1) { (space, string, arguments) throws(ObjectError) in
      try space.strip(string, arguments, atStart: true, atEnd: true, method: "strip")
    },
  ]
}

extension ObjectSpace {
  /// Strings that an object gives, with another one between them; owned by the caller.
  fileprivate func join(_ parts: ObjectPointer, with separator: ObjectPointer) throws(ObjectError)
    -> ObjectPointer
  {
    let elements: [ObjectPointer]
    do throws(ObjectError) {
      elements = try iterateFast(parts)
    } catch {
      guard error.kind == .typeError, specialMethod(names.iterator, of: parts) == nil else { throw error }
      throw ObjectError(.typeError, "can only join an iterable")
    }
    defer { for element in elements { release(element) } }
    for (place, element) in elements.enumerated()
    where element.type.typeFlags & TypeFlag.stringSubclass == 0 {
      throw ObjectError(
        .typeError,
        "sequence item \(place): expected str instance, \(nameInErrors(element.type)) found")
    }
    return try joinStrings(elements, separator: separator)
  }

  fileprivate func strip(
    _ string: ObjectPointer, _ arguments: [ObjectPointer], atStart: Bool, atEnd: Bool, method: String
  ) throws(ObjectError) -> ObjectPointer {
    var set: [UInt32]?
    if let given = arguments.first, given != none {
      guard given.type.typeFlags & TypeFlag.stringSubclass != 0 else {
        throw ObjectError(.typeError, "\(method) arg must be None or str")
      }
      set = given.codePoints
    }
    func goes(_ point: UInt32) -> Bool { set?.contains(point) ?? UnicodeCharacter(point).isSpace }
    var (start, end) = (0, string.stringLength)
    if atStart { while start < end, goes(string.character(at: start)) { start += 1 } }
    if atEnd { while end > start, goes(string.character(at: end - 1)) { end -= 1 } }
    return try substring(of: string, start..<end)
  }

  fileprivate func partition(
    _ string: ObjectPointer, _ separator: ObjectPointer, isLast: Bool
  ) throws(ObjectError) -> ObjectPointer {
    guard separator.type.typeFlags & TypeFlag.stringSubclass != 0 else {
      throw ObjectError(.typeError, "must be str, not \(nameInErrors(separator.type))")
    }
    let (length, count) = (string.stringLength, separator.stringLength)
    guard count > 0 else { throw ObjectError(.valueError, "empty separator") }
    let place =
      isLast ? findLast(separator, in: string, 0..<length) : find(separator, in: string, 0..<length)
    guard let place else {
      let whole = try substring(of: string, 0..<length)
      defer { release(whole) }
      return try makeTuple(isLast ? [emptyString, emptyString, whole] : [whole, emptyString, emptyString])
    }
    let before = try substring(of: string, 0..<place)
    defer { release(before) }
    let behind = try substring(of: string, place + count..<length)
    defer { release(behind) }
    return try makeTuple([before, separator, behind])
  }

  fileprivate func replace(in string: ObjectPointer, _ arguments: [ObjectPointer?]) throws(ObjectError)
    -> ObjectPointer
  {
    guard let old = arguments[0], let new = arguments[1] else { return string.retained() }
    try checkString(old, "replace() argument 1")
    try checkString(new, "replace() argument 2")
    let given = try arguments[2].map { (value) throws(ObjectError) in try machineIndex(value) } ?? -1
    let limit = given < 0 ? Int.max : given
    let (length, count) = (string.stringLength, old.stringLength)
    var places: [Int] = []
    if count == 0 {
      places = Array((0...length).prefix(limit))
    } else {
      var start = 0
      while places.count < limit, let place = find(old, in: string, start..<length) {
        places.append(place)
        start = place + count
      }
    }
    if places.isEmpty || stringsAreEqual(old, new) { return try substring(of: string, 0..<length) }
    let added = new.stringLength
    let (change, overflows) = (added - count).multipliedReportingOverflow(by: places.count)
    guard !overflows else { throw ObjectError(.overflowError, "replace string is too long") }
    try checkRoom(length + change, unit: StringState(string).width, copies: 1)
    if length + change == 0 { return emptyString }
    var largest = string.largestCodePoint
    if largest > 0x7F, count > 0 {
      // What is replaced may have been the widest.
      var (rest, last): (UInt32, Int) = (0, 0)
      for place in places + [length] {
        for index in last..<place { rest = max(rest, string.character(at: index)) }
        last = place + count
      }
      largest = rest
    }
    let result = try makeStringStorage(
      length: length + change, largest: max(largest, added == 0 ? 0 : widest(new)))
    var (from, to) = (0, 0)
    for place in places {
      copyAny(from..<place, of: string, to: result, at: to)
      to += place - from
      copyAny(0..<added, of: new, to: result, at: to)
      to += added
      from = place + count
    }
    copyAny(from..<length, of: string, to: result, at: to)
    return result
  }

  fileprivate func widest(_ string: ObjectPointer) -> UInt32 {
    if string.largestCodePoint == 0x7F { return 0x7F }
    return (0..<string.stringLength).reduce(0) { max($0, string.character(at: $1)) }
  }

  /// Copies characters to a storage that may also be narrower, where they fit.
  fileprivate func copyAny(
    _ range: Range<Int>, of source: ObjectPointer, to target: ObjectPointer, at place: Int
  ) {
    guard StringState(source).width > StringState(target).width else {
      return copyCharacters(range, of: source, to: target, at: place)
    }
    let (data, width) = (target.characterData, StringState(target).width)
    for (offset, index) in range.enumerated() {
      let point = source.character(at: index)
      if width == 1 {
        data[byte: place + offset] = UInt8(truncatingIfNeeded: point)
      } else {
        data[uint16: 2 * (place + offset)] = UInt16(truncatingIfNeeded: point)
      }
    }
  }

  // MARK: Splitting

  fileprivate func split(
    _ string: ObjectPointer, _ arguments: [ObjectPointer?], fromEnd: Bool
  ) throws(ObjectError) -> ObjectPointer {
    let given = try arguments[1].map { (value) throws(ObjectError) in try machineIndex(value) } ?? -1
    let limit = given < 0 ? Int.max : given
    let length = string.stringLength
    var ranges: [Range<Int>] = []
    // As many pieces as there can be at most, of which CPython makes room for twelve.
    var most = limit == Int.max ? max(length - 1, 0) / 2 + 1 : limit
    if let separator = arguments[0], separator != none {
      guard separator.type.typeFlags & TypeFlag.stringSubclass != 0 else {
        throw ObjectError(.typeError, "must be str or None, not \(nameInErrors(separator.type))")
      }
      let count = separator.stringLength
      guard count > 0 else { throw ObjectError(.valueError, "empty separator") }
      if limit == Int.max { most = length / count + 1 }
      if fromEnd {
        var end = length
        while ranges.count < limit, let place = findLast(separator, in: string, 0..<end) {
          ranges.append(place + count..<end)
          end = place
        }
        ranges.append(0..<end)
        ranges.reverse()
      } else {
        var start = 0
        while ranges.count < limit, let place = find(separator, in: string, start..<length) {
          ranges.append(start..<place)
          start = place + count
        }
        ranges.append(start..<length)
      }
    } else {
      ranges = words(0..<length, limit: limit, fromEnd: fromEnd) {
        UnicodeCharacter(string.character(at: $0)).isSpace
      }
    }
    return try makeList(count: ranges.count, room: min(most, 11) + 1) { (index) throws(ObjectError) in
      try substring(of: string, ranges[index])
    }
  }

  /// What white space separates, and behind so many the rest without the space at its other end.
  func words(_ range: Range<Int>, limit: Int, fromEnd: Bool, _ isSpace: (Int) -> Bool) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var (start, end) = (range.lowerBound, range.upperBound)
    if fromEnd {
      while true {
        while end > start, isSpace(end - 1) { end -= 1 }
        if end == start { break }
        var first = ranges.count == limit ? start : end
        while first > start, !isSpace(first - 1) { first -= 1 }
        ranges.append(first..<end)
        if ranges.count > limit { break }
        end = first
      }
      return ranges.reversed()
    }
    while true {
      while start < end, isSpace(start) { start += 1 }
      if start == end { break }
      var last = ranges.count == limit ? end : start
      while last < end, !isSpace(last) { last += 1 }
      ranges.append(start..<last)
      start = last
    }
    return ranges
  }

  fileprivate func splitLines(_ string: ObjectPointer, keepsEnds: Bool) throws(ObjectError) -> ObjectPointer {
    var lines: [Range<Int>] = []
    var (start, index) = (0, 0)
    let length = string.stringLength
    while index < length {
      let point = string.character(at: index)
      guard UnicodeCharacter(point).isLineEnd else {
        index += 1
        continue
      }
      let end = index
      index += point == 0x0D && index + 1 < length && string.character(at: index + 1) == 0x0A ? 2 : 1
      lines.append(start..<(keepsEnds ? index : end))
      start = index
    }
    if start < length { lines.append(start..<length) }
    return try makeList(count: lines.count) { (index) throws(ObjectError) in
      try substring(of: string, lines[index])
    }
  }

  /// A list of objects that are made one after the other.
  ///
  /// - Parameter room: for how many of them there is room from the start.
  func makeList(
    count: Int, room: Int = 0, _ make: (Int) throws(ObjectError) -> ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    let list = try makeListStorage(capacity: room)
    try fillNew(list) { () throws(ObjectError) in
      for index in 0..<count {
        let element = try make(index)
        defer { release(element) }
        try appendInRoom(element, to: list)
      }
    }
    return list
  }
}
