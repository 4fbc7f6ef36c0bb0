import ArgumentParser

/// What the argument parser has to say: the help or version that was asked for, or what is wrong.
enum ParserMessage {
  case answer(String)
  case mistake(String)

  /// Takes an error of the parser; `nil` for any other.
  init?(_ error: any Error) {
    switch HeapGraphCommand.exitCode(for: error) {
    case .success:
      self = .answer(HeapGraphCommand.message(for: error))
    case .validationFailure:
      self = .mistake(Self.oneLine(error))
    default:
      return nil
    }
  }

  /// The parser's message and where to read on, in one line.
  private static func oneLine(_ error: any Error) -> String {
    let message = HeapGraphCommand.message(for: error)
      .split(whereSeparator: \.isNewline)
      .map { line in line.drop(while: \.isWhitespace) }
      .joined(separator: " ")
    let full = HeapGraphCommand.fullMessage(for: error)
    // The parser alone knows which command's usage it was; it names it in its last line.
    let pointer = full.split(separator: "'").last { $0.hasSuffix(" --help") } ?? "heapgraph --help"
    let end = message.last.map { ".?!".contains($0) } ?? true
    return "\(message)\(end ? "" : ".") See '\(pointer)'."
  }
}
