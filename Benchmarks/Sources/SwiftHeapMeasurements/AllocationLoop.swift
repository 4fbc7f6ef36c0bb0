import Foundation
import Synchronization

/// An object of the usual size.
private final class Item {
  var number: Int
  init(_ number: Int) { self.number = number }
}

/// A loop that makes objects and lets them go, below some calls.
struct AllocationLoop {
  let count: Int
  let calls: Int
  private static let rounds = 15

  /// The nanoseconds of one object, the least of all rounds.
  func nanoseconds(threads: Int) -> Double {
    let best = Mutex(Double.infinity)
    let group = DispatchGroup()
    for _ in 0..<threads {
      group.enter()
      Thread.detachNewThread {
        for _ in 0..<Self.rounds {
          let time = below(calls)
          best.withLock { $0 = min($0, time) }
        }
        group.leave()
      }
    }
    group.wait()
    return best.withLock { $0 }
  }

  @inline(never) private func below(_ calls: Int) -> Double {
    if calls == 0 { return round() }
    let time = below(calls - 1)
    // So that the call is none that ends the function, which would leave no frame.
    kept(nil)
    return time
  }

  @inline(never) private func round() -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    for number in 0..<count { kept(Item(number)) }
    let elapsed = (clock.now - start).components
    return (Double(elapsed.seconds) * 1e9 + Double(elapsed.attoseconds) / 1e9) / Double(count)
  }

  /// Takes an object so that the compiler cannot leave it out.
  @inline(never) @_optimize(none) private func kept(_ item: AnyObject?) {}
}
