import HeapGraph
import SwiftHeap

/// An answer before it is written in a format.
struct ServiceAnswer {
  /// What it is about, for a heading.
  var title: String
  /// The answer in words.
  var text: String
  /// The answer for programs.
  var json: any Encodable
  /// The answer as a picture, where it has one.
  var graph: ReferenceGraph?

  /// Captures the heap and answers.
  static func respond(
    to question: Question, marks: HeapMarks, options: HeapService.Options
  ) throws(ServiceError) -> HeapService.Response {
    let clock = ContinuousClock()
    let start = clock.now
    let heap = try capture()
    let captured = clock.now
    var response: HeapService.Response
    if question.topic == .capture {
      response = try file(of: heap, options, hasBody: !question.isHead)
    } else {
      let end = captured + options.timeLimit
      let monitor = AnalysisMonitor(shouldContinue: { ContinuousClock.now < end })
      let answer = try self.answer(to: question, in: heap, marks: marks, options: options, monitor)
      response = try answer.response(as: question.format, options)
    }
    response.headers["Server-Timing"] =
      "pause;dur=\(milliseconds(heap)), capture;dur=\(milliseconds(captured - start)), "
      + "answer;dur=\(milliseconds(clock.now - captured))"
    return response
  }

  private static func answer(
    to question: Question, in heap: HeapSnapshot, marks: HeapMarks, options: HeapService.Options,
    _ monitor: AnalysisMonitor
  ) throws(ServiceError) -> ServiceAnswer {
    switch question.topic {
    case .types: types(of: heap, limit: question.limit)
    case .growth: try growth(of: heap, since: question.mark, marks, limit: question.limit)
    case .mark: try mark(heap, question.mark ?? "", marks)
    case .leaks: try leaks(in: heap, limit: question.limit, budget: options.nodeBudget, monitor)
    case .references, .backReferences:
      try graph(question, in: heap, budget: options.nodeBudget)
    case .chain: try chain(question, in: heap, monitor)
    case .index, .capture: preconditionFailure("These are answered without one")
    }
  }

  private static func capture() throws(ServiceError) -> HeapSnapshot {
    do {
      return try SwiftHeap.capture()
    } catch {
      #if os(Linux)
        throw .failed("the heap could not be captured: \(error)")
      #else
        throw .impossible("heaps are captured on Linux with glibc only: \(error)")
      #endif
    }
  }

  private static func file(
    of heap: HeapSnapshot, _ options: HeapService.Options, hasBody: Bool
  ) throws(ServiceError) -> HeapService.Response {
    let size = heap.serializedSize
    guard size <= options.fileSizeLimit else {
      throw .tooLarge(
        "the heap takes \(ByteCount(size)) as a file, and \(ByteCount(options.fileSizeLimit)) are allowed: write "
          + "it to a disk by 'heapgraph capture swift --pid', or raise fileSizeLimit")
    }
    var response = HeapService.Response(.heapFile, hasBody ? heap.serialized() : [])
    response.headers["Content-Disposition"] = "attachment; filename=\"capture.heap\""
    return response
  }

  private func response(
    as format: AnswerFormat, _ options: HeapService.Options
  ) throws(ServiceError) -> HeapService.Response {
    switch format {
    case .text: return HeapService.Response(.text, text + "\n")
    case .json: return HeapService.Response(.json, JSONText.bytes(json))
    case .html:
      // A page is worth having without its picture.
      let picture = graph.flatMap { try? $0.svg() }
      let page = Page(title: title, text: text, picture: picture, path: options.path)
      return HeapService.Response(.html, page.html)
    case .svg: return HeapService.Response(.svg, try svg())
    case .dot: return HeapService.Response(.dot, graph?.dot() ?? "digraph { }\n")
    case .heapFile: preconditionFailure("Only a capture is a file")
    }
  }

  private func svg() throws(ServiceError) -> String {
    guard let graph else { throw .notFound(text) }
    do {
      return try graph.svg()
    } catch {
      if case .unavailable = error { throw .impossible("\(error): ask for .dot") }
      throw .failed("\(error)")
    }
  }

  private static func milliseconds(_ heap: HeapSnapshot) -> String {
    milliseconds(.seconds(Double(heap.metadata[HeapMetadata.Key.capturePause] ?? "") ?? 0))
  }

  private static func milliseconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    let rest = String(microseconds % 1_000)
    return "\(microseconds / 1_000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }
}
