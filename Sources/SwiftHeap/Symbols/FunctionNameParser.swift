/// Takes from a demangled name what a programmer would not write: modules, types of parameters, how it was specialized.
struct FunctionNameParser {
  private let bytes: [UInt8]
  /// The module that was found to be the function's.
  private(set) var module: String?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  // What stands before the name of the function that the code is of.
  private static let prefixes = [
    "merged ", "partial apply forwarder for ", "partial apply for ", "dispatch thunk of ", "static ",
    "async function pointer to ", "curry thunk of ", "lazy ", "class ", "@objc ", "@nonobjc ", "dynamic ",
    "inlined generic function ", "pre-specialization of ", "@concurrent ", "nonisolated ", "isolated ",
    "method lookup function for ", "thunk for ", "distributed thunk for ",
  ].map { Array($0.utf8) }
  // The same, with a part that varies up to the words at its end.
  private static let variable: [(start: String, end: String)] = [
    ("generic ", " of "), ("function signature ", " of "), ("closure propagation", " of "),
    ("(", " partial function for "), ("protocol witness for ", ""),
  ]

  /// The name; the whole text where nothing is known of its form.
  mutating func name() -> String {
    var start = 0
    skipPrefixes(&start)
    let end = firstOutside(Array(" in conformance ".utf8), from: start) ?? bytes.count
    let parts = split(start..<end, by: " in ")
    guard parts.count > 1, let last = parts.last else { return declaration(start..<end, isLast: true) }
    // `closure #1 (Swift.Int) -> () in Main.f()`: what is around it says whose it is.
    let names = parts.map { part in
      declaration(part.lowerBound..<part.upperBound, isLast: part == last)
    }
    return names.joined(separator: " in ")
  }

  private func has(_ text: [UInt8], at place: Int) -> Bool {
    place + text.count <= bytes.count && bytes[place..<place + text.count].elementsEqual(text)
  }

  private func skipPrefixes(_ place: inout Int) {
    var isChanged = true
    while isChanged {
      isChanged = false
      for prefix in Self.prefixes where has(prefix, at: place) {
        place += prefix.count
        isChanged = true
      }
      for (start, end) in Self.variable where has(Array(start.utf8), at: place) {
        if end.isEmpty {
          place += start.utf8.count
          isChanged = true
        } else if let behind = firstOutside(Array(end.utf8), from: place)
          // Names of operators among what it was specialized for look like brackets.
          ?? first(Array(("> " + end.dropFirst()).utf8), from: place).map({ $0 + 1 })
        {
          place = behind + end.utf8.count
          isChanged = true
        }
      }
    }
  }

  /// The first place of some words that no brackets are around.
  private func firstOutside(_ words: [UInt8], from start: Int) -> Int? {
    var depth = 0
    for place in start..<bytes.count {
      if depth == 0, has(words, at: place) { return place }
      depth += Self.depthChange(of: bytes, at: place)
    }
    return nil
  }

  private func first(_ words: [UInt8], from start: Int) -> Int? {
    (start..<bytes.count).first { has(words, at: $0) }
  }

