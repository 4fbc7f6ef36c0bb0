public import HeapModel

extension HeapSnapshot {
  /// A reference's label as a person would write it behind its holder: `name`, `[3]`, `['key']`.
  ///
  /// - Parameter reference: a reference of this snapshot.
  /// - Returns: an attribute's or a variable's name; an index in brackets; a dictionary's key in brackets, where
  ///   a key without a text stands as its type's short name: `[Point]`; `__dict__` for an unlabelled attribute
  ///   dictionary; `nil` where the reference has no label.
  /// - Complexity: O(1), and the length of the text.
  public func labelText(of reference: Reference) -> String? {
    switch label(of: reference) {
    case .name(let name):
      // What a program has as keys may come from anywhere, and is not to steer a terminal.
      return reference.kind == .dictionaryValue ? "['\(Self.visible(name))']" : Self.visible(name)
    case .index(let index):
      return "[\(index)]"
    case .object(let key):
      return "[\(text(of: key) ?? type(of: key).name)]"
    case nil:
      return reference.kind == .attributeDictionary ? "__dict__" : nil
    }
  }

  /// A text with control characters, and those that turn the direction of writing, written as in a literal.
  private static func visible(_ text: String) -> String {
    func isControl(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
    }
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isControl(scalar) {
        visible.append(contentsOf: scalar.escaped(asASCII: true).unicodeScalars)
      } else {
        visible.append(scalar)
      }
    }
    return String(visible)
  }

  /// A reference's label as it stands behind its holder: `.parent`, `[3]`; empty where it has none.
  ///
  /// - Complexity: O(1), and the length of the text.
  public func accessText(of reference: Reference) -> String {
    guard let text = labelText(of: reference) else { return "" }
    return text.hasPrefix("[") ? text : "." + text
  }

  /// The name that a reference stands for, without brackets or quotes: an attribute's, a variable's, or that of
  /// a dictionary's value whose key is a string.
  ///
  /// - Parameter reference: a reference of this snapshot.
  /// - Returns: the name, `nil` where the label is none, an index, or a key that is no complete string.
  /// - Complexity: O(1), and the length of the name.
  public func name(of reference: Reference) -> String? {
    switch label(of: reference) {
    case .name(let name): return name
    case .object(let key):
      guard !flags(of: key).contains(.textCut), let text = text(of: key) else { return nil }
      return PythonText.contents(ofRepr: text)
    case .index, nil:
      return reference.kind == .attributeDictionary ? "__dict__" : nil
    }
  }
}
