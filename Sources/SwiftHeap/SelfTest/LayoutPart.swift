/// A part of how the Swift runtime and the allocator lay out memory, which captures rely on.
public enum LayoutPart: String, CaseIterable, Sendable {
  /// Live objects are found, by the allocator's own lists.
  case allocator
  /// Objects begin with metadata that name their class.
  case objects
  /// The counts of strong, unowned and weak references.
  case counts
  /// Stored properties are where reflection metadata say, those of superclasses and of nested structs included.
  case properties
  /// Weak references lead to side tables.
  case weakReferences
  /// Unowned and unmanaged references.
  case unownedReferences
  /// The elements of arrays.
  case arrays
  /// The keys and values of dictionaries.
  case dictionaries
  /// The elements of sets.
  case sets
  /// The storage of strings.
  case strings
  /// Values of enumerations tell their case.
  case enumerations
  /// Values of any type, in their container or in a box.
  case existentials
  /// The boxes of errors.
  case errors
  /// What closures captured.
  case closures
  /// The boxes of captured variables.
  case boxes

  /// What is checked, in words.
  public var title: String {
    switch self {
    case .allocator: "live objects, by the allocator's lists"
    case .objects: "classes of objects"
    case .counts: "strong, unowned and weak counts"
    case .properties: "stored properties"
    case .weakReferences: "weak references"
    case .unownedReferences: "unowned and unmanaged references"
    case .arrays: "elements of arrays"
    case .dictionaries: "keys and values of dictionaries"
    case .sets: "elements of sets"
    case .strings: "storage of strings"
    case .enumerations: "cases of enumerations"
    case .existentials: "values of any type"
    case .errors: "boxes of errors"
    case .closures: "captures of closures"
    case .boxes: "boxes of captured variables"
    }
  }

  /// What a capture does where this part is not as expected.
  public var fallback: String {
    switch self {
    case .allocator: "objects are looked for in all memory"
    case .objects: "types may be wrong or missing"
    case .counts: "leaked cycles cannot be told for sure"
    default: "their references are found by a search of memory, without names, and marked as inferred"
    }
  }
}

/// Whether a part of memory's layout is as captures expect it.
public struct LayoutCheck: Hashable, Sendable {
  /// The part.
  public let part: LayoutPart
  /// What was found in place of what was expected; `nil` where all is well.
  public let failure: String?

  /// Whether all is well.
  public var isPassed: Bool { failure == nil }
}
