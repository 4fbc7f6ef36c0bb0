package import ArgumentParser

/// A command of `heapgraph`, run with the streams it is given.
package protocol HeapCommand: ParsableCommand, Sendable {
  /// Does what was asked for.
  ///
  /// - Parameter session: the streams and the environment.
  /// - Returns: how it went, where it did not fail.
  func run(in session: CommandSession) async throws -> CommandOutcome
}

extension HeapCommand {
  // Never reached by the program, which runs commands in a session.
  package func run() throws {
    throw CleanExit.helpRequest(Self.self)
  }
}

/// How a command ends.
package enum CommandOutcome: Hashable, Sendable {
  /// What was asked for was found.
  case found
  /// There is nothing of the kind.
  case nothingFound
  /// It did not work.
  case failed
  /// It was not asked rightly.
  case usage
  /// The status of a program that was run.
  case program(Int32)

  /// The number that the shell sees.
  package var code: Int32 {
    switch self {
    case .found: 0
    case .nothingFound: 1
    case .failed: 2
    case .usage: 64
    case .program(let code): code
    }
  }
}
