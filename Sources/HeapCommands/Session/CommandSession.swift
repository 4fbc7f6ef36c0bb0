import HeapGraph

/// What a command can touch of the world: its streams and its environment.
///
/// Tests hand in their own, so that commands run inside the test.
package struct CommandSession: Sendable {
  /// Where results go.
  package var output: any ByteStream
  /// Where everything else goes.
  package var messages: any ByteStream
  /// The environment's variables.
  package var environment: [String: String]
  /// How many columns a terminal has.
  package var columns: Int
  /// What opens pictures.
  package var viewers: ViewerLauncher
  /// Keeps files whole when the command is interrupted.
  package var interruption: Interruption
  /// How long something has to take before progress is shown.
  package var patience: Duration

  /// Makes a session.
  ///
  /// - Parameters:
  ///   - output: where results go.
  ///   - messages: where everything else goes.
  ///   - environment: the environment's variables.
  ///   - columns: how many columns a terminal has.
  ///   - viewers: what opens pictures.
  ///   - interruption: keeps files whole when the command is interrupted.
  ///   - patience: how long something has to take before progress is shown.
  package init(
    output: any ByteStream, messages: any ByteStream, environment: [String: String] = [:],
    columns: Int = 80, viewers: ViewerLauncher = .none, interruption: Interruption = Interruption(),
    patience: Duration = .seconds(1)
  ) {
    self.output = output
    self.messages = messages
    self.environment = environment
    self.columns = columns
    self.viewers = viewers
    self.interruption = interruption
    self.patience = patience
  }

  /// Tells the person something that is no result.
  ///
  /// A person who closed the stream does not want to know, so failures are passed over.
  package func note(_ text: String) {
    try? messages.writeLine("heapgraph: " + DisplayText.visible(text))
  }

  /// Whether results may have colours: on a terminal that has them, unless `NO_COLOR` says not.
  package var coloursOutput: Bool { allowsColour(output) }

  /// Whether messages may have colours.
  package var coloursMessages: Bool { allowsColour(messages) }

  private func allowsColour(_ stream: any ByteStream) -> Bool {
    stream.isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
  }
}
