/// Functions and their files, each pair held once, and each string once.
struct TracedCodes: Sendable {
  private struct Entry {
    let function: String?
    let file: String
  }

  /// Tells codes apart by the bytes of both strings.
  private struct Key: Hashable {
    let function: Int?
    let file: Int
  }

  private var entries: [Entry] = []
  private var numbers: [Key: UInt32] = [:]
  private var strings: [String] = []
  private var stringNumbers: [Spelling: Int] = [:]
  private var stringBytes = 0

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

  mutating func code(function: String?, file: String) -> TracedFrame.Code {
    let functionNumber = function.map { stringNumber(of: $0) }
    let fileNumber = stringNumber(of: file)
    let key = Key(function: functionNumber, file: fileNumber)
    if let number = numbers[key] { return TracedFrame.Code(rawValue: number) }
    let number = UInt32(entries.count)
    entries.append(Entry(function: functionNumber.map { strings[$0] }, file: strings[fileNumber]))
    numbers[key] = number
    return TracedFrame.Code(rawValue: number)
  }

  func frame(_ frame: TracedFrame) -> AllocationFrame {
    let entry = entries[Int(frame.code.rawValue)]
    return AllocationFrame(function: entry.function, file: entry.file, line: Int(frame.line))
  }

  /// The bytes that the tables take, and the strings that do not fit their places.
  var ownSize: Int {
    entries.capacity * MemoryLayout<Entry>.stride + strings.capacity * MemoryLayout<String>.stride
      + numbers.capacity * (MemoryLayout<Key>.stride + MemoryLayout<UInt32>.stride)
      + stringNumbers.capacity * (MemoryLayout<Spelling>.stride + MemoryLayout<Int>.stride) + stringBytes
  }

  private mutating func stringNumber(of string: String) -> Int {
    if let number = stringNumbers[Spelling(string: string)] { return number }
    let number = strings.count
    strings.append(string)
    stringNumbers[Spelling(string: string)] = number
    // A string of up to 15 bytes lies in its place; a longer one has a header and a byte at its end.
    if string.utf8.count > 15 { stringBytes += string.utf8.count + 33 }
    return number
  }
}
