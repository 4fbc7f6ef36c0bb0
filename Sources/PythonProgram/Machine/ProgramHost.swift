package import HeapModel

/// The world around a program: where its output goes, and who draws what it asks to be drawn.
package protocol ProgramHost: AnyObject {
  /// Takes what the program writes.
  func write(_ text: String, to stream: ProgramStream)

  /// Draws a picture of the program's heap.
  ///
  /// - Returns: the name of the file that was written, where one was.
  func draw(_ request: PictureRequest) throws -> String?

  /// The bytes of a file of the program's own, which it imports; `nil` where there is none.
  func source(ofModule name: String) throws -> (file: String, bytes: [UInt8])?
}

/// Where a program writes to.
package enum ProgramStream: Sendable {
  case output, error
}

/// A picture that a program asks for through `objgraph`.
package struct PictureRequest {
  /// Which function asked.
  package enum Question: Sendable {
    case references, backReferences, chain
  }

  package var question: Question
  package var snapshot: HeapSnapshot
  /// The objects in question; of a chain, those from one end to the other.
  package var objects: [ObjectIndex]
  package var chains: [[ObjectIndex]] = []
  package var maxDepth: Int? = 3
  package var tooMany: Int? = 10
  package var fileName: String?
  package var highlights: Set<ObjectIndex> = []
  /// Objects that are left out.
  package var ignored: Set<ObjectIndex> = []
  /// Objects that alone are shown, where a filter says so.
  package var allowed: Set<ObjectIndex>?
  /// Texts shown with objects.
  package var extraInfo: [ObjectIndex: String] = [:]
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
  package func draw(_ request: PictureRequest) throws -> String? { nil }
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
  /// The program ended itself.
  case cancelled
}
