import HeapGraph
package import SystemPackage

/// What goes wrong in a command itself.
package enum HeapCommandError: Error, Hashable, Sendable {
  /// Nobody reads the output any more; not worth a word.
  case brokenPipe
  /// The results could not be written.
  case unwritableOutput(Errno)
  /// No object was found by a name, and why.
  case nothingFound(String)
  /// An option or argument makes no sense; what is wrong and what to do.
  case usage(String)
  /// Something that was tried did not work; what is wrong and what to do.
  case failed(String)

  /// The exit status that tells it.
  var status: CommandOutcome {
    switch self {
    case .brokenPipe: .found
    case .nothingFound: .nothingFound
    case .usage: .usage
    case .unwritableOutput, .failed: .failed
    }
  }
}

extension HeapCommandError: CustomStringConvertible {
  /// What is wrong, and what to do.
  package var description: String {
    switch self {
    case .brokenPipe: "nobody reads the output"
    case .unwritableOutput(let error):
      "cannot write the results: \(error); make room or send them elsewhere"
    case .nothingFound(let text), .usage(let text), .failed(let text): text
    }
  }
}

extension HeapCommandError {
  /// Tells what an error of any layer means for the command.
  init(_ error: any Error) {
    switch error {
    case let error as HeapCommandError:
      self = error
    case let error as HeapAnalysisError:
      switch error {
      case .invalidSelector: self = .usage("\(error)")
      case .cancelled: self = .failed("\(error)")
      case .noType(_, similar: []):
        self = .nothingFound("\(error) 'heapgraph types' does so.")
      default: self = .nothingFound("\(error)")
      }
    case let error as ObjectGraphError:
      self = .usage("\(error)")
    default:
      self = .failed("\(error)")
    }
  }
}
