/// A stretch of memory that belongs to one object, field by field.
///
/// Offsets count from ``address``, which need not be where the block begins: what a runtime keeps before an
/// object has negative offsets.
public struct MemoryBlock: Hashable, Sendable {
  /// The least and the greatest offset that there can be, in bytes: no process has more memory.
  static let offsetLimits = -(1 << 48)...(1 << 48)

  /// What the block is to its object: `items`, `keys`.
  public let title: String
  /// The address that offsets count from.
  public let address: Address
  /// The bytes that belong to the object, as offsets from ``address``.
  public let offsets: Range<Int>
  /// How many bytes the allocator set aside for them, `nil` where that is not known.
  public let allocatedSize: ByteCount?
  /// What lies in the block, in the order of the offsets.
  ///
  /// Fields do not overlap; where none is, nothing is known.
  public let fields: [MemoryField]

  /// Makes a block.
  ///
  /// Traps where the parts contradict each other: a block without bytes or beyond the address space, fields out
  /// of order, over each other or outside the block, and an allocation smaller than the block.
  ///
  /// - Parameters:
  ///   - title: what the block is to its object.
  ///   - address: the address that offsets count from.
  ///   - offsets: the bytes that belong to the object, in bytes from the address.
  ///   - allocatedSize: how many bytes the allocator set aside for them, `nil` where that is not known.
  ///   - fields: what lies in the block, in the order of the offsets.
  /// - Complexity: O(*n*) in the number of fields.
  public init(
    title: String, address: Address, offsets: Range<Int>, allocatedSize: ByteCount? = nil,
    fields: [MemoryField]
  ) {
    precondition(!offsets.isEmpty, "Block '\(title)' has no bytes; leave it out")
    precondition(
      Self.offsetLimits.contains(offsets.lowerBound) && Self.offsetLimits.contains(offsets.upperBound),
      "Block '\(title)' is larger than any memory")
    precondition(
      Self.isInMemory(address, offsets.lowerBound) && Self.isInMemory(address, offsets.upperBound),
      "Block '\(title)' with offsets \(offsets) at \(address) leaves the address space")
    var end = offsets.lowerBound
    for field in fields {
      precondition(
        field.offset >= end,
        "Field '\(field.name)' at offset \(field.offset) of block '\(title)' starts before offset \(end), "
          + "where the one before it ends")
      end = field.offsets.upperBound
    }
    precondition(
      end <= offsets.upperBound,
      "The last field of block '\(title)' ends at offset \(end), after the block, which ends at "
        + "\(offsets.upperBound)")
    if let allocatedSize {
      precondition(
        allocatedSize >= ByteCount(offsets.count)
          && allocatedSize.rawValue <= UInt64(Self.offsetLimits.upperBound),
        "Block '\(title)' of \(offsets.count) bytes cannot lie in \(allocatedSize.rawValue) allocated bytes")
    }
    self.title = title
    self.address = address
    self.offsets = offsets
    self.allocatedSize = allocatedSize
    self.fields = fields
  }

  private static func isInMemory(_ address: Address, _ offset: Int) -> Bool {
    offset < 0
      ? address.rawValue >= offset.magnitude
      : !address.rawValue.addingReportingOverflow(UInt64(offset)).overflow
  }

  /// The number of bytes that belong to the object.
  public var size: ByteCount { ByteCount(offsets.count) }

  /// How many bytes the allocator set aside beyond what belongs to the object; none where that is not known.
  public var slack: ByteCount {
    ByteCount(rawValue: (allocatedSize ?? size).rawValue - size.rawValue)
  }

  /// Where the block begins: at ``address``, or before it where there are negative offsets.
  public var startAddress: Address { address(at: offsets.lowerBound) }

  /// The address of an offset.
  ///
  /// - Parameter offset: an offset of the block, or the one after its last.
  public func address(at offset: Int) -> Address {
    precondition(
      offsets.contains(offset) || offset == offsets.upperBound,
      "Offset \(offset) is not in block '\(title)' with offsets \(offsets)")
    return Address(rawValue: UInt64(truncatingIfNeeded: Int(truncatingIfNeeded: address.rawValue) &+ offset))
  }

  /// The offset of an address, `nil` where it is in no byte of the block.
  public func offset(of address: Address) -> Int? {
    guard address >= startAddress else { return nil }
    let distance = address.rawValue - startAddress.rawValue
    return distance < size.rawValue ? offsets.lowerBound + Int(distance) : nil
  }

  /// The fields, and one of padding for each stretch that no field covers, and one for the allocator's slack.
  ///
  /// - Complexity: O(*n*) in the number of fields.
  public var everyField: [MemoryField] {
    var every: [MemoryField] = []
    every.reserveCapacity(fields.count + 2)
    var end = offsets.lowerBound
    func fill(to offset: Int) {
      guard offset > end else { return }
      every.append(
        MemoryField(at: end, size: ByteCount(offset - end), name: "", role: .padding))
    }
    for field in fields {
      fill(to: field.offset)
      every.append(field)
      end = field.offsets.upperBound
    }
    fill(to: offsets.upperBound)
    if slack > .zero {
      every.append(MemoryField(at: offsets.upperBound, size: slack, name: "", role: .slack))
    }
    return every
  }
}
