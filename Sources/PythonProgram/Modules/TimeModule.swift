import ObjectRuntime

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Machine {
  /// The module `time`; sleeping counts against the program's limit of time.
  static let timeModule = NativeModule("time") { (machine, module) throws(ObjectError) in
    for (name, clock) in [
      ("time", CLOCK_REALTIME), ("monotonic", CLOCK_MONOTONIC), ("perf_counter", CLOCK_MONOTONIC),
      ("process_time", CLOCK_PROCESS_CPUTIME_ID),
    ] {
      try machine.set(
        [
          NativeFunction(name, 0) { (machine, _) throws(ObjectError) in
            try machine.space.makeFloat(Double(nanoseconds(clock)) / 1e9)
          },
          NativeFunction(name + "_ns", 0) { (machine, _) throws(ObjectError) in
            try machine.space.makeInteger(nanoseconds(clock))
          },
        ], of: module)
    }
    try machine.set(
      [
        NativeFunction("sleep", 1) { (machine, arguments) throws(ObjectError) in
          let seconds = try machine.double(arguments[0])
          guard seconds >= 0 else { throw ObjectError(.valueError, "sleep length must be non-negative") }
          try machine.sleep(seconds)
          return machine.space.none
        }
      ], of: module)
  }

  private static func nanoseconds(_ clock: clockid_t) -> Int {
    var time = timespec()
    _ = unsafe clock_gettime(clock, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }

  /// Waits, and looks at the limits meanwhile.
  private func sleep(_ seconds: Double) throws(ObjectError) {
    let end = ContinuousClock.now + .seconds(min(seconds, 1e9))
    while true {
      let left = ContinuousClock.now.duration(to: end)
      if left <= .zero { return }
      let part = min(left, .milliseconds(50))
      _ = usleep(UInt32(max(part / .microseconds(1), 1)))
      try checkLimits()
    }
  }
}
