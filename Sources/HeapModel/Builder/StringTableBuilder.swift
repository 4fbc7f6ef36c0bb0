/// Numbers strings as they come, each one once; number 0 is the empty string.
struct StringTableBuilder {
  /// A string by its bytes: Swift holds two spellings of one letter to be equal, but a dictionary of the captured
  /// program may have both as keys.
  private struct Spelling: Hashable {
    let string: String

    static func == (left: Spelling, right: Spelling) -> Bool {
      left.string.utf8.elementsEqual(right.string.utf8)
    }

    func hash(into hasher: inout Hasher) {
      var string = string
      string.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  private var numbers: [Spelling: UInt32] = [Spelling(string: ""): 0]
  private(set) var offsets: [UInt64] = [0, 0]
  private(set) var bytes: [UInt8] = []

  mutating func number(of string: String) -> UInt32 {
    let spelling = Spelling(string: string)
    if let number = numbers[spelling] { return number }
    let number = UInt32(offsets.count - 1)
    numbers[spelling] = number
    bytes.append(contentsOf: string.utf8)
    offsets.append(UInt64(bytes.count))
    return number
  }

  mutating func number(of string: String?) -> UInt32 {
    string.map { number(of: $0) } ?? 0
  }
}
