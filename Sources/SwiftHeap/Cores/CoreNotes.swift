/// The notes of a core file: threads, the process, what was mapped.
///
/// The structures are `elf_prstatus` and `elf_prpsinfo` of `sys/procfs.h`; the list of files is `NT_FILE` of core(5).
struct CoreNotes {
  private(set) var process = CoreFile.Process()
  private let file: MappedFile

  private enum NoteType {
    static let threadStatus: UInt32 = 1
    static let processInformation: UInt32 = 3
    static let auxiliaryVector: UInt32 = 6
    static let mappedFiles: UInt32 = 0x4649_4C45
  }

  init(_ entries: [CoreHeader.Entry], in file: MappedFile) throws(CoreFileProblem) {
    self.file = file
    for entry in entries {
      let (end, isTooFar) = entry.offset.addingReportingOverflow(entry.fileSize)
      guard !isTooFar else { throw .damaged(part: "a program header", offset: entry.place) }
      guard end <= UInt64(file.count) else { throw .truncated(expected: end, actual: UInt64(file.count)) }
      try read(entry.offset..<end)
    }
    guard process.mappedRanges != nil else { throw .noFileTable }
    guard !process.threads.isEmpty else { throw .noThreads }
    if process.identifier == 0 { process.identifier = process.threads[0].identifier }
  }

  private mutating func read(_ notes: Range<UInt64>) throws(CoreFileProblem) {
    var place = notes.lowerBound
    while place + 12 <= notes.upperBound {
      guard let nameSize = file.load(place, as: UInt32.self),
        let size = file.load(place + 4, as: UInt32.self),
        let type = file.load(place + 8, as: UInt32.self)
      else { return }
      let start = place + 12 + (UInt64(nameSize) + 3) & ~3
      let end = start + UInt64(size)
      guard end <= notes.upperBound else { throw .damaged(part: "a note", offset: place) }
      if nameSize == 5, file.text(place + 12) == "CORE" {
        switch type {
        case NoteType.threadStatus: try readThread(start..<end)
        case NoteType.processInformation: readProcess(start..<end)
        case NoteType.auxiliaryVector: readAuxiliaryVector(start..<end)
        case NoteType.mappedFiles: try readMappedFiles(start..<end)
        default: break
        }
      }
      place = (end + 3) & ~3
    }
  }

  private func word(_ place: UInt64, in note: Range<UInt64>) -> UInt64? {
    guard place >= note.lowerBound, place <= note.upperBound, note.upperBound - place >= 8 else { return nil }
    return file.load(place, as: UInt64.self)
  }

  #if arch(arm64)
    /// 31 registers, the stack pointer, the place in the program, flags.
    private static let registers = 0..<31
    private static let stackPointer = 31
    private static let registerCount = 34
  #else
    /// `user_regs_struct`: those that hold values of the program, in which the stack pointer is not.
    private static let registers = 0..<15
    private static let stackPointer = 19
    private static let registerCount = 27
  #endif
  private static let registersOffset: UInt64 = 112

  private mutating func readThread(_ note: Range<UInt64>) throws(CoreFileProblem) {
    let start = note.lowerBound + Self.registersOffset
    guard let identifier = file.load(note.lowerBound + 32, as: Int32.self),
      start + 8 * UInt64(Self.registerCount) <= note.upperBound,
      let stackPointer = word(start + 8 * UInt64(Self.stackPointer), in: note)
    else { throw .damaged(part: "a thread's note", offset: note.lowerBound) }
    process.threads.append(
      FrozenProcess.Thread(
        identifier: identifier, stackPointer: stackPointer,
        registers: Self.registers.compactMap { word(start + 8 * UInt64($0), in: note) }))
  }

  private mutating func readProcess(_ note: Range<UInt64>) {
    guard note.upperBound - note.lowerBound >= 136 else { return }
    process.identifier = file.load(note.lowerBound + 24, as: Int32.self) ?? 0
    let bytes = unsafe file.bytes(note.lowerBound + 56..<note.lowerBound + 136).map { unsafe Array($0) } ?? []
    let text = String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    process.arguments = String(text.reversed().drop { $0 == " " }.reversed())
  }

  private mutating func readAuxiliaryVector(_ note: Range<UInt64>) {
    var place = note.lowerBound
    while let key = word(place, in: note), key != 0, let value = word(place + 8, in: note) {
      switch key {
      case 9: process.entry = value
      case 25: process.stack = value
      default: break
      }
      place += 16
    }
  }

  /// How many, and the size in which offsets are counted; then three words for each; then the names.
  private mutating func readMappedFiles(_ note: Range<UInt64>) throws(CoreFileProblem) {
    let damage = CoreFileProblem.damaged(part: "the list of mapped files", offset: note.lowerBound)
    guard let count = word(note.lowerBound, in: note), let pageSize = word(note.lowerBound + 8, in: note),
      count <= (note.upperBound - note.lowerBound - 16) / 24, pageSize > 0, pageSize <= 1 << 30
    else { throw damage }
    var ranges: [CoreFile.MappedRange] = []
    let names = unsafe file.bytes(note.lowerBound + 16 + 24 * count..<note.upperBound).map {
      unsafe Array($0)
    }
    var rest = (names ?? [])[...]
    for number in 0..<count {
      let place = note.lowerBound + 16 + 24 * number
      guard let start = word(place, in: note), let end = word(place + 8, in: note), start <= end,
        let page = word(place + 16, in: note), let length = rest.firstIndex(of: 0)
      else { throw damage }
      let text = String(decoding: rest[..<length], as: UTF8.self)
      rest = rest[(length + 1)...]
      let (offset, isTooFar) = page.multipliedReportingOverflow(by: pageSize)
      guard !isTooFar, offset.addingReportingOverflow(end - start).overflow == false else { throw damage }
      if start < end {
        ranges.append(CoreFile.MappedRange(range: start..<end, fileOffset: offset, path: text))
      }
    }
    ranges.sort { $0.range.lowerBound < $1.range.lowerBound }
    for (one, next) in zip(ranges, ranges.dropFirst()) where one.range.overlaps(next.range) { throw damage }
    process.mappedRanges = ranges
  }
}
