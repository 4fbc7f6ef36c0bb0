public import HeapModel

/// Which references a question follows.
public struct ReferenceSelection: Hashable, Sendable {
  /// The strengths that are followed.
  public var strengths: Set<ReferenceStrength>
  /// The kinds that are not followed.
  public var excludedKinds: Set<ReferenceKind>
  /// Whether references are followed that the runtime's own collector does not report.
  public var includesUntraced: Bool
  /// Whether references are followed that a scan of memory found and that may be none.
  public var includesInferred: Bool

  /// Makes a selection; what is left out is followed.
  ///
  /// - Parameters:
  ///   - strengths: the strengths that are followed.
  ///   - excludedKinds: the kinds that are not followed.
  ///   - includesUntraced: whether references are followed that the runtime's collector does not report.
  ///   - includesInferred: whether references are followed that a scan of memory found.
  public init(
    strengths: Set<ReferenceStrength> = Set(ReferenceStrength.allCases),
    excludedKinds: Set<ReferenceKind> = [], includesUntraced: Bool = true, includesInferred: Bool = true
  ) {
    self.strengths = strengths
    self.excludedKinds = excludedKinds
    self.includesUntraced = includesUntraced
    self.includesInferred = includesInferred
  }

  /// Every reference.
  public static let all = ReferenceSelection()

  /// What keeps objects alive: the strong references, whether the runtime's collector reports them or not.
  public static let strong = ReferenceSelection(strengths: [.strong])

  /// What the runtime's own collector reports, and nothing else: objgraph's view (`gc.get_referents`).
  public static let traced = ReferenceSelection(includesUntraced: false)

  /// Whether a reference is followed.
  ///
  /// - Complexity: O(1).
  public func contains(_ reference: Reference) -> Bool {
    DescriptorFilter(self).accepts(reference.descriptor.rawValue)
  }
}

/// A selection in the form that inner loops ask: a few bits against a reference's descriptor.
package struct DescriptorFilter: Hashable, Sendable {
  // Bit s is set where strength s is followed.
  private let strengths: UInt16
  // Bit k is set where kind k is followed; kinds of a later format count as unknown, and have its bit.
  private let kinds: UInt32
  // The descriptor's bits that must not be set.
  private let refused: UInt16
  /// Whether every reference is followed, so that descriptors need not be looked at.
  package let acceptsAll: Bool

  package init(_ selection: ReferenceSelection) {
    var strengths: UInt16 = 0
    for strength in selection.strengths { strengths |= 1 << UInt16(strength.rawValue) }
    var kinds = UInt32.max
    for kind in selection.excludedKinds { kinds &= ~(1 << UInt32(kind.rawValue)) }
    if selection.excludedKinds.contains(.unknown) {
      kinds &= 1 << UInt32(ReferenceKind.allCases.count) - 1
    }
    self.strengths = strengths
    self.kinds = kinds
    refused = (selection.includesUntraced ? 0 : 1 << 12) | (selection.includesInferred ? 0 : 1 << 13)
    acceptsAll = strengths == 0b1111 && kinds == .max && refused == 0
  }

  /// Whether references with a descriptor are followed.
  @inline(__always)
  package func accepts(_ descriptor: UInt16) -> Bool {
    let kind = UInt32(descriptor & 0xFF)
    let known = kind < 32 ? kind : 0
    return descriptor & refused == 0 && strengths >> (descriptor >> 8 & 3) & 1 != 0
      && kinds >> known & 1 != 0
  }
}
