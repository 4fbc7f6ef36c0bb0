/// An integer of any size, as slow and plain as can be: what scenarios compute with.
struct BigNumber: Equatable {
  var isNegative = false
  /// Digits of 30 bits, least significant first, none of them a leading zero.
  var digits: [UInt32] = []

  init(isNegative: Bool = false, digits: [UInt32]) {
    self.digits = digits
    while self.digits.last == 0 { self.digits.removeLast() }
    self.isNegative = isNegative && !self.digits.isEmpty
  }

  init(decimal: String) {
    var number = BigNumber(digits: [])
    let ten = BigNumber(digits: [10])
    for character in decimal where character != "-" {
      number = number * ten + BigNumber(digits: [UInt32(character.wholeNumberValue ?? 0)])
    }
    self.init(isNegative: decimal.hasPrefix("-"), digits: number.digits)
  }

  private static func isLess(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    if left.count != right.count { return left.count < right.count }
    for (first, second) in zip(left.reversed(), right.reversed()) where first != second {
      return first < second
    }
    return false
  }

  static func + (left: BigNumber, right: BigNumber) -> BigNumber {
    if left.isNegative == right.isNegative {
      var digits: [UInt32] = []
      var carry: UInt32 = 0
      for index in 0..<max(left.digits.count, right.digits.count) + 1 {
        let sum =
          carry + (index < left.digits.count ? left.digits[index] : 0)
          + (index < right.digits.count ? right.digits[index] : 0)
        digits.append(sum & 0x3FFF_FFFF)
        carry = sum >> 30
      }
      return BigNumber(isNegative: left.isNegative, digits: digits)
    }
    let isSwapped = isLess(left.digits, right.digits)
    let (large, small) = isSwapped ? (right, left) : (left, right)
    var digits: [UInt32] = []
    var borrow: Int64 = 0
    for index in large.digits.indices {
      var difference =
        Int64(large.digits[index]) - (index < small.digits.count ? Int64(small.digits[index]) : 0) - borrow
      borrow = difference < 0 ? 1 : 0
      if difference < 0 { difference += 1 << 30 }
      digits.append(UInt32(difference))
    }
    return BigNumber(isNegative: large.isNegative, digits: digits)
  }

  static prefix func - (number: BigNumber) -> BigNumber {
    BigNumber(isNegative: !number.isNegative, digits: number.digits)
  }

  static func - (left: BigNumber, right: BigNumber) -> BigNumber { left + -right }

  static func * (left: BigNumber, right: BigNumber) -> BigNumber {
    var digits = [UInt64](repeating: 0, count: left.digits.count + right.digits.count + 1)
    for (i, first) in left.digits.enumerated() {
      var carry: UInt64 = 0
      for (j, second) in right.digits.enumerated() {
        let value = digits[i + j] + UInt64(first) * UInt64(second) + carry
        digits[i + j] = value & 0x3FFF_FFFF
        carry = value >> 30
      }
      digits[i + right.digits.count] += carry
    }
    return BigNumber(
      isNegative: left.isNegative != right.isNegative, digits: digits.map { UInt32($0) })
  }
}
