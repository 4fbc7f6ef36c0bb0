/// What a source may know of an object beyond its type, size and address.
///
/// A reference count given to one object must be given to all; everything else may be left out of some.
public struct ObjectDetails: Sendable {
  /// How many references the runtime counts; more than 4,294,967,295 are kept as that.
  public var referenceCount: Int?
  /// How many unowned references the runtime counts.
  public var unownedCount: Int?
  /// How many weak references the runtime counts.
  public var weakCount: Int?
  /// The bytes that were asked for, where the allocator may have given more.
  public var askedSize: ByteCount?
  /// The collector's generation.
  public var generation: Generation?
  /// What the runtime says of the object.
  public var flags: ObjectFlags
  /// A short text that tells the object from its like.
  public var text: String?
  /// Where the object was made.
  public var allocationSite: AllocationSite?

  /// Makes details; what is left out is unknown.
  ///
  /// - Parameters:
  ///   - referenceCount: how many references the runtime counts.
  ///   - generation: the collector's generation.
  ///   - flags: what the runtime says of the object.
  ///   - text: a short text that tells the object from its like.
  ///   - allocationSite: where the object was made.
  public init(
    referenceCount: Int? = nil, generation: Generation? = nil, flags: ObjectFlags = [], text: String? = nil,
    allocationSite: AllocationSite? = nil
  ) {
    self.referenceCount = referenceCount
    self.generation = generation
    self.flags = flags
    self.text = text
    self.allocationSite = allocationSite
  }
}
