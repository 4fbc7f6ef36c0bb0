import Foundation
import HeapAnalysis
import HeapModel
import MemoryReadings
import SwiftHeap

/// Measures what a capture of this process costs: its pause, its whole time, and the memory that it takes.
///
///     CaptureMeasurements capture OBJECTS ROUNDS     captures itself with so many objects, and prints JSON
///     CaptureMeasurements churn CAPTURES THREADS     captures itself while threads and tasks change the heap
///     CaptureMeasurements hold OBJECTS               holds so many objects, prints its number and waits for a line
@main struct CaptureMeasurements {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, let count = Int(arguments[2]), count > 0 else {
      FileHandle.standardError.write(
        Data(
          "usage: CaptureMeasurements capture OBJECTS ROUNDS | churn CAPTURES THREADS | hold OBJECTS\n".utf8))
      exit(64)
    }
    let number = arguments.count > 3 ? Int(arguments[3]) : nil
    if arguments[1] == "churn" {
      try Churn.measure(captures: count, threads: number ?? 8)
      return
    }
    let forest = Forest(objects: count)
    switch arguments[1] {
    case "hold":
      print(getpid(), forest.count)
      fflush(nil)
      _ = readLine()
    default:
      for _ in 0..<(number ?? 3) { try measure() }
    }
    withExtendedLifetime(forest) {}
  }

  private struct Measurement: Encodable {
    var objects: Int
    var references: Int
    var namedReferences: Int
    var seconds: Double
    var pauseSeconds: Double
    /// The most that was resident on top of what was before, in bytes.
    var peakMemory: Int
    var leakSeconds: Double
  }

  private static func measure() throws {
    ProcessMemory.resetPeak()
    let before = ProcessMemory.now()?.resident ?? 0
    let clock = ContinuousClock()
    let start = clock.now
    let heap = try SwiftHeap.capture()
    let seconds = (clock.now - start) / .seconds(1)
    let peak = (ProcessMemory.now()?.peak ?? 0) - before
    let leaksStart = clock.now
    _ = try heap.leakedCycles()
    let leakSeconds = (clock.now - leaksStart) / .seconds(1)
    var references = 0
    var named = 0
    for object in heap.objects {
      for reference in heap.outgoingReferences(of: object) {
        references += 1
        if !reference.isInferred { named += 1 }
      }
    }
    let pause = Double(heap.metadata[HeapMetadata.Key.capturePause] ?? "") ?? .nan
    let measurement = Measurement(
      objects: heap.objectCount, references: references, namedReferences: named, seconds: seconds,
      pauseSeconds: pause, peakMemory: peak, leakSeconds: leakSeconds)
    let line = try JSONEncoder().encode(measurement)
    print(String(decoding: line, as: UTF8.self))
  }
}
