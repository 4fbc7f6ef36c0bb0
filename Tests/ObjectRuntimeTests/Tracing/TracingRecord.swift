import Foundation
import HeapModel
import ObjectRuntime

/// What CPython's tracemalloc was asked and what it said, as `record_tracing.py` writes it.
struct TracingRecord {
  /// A line that asks, the lines that say more, and the lines that answer; all split at their tabs.
  struct Question {
    var word: String
    var fields: [String]
    var details: [[String]] = []
    var answers: [[String]] = []
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Programs")
  static let script = folder.appending(path: "record_tracing.py")
  static let file = folder.appending(path: "recorded-tracing.txt")

  private(set) var files: [String] = []
  private(set) var snapshots: [AllocationSnapshot] = []
  private(set) var questions: [Question] = []
  private var sources: [AllocationFrame: String] = [:]

  init(_ data: Data) {
    var traces: [AllocationTrace] = []
    var limit: Int?
    // By bytes: a tab and an accent behind it are one character.
    for line in data.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      let fields = Array(words.dropFirst())
      if words[0] != "trace", let complete = limit {
        snapshots.append(AllocationSnapshot(traces, tracebackLimit: complete))
        (traces, limit) = ([], nil)
      }
      switch words[0] {
      case "file": files.append(fields[0])
      case "source": sources[AllocationFrame(file: files[Int(fields[0])!], line: Int(fields[1])!)] = fields[2]
      case "snapshot": limit = Int(fields[0])
      case "trace": traces.append(trace(fields))
      case "=": questions[questions.count - 1].answers.append(fields)
      case "by domain", "by files": questions[questions.count - 1].details.append(words)
      default: questions.append(Question(word: words[0], fields: fields))
      }
    }
  }

  func source(_ frame: AllocationFrame) -> String? { sources[frame] }

  /// Frames as the record writes them, in the order in which it has them.
  func frames(_ text: String) -> [AllocationFrame] {
    text.split(separator: ",").map { part in
      let numbers = part.split(separator: ":").map { Int($0)! }
      return AllocationFrame(file: files[numbers[0]], line: numbers[1])
    }
  }

  private func trace(_ fields: [String]) -> AllocationTrace {
    AllocationTrace(
      domain: AllocationDomain(rawValue: UInt32(fields[0])!), size: ByteCount(Int(fields[1])!),
      traceback: AllocationTraceback(frames: frames(fields[3]).reversed(), totalFrameCount: Int(fields[2])!))
  }
}
