import Foundation
import HeapFixtures
import HeapModel
import ObjectRuntime
import PythonProgram
import Testing

/// Programs with something changed at random, compiled and run within limits: none may crash or hang.
struct MutatedProgramTests {
  private static let texts: [[UInt8]] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Programs")
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.filter { $0.hasSuffix(".py") && $0 != "record.py" }.sorted().compactMap { path in
      (try? Data(contentsOf: folder.appending(path: path))).map(Array.init)
    }
  }()

  private static func limited() -> ProgramOptions {
    var options = ProgramOptions()
    options.limits = ProgramLimits(steps: 20_000, time: 5)
    options.memoryLimit = ByteCount(rawValue: 64 << 20)
    return options
  }

  /// A text with a few lines, words or bytes moved, left out or doubled.
  private static func mutated(_ text: [UInt8], _ numbers: inout SeededGenerator) -> [UInt8] {
    var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    for _ in 0..<Int.random(in: 1...4, using: &numbers) where !lines.isEmpty {
      let place = Int.random(in: 0..<lines.count, using: &numbers)
      let other = Int.random(in: 0..<lines.count, using: &numbers)
      switch Int.random(in: 0..<6, using: &numbers) {
      case 0: lines.remove(at: place)
      case 1: lines.insert(lines[other], at: place)
      case 2: lines.swapAt(place, other)
      case 3: lines[place] = lines[other]
      case 4:
        // A word of one line in place of one of another.
        var words = lines[place].split(separator: 0x20, omittingEmptySubsequences: false)
        let others = lines[other].split(separator: 0x20, omittingEmptySubsequences: false)
        guard !words.isEmpty, let word = others.randomElement(using: &numbers) else { continue }
        words[Int.random(in: 0..<words.count, using: &numbers)] = word
        lines[place] = Array(words.joined(separator: [0x20]))
      default:
        guard !lines[place].isEmpty else { continue }
        lines[place][Int.random(in: 0..<lines[place].count, using: &numbers)] = UInt8.random(
          in: 0x20...0x7E, using: &numbers)
      }
    }
    return Array(lines.joined(separator: [0x0A]))
  }

  @Test(arguments: 1...4)
  func `programs with something changed run to some end`(_ seed: Int) throws {
    var numbers = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<60 {
      guard let text = Self.texts.randomElement(using: &numbers) else { return }
      let run = try ProgramRun.of(Self.mutated(text, &numbers), options: Self.limited())
      // A program that is refused or raises says why.
      switch run.outcome {
      case .raised, .refused: #expect(!run.error.isEmpty)
      case .finished, .exited, .interrupted: break
      }
    }
  }
}
