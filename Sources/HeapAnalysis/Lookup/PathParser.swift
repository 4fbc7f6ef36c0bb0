/// Reads `name.attribute[3]["key"]`.
struct PathParser {
  private let text: String
  private let characters: [Character]
  private var place = 0

  init(text: String) {
    self.text = text
    characters = Array(text)
  }

  private func failure(_ reason: String) -> HeapAnalysisError {
    .invalidSelector(text, column: place + 1, reason: reason)
  }

  mutating func parse() throws(HeapAnalysisError) -> ObjectSelector {
    let name = try parseName()
    var steps: [ObjectSelector.Step] = []
    while place < characters.count {
      if characters[place] == "." {
        place += 1
        steps.append(.attribute(try parseName()))
      } else {
        steps.append(try parseSubscript())
      }
    }
    return .variable(name: name, steps: steps)
  }

  private mutating func parseName() throws(HeapAnalysisError) -> String {
    let start = place
    while place < characters.count, characters[place] != ".", characters[place] != "[" {
      // Names of roots may hold much, `<module>` for one; brackets that close nothing are mistakes.
      if characters[place] == "]" { throw failure("this bracket closes nothing") }
      place += 1
    }
    guard place > start else { throw failure("a name is missing") }
    return String(characters[start..<place])
  }

  private mutating func parseSubscript() throws(HeapAnalysisError) -> ObjectSelector.Step {
    guard characters[place] == "[" else { throw failure("a dot or a bracket is missing") }
    let opening = place
    place += 1
    let start = place
    var depth = 1
    var quote: Character?
    while place < characters.count {
      let character = characters[place]
      if character == "\\", quote != nil {
        place += 2
        continue
      }
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if "[({".contains(character) {
        depth += 1
      } else if "])}".contains(character) {
        depth -= 1
        if depth == 0 { break }
      }
      place += 1
    }
    guard place < characters.count, characters[place] == "]" else {
      place = opening
      throw failure("this bracket is not closed")
    }
    let inside = String(characters[start..<place])
    guard !inside.isEmpty else { throw failure("an index or a key is missing") }
    place += 1
    if let contents = PythonText.contents(ofRepr: inside) { return .key(contents) }
    if inside.utf8.allSatisfy({ (48...57).contains($0) }), let index = Int(inside) { return .index(index) }
    return .text(inside)
  }
}
