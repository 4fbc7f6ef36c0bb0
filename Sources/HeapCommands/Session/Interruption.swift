import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keeps files whole when the command is interrupted.
///
/// A file is written beside its name and renamed, in one short stretch. A signal that comes within it waits
/// until the stretch is over, so that no temporary file stays; at any other time it ends the command at once.
package final class Interruption: Sendable {
  private struct State {
    var depth = 0
    var ignored = 0
    var pending: Int32?
  }

  private let state = Mutex(State())
  private let end: @Sendable (Int32) -> Void

  /// Makes a guard.
  ///
  /// - Parameter end: ends the process by a signal.
  package init(end: @escaping @Sendable (Int32) -> Void = Interruption.endProcess) {
    self.end = end
  }

  /// Does something that an interruption has to wait for.
  package func deferring<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    state.withLock { $0.depth += 1 }
    defer { leave() }
    return try body()
  }

  /// Does something that an interruption is no business of: a program that was started hears it, too, and
  /// decides what it means.
  package func ignoring<Result, Failure: Error>(
    _ body: () async throws(Failure) -> Result
  ) async throws(Failure) -> Result {
    state.withLock { $0.ignored += 1 }
    defer { state.withLock { $0.ignored -= 1 } }
    return try await body()
  }

  /// Says that a signal came.
  package func receive(_ signal: Int32) {
    let endsNow = state.withLock { state in
      if state.ignored > 0 { return false }
      // Whoever asks twice does not want to wait.
      if state.depth == 0 || state.pending != nil { return true }
      state.pending = signal
      return false
    }
    if endsNow { end(signal) }
  }

  private func leave() {
    let signal = state.withLock { state in
      state.depth -= 1
      return state.depth == 0 ? state.pending : nil
    }
    if let signal { end(signal) }
  }

  /// Listens for the signals that end a program.
  ///
  /// - Returns: what has to be kept as long as they are to be heard.
  package func listen() -> [any Sendable] {
    [SIGINT, SIGTERM, SIGHUP].map { number in
      // What is ignored from outside (nohup) stays ignored.
      let former = signal(number, SIG_IGN)
      guard !Self.isIgnored(former) else { return number }
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [self] in receive(number) }
      source.resume()
      return UncheckedSource(source: source)
    }
  }

  // Two functions have no equality; their addresses do.
  private static func isIgnored(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
    unsafe unsafeBitCast(handler, to: UInt.self) == unsafeBitCast(SIG_IGN, to: UInt.self)
  }

  /// Ends the process as the signal would have, so that a shell sees what happened.
  @Sendable package static func endProcess(by number: Int32) {
    _ = signal(number, SIG_DFL)
    kill(getpid(), number)
  }
}

// Only kept alive, never used.
private struct UncheckedSource: @unchecked Sendable {
  let source: any DispatchSourceSignal
}
