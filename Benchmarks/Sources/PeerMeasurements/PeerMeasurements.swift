import Foundation
import HeapAnalysis
import HeapFormats
import HeapModel
import MemoryReadings

/// Measures one operation on one heap file, and prints what it took as one line of JSON.
@main
struct PeerMeasurements {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 3, let operation = Operation(rawValue: arguments[1]),
      let repetitions = Int(arguments[3]), repetitions > 0
    else {
      let operations = Operation.allCases.map(\.rawValue).joined(separator: "|")
      FileHandle.standardError.write(Data("usage: PeerMeasurements \(operations) HEAP REPETITIONS\n".utf8))
      exit(64)
    }
    let measurement = try operation.measure(path: arguments[2], repetitions: repetitions)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    print(String(decoding: try encoder.encode(measurement), as: UTF8.self))
  }
}

/// What one operation took.
struct Measurement: Encodable {
  /// Seconds, one value a repetition.
  var seconds: [Double] = []
  /// The most memory of its own that the process held, in bytes, beyond what it held before; one value a
  /// repetition, none where the system does not tell.
  var peakBytes: [Int] = []
  /// The same with the pages of the mapped file.
  var peakBytesWithFile: [Int] = []
  var objects = 0
  var references = 0
  /// A number that depends on the result, to be compared with the peer's.
  var check = 0
}

enum Operation: String, CaseIterable {
  case open
  case transpose
  case traverse
  case types

  func measure(path: String, repetitions: Int) throws -> Measurement {
    var measurement = Measurement()
    let snapshot = try HeapSnapshot(contentsOf: path)
    measurement.objects = snapshot.objectCount
    measurement.references = snapshot.numberOfReferences
    for _ in 0..<repetitions {
      switch self {
      case .open:
        measurement.check = try measurement.time { try HeapSnapshot(contentsOf: path) }.objectCount
      case .transpose:
        measurement.check = Self.check(measurement.time { BackReferences(of: snapshot) })
      case .traverse:
        let start = CollectionOfOne(ObjectIndex(0))
        measurement.check = try measurement.time { try ReachableObjects(from: start, in: snapshot) }.count
      case .types:
        measurement.check = measurement.time { TypeStatistics(of: snapshot) }.entries.count
      }
    }
    return measurement
  }

  // The first referrers of some objects far apart.
  private static func check(_ backReferences: BackReferences) -> Int {
    let count = backReferences.snapshot.objectCount
    var sum = 0
    for position in stride(from: 0, to: count, by: max(count / 1000, 1)) {
      sum += backReferences.referrers(of: ObjectIndex(position)).first?.position ?? 0
    }
    return sum
  }
}

extension Measurement {
  mutating func time<Result>(_ operation: () throws -> Result) rethrows -> Result {
    let before = ProcessMemory.now()
    ProcessMemory.resetPeak()
    let clock = ContinuousClock()
    let start = clock.now
    let result = try operation()
    let elapsed = clock.now - start
    let after = ProcessMemory.now()
    seconds.append(Double(elapsed.components.attoseconds) / 1e18 + Double(elapsed.components.seconds))
    if let before, let after {
      peakBytes.append(max(after.peak - before.resident - (after.file - before.file), 0))
      peakBytesWithFile.append(max(after.peak - before.resident, 0))
    }
    return result
  }
}
