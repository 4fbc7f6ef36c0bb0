import HeapModel

@testable import ObjectRuntime

extension TracingRecord {
  /// What this package says to a question, in the form of the record.
  func answers(to question: Question) throws -> [[String]] {
    let fields = question.fields
    switch question.word {
    case "traces":
      return snapshot(fields[0]).traces.map { ["\($0)"] }
    case "filter":
      return [keptPositions(in: snapshot(fields[0]), question.details.map(filter))]
    case "statistics":
      return refusable { () throws(AllocationTracingError) in
        try snapshot(fields[0]).statistics(groupedBy: grouping(fields[1]), cumulative: fields[2] == "1").map {
          ["\($0.size.rawValue)", "\($0.count)", "\($0)"]
        }
      }
    case "compare":
      return refusable { () throws(AllocationTracingError) in
        try snapshot(fields[0]).compare(
          to: snapshot(fields[1]), groupedBy: grouping(fields[2]), cumulative: fields[3] == "1"
        ).map { ["\($0.size.rawValue)", "\($0.sizeIncrease)", "\($0.count)", "\($0.increase)", "\($0)"] }
      }
    case "format":
      return snapshot(fields[0]).traces[Int(fields[1])!].traceback.format(
        limit: Int(fields[2]), mostRecentFirst: fields[3] == "1", source: source
      ).map { [$0] }
    case "top":
      let text = snapshot(fields[0]).top(Int(fields[2])!, groupedBy: grouping(fields[1]), source: source)
      return text.utf8.split(separator: UInt8(ascii: "\n")).map { [String(Substring($0))] }
    case "match":
      let pattern = FileNamePattern(fields[0])
      return [[fields.dropFirst().map { pattern.matches($0) ? "1" : "0" }.joined()]]
    case "size":
      let (size, count) = (Double(fields[0])!, Double(fields[1])!)
      return [
        [
          TracedSizeText.text(of: size), TracedSizeText.text(of: size, signed: true),
          TracedSizeText.text(of: size / count),
        ]
      ]
    case "stack":
      return [try stack(limit: Int(fields[0])!, total: Int(fields[1])!, frames(fields[2]))]
    default:
      return [["nobody here answers '\(question.word)'"]]
    }
  }

  private func snapshot(_ number: String) -> AllocationSnapshot { snapshots[Int(number)!] }

  private func grouping(_ name: String) -> AllocationGrouping { AllocationGrouping(rawValue: name)! }

  private func refusable(_ answer: () throws(AllocationTracingError) -> [[String]]) -> [[String]] {
    do {
      return try answer()
    } catch {
      return [["refused", error.pythonMessage]]
    }
  }

  private func filter(_ words: [String]) -> AllocationFilter {
    let effect: AllocationFilter.Effect = words[1] == "1" ? .including : .excluding
    func domain(_ text: String) -> AllocationDomain? { UInt32(text).map(AllocationDomain.init) }
    if words[0] == "by domain" { return AllocationFilter(effect, domain: domain(words[2])!) }
    return AllocationFilter(
      effect, files: words[2], line: Int(words[3]), allFrames: words[4] == "1", domain: domain(words[5]))
  }

  /// Which traces filters keep, told apart by a number in place of their size.
  private func keptPositions(in snapshot: AllocationSnapshot, _ filters: [AllocationFilter]) -> [String] {
    let numbered = snapshot.traces.enumerated().map { position, trace in
      AllocationTrace(domain: trace.domain, size: ByteCount(position), traceback: trace.traceback)
    }
    return AllocationSnapshot(numbered, tracebackLimit: snapshot.tracebackLimit).filterTraces(filters).traces
      .map { "\($0.size.rawValue)" }
  }

  /// What a tracer keeps of a stack, of which the record leaves out the outermost frames.
  private func stack(limit: Int, total: Int, _ frames: [AllocationFrame]) throws -> [String] {
    var tracer = try AllocationTracer(frameLimit: limit)
    let missing = Array(repeating: AllocationFrame.unknown, count: total - frames.count)
    tracer.allocated(address: 16, size: 1_234_567, traceback: tracer.traceback(of: frames + missing))
    let kept = tracer.snapshot().traces[0].traceback
    let text = kept.frames.reversed().filter { $0 != .unknown }.map { frame in
      "\(files.firstIndex(of: frame.file)!):\(frame.line)"
    }
    return ["\(kept.totalFrameCount!)", text.joined(separator: ",")]
  }
}
