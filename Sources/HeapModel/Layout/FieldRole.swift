/// What a stretch of an object's memory is there for.
public enum FieldRole: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// The runtime's, before the address that the object is known by: the collector's links, a dictionary.
  case preHeader = 0
  /// What every object begins with: its reference count, its type.
  case header = 1
  /// What an object keeps on itself: lengths, capacities, flags, hashes.
  case bookkeeping = 2
  /// A reference of the runtime's own, such as the one from a list to its items.
  case reference = 3
  /// A reference that the program put there: an attribute, an element.
  case slot = 4
  /// Data that is no reference: digits, characters.
  case value = 5
  /// Room for more that nothing lies in yet.
  case unused = 6
  /// Bytes that only keep the next field at a multiple of its alignment, or that no field covers.
  case padding = 7
  /// What the allocator gave beyond what was asked for.
  case slack = 8
}

extension FieldRole: CustomStringConvertible {
  /// The role in words, for legends and tables.
  public var description: String {
    switch self {
    case .preHeader: "pre-header"
    case .header: "header"
    case .bookkeeping: "bookkeeping"
    case .reference: "reference"
    case .slot: "slot"
    case .value: "value"
    case .unused: "unused"
    case .padding: "padding"
    case .slack: "slack"
    }
  }
}
