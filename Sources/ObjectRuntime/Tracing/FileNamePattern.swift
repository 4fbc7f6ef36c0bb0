/// A pattern of file names with wildcards, as CPython 3.13's `fnmatch` reads it: `*`, `?`, `[seq]`, `[!seq]`.
package struct FileNamePattern: Hashable, Sendable {
  private enum Element: Hashable {
    case anyText
    case anyCharacter
    case character(Unicode.Scalar)
    case oneOf([ClosedRange<Unicode.Scalar>])
    case noneOf([ClosedRange<Unicode.Scalar>])
  }

  /// The pattern, with `.py` for `.pyc` at its end.
  let text: String
  private let elements: [Element]

  package init(_ text: String) {
    self.text = Self.normalized(text)
    elements = Self.parsed(Array(self.text.unicodeScalars))
  }

  /// Whether a file's name matches as a whole.
  ///
  /// - Complexity: O(*n* *m*) in name and pattern.
  package func matches(_ file: String) -> Bool {
    let name = Array(Self.normalized(file).unicodeScalars)
    var (element, position) = (0, 0)
    // Where to go on when what follows the last `*` does not match: the `*` takes one character more.
    var retry: (element: Int, position: Int)?
    while position < name.count || element < elements.count {
      if element < elements.count, elements[element] == .anyText {
        element += 1
        retry = (element, position)
      } else if element < elements.count, position < name.count,
        Self.matches(name[position], elements[element])
      {
        element += 1
        position += 1
      } else if let last = retry, last.position < name.count {
        retry = (last.element, last.position + 1)
        (element, position) = (last.element, last.position + 1)
      } else {
        return false
      }
    }
    return true
  }

  /// A file of byte code counts as its source.
  private static func normalized(_ file: String) -> String {
    file.utf8.suffix(4).elementsEqual(".pyc".utf8) ? String(file.unicodeScalars.dropLast()) : file
  }

  private static func matches(_ scalar: Unicode.Scalar, _ element: Element) -> Bool {
    switch element {
    case .anyText, .anyCharacter: true
    case .character(let wanted): scalar == wanted
    case .oneOf(let ranges): ranges.contains { $0.contains(scalar) }
    case .noneOf(let ranges): !ranges.contains { $0.contains(scalar) }
    }
  }

  private static func parsed(_ pattern: [Unicode.Scalar]) -> [Element] {
    var elements: [Element] = []
    var position = 0
    while position < pattern.count {
      let scalar = pattern[position]
      position += 1
      switch scalar {
      case "*":
        elements.append(.anyText)
      case "?":
        elements.append(.anyCharacter)
      case "[":
        if let end = endOfSet(in: pattern, from: position) {
          elements.append(set(of: pattern[position..<end]))
          position = end + 1
        } else {
          elements.append(.character("["))
        }
      default:
        elements.append(.character(scalar))
      }
    }
    return elements
  }

  /// Where the `]` is that closes a set; one that stands first belongs to it.
  private static func endOfSet(in pattern: [Unicode.Scalar], from start: Int) -> Int? {
    var position = start
    if position < pattern.count, pattern[position] == "!" { position += 1 }
    if position < pattern.count, pattern[position] == "]" { position += 1 }
    return pattern[min(position, pattern.count)...].firstIndex(of: "]")
  }

  /// What stands between the brackets, as `fnmatch` makes a regular expression of it.
  private static func set(of text: ArraySlice<Unicode.Scalar>) -> Element {
    // Ranges lead from the last of a chunk to the first of the next.
    var chunks = chunks(of: text)
    // A range that ends before it starts has no characters, and takes both its ends away.
    for next in chunks.indices.dropFirst().reversed() where chunks[next - 1].last! > chunks[next].first! {
      chunks[next - 1] = chunks[next - 1].dropLast() + chunks[next].dropFirst()
      chunks.remove(at: next)
    }
    let isNegated = chunks[0].first == "!"
    if isNegated { chunks[0] = chunks[0].dropFirst() }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    for (position, chunk) in chunks.enumerated() {
      ranges += chunk.map { $0...$0 }
      if position > 0, let from = chunks[position - 1].last, let to = chunk.first { ranges.append(from...to) }
    }
    return isNegated ? .noneOf(ranges) : .oneOf(ranges)
  }

  private static func chunks(of text: ArraySlice<Unicode.Scalar>) -> [ArraySlice<Unicode.Scalar>] {
    var chunks: [ArraySlice<Unicode.Scalar>] = []
    var start = text.startIndex
    // A hyphen at the front, and the one right after a range, stand for themselves.
    var search = start + (text.first == "!" ? 2 : 1)
    while search < text.endIndex, let hyphen = text[search...].firstIndex(of: "-") {
      chunks.append(text[start..<hyphen])
      start = hyphen + 1
      search = hyphen + 3
    }
    let rest = text[start...]
    if rest.isEmpty {
      chunks[chunks.count - 1].append("-")
    } else {
      chunks.append(rest)
    }
    return chunks
  }
}
