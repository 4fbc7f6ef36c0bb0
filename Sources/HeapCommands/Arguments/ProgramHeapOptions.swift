import ArgumentParser

/// At which moment a program's heap is asked.
struct ProgramHeapOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Ask the heap as it is when the program first comes to this line, or a notebook to this code cell, and end it \
      there; by itself, at its end.
      """,
      valueName: "line"))
  var at: Int?

  @Flag(help: "Where the program ends with an exception, ask the heap as it was then.")
  var postMortem = false

  @OptionGroup var limits: ProgramLimitOptions

  mutating func validate() throws {
    if let at, at < 1 { throw ValidationError("lines count from 1, and --at is \(at)") }
  }
}

/// How much a program may use.
struct ProgramLimitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("End the program after so many seconds.", valueName: "seconds"))
  var maxTime: Double?

  @Option(help: ArgumentHelp("End the program after so many calls and turns of loops.", valueName: "count"))
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
