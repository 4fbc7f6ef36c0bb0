/// Which kind of memory a block belongs to, where a process has more than one: tracemalloc's address spaces.
public struct AllocationDomain: RawRepresentable, Hashable, Comparable, Sendable, BitwiseCopyable {
  /// The domain's number.
  public let rawValue: UInt32

  /// Makes a domain of its number.
  ///
  /// - Parameter rawValue: the number; 0 is the runtime's own memory.
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The runtime's own memory, that of its objects.
  public static let runtime = AllocationDomain(rawValue: 0)

  /// Orders domains by number.
  public static func < (left: AllocationDomain, right: AllocationDomain) -> Bool {
    left.rawValue < right.rawValue
  }
}
