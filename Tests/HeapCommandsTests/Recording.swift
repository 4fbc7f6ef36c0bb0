import Foundation
import HeapFixtures
import HeapGraph
import Synchronization
import SystemPackage
import Testing

@testable import HeapCommands

/// A stream that keeps what is written to it.
final class RecordingStream: ByteStream {
  private let bytes = Mutex<[UInt8]>([])
  private let failure: HeapCommandError?
  let isTerminal: Bool

  init(isTerminal: Bool = false, failure: HeapCommandError? = nil) {
    self.isTerminal = isTerminal
    self.failure = failure
  }

  func write(_ new: [UInt8]) throws(HeapCommandError) {
    if let failure { throw failure }
    bytes.withLock { $0 += new }
  }

  var contents: [UInt8] { bytes.withLock { $0 } }
  var text: String { String(decoding: contents, as: UTF8.self) }
}

/// What a run of the program left.
struct Recording {
  var status: CommandOutcome
  var output: String
  var messages: String
}

/// Runs the program inside the test.
func run(
  _ arguments: [String], environment: [String: String] = [:], output: RecordingStream = RecordingStream(),
  messages: RecordingStream = RecordingStream(), viewers: ViewerLauncher = .none
) async -> Recording {
  let session = CommandSession(
    output: output, messages: messages, environment: environment, viewers: viewers)
  let status = await HeapGraphProgram.run(arguments, in: session)
  return Recording(status: status, output: output.text, messages: messages.text)
}

func run(_ arguments: String...) async -> Recording {
  await run(arguments)
}

extension TemporaryFolder {
  /// A small heap as a file: a module that holds a cache of two sessions, and a list that nobody holds.
  func sessions(_ name: String = "app.heap", change: (inout HeapSketch) -> Void = { _ in }) throws -> String {
    var sketch = HeapSketch()
    let tracked = ObjectDetails(referenceCount: 1, flags: .tracked)
    sketch.object(
      "app", type: "module", size: 72,
      details: ObjectDetails(
        referenceCount: 3, flags: [.tracked, .module, .importedModule], text: "app"))
    sketch.object("cache", type: "dict", size: 232, details: tracked)
    for (session, user) in [("s1", "ann"), ("s2", "bob")] {
      sketch.object(
        session, type: "web.Session", size: 48,
        details: ObjectDetails(referenceCount: 1, flags: .tracked))
      sketch.object(user, type: "str", size: 52, details: ObjectDetails(referenceCount: 2, text: "'\(user)'"))
    }
    sketch.object("list", type: "list", size: 56, details: tracked)
    sketch.refer("app", "cache", label: .name("cache"))
    for (session, user) in [("s1", "ann"), ("s2", "bob")] {
      sketch.refer("cache", user, kind: .dictionaryKey, isTraced: false)
      let key = sketch[user]
      sketch.refer("cache", session, kind: .dictionaryValue, label: .object(key))
      sketch.refer(session, user, label: .name("user"))
    }
    sketch.root("app", kind: .module)
    sketch.metadata = HeapMetadata(entries: [
      HeapMetadata.Entry(key: HeapMetadata.Key.runtime, value: "cpython"),
      HeapMetadata.Entry(key: HeapMetadata.Key.globalsModule, value: "app"),
    ])
    change(&sketch)
    try sketch.snapshot().write(to: path(name))
    return path(name)
  }
}

extension HeapSketch {
  /// Adds an object that nothing counts references on, to a heap that has counts.
  mutating func add(_ name: String, type: String, size: Int = 28) {
    object(name, type: type, size: size, details: ObjectDetails(referenceCount: 0))
  }
}
