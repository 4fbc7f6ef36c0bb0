/// A snapshot's columns as they lie in memory and in a `.heap` file.
///
/// What must hold between them is what ``check(_:)`` checks; a snapshot is only made of columns that passed.
package struct HeapColumns: Sendable {
  // Strings: the bytes of string i are stringOffsets[i] ..< stringOffsets[i + 1]; string 0 is empty.
  package var stringOffsets = Column<UInt64>([0, 0])
  package var stringBytes = Column<UInt8>()

  package var types = Column<TypeRecord>()
  package var shapes = Column<ShapeRecord>()

  // Always as many as there are objects.
  package var objectShapes = Column<UInt32>()
  package var addresses = Column<UInt64>()

  // Always object count + 1, from 0 to the reference count.
  package var referenceOffsets = Column<UInt32>([0])
  package var targets = Column<UInt32>()
  // As many as there are references, or absent.
  package var descriptors: Column<UInt16>?
  package var labels: Column<UInt32>?

  package var roots = Column<RootRecord>()

  // As many as there are objects, or absent.
  package var referenceCounts: Column<UInt32>?
  package var generations: Column<UInt8>?
  package var flags: Column<UInt32>?
  package var texts: Column<UInt32>?
  package var allocationSites: Column<UInt32>?
  package var unownedCounts: Column<UInt32>?
  package var weakCounts: Column<UInt32>?
  package var askedSizes: Column<UInt32>?

  // Always site count + 1, or empty.
  package var siteOffsets = Column<UInt32>()
  package var siteFrames = Column<SiteFrameRecord>()

  package var metadata = Column<MetadataRecord>()
  package var limitations = Column<LimitationRecord>()
  package var dangling = Column<DanglingRecord>()
  package var danglingCount: UInt64 = 0
  package var isPartial = false

  package init() {}

  package var objectCount: Int { objectShapes.count }
  package var referenceCount: Int { targets.count }
  package var stringCount: Int { stringOffsets.count - 1 }
  package var siteCount: Int { max(siteOffsets.count - 1, 0) }

  /// The string with a number; bytes that are no UTF-8 are repaired.
  ///
  /// - Complexity: O(*n*) in its length.
  package func string(_ number: UInt32) -> String {
    let offsets = stringOffsets.span
    let start = Int(offsets[Int(number)])
    let end = Int(offsets[Int(number) + 1])
    return unsafe stringBytes.span.extracting(start..<end).withUnsafeBufferPointer { buffer in
      unsafe String(decoding: buffer, as: UTF8.self)
    }
  }

  /// The string with a number, `nil` for number 0, which stands for none.
  package func optionalString(_ number: UInt32) -> String? {
    number == 0 ? nil : string(number)
  }
}
