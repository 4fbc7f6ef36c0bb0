import HeapModel
import Testing

@testable import ObjectRuntime

@Suite struct AllocationSnapshotTests {
  private static func traceback(_ lines: Int..., function: String? = nil) -> AllocationTraceback {
    AllocationTraceback(
      frames: lines.map { AllocationFrame(function: function, file: "app.py", line: $0) },
      totalFrameCount: lines.count)
  }

  private static func snapshot(_ blocks: [(size: Int, traceback: AllocationTraceback)]) -> AllocationSnapshot
  {
    AllocationSnapshot(
      blocks.map { AllocationTrace(size: ByteCount($0.size), traceback: $0.traceback) }, tracebackLimit: 2)
  }

  @Test func `a statistic, a difference and a top read as in tracemalloc's documentation`() throws {
    let old = Self.snapshot((0..<4).map { _ in (294, Self.traceback(1, 3)) })
    let new = Self.snapshot((0..<4).map { _ in (294, Self.traceback(1, 3)) } + [(58, Self.traceback(2, 3))])
    #expect(
      try new.statistics(groupedBy: .line).map(\.description) == [
        "app.py:3: size=1234 B, count=5, average=247 B"
      ])
    #expect(
      try new.compare(to: old, groupedBy: .line).map(\.description)
        == ["app.py:3: size=1234 B (+58 B), count=5 (+1), average=247 B"])
    #expect(
      try old.compare(to: new, groupedBy: .traceback).map(\.description) == [
        "app.py:2: size=0 B (-58 B), count=0 (-1)",
        "app.py:1: size=1176 B (+0 B), count=4 (+0), average=294 B",
      ])
    #expect(
      new.top(source: { "  line \($0.line)\n" })
        == "Top 10 lines\n#1: app.py:3: 1.2 KiB\n    line 3\nTotal allocated size: 1.2 KiB")
    #expect(new.top(0) == "Top 0 lines\n1 other: 1.2 KiB\nTotal allocated size: 1.2 KiB")
  }

  @Test func `statistics by traceback are refused to be cumulative`() throws {
    let snapshot = Self.snapshot([])
    let error = #expect(throws: AllocationTracingError.self) {
      try snapshot.statistics(groupedBy: .traceback, cumulative: true)
    }
    #expect(error == .cumulativeTracebacks)
    #expect(
      error?.description
        == "Statistics grouped by traceback cannot be cumulative; group by line or by file, or ask for no cumulation."
    )
    #expect(throws: AllocationTracingError.cumulativeTracebacks) {
      try snapshot.compare(to: snapshot, groupedBy: .traceback, cumulative: true)
    }
  }

  @Test func `functions are told along and tell nothing apart`() throws {
    let snapshot = Self.snapshot([
      (1, Self.traceback(3, function: "f")), (2, Self.traceback(3, function: "g")), (4, Self.traceback(3)),
    ])
    #expect(snapshot.traces.map(\.traceback.innermostFrame.function) == ["f", "g", nil])
    let statistics = try snapshot.statistics(groupedBy: .line)
    #expect(statistics.map(\.size) == [ByteCount(7)])
    #expect(statistics.map(\.traceback.totalFrameCount) == [nil])
    #expect(
      Self.traceback(1, 3, function: "f").site
        == AllocationSite(frames: [
          .init(function: "f", file: "app.py", line: 3), .init(function: "f", file: "app.py", line: 1),
        ]))
    #expect(
      AllocationTraceback(frames: [.unknown]).site
        == AllocationSite(frames: [.init(function: "<unknown>", file: "<unknown>")]))
  }

  @Test func `blocks of another domain may come late`() {
    let traceback = Self.traceback(1)
    let domains = [0, 0, 5, 0].map { AllocationDomain(rawValue: $0) }
    let snapshot = AllocationSnapshot(
      domains.map { AllocationTrace(domain: $0, size: ByteCount(1), traceback: traceback) }, tracebackLimit: 1
    )
    #expect(snapshot.traces.map(\.domain) == domains)
    #expect(
      snapshot.filterTraces([AllocationFilter(.excluding, domain: .runtime)]).traces.map(\.domain.rawValue)
        == [5])
    #expect(AllocationFilter(.including, files: "lib/*.pyc").filePattern == "lib/*.py")
    #expect(AllocationFilter(.including, domain: .runtime).filePattern == nil)
  }

  @Test func `a pattern of many stars ends soon on a name that almost matches`() {
    let pattern = FileNamePattern(String(repeating: "*a", count: 30) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 3000)))
    #expect(pattern.matches(String(repeating: "a", count: 3000) + "b"))
  }

  @Test func `sizes of any number have a text`() {
    #expect(TracedSizeText.text(of: 0) == "0 B")
    #expect(TracedSizeText.text(of: Double(UInt64.max)) == "16777216 TiB")
    #expect(TracedSizeText.text(of: -Double(UInt64.max), signed: true) == "-16777216 TiB")
    #expect(TracedSizeText.text(of: 0.5) == "0 B" && TracedSizeText.text(of: 1.5) == "2 B")
    #expect(TracedSizeText.text(of: .leastNonzeroMagnitude) == "0 B")
    #expect(TracedSizeText.decimal(0x1p54, places: 1) == "18014398509481984.0")
  }
}
