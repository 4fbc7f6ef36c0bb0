/// How a program ended.
public enum ScriptEnding: Hashable, Sendable {
  /// By itself, with an exit code.
  case exited(code: Int32)
  /// By a signal, with the signal's number.
  case signaled(number: Int32)

  /// The status a shell would give: the exit code, or 128 and the signal's number.
  public var exitStatus: Int32 {
    switch self {
    case .exited(let code): code
    case .signaled(let number): 128 + number
    }
  }
}

extension ScriptEnding: CustomStringConvertible {
  /// What it did, as a verb.
  public var description: String {
    switch self {
    case .exited(let code): "exited with status \(code)"
    case .signaled(let number): "was ended by signal \(number)"
    }
  }
}
