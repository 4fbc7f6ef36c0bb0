import Subprocess
import SystemPackage

/// A Python whose heap can be captured: CPython 3.8 or newer, tried by running it.
public struct PythonInterpreter: Hashable, Sendable {
  /// The path or the name under which it was run.
  public let command: String
  /// Its version.
  public let version: PythonVersion

  /// The names looked for where none is given.
  static let names = ["python3", "python"]

  /// Finds a Python and makes sure that it runs.
  ///
  /// - Parameters:
  ///   - command: a path, or a name to be looked for on `PATH`. Without one, the environment's
  ///     `HEAPGRAPH_PYTHON` is taken, and else `python3` and `python` in this order.
  ///   - environment: where `HEAPGRAPH_PYTHON` is looked up; the process's own unless given.
  /// - Throws: ``PythonCaptureError`` with what is wrong with it: `interpreterNotFound`,
  ///   `interpreterFailed`, `interpreterTooOld` or `notCPython`.
  public static func find(
    _ command: String? = nil, environment: [String: String]? = nil
  ) async throws(PythonCaptureError) -> PythonInterpreter {
    if let command = command ?? variable("HEAPGRAPH_PYTHON", in: environment), !command.isEmpty {
      return try await probe(command)
    }
    var first: PythonCaptureError?
    for name in names {
      do throws(PythonCaptureError) {
        return try await probe(name)
      } catch {
        // A name that leads to nothing says less than one that leads to a Python that is no use.
        if case .interpreterNotFound = error { continue }
        first = first ?? error
      }
    }
    throw first ?? .interpreterNotFound(names: names)
  }

  /// Runs one candidate and asks it what it is.
  private static func probe(_ command: String) async throws(PythonCaptureError) -> PythonInterpreter {
    let question =
      "import sys; print(sys.version_info[0], sys.version_info[1], sys.version_info[2], "
      + "getattr(getattr(sys, 'implementation', None), 'name', 'cpython'))"
    let answer: String
    do {
      let result = try await Subprocess.run(
        executable(command), arguments: ["-c", question], input: .none,
        output: .string(limit: 1 << 16), error: .string(limit: 1 << 16))
      guard case .exited(0) = result.terminationStatus else {
        let words = result.standardError.split(whereSeparator: \.isNewline).last.map(String.init)
        throw PythonCaptureError.interpreterFailed(
          path: command, reason: words ?? "it \(ScriptEnding(result.terminationStatus))")
      }
      answer = result.standardOutput
    } catch let error as PythonCaptureError {
      throw error
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .interpreterNotFound(names: [command])
    } catch {
      throw .interpreterFailed(path: command, reason: "\(error)")
    }
    return try PythonInterpreter(command: command, answer: answer)
  }

  /// Reads what an interpreter said of itself: three numbers and the implementation's name.
  init(command: String, answer: String) throws(PythonCaptureError) {
    let words = answer.split(whereSeparator: \.isWhitespace)
    guard words.count == 4, let major = Int(words[0]), let minor = Int(words[1]), let micro = Int(words[2])
    else {
      throw .interpreterFailed(path: command, reason: "it does not answer as a Python does")
    }
    guard words[3] == "cpython" else {
      throw .notCPython(path: command, implementation: String(words[3]))
    }
    version = PythonVersion(major: major, minor: minor, micro: micro)
    guard version >= .oldest else {
      throw .interpreterTooOld(path: command, version: version)
    }
    self.command = command
  }

  /// What Subprocess is to run.
  static func executable(_ command: String) -> Executable {
    command.contains("/") ? .path(FilePath(command)) : .name(command)
  }
}

extension ScriptEnding {
  init(_ status: TerminationStatus) {
    switch status {
    case .exited(let code): self = .exited(code: code)
    case .signaled(let number): self = .signaled(number: number)
    }
  }
}
