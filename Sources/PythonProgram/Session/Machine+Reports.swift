import ObjectRuntime

extension Machine {
  /// The text of an exception that nobody caught, as CPython prints it.
  func report(_ error: ObjectError) -> String {
    guard let exception = try? space.exceptionObject(of: error) else { return "\(error)\n" }
    defer { space.release(exception) }
    var text = ""
    if exception[word: ExceptionOffset.traceback] != 0 {
      text += "Traceback (most recent call last):\n"
      var next = exception[object: ExceptionOffset.traceback]
      while let traceback = next {
        if let frame = traceback[object: TracebackOffset.frame], let data = frame[block: FrameOffset.data] {
          let loaded = code(of: data)
          let line = traceback[int32: TracebackOffset.line]
          text += "  File \"\(loaded.file)\", line \(line), in \(loaded.unit.name)\n"
        }
        next = traceback[object: TracebackOffset.next]
      }
    }
    let message = (try? space.string(of: exception)) ?? ""
    let name = space.typeName(exception.type)
    return text + (message.isEmpty ? name : "\(name): \(message)") + "\n"
  }

  /// Tells an exception that nobody can catch.
  func tellUnraisable(_ error: ObjectError, place: String) {
    host.write("Exception ignored in: \(place)\n" + report(error), to: .error)
  }

  /// Keeps the exception that ended the program, as `sys.last_exc` does.
  func keepLast(_ error: ObjectError) {
    forgetLast()
    lastException = try? space.exceptionObject(of: error)
  }

  func forgetLast() {
    if let lastException { space.release(lastException) }
    lastException = nil
  }
}
