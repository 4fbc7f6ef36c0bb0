/// Names that are not ASCII, as RFC 3492 encodes them, with the letters that Swift uses for digits.
enum Punycode {
  /// Decodes a name to UTF-8; `nil` where it is none.
  static func decode(_ input: ArraySlice<UInt8>) -> [UInt8]? {
    guard input.count <= 4096 else { return nil }
    var output: [UInt32] = []
    var rest = input
    if let delimiter = input.lastIndex(of: UInt8(ascii: "_")) {
      for letter in input[..<delimiter] {
        guard letter < 0x80 else { return nil }
        output.append(UInt32(letter))
      }
      rest = input[(delimiter + 1)...]
    }
    var n: UInt32 = 128
    var i: UInt32 = 0
    var bias: UInt32 = 72
    while let first = rest.first {
      let before = i
      var weight: UInt32 = 1
      var k: UInt32 = 36
      var letter: UInt8? = first
      while true {
        guard let digitLetter = letter else { return nil }
        rest = rest.dropFirst()
        let digit: UInt32
        switch digitLetter {
        case 97...122: digit = UInt32(digitLetter - 97)
        // Digits are letters as well, since a digit would end the name.
        case 65...74: digit = UInt32(digitLetter - 65) + 26
        default: return nil
        }
        let (product, isTooLarge) = digit.multipliedReportingOverflow(by: weight)
        let (sum, isSumTooLarge) = i.addingReportingOverflow(product)
        guard !isTooLarge, !isSumTooLarge else { return nil }
        i = sum
        let t = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias
        if digit < t { break }
        let (nextWeight, isWeightTooLarge) = weight.multipliedReportingOverflow(by: 36 - t)
        guard !isWeightTooLarge else { return nil }
        weight = nextWeight
        k += 36
        letter = rest.first
      }
      let count = UInt32(output.count) + 1
      var delta = before == 0 ? (i - before) / 700 : (i - before) / 2
      delta += delta / count
      k = 0
      while delta > 455 {
        delta /= 35
        k += 36
      }
      bias = k + 36 * delta / (delta + 38)
      let (point, isTooLarge) = n.addingReportingOverflow(i / count)
      guard !isTooLarge, point <= 0x10FFFF else { return nil }
      n = point
      i %= count
      output.insert(n, at: Int(i))
      i += 1
    }
    var result: [UInt8] = []
    for value in output {
      // Letters that Swift's names may not have are moved to where no letters are.
      let point = value >= 0xD800 && value < 0xD880 ? value - 0xD800 : value
      guard let scalar = Unicode.Scalar(point) else { return nil }
      result += Array(String(Character(scalar)).utf8)
    }
    return result
  }
}
