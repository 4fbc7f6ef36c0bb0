public import HeapModel

/// How a person names objects of a heap.
///
/// - `type:Session` all objects of a type, by its short or qualified name
/// - `@0x7f12a0` the object at an address
/// - `#17` the object with an index
/// - `t`, `t.child`, `cache["k"]`, `items[3]`, `module.name` a root or a global variable, and what it holds
public enum ObjectSelector: Hashable, Sendable {
  /// All objects whose type has a short or qualified name.
  case type(String)
  /// The object at an address.
  case address(Address)
  /// The object with a number.
  case index(Int)
  /// A root or a global variable, and the way from there.
  case variable(name: String, steps: [Step])

  /// One step from an object to one that it refers to.
  public enum Step: Hashable, Sendable {
    /// To what an attribute holds.
    case attribute(String)
    /// To an element of a sequence, or to the value under a number.
    case index(Int)
    /// To the value under a string.
    case key(String)
    /// To the value under a key that is neither, by the key's text: `(1, 2)`.
    case text(String)
  }

  /// Reads a selector.
  ///
  /// - Parameter text: as above, without spaces around it.
  /// - Throws: ``HeapAnalysisError/invalidSelector(_:column:reason:)``.
  /// - Complexity: O(*n*) in the length of the text.
  public init(parsing text: String) throws(HeapAnalysisError) {
    func failure(_ column: Int, _ reason: String) -> HeapAnalysisError {
      .invalidSelector(text, column: column, reason: reason)
    }
    if text.hasPrefix("type:") {
      let name = text.dropFirst(5)
      guard !name.isEmpty else { throw failure(6, "the type's name is missing") }
      self = .type(String(name))
    } else if text.hasPrefix("@") {
      guard let address = Address(hexadecimal: text.dropFirst()) else {
        throw failure(2, "an address is 0x and up to 16 hexadecimal digits")
      }
      self = .address(address)
    } else if text.hasPrefix("#") {
      let digits = text.dropFirst()
      guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let index = Int(digits) else {
        throw failure(2, "an index is a number from 0")
      }
      self = .index(index)
    } else {
      var parser = PathParser(text: text)
      self = try parser.parse()
    }
  }
}

extension ObjectSelector: CustomStringConvertible {
  /// The selector as it would be written.
  public var description: String {
    switch self {
    case .type(let name): "type:\(name)"
    case .address(let address): "@\(address)"
    case .index(let index): "#\(index)"
    case .variable(let name, let steps): name + steps.map(\.description).joined()
    }
  }
}

extension ObjectSelector.Step: CustomStringConvertible {
  /// The step as it would be written.
  public var description: String {
    switch self {
    case .attribute(let name): ".\(name)"
    case .index(let index): "[\(index)]"
    case .key(let key):
      "[\"\(key.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\"]"
    case .text(let text): "[\(text)]"
    }
  }
}
