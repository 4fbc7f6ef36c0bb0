import HeapModel

extension HeapSnapshot {
  /// What an object refers to by a step, in the order of its references.
  func members(of object: ObjectIndex, by step: ObjectSelector.Step) -> [ObjectIndex] {
    switch step {
    case .attribute(let name):
      let direct = targets(of: object) { reference in
        self.isVariable(reference, of: object) && self.name(of: reference) == name
      }
      guard direct.isEmpty else { return direct }
      let matcher = KeyMatcher(string: name)
      return attributeDictionaries(of: object).flatMap { dictionary in
        self.targets(of: dictionary) {
          $0.kind == .dictionaryValue && matcher.matches($0, in: self)
        }
      }
    case .index(let index):
      let matcher = KeyMatcher(text: "\(index)")
      return targets(of: object) {
        switch $0.kind {
        case .dictionaryValue: matcher.matches($0, in: self) || self.label(of: $0) == .index(index)
        case .dictionaryKey: false
        default: self.label(of: $0) == .index(index)
        }
      }
    case .key(let key):
      let matcher = KeyMatcher(string: key)
      return targets(of: object) { $0.kind == .dictionaryValue && matcher.matches($0, in: self) }
    case .text(let text):
      let matcher = KeyMatcher(text: text)
      return targets(of: object) { $0.kind == .dictionaryValue && matcher.matches($0, in: self) }
    }
  }

  /// The names by which an attribute step leads on from an object.
  func memberNames(of object: ObjectIndex) -> [String] {
    let direct = outgoingReferences(of: object).filter { isVariable($0, of: object) }
    let inDictionaries = attributeDictionaries(of: object).flatMap { dictionary in
      outgoingReferences(of: dictionary).filter { $0.kind == .dictionaryValue }
    }
    return (direct + inDictionaries).compactMap { name(of: $0) }
  }

  private func targets(of object: ObjectIndex, where isWanted: (Reference) -> Bool) -> [ObjectIndex] {
    outgoingReferences(of: object).filter(isWanted).map(\.target)
  }

  private func attributeDictionaries(of object: ObjectIndex) -> [ObjectIndex] {
    targets(of: object) { $0.kind == .attributeDictionary }
  }

  /// Whether a reference is what a name behind a dot means: in a plain dictionary, a key is none.
  private func isVariable(_ reference: Reference, of object: ObjectIndex) -> Bool {
    switch reference.kind {
    case .dictionaryKey: false
    case .dictionaryValue: flags(of: object).contains(.module)
    default: true
    }
  }
}

/// Tells whether a dictionary's key is the one that is looked for, without making a string of every key.
private struct KeyMatcher {
  // The contents where a string is looked for.
  private let string: String?
  // Texts of the key that mean it, byte for byte.
  private let texts: [[UInt8]]

  /// Looks for a string.
  init(string: String) {
    self.string = string
    texts = [Array("'\(string)'".utf8), Array("\"\(string)\"".utf8)]
  }

  /// Looks for a key by its text.
  init(text: String) {
    string = nil
    texts = [Array(text.utf8)]
  }

  func matches(_ reference: Reference, in snapshot: HeapSnapshot) -> Bool {
    switch reference.descriptor.labelForm {
    case .none, .index:
      return false
    case .name:
      // The label is the key itself, and no representation of it.
      let name = snapshot.columns.string(reference.rawLabel)
      return name == string || texts.contains { $0.elementsEqual(name.utf8) }
    case .object:
      guard let columnOfTexts = snapshot.columns.texts else { return false }
      let number = Int(columnOfTexts[Int(reference.rawLabel)])
      let offsets = snapshot.columns.stringOffsets
      let range = Int(offsets[number])..<Int(offsets[number + 1])
      let bytes = snapshot.columns.stringBytes
      let isCut = snapshot.flags(of: ObjectIndex(rawValue: reference.rawLabel)).contains(.textCut)
      guard !isCut else { return false }
      if texts.contains(where: { text in
        text.count == range.count && zip(range, text).allSatisfy { bytes[$0] == $1 }
      }) {
        // A text with a backslash in it means something else than what stands there.
        return string == nil || !range.contains { bytes[$0] == UInt8(ascii: "\\") }
      }
      guard let string, range.contains(where: { bytes[$0] == UInt8(ascii: "\\") }) else { return false }
      return PythonText.contents(ofRepr: snapshot.columns.string(UInt32(number))) == string
    }
  }
}
