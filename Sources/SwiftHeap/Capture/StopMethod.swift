/// How the threads of this process are stopped for a moment.
public enum StopMethod: Sendable {
  /// By a helper that traces them: they notice nothing but the time.
  case tracing
  /// By a signal: some system calls are cut short, and threads that block signals are missed.
  case signal
}
