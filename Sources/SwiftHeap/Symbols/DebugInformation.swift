/// What debug information says of code addresses: lines, and calls that the compiler has put into their callers.
struct DebugInformation {
  /// A line of a source file.
  struct Line: Hashable {
    var file: String
    /// From 1.
    var number: Int
  }

  /// A call that was put into its caller.
  struct InlinedCall {
    /// The function's symbol, or its name where it has none.
    var symbol: String
    /// Where it is called.
    var caller: Line?
  }

  /// What is known of an address.
  struct Answer {
    /// The line of the innermost function.
    var line: Line?
    /// The calls that were put into their callers, outermost first.
    var inlined: [InlinedCall] = []
  }

  private let sections: DebugSections
  private let addresses: [UInt64]
  /// The files that each unit's program of lines names, by where the program begins.
  private var files: [UInt64: [String]] = [:]
  private var directories: [UInt64: String] = [:]
  private var abbreviations: [UInt64: DebugAbbreviations] = [:]
  private(set) var answers: [Answer]

  /// Looks up addresses.
  ///
  /// - Parameters:
  ///   - addresses: as in the file, ascending.
  ///   - functionStart: where the function of an address begins, where known.
  /// - Complexity: O(*n* + *a* log *a*) in the size of the sections and the number of addresses.
  init(
    of addresses: [UInt64], in sections: DebugSections, functionStart: (_ address: UInt64) -> UInt64?
  ) {
    self.sections = sections
    self.addresses = addresses
    answers = Array(repeating: Answer(), count: addresses.count)
    var found: [(unit: UInt64, position: Int, scope: InlinedScope)] = []
    findInlinedCalls(&found)
    findLines(functionStart)
    for (unit, position, scope) in found {
      answers[position].inlined.append(InlinedCall(symbol: scope.symbol, caller: line(scope.call, unit)))
    }
  }

  private mutating func findLines(_ functionStart: (_ address: UInt64) -> UInt64?) {
    var cursor = sections.cursor(.line)
    while !cursor.isAtEnd {
      let offset = UInt64(cursor.offset)
      guard let program = LineProgram(&cursor, in: sections, directory: directories[offset]) else { continue }
      files[offset] = program.files
      program.forEachLine(of: addresses) { position, answer in
        guard answers[position].line == nil else { return }
        var place = answer.place
        // Code of no line is told by the line before, as long as that is of the same function.
        if place.line == 0, let last = answer.lastLine,
          let start = functionStart(addresses[position]), last.address >= start
        {
          place = last.place
        }
        answers[position].line = line(place, offset)
      }
    }
  }

  private func line(_ place: LineProgram.Place, _ program: UInt64) -> Line? {
    guard place.line > 0, let files = files[program], files.indices.contains(place.file),
      !files[place.file].hasPrefix("<"), !files[place.file].isEmpty
    else { return nil }
    return Line(file: files[place.file], number: place.line)
  }

  /// A function's code in another one's.
  private struct InlinedScope {
    var symbol: String
    var call: LineProgram.Place
  }

  /// Goes through the units that have one of the addresses.
  private mutating func findInlinedCalls(
    _ found: inout [(unit: UInt64, position: Int, scope: InlinedScope)]
  ) {
    var cursor = sections.cursor(.information)
    while !cursor.isAtEnd {
      guard let unit = DebugUnit(&cursor, in: sections, known: &abbreviations) else { continue }
      let program = unit.root.lines
      if let program, let directory = unit.root.directory.flatMap(unit.text) {
        directories[program] = directory
      }
      guard let program, unit.root.hasChildren else { continue }
      let wanted = unit.ranges(of: unit.root).map { positions(in: $0) } ?? Array(addresses.indices)
      if wanted.isEmpty { continue }
      var symbols: [DebugForm.Value: String] = [:]
      walk(unit, among: wanted) { position, entry in
        let call = LineProgram.Place(file: entry.callFile, line: entry.callLine)
        let symbol = entry.origin.flatMap { origin in
          symbols[origin]
            ?? unit.symbol(at: origin).map { symbol in
              symbols[origin] = symbol
              return symbol
            }
        }
        found.append((program, position, InlinedScope(symbol: symbol ?? "?", call: call)))
      }
    }
  }

  /// Finds the calls put into their callers among a unit's entries, the outer ones before the inner ones.
  private func walk(
    _ unit: DebugUnit, among wanted: [Int],
    _ body: (_ position: Int, _ entry: DebugUnit.Entry) -> Void
  ) {
    // For each level of entries, which of the addresses are in the function around it; none where that has none.
    var levels: [[Int]] = [[]]
    var cursor = unit.children
    while !cursor.isAtEnd, !levels.isEmpty {
      let start = cursor.offset
      guard let entry = unit.entry(&cursor) else {
        if cursor.offset == start || cursor.isDamaged { return }
        levels.removeLast()
        continue
      }
      var inside = levels[levels.count - 1]
      if entry.tag == DebugUnit.Tag.function {
        let own = unit.ranges(of: entry).map { positions(in: $0) } ?? []
        inside = own.isEmpty ? [] : own
      } else if entry.tag == DebugUnit.Tag.inlinedCall, !inside.isEmpty {
        let ranges = unit.ranges(of: entry) ?? []
        inside = inside.filter { position in ranges.contains { $0.contains(addresses[position]) } }
        for position in inside { body(position, entry) }
      }
      if entry.hasChildren { levels.append(inside) }
    }
  }

  /// The addresses in some ranges, as positions.
  private func positions(in ranges: [Range<UInt64>]) -> [Int] {
    var result: [Int] = []
    for range in ranges {
      var low = addresses.partitioned { $0 < range.lowerBound }
      while low < addresses.count, addresses[low] < range.upperBound {
        result.append(low)
        low += 1
      }
    }
    return result
  }
}

extension DebugUnit {
  /// The symbol of the function that an entry is of, or its name where it has none.
  fileprivate func symbol(at origin: DebugForm.Value) -> String? {
    var name: String?
    var next: DebugForm.Value? = origin
    // A definition leads to its declaration; nothing leads further.
    for _ in 0..<4 {
      guard let place = next, let entry = entry(at: place) else { break }
      if let symbol = entry.symbol.flatMap(text) { return symbol }
      name = name ?? entry.name.flatMap(text)
      next = entry.origin
    }
    return name
  }
}
