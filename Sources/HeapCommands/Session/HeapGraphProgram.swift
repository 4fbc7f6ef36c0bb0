import ArgumentParser
import HeapGraph
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program `heapgraph`: arguments in, an exit status out.
package enum HeapGraphProgram {
  /// Runs the program on the process's own arguments and streams, and ends the process.
  package static func main() async -> Never {
    // A reader that goes away is an error of `write`, and not the end of the process.
    _ = signal(SIGPIPE, SIG_IGN)
    let session = CommandSession.standard()
    let listeners = session.interruption.listen()
    let status = await run(Array(CommandLine.arguments.dropFirst()), in: session)
    withExtendedLifetime(listeners) {}
    exit(status.code)
  }

  /// Runs the program.
  ///
  /// - Parameters:
  ///   - arguments: the arguments, without the program's name.
  ///   - session: the streams and the environment.
  /// - Returns: how it ended; what went wrong is already told.
  package static func run(_ arguments: [String], in session: CommandSession) async -> CommandOutcome {
    do {
      try checkCommand(arguments.first)
      var command = try HeapGraphCommand.parseAsRoot(arguments)
      guard let heapCommand = command as? any HeapCommand else {
        try command.run()
        return .found
      }
      return try await heapCommand.run(in: session)
    } catch {
      return end(with: error, in: session)
    }
  }

  /// Refuses a word that is no command; the parser would call it an unexpected argument.
  private static func checkCommand(_ word: String?) throws(HeapCommandError) {
    let names = HeapGraphCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let word, !word.hasPrefix("-"), !names.contains(word), word != "help" else { return }
    // One letter changed is one taken out and one put in.
    let similar = names.first { $0.difference(from: word).count <= 2 }
    throw .usage(
      "There is no command '\(word)'. " + (similar.map { "Did you mean '\($0)'? " } ?? "")
        + "See 'heapgraph --help'.")
  }

  private static func end(with error: any Error, in session: CommandSession) -> CommandOutcome {
    guard let request = ParserMessage(error) else {
      let error = HeapCommandError(error)
      if error == .brokenPipe { return .found }
      session.fail("\(error)")
      return error.status
    }
    switch request {
    case .answer(let text):
      do {
        try session.output.writeLine(text)
        return .found
      } catch {
        return end(with: error, in: session)
      }
    case .mistake(let text):
      session.fail(text)
      return .usage
    }
  }
}

extension CommandSession {
  /// The session of the process itself.
  static func standard() -> CommandSession {
    let output = DescriptorStream(.standardOutput)
    let messages = DescriptorStream(.standardError)
    let environment = processEnvironment()
    return CommandSession(
      output: output, messages: messages, environment: environment,
      columns: terminalColumns(messages.isTerminal ? STDERR_FILENO : STDOUT_FILENO) ?? 80,
      viewers: ViewerLauncher(environment: environment))
  }

  /// Says in one line what went wrong.
  func fail(_ text: String) {
    let line = DisplayText.visible(text)
    try? messages.writeLine(
      coloursMessages ? "\u{1B}[1;31mheapgraph:\u{1B}[0m \(line)" : "heapgraph: \(line)")
  }
}
