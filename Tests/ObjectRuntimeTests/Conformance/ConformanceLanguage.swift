import Foundation

/// One operation of a conformance scenario: its tokens, and the block that follows it, if any.
struct ConformanceStatement: Sendable {
  var tokens: [String]
  var block: [ConformanceStatement]?

  /// The statement on one line, as the record names it.
  var text: String {
    let line = tokens.joined(separator: " ")
    guard let block else { return line }
    return "\(line) { \(block.map(\.text).joined(separator: "; ")) }"
  }

  /// What follows the first word.
  var label: String {
    text.firstIndex(of: " ").map { String(text[text.index(after: $0)...]) } ?? text
  }
}

/// A scenario of the conformance corpus.
struct ConformanceScenario: Sendable {
  var name: String
  var body: [ConformanceStatement]

  /// The subject, which is the first part of the name.
  var subject: String { String(name.prefix { $0 != "/" }) }
}

/// The language in which `scenarios/` are written: README.md beside it describes it.
enum ConformanceLanguage {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// All scenarios of a file's text, every `for` written out.
  static func scenarios(_ text: String) throws -> [ConformanceScenario] {
    var tokens = try tokenize(text)[...]
    let statements = try expand(parse(&tokens), [:])
    guard tokens.isEmpty else { throw Failure(description: "a closing brace too many") }
    return try statements.map { statement in
      guard statement.tokens.count == 2, statement.tokens[0] == "scenario", let block = statement.block else {
        throw Failure(description: "only scenarios stand outside of scenarios: \(statement.text)")
      }
      return ConformanceScenario(name: statement.tokens[1], body: block)
    }
  }

  private enum Token {
    case word(String)
    case open, close, end
  }

  private static func tokenize(_ text: String) throws -> [Token] {
    var tokens: [Token] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first == "#" {
        rest = rest.drop { $0 != "\n" }
      } else if first == "\n" || first == ";" {
        tokens.append(.end)
        rest.removeFirst()
      } else if first == " " || first == "\t" {
        rest.removeFirst()
      } else if first == "{" || first == "}" {
        tokens.append(first == "{" ? .open : .close)
        rest.removeFirst()
      } else if let match = try #/b?"(?:[^"\\\n]|\\.)*"/#.prefixMatch(in: rest) {
        tokens.append(.word(String(match.output)))
        rest = rest[match.range.upperBound...]
      } else {
        let word = rest.prefix { !$0.isWhitespace && !";{}\"".contains($0) }
        tokens.append(.word(String(word)))
        rest = rest.dropFirst(word.count)
      }
    }
    return tokens
  }

  private static func parse(_ tokens: inout ArraySlice<Token>) throws -> [ConformanceStatement] {
    var statements: [ConformanceStatement] = []
    var words: [String] = []
    func finish(_ block: [ConformanceStatement]? = nil) {
      if !words.isEmpty { statements.append(ConformanceStatement(tokens: words, block: block)) }
      words = []
    }
    while let token = tokens.first {
      switch token {
      case .word(let word):
        words.append(word)
        tokens.removeFirst()
      case .end:
        finish()
        tokens.removeFirst()
      case .open:
        tokens.removeFirst()
        let block = try parse(&tokens)
        guard tokens.first != nil else { throw Failure(description: "a block without its end") }
        tokens.removeFirst()
        finish(block)
      case .close:
        finish()
        return statements
      }
    }
    finish()
    return statements
  }

  private static func expand(
    _ statements: [ConformanceStatement], _ values: [String: String]
  ) throws -> [ConformanceStatement] {
    var result: [ConformanceStatement] = []
    for statement in statements {
      let tokens = statement.tokens.map { replace($0, values) }
      if tokens[0] == "for" {
        for row in try rows(tokens) {
          result += try expand(statement.block ?? [], values.merging(row) { $1 })
        }
      } else {
        result.append(
          ConformanceStatement(tokens: tokens, block: try statement.block.map { try expand($0, values) }))
      }
    }
    return result
  }

  private static func replace(_ token: String, _ values: [String: String]) -> String {
    guard token.contains("$") else { return token }
    let isText = token.hasPrefix("\"") || token.hasPrefix("b\"")
    return token.replacing(#/\$(?:(\w+)|\((\w+)\))/#) { match in
      let value = values[String(match.output.1 ?? match.output.2 ?? "")] ?? ""
      return isText && value.hasPrefix("\"") ? String(value.dropFirst().dropLast()) : value
    }
  }

  private static func rows(_ tokens: [String]) throws -> [[String: String]] {
    guard let split = tokens.firstIndex(of: "in") else { throw Failure(description: "for without in") }
    let names = tokens[1..<split]
    var words = Array(tokens[(split + 1)...])
    if names.count == 1, words.count == 1, let match = words[0].wholeMatch(of: #/(-?\d+)\.\.(-?\d+)/#),
      let first = Int(match.output.1), let last = Int(match.output.2)
    {
      words = (first...last).map(String.init)
    }
    let series = words.filter { $0 != "|" }
    return stride(from: 0, to: series.count, by: names.count).map { start in
      Dictionary(uniqueKeysWithValues: zip(names, series[start..<start + names.count]))
    }
  }
}

/// What a real CPython did: the lines of each scenario.
enum ConformanceRecord {
  static func lines(_ text: String) -> [String: [String]] {
    var record: [String: [String]] = [:]
    var name = ""
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("  ") {
        record[name, default: []].append(String(line.dropFirst(2)))
      } else {
        name = String(line)
        record[name] = []
      }
    }
    return record
  }
}
