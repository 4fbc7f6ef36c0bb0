/// What is told of an exception that nothing caught, or of a text that is no program.
package struct ProgramFailure: Sendable {
  /// What CPython has and this runtime has not.
  package enum Lack: Equatable, Sendable {
    case module(String)
    /// A function or type that every program has.
    case builtin(String)
  }

  /// The exception's type, as the last line names it.
  package var typeName: String
  package var message: String
  /// All that CPython prints of it, with the end of its last line.
  package var text: String
  /// What the program asked for that is not there, where that was the cause.
  package var lack: Lack?

  package init(typeName: String, message: String, text: String, lack: Lack? = nil) {
    self.typeName = typeName
    self.message = message
    self.text = text
    self.lack = lack
  }

  /// What is in the built-in names of CPython 3.13 and not in those of this runtime.
  static let lackingBuiltins: Set<String> = [
    "aiter", "anext", "breakpoint", "compile", "copyright", "credits", "eval", "exec", "exit", "help",
    "input", "license", "memoryview", "open", "quit",
  ]
}
