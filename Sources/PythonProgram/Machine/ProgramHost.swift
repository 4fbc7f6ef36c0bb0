package import HeapModel

/// The world around a program: where its output goes, and who draws what it asks to be drawn.
package protocol ProgramHost: AnyObject {
  /// Takes what the program writes.
  func write(_ text: String, to stream: ProgramStream)

  /// Takes what is told of an exception that nothing caught, or of a text that is no program.
  func tell(_ failure: ProgramFailure)

  /// Draws a picture of the program's heap.
  ///
  /// - Returns: what was drawn.
  func draw(_ request: PictureRequest) throws -> DrawnPicture

  /// Writes a picture that the program has drawn itself, as DOT.
  func save(_ text: String, as fileName: String) throws

  /// The bytes of a file of the program's own, which it imports; `nil` where there is none.
  func source(ofModule name: String) throws -> (file: String, bytes: [UInt8])?
}

extension ProgramHost {
  package func tell(_ failure: ProgramFailure) { write(failure.text, to: .error) }
}

/// Where a program writes to.
package enum ProgramStream: Sendable {
  case output, error
}

/// A picture that a host has drawn.
package struct DrawnPicture: Sendable {
  package var nodeCount: Int
  /// The DOT text, where that was wanted.
  package var text: String?

  package init(nodeCount: Int, text: String? = nil) {
    self.nodeCount = nodeCount
    self.text = text
  }
}

/// A picture that a program asks for through `objgraph`.
package struct PictureRequest {
  /// Which function asked.
  package enum Question: Sendable {
    case references, backReferences
  }

  package var question: Question
  package var snapshot: HeapSnapshot
  /// The objects in question.
  package var objects: [ObjectIndex]
  package var maxDepth: Int? = 3
  package var tooMany: Int? = 10
  package var fileName: String?
  /// Objects that are left out.
  package var ignored: Set<ObjectIndex> = []
  /// Says whether an object is shown; `nil` where all are.
  package var filter: ((ObjectIndex) -> Bool)?
  /// Says whether an object stands out.
  package var highlight: ((ObjectIndex) -> Bool)?
  /// What an object says of itself, where its class has a `__repr__` of its own.
  package var text: ((ObjectIndex) -> String?)?
  /// What else is said of an object.
  package var extraInfo: ((ObjectIndex) -> String?)?
  /// Further attributes of an object's node.
  package var attributes: ((ObjectIndex) -> [String: String])?
  package var refcounts = false
  package var shortnames = true
  /// Whether the picture's text is wanted and not a file.
  package var wantsText = false

  package init(question: Question, snapshot: HeapSnapshot, objects: [ObjectIndex]) {
    self.question = question
    self.snapshot = snapshot
    self.objects = objects
  }
}

/// A host that hears and draws nothing.
package final class SilentHost: ProgramHost {
  package init() {}

  package func write(_ text: String, to stream: ProgramStream) {}
  package func draw(_ request: PictureRequest) throws -> DrawnPicture { DrawnPicture(nodeCount: 0, text: "") }
  package func save(_ text: String, as fileName: String) throws {}
  package func source(ofModule name: String) throws -> (file: String, bytes: [UInt8])? { nil }
}

/// How much a program may use.
package struct ProgramLimits: Sendable {
  /// Jumps back and calls; `nil` without a limit.
  package var steps: Int?
  /// Seconds.
  package var time: Double?

  package init(steps: Int? = nil, time: Double? = nil) {
    self.steps = steps
    self.time = time
  }
}

/// Why a program was ended from outside.
package enum Interruption: Error, Equatable, Sendable {
  case stepLimit(Int)
  case timeLimit(Double)
  /// The line that was asked for was reached.
  case lineReached(Int)
  /// The program has no statement at the line that was asked for, nor below it; it was not run.
  case lineMissing(Int)
  /// Two lines that were asked for one after the other stand for one statement, whose line is the last; the program was
  /// not run.
  case lineRepeated(Int, Int, statement: Int)
  /// The program ended itself.
  case cancelled
}
