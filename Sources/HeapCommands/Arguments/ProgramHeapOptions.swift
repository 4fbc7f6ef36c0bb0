import ArgumentParser

/// At which moment a program's heap is asked.
struct ProgramHeapOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      Ask the heap as it is when the program first comes to this line, or a notebook to this code cell, and end it \
      there; by itself, at its end.
      """,
      valueName: "line"))
  var at: Int?

  @OptionGroup var ending: ProgramEndingOptions
  @OptionGroup var limits: ProgramLimitOptions

  /// What is asked: the heap at one moment.
  var question: ProgramQuestion {
    ProgramQuestion(
      moments: [at.map { .line($0) } ?? .end], postMortem: ending.postMortem, limits: limits)
  }

  mutating func validate() throws {
    if let at { try ProgramMoment.line(at).validate() }
  }
}

/// Which moments of a program are compared.
struct ProgramMomentOptions: ParsableArguments {
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      """
      Compare the heap as it is when the program comes to this line, or a notebook to this code cell, or at its \
      'end'; repeated, each is waited for when the one before has come, and one alone is compared with the end. \
      Without it, the heaps are those where the program calls heapgraph_agent.dump().
      """,
      valueName: "line"),
    completion: .list(["end"]))
  var at: [ProgramMoment] = []

  @OptionGroup var ending: ProgramEndingOptions
  @OptionGroup var limits: ProgramLimitOptions

  /// What is asked of a program: two moments or more.
  func question(for program: String) throws(HeapCommandError) -> ProgramQuestion {
    if at.dropLast().contains(.end) {
      throw .usage("--at end is the last moment of a program; give the lines before it")
    }
    guard let first = at.first else {
      return ProgramQuestion(moments: [], postMortem: ending.postMortem, limits: limits)
    }
    guard first != .end else { throw Self.tooFewMoments(of: program) }
    if ProgramHeap.isNotebook(program) {
      let cells = ProgramQuestion(moments: at, postMortem: false, limits: limits).lines
      for (cell, next) in zip(cells, cells.dropFirst()) where next <= cell {
        throw .usage(
          "--at \(next) does not come after --at \(cell): a notebook's cells run once and in order")
      }
    }
    return ProgramQuestion(
      moments: at.count == 1 ? [first, .end] : at, postMortem: ending.postMortem, limits: limits)
  }

  /// Growth needs something to compare.
  static func tooFewMoments(of program: String) -> HeapCommandError {
    .usage(
      "growth compares two moments of \(program) or more; say which, as with --at 10 --at 20, or let it call "
        + "heapgraph_agent.dump(); one moment is compared with the end")
  }

  mutating func validate() throws {
    for moment in at { try moment.validate() }
  }
}

extension ProgramMoment: ExpressibleByArgument {
  init?(argument: String) {
    if argument == "end" {
      self = .end
    } else if let line = Int(argument) {
      self = .line(line)
    } else {
      return nil
    }
  }

  func validate() throws {
    if case .line(let line) = self, line < 1 {
      throw ValidationError("lines count from 1, and --at is \(line)")
    }
  }
}

/// What is asked of a program that does not come to its end.
struct ProgramEndingOptions: ParsableArguments {
  @Flag(help: "Where an exception or a limit ends the program, ask the heap as it was then.")
  var postMortem = false
}

/// How much a program may use.
struct ProgramLimitOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("End the program after so many seconds.", valueName: "seconds"))
  var maxTime: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("End the program after so many calls and turns of loops.", valueName: "count"))
  var maxSteps: Int?

  @Option(
    help: ArgumentHelp(
      "Refuse the program more memory than so many bytes (MemoryError); K, M or G may follow the number.",
      valueName: "size"))
  var maxMemory: MemorySize?

  mutating func validate() throws {
    if let maxTime, !(maxTime > 0) {
      throw ValidationError("--max-time is \(maxTime); give more than 0 seconds")
    }
    if let maxSteps, maxSteps < 1 { throw ValidationError("--max-steps is \(maxSteps); give at least 1") }
  }
}

/// A number of bytes, as it is typed: `64M`.
struct MemorySize: ExpressibleByArgument {
  var bytes: Int

  init?(argument: String) {
    let factors: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    let factor = argument.last.flatMap { factors[Character($0.uppercased())] }
    let digits = factor == nil ? argument[...] : argument.dropLast()
    guard let number = Int(digits), number > 0 else { return nil }
    let (bytes, overflows) = number.multipliedReportingOverflow(by: factor ?? 1)
    guard !overflows else { return nil }
    self.bytes = bytes
  }
}
