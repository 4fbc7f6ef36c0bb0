/// An amount of memory, in bytes.
public struct ByteCount: RawRepresentable, Hashable, Comparable, Sendable, BitwiseCopyable {
  /// The number of bytes.
  public let rawValue: UInt64

  /// Makes an amount of a number of bytes.
  ///
  /// - Parameter rawValue: the number of bytes.
  @inlinable
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// Makes an amount of a number of bytes.
  ///
  /// - Parameter bytes: the number of bytes; traps where it is negative.
  @inlinable
  public init(_ bytes: Int) {
    self.rawValue = UInt64(bytes)
  }

  /// No bytes.
  @inlinable
  public static var zero: ByteCount { ByteCount(rawValue: 0) }

  /// Orders amounts by size.
  @inlinable
  public static func < (left: ByteCount, right: ByteCount) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The sum of two amounts, at most 2⁶⁴ − 1: what a damaged heap claims must not trap.
  @inlinable
  public static func + (left: ByteCount, right: ByteCount) -> ByteCount {
    let (sum, overflow) = left.rawValue.addingReportingOverflow(right.rawValue)
    return ByteCount(rawValue: overflow ? .max : sum)
  }

  /// Adds an amount, up to 2⁶⁴ − 1.
  @inlinable
  public static func += (left: inout ByteCount, right: ByteCount) {
    left = left + right
  }
}

extension ByteCount: CustomStringConvertible {
  /// The amount with the unit that suits it: `48 B`, `1.5 KiB`, `12 MiB`.
  public var description: String {
    guard rawValue >= 1024 else { return "\(rawValue) B" }
    let units = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
    var amount = Double(rawValue) / 1024
    var unit = 0
    // 1023.95 is what one decimal would round up to 1024.
    while amount >= 1023.95, unit + 1 < units.count {
      amount /= 1024
      unit += 1
    }
    let tenths = (amount * 10).rounded() / 10
    let isWhole = tenths >= 100 || tenths == tenths.rounded()
    return (isWhole ? "\(Int(amount.rounded()))" : "\(tenths)") + " \(units[unit])"
  }
}
