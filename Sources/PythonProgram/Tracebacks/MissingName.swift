/// A name that was not found, and those that may have been meant.
package struct MissingName: Sendable {
  package enum Kind: Sendable {
    /// A variable, of a `NameError`; and whether the code has a local `self` that has an attribute so named.
    case variable(isAttributeOfSelf: Bool)
    /// An attribute, of an `AttributeError`; and whether the object is the code's own `self`.
    case attribute(ofSelf: Bool)
    /// A name that was imported from a module, of an `ImportError`.
    case imported
  }

  package var kind: Kind
  package var name: String
  /// The names that there are, in CPython's order: of a variable the local names, the global and the built-in ones;
  /// of others what `dir` gives.
  package var candidates: [String]

  package init(_ kind: Kind, _ name: String, candidates: [String]) {
    self.kind = kind
    self.name = name
    self.candidates = candidates
  }

  /// What the message is followed by; empty where nothing is alike.
  var hint: String {
    let nearest = suggestion
    var hint = nearest.map { ". Did you mean: '\($0)'?" } ?? ""
    if case .variable = kind, StandardModules.names.contains(name) {
      hint += nearest == nil ? ". Did" : " Or did"
      hint += " you forget to import '\(name)'?"
    }
    return hint
  }

  private var suggestion: String? {
    var showsPrivate = name.hasPrefix("_")
    switch kind {
    case .variable(let isAttributeOfSelf):
      if isAttributeOfSelf { return "self.\(name)" }
      showsPrivate = true
    case .attribute(let ofSelf): showsPrivate = showsPrivate || ofSelf
    case .imported: break
    }
    return NameSuggestion.nearest(
      to: name, among: showsPrivate ? candidates : candidates.filter { !$0.hasPrefix("_") })
  }
}
