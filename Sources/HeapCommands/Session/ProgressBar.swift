import Dispatch
import Synchronization

/// Shows on a terminal how far something is that takes long.
///
/// Nothing is shown unless messages go to a terminal and it takes longer than the session's patience.
final class ProgressBar: Sendable {
  private struct State {
    var fraction: Double?
    var isDrawn = false
    var isOver = false
  }

  private let title: String
  private let stream: any ByteStream
  private let columns: Int
  private let state = Mutex(State())

  private init(title: String, stream: any ByteStream, columns: Int) {
    self.title = title
    self.stream = stream
    self.columns = columns
  }

  /// Does something, and shows how far it is.
  ///
  /// - Parameters:
  ///   - title: what is done: `Reading app.heap`.
  ///   - session: where and when to show it.
  ///   - body: does it; may report the part that is done, from 0 to 1, at any time.
  static func during<Result, Failure: Error>(
    _ title: String, in session: CommandSession,
    _ body: (_ report: @escaping @Sendable (Double) -> Void) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard session.messages.isTerminal else { return try body { _ in } }
    let bar = ProgressBar(title: title, stream: session.messages, columns: session.columns)
    let start = ContinuousClock.now
    // The work keeps its own thread busy; this draws from another.
    let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "heapgraph.progress"))
    timer.schedule(
      deadline: .now() + .milliseconds(session.patience.milliseconds), repeating: .milliseconds(100))
    timer.setEventHandler { bar.draw(elapsed: start.duration(to: .now)) }
    timer.resume()
    defer {
      timer.cancel()
      bar.clear()
    }
    return try body { fraction in bar.state.withLock { $0.fraction = fraction } }
  }

  private func draw(elapsed: Duration) {
    state.withLock { state in
      guard !state.isOver else { return }
      state.isDrawn = true
      let line = Self.line(title: title, fraction: state.fraction, elapsed: elapsed, columns: columns)
      try? stream.write("\r\u{1B}[K" + line)
    }
  }

  private func clear() {
    state.withLock { state in
      state.isOver = true
      if state.isDrawn { try? stream.write("\r\u{1B}[K") }
    }
  }

  /// The line that is shown.
  static func line(title: String, fraction: Double?, elapsed: Duration, columns: Int) -> String {
    let seconds = "\(elapsed.components.seconds) s"
    guard let fraction else { return String("\(title) … \(seconds)".prefix(columns - 1)) }
    let percent = Int((fraction * 100).rounded(.down))
    let suffix = " \(percent < 10 ? "  " : percent < 100 ? " " : "")\(percent)%  \(seconds)"
    let room = columns - 1 - title.count - 3 - suffix.count
    guard room >= 4 else { return String((title + suffix).prefix(columns - 1)) }
    let width = min(room, 30)
    let filled = Int((fraction * Double(width)).rounded(.down))
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled)
    return "\(title) [\(bar)]\(suffix)"
  }
}

extension Duration {
  fileprivate var milliseconds: Int {
    Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }
}
