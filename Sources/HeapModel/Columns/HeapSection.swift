/// The columns and tables of a snapshot, numbered as the sections of the `.heap` format.
public enum HeapSection: UInt32, CaseIterable, Sendable {
  /// Where each string's bytes begin.
  case stringOffsets = 1
  /// The strings' bytes.
  case stringBytes = 2
  /// The types.
  case types = 3
  /// The pairs of type and size.
  case shapes = 4
  /// Each object's shape.
  case objectShapes = 5
  /// Each object's address.
  case addresses = 6
  /// Where each object's references begin.
  case referenceOffsets = 7
  /// Each reference's target.
  case targets = 8
  /// Each reference's kind, strength and label form.
  case descriptors = 9
  /// Each reference's label.
  case labels = 10
  /// The roots.
  case roots = 11
  /// Each object's reference count.
  case referenceCounts = 12
  /// Each object's generation.
  case generations = 13
  /// Each object's flags.
  case flags = 14
  /// Each object's text.
  case texts = 15
  /// Each object's allocation site.
  case allocationSites = 16
  /// Where each allocation site's frames begin.
  case siteOffsets = 17
  /// The frames of allocation sites.
  case siteFrames = 18
  /// Where the snapshot comes from.
  case metadata = 19
  /// What the capture could not see.
  case limitations = 20
  /// Examples of references that lead nowhere.
  case dangling = 21
  /// Each object's count of unowned references.
  case unownedCounts = 22
  /// Each object's count of weak references.
  case weakCounts = 23
  /// The size that was asked for for each object.
  case askedSizes = 24

  /// The size of one element, in bytes.
  package var elementSize: Int {
    switch self {
    case .stringBytes, .generations: 1
    case .descriptors: 2
    case .objectShapes, .referenceOffsets, .targets, .labels, .referenceCounts, .flags, .texts,
      .allocationSites, .siteOffsets, .unownedCounts, .weakCounts, .askedSizes:
      4
    case .stringOffsets, .addresses, .metadata: 8
    case .types, .shapes, .roots, .siteFrames, .limitations, .dangling: 16
    }
  }
}

extension HeapSection: CustomStringConvertible {
  /// The section's name as docs/heap-format.md gives it.
  public var description: String {
    switch self {
    case .stringOffsets: "string offsets"
    case .stringBytes: "string bytes"
    case .types: "types"
    case .shapes: "shapes"
    case .objectShapes: "object shapes"
    case .addresses: "object addresses"
    case .referenceOffsets: "reference offsets"
    case .targets: "reference targets"
    case .descriptors: "reference descriptors"
    case .labels: "reference labels"
    case .roots: "roots"
    case .referenceCounts: "reference counts"
    case .generations: "generations"
    case .flags: "flags"
    case .texts: "texts"
    case .allocationSites: "allocation sites"
    case .siteOffsets: "site offsets"
    case .siteFrames: "site frames"
    case .metadata: "metadata"
    case .limitations: "limitations"
    case .dangling: "dangling references"
    case .unownedCounts: "unowned counts"
    case .weakCounts: "weak counts"
    case .askedSizes: "sizes asked for"
    }
  }
}
