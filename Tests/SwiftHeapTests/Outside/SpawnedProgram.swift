import Foundation

/// A program that a test starts and ends, by its own number; every wait for it has a limit.
final class SpawnedProgram {
  let process: pid_t
  private let input: Int32
  private let output: Int32
  private var hasEnded = false

  /// The program that has a heap to look at.
  static let subject: String = {
    let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
      .deletingLastPathComponent()
    return (tests ?? Bundle.main.bundleURL).appending(path: "SwiftHeapSubject").path
  }()

  /// Where a program is that may not be there; `nil` where it is not.
  static func installed(_ name: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  init(_ path: String, _ arguments: [String], environment added: [String: String] = [:]) throws {
    var ends = [[Int32]](repeating: [-1, -1], count: 2)
    for number in ends.indices {
      guard pipe(&ends[number]) == 0 else { throw POSIXError(.EMFILE) }
      for end in ends[number] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0][0], 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1][1], 1)
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    // A crash that a test wants needs no report.
    let environment =
      ProcessInfo.processInfo.environment.merging(added) { $1 }.map { "\($0)=\($1)" }
      + ["SWIFT_BACKTRACE=enable=no"]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for variable in variables { free(variable) } }
    var process: pid_t = 0
    let result = posix_spawn(&process, path, &actions, nil, &words, &variables)
    close(ends[0][0])
    close(ends[1][1])
    input = ends[0][1]
    output = ends[1][0]
    self.process = process
    guard result == 0 else {
      hasEnded = true
      throw POSIXError(POSIXErrorCode(rawValue: result) ?? .EIO)
    }
  }

  /// Starts the subject and waits until it is ready.
  static func subject(_ arguments: String..., environment: [String: String] = [:]) throws -> SpawnedProgram {
    let program = try SpawnedProgram(subject, arguments, environment: environment)
    guard let line = program.line(), line == "ready" else { throw POSIXError(.ETIME) }
    return program
  }

  /// Runs a program to its end; its status, `nil` where it takes too long.
  static func run(_ path: String, _ arguments: String...) throws -> Int32? {
    let program = try SpawnedProgram(path, arguments)
    while program.line(seconds: 60) != nil {}
    return program.status(seconds: 60)
  }

  /// A line of its output; `nil` where none comes in time.
  func line(seconds: Double = 30) -> String? {
    let end = Date(timeIntervalSinceNow: seconds)
    var bytes: [UInt8] = []
    while true {
      var descriptor = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      let rest = Int32(max(0, end.timeIntervalSinceNow * 1_000))
      guard poll(&descriptor, 1, rest) > 0 else { return nil }
      var byte: UInt8 = 0
      guard read(output, &byte, 1) == 1 else { return nil }
      if byte == 10 { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
  }

  /// How it ended; `nil` where it does not in time.
  func status(seconds: Double = 10) -> Int32? {
    let end = Date(timeIntervalSinceNow: seconds)
    var status: Int32 = 0
    while !hasEnded {
      if waitpid(process, &status, WNOHANG) != 0 { hasEnded = true } else { usleep(1_000) }
      if Date() > end { return nil }
    }
    return status
  }

  /// Ends it.
  func end() {
    guard !hasEnded else { return }
    kill(process, SIGKILL)
    _ = status()
  }

  deinit {
    close(input)
    close(output)
    end()
  }
}
