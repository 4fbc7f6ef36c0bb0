/// A unit's part of `.debug_line`, which tells of each address what line it is of, as section 6.2 of DWARF 5 describes it.
struct LineProgram {
  /// The files' paths, as the program numbers them.
  private(set) var files: [String]
  private var instructions: DebugCursor
  private var header: Header

  struct Header {
    var version: UInt16 = 0
    var offsetSize: UInt8 = 4
    var addressSize: UInt8 = 8
    var instructionLength: UInt64 = 1
    var lineBase: Int64 = 0
    var lineRange: UInt8 = 1
    var opcodeBase: UInt8 = 1
    var operandCounts: [UInt8] = []
  }

  /// A line of a file.
  struct Place: Hashable {
    /// The number of the file.
    var file: Int
    /// From 1; 0 where the compiler made the code for no line.
    var line: Int
  }

  /// What a program says of an address.
  struct Answer {
    var place: Place
    /// The last line before that is one, and where its code begins.
    var lastLine: (place: Place, address: UInt64)?
  }

  /// Reads a program's head.
  ///
  /// - Parameters:
  ///   - cursor: where it begins; afterwards where the next one does.
  ///   - directory: what names of files are relative to, where known.
  /// - Returns: `nil` where it makes no sense or is of another version.
  init?(_ cursor: inout DebugCursor, in sections: DebugSections, directory: String? = nil) {
    guard let (unit, offsetSize) = cursor.unit() else {
      cursor.skip(.max)
      return nil
    }
    var contents = unit
    var header = Header()
    header.offsetSize = offsetSize
    header.version = contents.fixed(UInt16.self)
    guard (2...5).contains(header.version) else { return nil }
    if header.version >= 5 {
      header.addressSize = contents.byte()
      contents.skip(1)
    }
    let headerLength = contents.number(ofBytes: offsetSize)
    var program = contents
    program.skip(headerLength)
    header.instructionLength = UInt64(contents.byte())
    if header.version >= 4 { contents.skip(1) }
    contents.skip(1)
    header.lineBase = Int64(Int8(bitPattern: contents.byte()))
    header.lineRange = contents.byte()
    header.opcodeBase = contents.byte()
    for _ in 1..<max(Int(header.opcodeBase), 1) { header.operandCounts.append(contents.byte()) }
    guard !contents.isDamaged, !program.isDamaged, header.lineRange > 0, header.opcodeBase > 0 else {
      return nil
    }
    files =
      header.version >= 5
      ? Self.files(&contents, header, sections) : Self.oldFiles(&contents, directory)
    guard !contents.isDamaged else { return nil }
    self.header = header
    instructions = program
  }

  /// The state of the machine that a program is for.
  private struct Registers {
    var address: UInt64 = 0
    var place = Place(file: 1, line: 1)
  }

  /// Finds the lines of addresses.
  ///
  /// - Parameters:
  ///   - addresses: ascending.
  ///   - body: is given an address's position among them, and what is said of it.
  /// - Complexity: O(*n*) in the length of the program, and O(log *a*) for each of its sequences.
  func forEachLine(of addresses: [UInt64], _ body: (_ position: Int, _ answer: Answer) -> Void) {
    var cursor = instructions
    var registers = Registers()
    var last: Registers?
    var lastLine: (place: Place, address: UInt64)?
    var position = 0
    func emit(isEnd: Bool) {
      if let before = last {
        // The row before is of all addresses up to this one.
        while position < addresses.count, addresses[position] < registers.address {
          if addresses[position] >= before.address {
            body(position, Answer(place: before.place, lastLine: lastLine))
          }
          position += 1
        }
      } else {
        // Code that the linker has left out begins nowhere.
        position =
          registers.address == 0
          ? addresses.count : addresses.partitioned { $0 < registers.address }
      }
      last = isEnd ? nil : registers
      if isEnd {
        lastLine = nil
      } else if registers.place.line > 0 {
        lastLine = (registers.place, registers.address)
      }
    }
    let constantAdvance =
      UInt64((255 - header.opcodeBase) / header.lineRange) &* header.instructionLength
    while !cursor.isAtEnd {
      let opcode = cursor.byte()
      if opcode >= header.opcodeBase {
        let adjusted = opcode - header.opcodeBase
        registers.address &+= UInt64(adjusted / header.lineRange) &* header.instructionLength
        registers.place.line &+= Int(header.lineBase) + Int(adjusted % header.lineRange)
        emit(isEnd: false)
        continue
      }
      switch opcode {
      case 0:
        let length = cursor.unsigned()
        var operands = cursor
        cursor.skip(length)
        guard !cursor.isDamaged, length > 0 else { continue }
        switch operands.byte() {
        case 1:
          emit(isEnd: true)
          registers = Registers()
        case 2 where length <= 9: registers.address = operands.number(ofBytes: UInt8(length - 1))
        default: break
        }
      case 1: emit(isEnd: false)
      case 2: registers.address &+= cursor.unsigned() &* header.instructionLength
      case 3: registers.place.line &+= Int(cursor.signed())
      case 4: registers.place.file = Int(clamping: cursor.unsigned())
      case 8: registers.address &+= constantAdvance
      case 9: registers.address &+= UInt64(cursor.fixed(UInt16.self))
      default:
        for _ in 0..<header.operandCounts[Int(opcode) - 1] { _ = cursor.unsigned() }
      }
    }
  }
}
