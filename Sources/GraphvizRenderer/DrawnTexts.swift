/// The texts in a picture, as the eye sees them, one string a line.
///
/// That is after Graphviz has resolved escapes, entities, records and markup.
package struct DrawnTexts: Sendable, Hashable {
  /// The lines at each node, by the node's name.
  package var nodes: [String: [String]] = [:]
  /// The lines at each edge, in the order of ``ParsedGraph/edges``.
  package var edges: [[String]] = []
  /// The lines at each cluster, by the cluster's name.
  package var clusters: [String: [String]] = [:]
  /// The lines at the graph itself.
  package var graph: [String] = []

  /// The texts in a list of xdot drawing operations.
  ///
  /// An operation is a letter and its operands. A text is given as its length in bytes, ` -` and the bytes.
  /// Source: <https://graphviz.org/docs/outputs/canon/#xdot>.
  ///
  /// - Complexity: O(*n*) time in bytes.
  static func texts(inOperations operations: String) -> [String] {
    var texts: [String] = []
    var rest = Array(operations.utf8)[...]

    func nextWord() -> ArraySlice<UInt8> {
      rest = rest.drop { $0 == UInt8(ascii: " ") }
      let word = rest.prefix { $0 != UInt8(ascii: " ") }
      rest = rest[word.endIndex...]
      return word
    }
    func skipWords(_ count: Int) {
      for _ in 0..<count where !rest.isEmpty { _ = nextWord() }
    }
    func nextCount() -> Int {
      max(0, Int(String(decoding: nextWord(), as: UTF8.self)) ?? 0)
    }
    func nextText() -> String {
      let count = nextCount()
      rest = rest.drop { $0 == UInt8(ascii: " ") }.dropFirst()  // The hyphen.
      let text = rest.prefix(count)
      rest = rest[text.endIndex...]
      return String(decoding: text, as: UTF8.self)
    }

    while let operation = nextWord().first {
      switch operation {
      case UInt8(ascii: "T"):
        skipWords(4)
        texts.append(nextText())
      case UInt8(ascii: "E"), UInt8(ascii: "e"): skipWords(4)
      case UInt8(ascii: "P"), UInt8(ascii: "p"), UInt8(ascii: "L"), UInt8(ascii: "B"), UInt8(ascii: "b"):
        skipWords(2 * min(nextCount(), rest.count))
      case UInt8(ascii: "C"), UInt8(ascii: "c"), UInt8(ascii: "S"): _ = nextText()
      case UInt8(ascii: "F"):
        skipWords(1)
        _ = nextText()
      case UInt8(ascii: "I"):
        skipWords(4)
        _ = nextText()
      case UInt8(ascii: "t"): skipWords(1)
      default: break
      }
    }
    return texts
  }
}
