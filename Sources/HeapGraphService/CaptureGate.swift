import Synchronization

/// Lets one capture in at a time, and not too often.
final class CaptureGate: Sendable {
  private struct State {
    var isBusy = false
    var last: ContinuousClock.Instant?
  }

  private let minimumInterval: Duration
  private let state = Mutex(State())

  init(minimumInterval: Duration) {
    self.minimumInterval = minimumInterval
  }

  /// Goes in, or says why not; who went in has to leave.
  func enter(at now: ContinuousClock.Instant = .now) throws(ServiceError) {
    let refusal: ServiceError? = state.withLock { state in
      if state.isBusy { return .busy }
      if let last = state.last, now < last + minimumInterval {
        let wait = (last + minimumInterval - now).components
        return .tooSoon(seconds: Int(wait.seconds) + (wait.attoseconds > 0 ? 1 : 0))
      }
      state.isBusy = true
      state.last = now
      return nil
    }
    if let refusal { throw refusal }
  }

  /// Lets the next one in.
  func leave() {
    state.withLock { $0.isBusy = false }
  }
}
