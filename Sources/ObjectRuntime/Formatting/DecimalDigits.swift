#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The decimal digits of a finite floating-point number: 0.d₁d₂d₃… × 10^point, without its sign.
struct DecimalDigits {
  /// The digits as ASCII; none for zero.
  var digits: [UInt8]
  /// Where the point stands, counted from before the first digit.
  var point: Int

  /// The fewest digits that tell a number from all others.
  init(shortest value: Double) {
    self.init(text: "\(value.magnitude)".utf8)
  }

  /// Some digits of a number, correctly rounded.
  ///
  /// - Parameters:
  ///   - value: the number.
  ///   - count: how many digits, at least one.
  init(_ value: Double, count: Int) {
    self.init(text: Self.formatted(value.magnitude, count - 1, "e"))
    while digits.count < count { digits.append(0x30) }
    if value == 0 { point = 1 }
  }

  /// The digits of a number up to some places behind the point, correctly rounded.
  init(_ value: Double, places: Int) {
    self.init(text: Self.formatted(value.magnitude, places, "f"))
    while digits.count < point + places { digits.append(0x30) }
  }

  /// The digits of a text as C writes it; zeros at both ends are left out.
  private init(text: some Sequence<UInt8>) {
    var all: [UInt8] = []
    var (exponent, isNegative, isExponent) = (0, false, false)
    var places: Int?
    for byte in text {
      switch byte {
      case 0x2E: places = all.count
      case 0x65: isExponent = true
      case 0x2D: isNegative = true
      case 0x2B: break
      default: if isExponent { exponent = exponent * 10 + Int(byte) - 0x30 } else { all.append(byte) }
      }
    }
    let start = all.firstIndex { $0 != 0x30 } ?? all.count
    point = (places ?? all.count) - start + (isNegative ? -exponent : exponent)
    digits = Array(all[start...])
    while digits.last == 0x30 { digits.removeLast() }
    if digits.isEmpty { point = 0 }
  }

  private static func formatted(_ value: Double, _ precision: Int, _ letter: Character) -> [UInt8] {
    let pattern = "%.*\(letter)"
    var room = 32 + precision
    while true {
      var characters = [CChar](repeating: 0, count: room)
      let written = unsafe withVaList([CInt(clamping: precision), value]) { arguments in
        unsafe vsnprintf(&characters, room, pattern, arguments)
      }
      if Int(written) < room { return characters.prefix(Int(written)).map { UInt8(bitPattern: $0) } }
      room = Int(written) + 1
    }
  }
}
