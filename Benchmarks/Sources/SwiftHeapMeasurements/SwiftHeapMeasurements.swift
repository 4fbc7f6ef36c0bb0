import Foundation
import SwiftHeap

/// Measures what tracking costs each allocation, and prints each figure as one line of JSON.
///
///     {"case":"off","depth":"shallow","nanoseconds":15.5,"threads":1}
///
/// `case` is `none` before tracking was ever on, `on` while it is, with 16 frames, and `off` after it has ended; `depth`
/// says whether fewer than 16 calls or more are under way; `nanoseconds` are those of one object made and let go, the
/// least of all rounds, of one thread where several run.
@main
struct SwiftHeapMeasurements {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let count = arguments.first.map { Int($0) ?? 0 } ?? 1_000_000
    guard arguments.count <= 1, count > 0 else {
      FileHandle.standardError.write(Data("usage: SwiftHeapMeasurements [OBJECTS]\n".utf8))
      exit(64)
    }
    try measureAll("none", count)
    try SwiftHeap.track(TrackingOptions(frameLimit: 16))
    try measureAll("on", count)
    SwiftHeap.stopTracking()
    try measureAll("off", count)
  }

  private static func measureAll(_ name: String, _ count: Int) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    for threads in [1, 2] {
      for (depth, calls) in [("shallow", 0), ("deep", 24)] {
        let measurement = Measurement(
          case: name, depth: depth, threads: threads,
          nanoseconds: AllocationLoop(count: count, calls: calls).nanoseconds(threads: threads))
        print(String(decoding: try encoder.encode(measurement), as: UTF8.self))
      }
    }
  }
}

/// One figure.
struct Measurement: Encodable {
  var `case`: String
  var depth: String
  var threads: Int
  var nanoseconds: Double
}
