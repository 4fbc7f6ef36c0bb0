import ObjectRuntime

extension Machine {
  /// The variables of the calls that are under way, borrowed.
  ///
  /// Of several of one name, the innermost call's is told.
  func callVariables() -> [CallVariable] {
    var variables: [CallVariable] = []
    var known: Set<String> = []
    var next = state[block: StateOffset.frame]
    while let frame = next {
      addVariables(of: frame, to: &variables, &known)
      next = frame[block: FrameDataOffset.previous]
    }
    return variables
  }

  /// The variables of the calls that the exception passed which ended the program, borrowed.
  func variablesOfLastException() -> [CallVariable] {
    guard let lastException else { return [] }
    var variables: [CallVariable] = []
    var known: Set<String> = []
    var entries: [ObjectPointer] = []
    var next = lastException[object: ExceptionOffset.traceback]
    while let traceback = next {
      entries.append(traceback)
      next = traceback[object: TracebackOffset.next]
    }
    for traceback in entries.reversed() {
      guard let frame = traceback[object: TracebackOffset.frame], let data = frame[block: FrameOffset.data]
      else {
        continue
      }
      addVariables(of: data, to: &variables, &known)
    }
    return variables
  }

  private func addVariables(
    of frame: Block, to variables: inout [CallVariable], _ known: inout Set<String>
  ) {
    let unit = code(of: frame).unit
    guard unit.flags.contains(.optimized) else { return }
    for (index, name) in unit.variableNames.enumerated() {
      guard var value = frame[object: FrameDataOffset.variables + 8 * index] else { continue }
      if value.type == space.type(.cell) {
        guard let contents = value[object: CellOffset.contents] else { continue }
        value = contents
      }
      if known.insert(name).inserted {
        variables.append(CallVariable(name: name, function: unit.name, object: value))
      }
    }
  }
}
