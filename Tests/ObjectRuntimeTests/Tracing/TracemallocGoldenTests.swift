import Foundation
import HeapFixtures
import ObjectRuntime
import Testing

/// Snapshots of allocations against CPython 3.13's own tracemalloc.
///
/// `HEAPGRAPH_RECORD_GOLDENS=1` writes the record again, where there is a Python 3.13.
@Suite struct TracemallocGoldenTests {
  @Test func `every recorded answer of tracemalloc is given here too`() throws {
    let record = TracingRecord(try Data(contentsOf: TracingRecord.file))
    var counts: [String: Int] = [:]
    for question in record.questions {
      counts[question.word, default: 0] += 1
      let answers = try record.answers(to: question)
      // By bytes, since Swift holds two spellings of one letter to be equal.
      let isSame =
        answers.map { $0.map { Array($0.utf8) } } == question.answers.map { $0.map { Array($0.utf8) } }
      #expect(
        isSame, "\(question.word) \(question.fields) \(question.details): \(answers), not \(question.answers)"
      )
    }
    // A record that was cut off would agree with everything.
    #expect(record.snapshots.count == 6)
    #expect(
      counts == [
        "traces": 6, "filter": 350, "statistics": 36, "compare": 30, "format": 90, "top": 18, "match": 628,
        "size": 634, "stack": 15,
      ])
  }

  @Test(.enabled(if: RealPython.found != nil, "needs a CPython 3.13 in HEAPGRAPH_PYTHON or on PATH"))
  func `this machine's Python 3.13 says what is recorded`() throws {
    let python = try #require(RealPython.found)
    let said = try python.output(["-I", "-B", TracingRecord.script.path])
    if ProcessInfo.processInfo.environment["HEAPGRAPH_RECORD_GOLDENS"] != nil {
      try said.write(to: TracingRecord.file)
    }
    let recorded = try Data(contentsOf: TracingRecord.file)
    #expect(said == recorded, "Record it again with HEAPGRAPH_RECORD_GOLDENS=1 and review the difference.")
  }
}