  // An arrow's head closes nothing.
  private static func depthChange(of bytes: [UInt8], at place: Int) -> Int {
    switch bytes[place] {
    case UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: "["): 1
    case UInt8(ascii: ">"): place > 0 && bytes[place - 1] == UInt8(ascii: "-") ? 0 : -1
    case UInt8(ascii: ")"), UInt8(ascii: "]"): -1
    default: 0
    }
  }

  private func split(_ range: Range<Int>, by words: String) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    while let place = firstOutside(Array(words.utf8), from: start), place < range.upperBound {
      result.append(start..<place)
      start = place + words.utf8.count
    }
    result.append(start..<range.upperBound)
    return result
  }

  /// A declaration without its module, types and result.
  private mutating func declaration(_ range: Range<Int>, isLast: Bool) -> String {
    var place = range.lowerBound
    skipPrefixes(&place)
    for words in ["closure #", "implicit closure #"] where has(Array(words.utf8), at: place) {
      return closure(place..<range.upperBound)
    }
    for words in ["reabstraction thunk ", "one-time initialization "] where has(Array(words.utf8), at: place)
    {
      // The first is of no declaration, the second of a variable whose name stands alone.
      if words.hasPrefix("r") { return "reabstraction thunk" }
      guard let variable = firstOutside(Array(" for ".utf8), from: place), variable + 5 <= range.upperBound
      else { break }
      return text(place..<variable) + " for " + components(variable + 5..<range.upperBound, isLast: false)
    }
    for words in ["default argument ", "variable initialization expression of "] {
      guard has(Array(words.utf8), at: place) else { continue }
      guard let of = firstOutside(Array(" of ".utf8), from: place), of + 4 <= range.upperBound else { break }
      return text(place..<of) + " of " + declaration(of + 4..<range.upperBound, isLast: isLast)
    }
    if has(Array("(extension in ".utf8), at: place),
      let colon = firstOutside([UInt8(ascii: ":")], from: place), colon < range.upperBound
    {
      if isLast, place + 14 < colon { module = text(place + 14..<colon - 1) }
      place = colon + 1
      return components(place..<range.upperBound, isLast: false)
    }
    return components(place..<range.upperBound, isLast: isLast)
  }

  /// `closure #1`.
  private func closure(_ range: Range<Int>) -> String {
    var end = range.lowerBound
    while end < range.upperBound, bytes[end] != UInt8(ascii: "#") { end += 1 }
    end += 1
    while end < range.upperBound, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[end]) { end += 1 }
    return text(range.lowerBound..<min(end, range.upperBound))
  }

  /// The names between dots, and the labels of parameters.
  private mutating func components(_ range: Range<Int>, isLast: Bool) -> String {
    var names: [String] = []
    var place = range.lowerBound
    var current = place
    var labels: String?
    loop: while place < range.upperBound {
      switch bytes[place] {
      case UInt8(ascii: "(") where place == range.lowerBound || isDot(place - 1):
        // `(Session in _97CE410A)`: what is private to a file.
        let close = closing(place, range)
        let inner = firstOutside(Array(" in ".utf8), from: place + 1) ?? close
        names.append(text(place + 1..<min(inner, close)))
        place = close + 1
        current = place
      case UInt8(ascii: "("):
        if current < place { names.append(text(current..<place)) }
        labels = parameterLabels(place..<closing(place, range))
        current = range.upperBound
        break loop
      case UInt8(ascii: "<")
      where place > range.lowerBound && !isDot(place - 1)
        && (place == current || !isOperator(current..<place)):
        if current < place { names.append(text(current..<place)) }
        place = closing(place, range) + 1
        current = place
      case UInt8(ascii: ".") where !isOperator(current..<min(place + 2, range.upperBound)):
        if current < place { names.append(text(current..<place)) }
        place += 1
        current = place
      case UInt8(ascii: " "): break loop
      default: place += 1
      }
    }
    if current < place, current < range.upperBound { names.append(text(current..<place)) }
    if names.count > 1 {
      let first = names.removeFirst()
      if isLast, module == nil { module = first }
    } else if isLast, module == nil, labels == nil {
      // The module's own code.
      module = names.first
    }
    if let last = names.indices.last {
      switch names[last] {
      case "__allocating_init": names[last] = "init"
      case "__deallocating_deinit": names[last] = "deinit"
      default: break
      }
    }
    // What the compiler says of a function beside its name.
    names.removeAll { $0.hasPrefix("@") }
    names = names.map { $0.replacing("$__lazy_storage_$_", with: "") }
    let name = names.joined(separator: ".")
    return labels.map { name + $0 } ?? name
  }

  private func isDot(_ place: Int) -> Bool { bytes[place] == UInt8(ascii: ".") }

  private func isOperator(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { "+-*/<>=!&|^~%.?".utf8.contains($0) }
  }

  private func closing(_ open: Int, _ range: Range<Int>) -> Int {
    var depth = 0
    for place in open..<range.upperBound {
      depth += Self.depthChange(of: bytes, at: place)
      if depth == 0 { return place }
    }
    return range.upperBound
  }

  /// `(name:_:)` for `(name: Swift.String, Swift.Int)`.
  private func parameterLabels(_ range: Range<Int>) -> String {
    guard range.count > 1 else { return "()" }
    var labels = ""
    for part in split(range.lowerBound + 1..<range.upperBound, by: ", ") {
      var end = part.lowerBound
      while end < part.upperBound, bytes[end] != UInt8(ascii: ":"), bytes[end] != UInt8(ascii: " "),
        Self.depthChange(of: bytes, at: end) == 0
      {
        end += 1
      }
      let isLabel = end < part.upperBound && bytes[end] == UInt8(ascii: ":")
      labels += isLabel ? text(part.lowerBound..<end) + ":" : "_:"
    }
    return "(" + labels + ")"
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
