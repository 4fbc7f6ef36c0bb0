extension HeapSnapshotBuilder {
  /// An allocation site that many objects have, in the form in which they keep it.
  package struct EncodedSite: Sendable, BitwiseCopyable {
    fileprivate var number: UInt32
  }

  /// Encodes a site once for many objects.
  package mutating func encoded(_ site: AllocationSite) -> EncodedSite {
    EncodedSite(number: siteNumber(of: site))
  }

  /// Says where the object was made that was added last.
  ///
  /// - Complexity: O(1) amortized, without a look at the site's texts.
  package mutating func setSiteOfLastObject(_ site: EncodedSite) {
    guard objectCount > 0 else { return }
    Self.set(site.number, at: ObjectIndex(objectCount - 1), in: &sites, filler: 0)
  }
}
