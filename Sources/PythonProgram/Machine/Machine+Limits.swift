import ObjectRuntime

extension Machine {
  /// Looks at the program's limits, and ends it where one is passed.
  @inline(never)
  func checkLimits() throws(ObjectError) {
    stepsDone += stepSpan
    beginSpan()
    if let steps = limits.steps, stepsDone > steps { throw interrupt(.stepLimit(steps)) }
    if let time = limits.time, startTime.duration(to: .now) > .seconds(time) {
      throw interrupt(.timeLimit(time))
    }
    if isCancelled?() == true { throw interrupt(.cancelled) }
  }

  /// Says when the limits are looked at next: where the last steps come nearer, right behind them.
  func beginSpan() {
    stepSpan = Self.tickCount
    if let steps = limits.steps, (0..<Self.tickCount).contains(steps - stepsDone) {
      stepSpan = steps - stepsDone + 1
    }
    state[integer: StateOffset.ticks] = stepSpan
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
