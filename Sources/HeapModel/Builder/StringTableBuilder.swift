/// Numbers strings as they come, each one once; number 0 is the empty string.
struct StringTableBuilder {
  private var numbers: [String: UInt32] = ["": 0]
  private(set) var offsets: [UInt64] = [0, 0]
  private(set) var bytes: [UInt8] = []

  mutating func number(of string: String) -> UInt32 {
    if let number = numbers[string] { return number }
    let number = UInt32(offsets.count - 1)
    numbers[string] = number
    bytes.append(contentsOf: string.utf8)
    offsets.append(UInt64(bytes.count))
    return number
  }

  mutating func number(of string: String?) -> UInt32 {
    string.map { number(of: $0) } ?? 0
  }
}
