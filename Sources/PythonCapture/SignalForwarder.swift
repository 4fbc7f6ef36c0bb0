import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Passes signals on to a process, and leaves the keyboard's to it, until told to stop.
///
/// The keyboard's signals reach the whole group of processes, so that they are not to be sent twice.
final class SignalForwarder {
  private let sources: [any DispatchSourceSignal]
  private let previous: [(number: Int32, handler: sig_t?)]

  /// Starts to forward.
  ///
  /// - Parameters:
  ///   - process: who gets the signals.
  ///   - signalName: a signal that is passed on besides those that end a process, such as `USR2`.
  init(to process: Int32, signalName: String?) {
    var forwarded = [SIGTERM, SIGHUP]
    if let extra = signalName.flatMap(Self.number(of:)), !forwarded.contains(extra) {
      forwarded.append(extra)
    }
    previous = (forwarded + [SIGINT, SIGQUIT]).map { number in (number, signal(number, SIG_IGN)) }
    sources = forwarded.map { number in
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { _ = kill(process, number) }
      source.resume()
      return source
    }
  }

  /// Gives the signals back to the handlers they had.
  func stop() {
    for source in sources { source.cancel() }
    for (number, handler) in previous { _ = signal(number, handler) }
  }

  /// The number of a signal that a program may be asked to dump at.
  static func number(of name: String) -> Int32? {
    let upper = name.uppercased()
    return switch upper.hasPrefix("SIG") ? String(upper.dropFirst(3)) : upper {
    case "USR1": SIGUSR1
    case "USR2": SIGUSR2
    case "HUP": SIGHUP
    case "ALRM": SIGALRM
    case "WINCH": SIGWINCH
    case "CONT": SIGCONT
    default: nil
    }
  }
}
