import Foundation
import ObjectRuntime

/// Measures one operation of the object runtime on one heap, and prints what it took as one line of JSON.
///
/// `peers/runtime_peer.py` is the same program for CPython.
@main
struct RuntimeMeasurements {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 2, let operation = RuntimeOperation(rawValue: arguments[1]),
      let count = Int(arguments[2]), count > 0
    else {
      let operations = RuntimeOperation.allCases.map(\.rawValue).joined(separator: "|")
      FileHandle.standardError.write(Data("usage: RuntimeMeasurements \(operations) OBJECTS\n".utf8))
      exit(64)
    }
    let measurement = try operation.measure(count: count)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    print(String(decoding: try encoder.encode(measurement), as: UTF8.self))
    // The heap ends with the process; taking it apart would only take time.
    exit(0)
  }
}

/// What one operation took.
struct RuntimeMeasurement: Encodable {
  /// Seconds, of one repetition: each has a process of its own.
  var seconds: [Double] = []
  /// What the heap takes in the process, in bytes; none where the system does not tell.
  var heapBytes: [Int] = []
  /// A number that depends on the result, to be compared with the peer's.
  var check = 0

  /// Runs an operation and keeps what it took.
  mutating func time<Result>(_ operation: () throws -> Result) rethrows -> Result {
    let (result, time) = try timed(operation)
    seconds.append(time)
    return result
  }

  /// Makes a heap and keeps what it takes.
  mutating func grow<Result>(_ program: () throws -> Result) rethrows -> Result {
    let before = residentBytes()
    let result = try program()
    if let before, let after = residentBytes() { heapBytes.append(max(after - before, 0)) }
    return result
  }
}

/// Runs an operation; its result, and the seconds it took.
func timed<Result>(_ operation: () throws -> Result) rethrows -> (result: Result, seconds: Double) {
  let clock = ContinuousClock()
  let start = clock.now
  let result = try operation()
  let elapsed = (clock.now - start).components
  return (result, Double(elapsed.attoseconds) / 1e18 + Double(elapsed.seconds))
}

/// What is resident in this process, in bytes; `nil` where the system has no `/proc`.
private func residentBytes() -> Int? {
  guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
  let words = text.split(separator: " ")
  return words.count > 1 ? Int(words[1]).map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) } : nil
}
