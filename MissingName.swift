/// A name that was looked for in vain, and those that might have been meant.
package struct MissingName: Sendable {
  /// Where it was looked for.
  package enum Kind: Sendable {
    /// A variable: a `NameError`.
    case variable
    /// An attribute: an `AttributeError`.
    case attribute
    /// What an import takes from a module: an `ImportError`.
    case imported
  }

  package var kind: Kind
  package var name: String
  /// What there is, in the order in which it is tried: of a variable the names of the innermost entry, local ones,
  /// global ones, built-in ones; else what `dir` lists of the object. Empty where there is no such list.
  package var candidates: [String]
  /// Whether the innermost entry's `self` has an attribute of the name, which is what was meant then.
  package var isAttributeOfSelf = false
  /// Whether the object is the innermost entry's `self`, whose underscored attributes may be told.
  package var isSelf = false

  package init(_ kind: Kind, _ name: String, candidates: [String]) {
    self.kind = kind
    self.name = name
    self.candidates = candidates
  }

  /// What is added to the message; empty where nothing is near.
  ///
  /// - Complexity: O(*n*) in the candidates, of which a name must be shorter than 40 bytes to be compared.
  var hint: String {
    let suggestion = suggestion
    var hint = suggestion.map { ". Did you mean: '\($0)'?" } ?? ""
    if kind == .variable, StandardModules.names.contains(name) {
      hint += suggestion == nil ? ". Did" : " Or did"
      hint += " you forget to import '\(name)'?"
    }
    return hint
  }

  /// The name that was meant, as far as can be told.
  package var suggestion: String? {
    if kind == .variable, isAttributeOfSelf { return "self.\(name)" }
    let hidesUnderscored =
      kind != .variable && !name.hasPrefix("_") && !(kind == .attribute && isSelf)
    let shown = hidesUnderscored ? candidates.filter { !$0.hasPrefix("_") } : candidates
    return NameDistance.nearest(to: name, in: shown)
  }
}
