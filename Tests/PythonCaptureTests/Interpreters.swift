import PythonCapture
import Subprocess
import Testing

/// The Pythons of this machine, one for each minor version, found on `PATH` and through pyenv.
struct Interpreters {
  /// The minor versions that are looked for.
  static let minors = Array(8...14)

  /// What is there, by minor version; where nothing is, the reason.
  let found: [Int: Result<PythonInterpreter, PythonCaptureError>]

  static let all = Task { await Interpreters() }

  private init() async {
    var found: [Int: Result<PythonInterpreter, PythonCaptureError>] = [:]
    let managed = await Self.managed()
    for minor in Self.minors {
      let candidates = managed.filter { $0.hasPrefix("3.\(minor).") }.map { version in
        "\(version)"
      }
      var commands = ["python3.\(minor)"]
      for version in candidates {
        if let prefix = await Self.output("pyenv", ["prefix", version]) {
          commands.append("\(prefix)/bin/python")
        }
      }
      var result: Result<PythonInterpreter, PythonCaptureError> =
        .failure(.interpreterNotFound(names: commands))
      for command in commands {
        do throws(PythonCaptureError) {
          let interpreter = try await PythonInterpreter.find(command)
          if interpreter.version.minor == minor {
            result = .success(interpreter)
            break
          }
        } catch {
          if case .failure = result { result = .failure(error) }
        }
      }
      found[minor] = result
    }
    self.found = found
  }

  /// The newest of them; the tests need at least one.
  static func newest() async throws -> PythonInterpreter {
    let interpreters = await all.value.found.values.compactMap { try? $0.get() }
    return try #require(interpreters.max { $0.version < $1.version }, "the tests need a CPython 3.8 or newer")
  }

  /// The interpreter of a version, or `nil` where the machine has none, which is told.
  static func available(_ minor: Int) async -> PythonInterpreter? {
    switch await all.value.found[minor] {
    case .success(let interpreter)?: return interpreter
    case .failure(let reason)?:
      print("skipped Python 3.\(minor): \(reason)")
      return nil
    case nil: return nil
    }
  }

  /// Whether a minor version is neither the oldest nor the newest of those that are there.
  static func isBetween(_ minor: Int) async -> Bool {
    let minors = await all.value.found.filter { (try? $0.value.get()) != nil }.keys
    return minor != minors.min() && minor != minors.max()
  }

  private static func managed() async -> [String] {
    await output("pyenv", ["versions", "--bare"])?.split(whereSeparator: \.isNewline).map {
      String($0.drop { $0 == " " })
    } ?? []
  }

  private static func output(_ command: String, _ arguments: [String]) async -> String? {
    let result = try? await run(
      .name(command), arguments: Arguments(arguments), output: .string(limit: 1 << 16), error: .discarded)
    guard let result, result.terminationStatus.isSuccess else { return nil }
    return String(result.standardOutput.prefix { $0 != "\n" || arguments.first == "versions" })
  }
}
