import ObjectRuntime

extension Machine {
  /// Looks at the program's limits, and ends it where one is passed.
  @inline(never)
  func checkLimits() throws(ObjectError) {
    state[integer: StateOffset.ticks] = Self.tickCount
    stepsDone += Self.tickCount
    if let steps = limits.steps, stepsDone > steps { throw interrupt(.stepLimit(steps)) }
    if let time = limits.time, startTime.duration(to: .now) > .seconds(time) {
      throw interrupt(.timeLimit(time))
    }
    if isCancelled?() == true { throw interrupt(.cancelled) }
  }

  /// Ends the program: nothing that it has can catch this.
  func interrupt(_ reason: Interruption) -> ObjectError {
    interruption = reason
    return ObjectError(.systemError, "the program is ended: \(reason)")
  }

  /// Says that a statement begins.
  func announceStatement(_ frame: Block) throws(ObjectError) {
    guard let statementHook, let range = range(of: frame) else { return }
    try statementHook(range.start.line, code(of: frame).file)
  }
}
