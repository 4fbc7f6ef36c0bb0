import HeapModel
import ObjectRuntime

extension Machine {
  /// The module `_tracemalloc`, on which `tracemalloc` stands.
  static let tracingModule = NativeModule("_tracemalloc") { (machine, module) throws(ObjectError) in
    try machine.set(tracingFunctions, of: module)
  }

  private static let tracingFunctions: [NativeFunction] = [
    NativeFunction("start", 0...1) { (machine, arguments) throws(ObjectError) in
      try machine.startTracing(arguments)
      return machine.space.none
    },
    NativeFunction("stop", 0) { (machine, _) throws(ObjectError) in
      machine.space.stopTracing()
      return machine.space.none
    },
    NativeFunction("is_tracing", 0) { (machine, _) throws(ObjectError) in
      machine.space.bool(machine.space.isTracing)
    },
    NativeFunction("clear_traces", 0) { (machine, _) throws(ObjectError) in
      machine.space.clearTraces()
      return machine.space.none
    },
    NativeFunction("reset_peak", 0) { (machine, _) throws(ObjectError) in
      machine.space.resetTracedPeak()
      return machine.space.none
    },
    NativeFunction("get_traceback_limit", 0) { (machine, _) throws(ObjectError) in
      try machine.space.makeInteger(machine.tracebackLimit)
    },
    NativeFunction("get_traced_memory", 0) { (machine, _) throws(ObjectError) in
      let memory = machine.space.tracedMemory
      return try machine.makeLargeIntegers([Int(memory.current.rawValue), Int(memory.peak.rawValue)])
    },
    NativeFunction("get_tracemalloc_memory", 0) { (machine, _) throws(ObjectError) in
      try machine.space.makeInteger(Int(machine.space.tracingOverhead.rawValue))
    },
    NativeFunction("_get_traces", 0) { (machine, _) throws(ObjectError) in
      // The list is itself one of the objects that it tells of.
      let list = try machine.space.makeList([])
      guard machine.space.isTracing else { return list }
      do throws(ObjectError) {
        try machine.addTraces(machine.space.allocationSnapshot(), to: list)
      } catch {
        machine.space.release(list)
        throw error
      }
      return list
    },
    NativeFunction("_get_object_traceback", 1) { (machine, arguments) throws(ObjectError) in
      guard let traceback = machine.space.allocationTraceback(ofObject: arguments[0]) else {
        return machine.space.none
      }
      var names: [String: ObjectPointer] = [:]
      defer { for name in names.values { machine.space.release(name) } }
      return try machine.makeFrames(traceback, &names)
    },
    NativeFunction("_source_line", 2) { (machine, arguments) throws(ObjectError) in
      try machine.space.makeString(machine.sourceLine(arguments[0].text, arguments[1].integerValue ?? 0))
    },
  ]

  /// A line of a file that was loaded; empty where there is none.
  private func sourceLine(_ file: String, _ line: Int) -> String {
    guard let source = codes.last(where: { $0.file == file })?.source, let bytes = source.line(line) else {
      return ""
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func startTracing(_ arguments: NativeArguments) throws(ObjectError) {
    let limit = arguments.count > 0 ? try integer(arguments[0]) : 1
    guard limit >= 1, limit <= 65_535 else {
      throw ObjectError(.valueError, "the number of frames must be in range [1; 65535]")
    }
    if !space.isTracing { tracebackLimit = limit }
    try space.startTracing(frameLimit: limit)
  }

  private func makeLargeIntegers(_ values: [Int]) throws(ObjectError) -> ObjectPointer {
    try makeIntegers(values)
  }

  /// Appends the traces to a list as tuples: domain, bytes, frames, and how many frames there were.
  private func addTraces(_ snapshot: AllocationSnapshot, to list: ObjectPointer) throws(ObjectError) {
    let space = space
    // What the traces themselves take is not traced.
    try space.ignoringAllocations { () throws(ObjectError) in
      var names: [String: ObjectPointer] = [:]
      defer { for name in names.values { space.release(name) } }
      var known: [AllocationTraceback: ObjectPointer] = [:]
      defer { for frames in known.values { space.release(frames) } }
      for trace in snapshot.traces {
        let frames: ObjectPointer
        if let made = known[trace.traceback] {
          frames = made
        } else {
          frames = try makeFrames(trace.traceback, &names)
          known[trace.traceback] = frames
        }
        let domain = try space.makeInteger(0)
        let size = try space.makeInteger(Int(trace.size.rawValue))
        let total = try space.makeInteger(trace.traceback.totalFrameCount ?? trace.traceback.frames.count)
        defer {
          space.release(size)
          space.release(total)
        }
        try space.append(taking: space.makeTuple([domain, size, frames, total]), to: list)
      }
    }
  }

  /// A traceback as a tuple of file names and lines, the innermost call first; owned by the caller.
  private func makeFrames(
    _ traceback: AllocationTraceback, _ names: inout [String: ObjectPointer]
  ) throws(ObjectError) -> ObjectPointer {
    var frames: [ObjectPointer] = []
    defer { for frame in frames { space.release(frame) } }
    for frame in traceback.frames.reversed() {
      let name: ObjectPointer
      if let known = names[frame.file] {
        name = known
      } else {
        name = try space.makeName(frame.file)
        names[frame.file] = name
      }
      let line = try space.makeInteger(frame.line)
      defer { space.release(line) }
      frames.append(try space.makeTuple([name, line]))
    }
    return try space.makeTuple(frames)
  }
}
