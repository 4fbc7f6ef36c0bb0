/// One field of a block of memory: so many bytes at an offset, and what lies in them.
public struct MemoryField: Hashable, Sendable {
  /// Where the field starts, in bytes from the block's address; negative before it.
  public let offset: Int
  /// How many bytes it takes, at least one.
  public let size: ByteCount
  /// Its name: a field's of the runtime, an attribute's, an index in brackets.
  public let name: String
  /// What it is there for.
  public let role: FieldRole
  /// What lies in it, as it is to be shown: `3`, `0x7f12a0`, `"Tree"`; `nil` where there is nothing to say.
  public let value: String?
  /// What it refers to, `nil` where it is no reference or an empty one.
  public let reference: FieldReference?

  /// Makes a field.
  ///
  /// - Parameters:
  ///   - offset: where it starts, in bytes from the block's address, negative before it.
  ///   - size: how many bytes it takes. Traps where that is none, or where the field would leave 48-bit memory.
  ///   - name: its name.
  ///   - role: what it is there for.
  ///   - value: what lies in it, as it is to be shown; with a reference and without a value, the reference's
  ///     address is shown.
  ///   - reference: what it refers to.
  public init(
    at offset: Int, size: ByteCount, name: String, role: FieldRole, value: String? = nil,
    reference: FieldReference? = nil
  ) {
    precondition(size > .zero, "Field '\(name)' at offset \(offset) has no bytes; leave it out")
    precondition(
      MemoryBlock.offsetLimits.contains(offset)
        && size.rawValue <= UInt64(MemoryBlock.offsetLimits.upperBound - offset),
      "Field '\(name)' at offset \(offset) with \(size.rawValue) bytes is larger than any memory")
    self.offset = offset
    self.size = size
    self.name = name
    self.role = role
    self.value = value
    self.reference = reference
  }

  /// The bytes that the field takes, as offsets from the block's address.
  public var offsets: Range<Int> { offset..<offset + Int(size.rawValue) }
}
