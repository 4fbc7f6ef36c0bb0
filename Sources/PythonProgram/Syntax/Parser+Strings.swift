extension Parser {
  /// Strings that follow each other, which are one.
  mutating func strings() throws(ProgramError) -> Expression {
    let start = token.range
    var isBytes: Bool?
    var parts: [FormattedPart] = []
    var bytes: [UInt8] = []
    var isFormatted = false
    while token.kind == .string || token.kind == .formattedStart {
      let token = token
      let literal = StringLiteral(token.text)
      if let known = isBytes, known != literal.isBytes {
        while self.token.kind == .string { index += 1 }
        throw ProgramError("cannot mix bytes and nonbytes literals", self.token.range)
      }
      isBytes = literal.isBytes
      index += 1
      if token.kind == .formattedStart {
        isFormatted = true
        for part in try formattedParts(isRaw: literal.isRaw) { add(part, to: &parts) }
      } else if literal.isBytes {
        bytes += try literal.bytes(at: token.range)
      } else {
        add(
          .text(try StringLiteral.codePoints(literal.body, isRaw: literal.isRaw, at: token.range)), to: &parts
        )
      }
    }
    let range = range(from: start)
    if isBytes == true { return Expression(.constant(.bytes(bytes)), range) }
    if isFormatted { return Expression(.formatted(parts), range) }
    guard case .text(let points)? = parts.first else { return Expression(.constant(.string([])), range) }
    return Expression(.constant(.string(points)), range)
  }

  /// Adds a part; texts that follow each other become one.
  private func add(_ part: FormattedPart, to parts: inout [FormattedPart]) {
    if case .text(let points) = part {
      if points.isEmpty { return }
      if case .text(let before)? = parts.last {
        parts[parts.count - 1] = .text(before + points)
        return
      }
    }
    parts.append(part)
  }

  private mutating func formattedParts(isRaw: Bool) throws(ProgramError) -> [FormattedPart] {
    var parts: [FormattedPart] = []
    while token.kind != .formattedEnd {
      try readPart(isRaw: isRaw, into: &parts)
    }
    index += 1
    return parts
  }

  private mutating func readPart(isRaw: Bool, into parts: inout [FormattedPart]) throws(ProgramError) {
    if token.kind == .formattedText {
      index += 1
      let points = try StringLiteral.codePoints(previous.text[...], isRaw: isRaw, at: previous.range)
      return add(.text(points), to: &parts)
    }
    guard isAt("{") else { throw invalid("f-string: invalid syntax") }
    for part in try nested({ (parser) throws(ProgramError) in try parser.field(isRaw: isRaw) }) {
      add(part, to: &parts)
    }
  }

  /// A replacement field; with `=` its own text stands before it.
  private mutating func field(isRaw: Bool) throws(ProgramError) -> [FormattedPart] {
    let open = token.range
    index += 1
    for sign in ["}", "!", ":", "="] where isAt(sign) {
      throw ProgramError("f-string: valid expression required before '\(sign)'", token.range)
    }
    let value = isAt("yield") ? try yieldExpression() : try expressionList()
    var shown: [FormattedPart] = []
    let isDocumented = take("=")
    if isDocumented {
      let first = source.offset(ofLine: open.end.line) + open.end.column
      let last = source.offset(ofLine: token.range.start.line) + token.range.start.column
      let text = String(decoding: source.bytes[first..<last], as: UTF8.self)
      shown.append(.text(text.unicodeScalars.map(\.value)))
    }
    var conversion: Character?
    if take("!") {
      guard token.kind == .name else {
        throw ProgramError("f-string: invalid conversion character", token.range)
      }
      guard ["r", "s", "a"].contains(token.text) else {
        throw ProgramError(
          "f-string: invalid conversion character '\(token.text)': expected 's', 'r', or 'a'", token.range)
      }
      conversion = token.text.first
      index += 1
    }
    var specification: [FormattedPart]?
    if take(":") {
      var parts: [FormattedPart] = []
      while !isAt("}") { try readPart(isRaw: isRaw, into: &parts) }
      specification = parts
    }
    guard take("}") else {
      if specification != nil { throw invalid("f-string: expecting '}'") }
      if conversion != nil { throw invalid("f-string: expecting ':' or '}'") }
      if isDocumented { throw invalid("f-string: expecting '!', or ':', or '}'") }
      var isStarred = false
      if case .starred = value.kind { isStarred = true }
      if startsExpression, !isStarred { throw forgottenComma(after: value) }
      throw invalid("f-string: expecting '=', or '!', or ':', or '}'")
    }
    if isDocumented, conversion == nil, specification == nil { conversion = "r" }
    return shown + [.field(value, conversion: conversion, specification: specification)]
  }
}
