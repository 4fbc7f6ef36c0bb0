#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program that shows pictures.
package struct Viewer: Hashable, Sendable {
  /// What it is called: `xdot`.
  package var name: String
  /// Where it lies.
  package var path: String
  /// Whether it wants DOT text, and lays it out by itself.
  package var readsDOT: Bool
}

/// Finds a program that shows pictures, and starts it.
package struct ViewerLauncher: Sendable {
  /// The program to use, `nil` where there is none or no display.
  package var viewer: Viewer?
  /// Starts a program with arguments and does not wait for it; says whether that worked.
  package var start: @Sendable (_ path: String, _ arguments: [String]) -> Bool

  /// Makes a launcher.
  ///
  /// - Parameters:
  ///   - viewer: the program to use.
  ///   - start: starts a program with arguments and does not wait for it.
  package init(
    viewer: Viewer?, start: @escaping @Sendable (_ path: String, _ arguments: [String]) -> Bool
  ) {
    self.viewer = viewer
    self.start = start
  }

  /// Opens nothing.
  package static let none = ViewerLauncher(viewer: nil) { _, _ in false }

  /// Looks for a viewer as objgraph does, xdot first, and then for what the desktop opens pictures with.
  ///
  /// - Parameters:
  ///   - environment: tells where programs lie and whether there is a display.
  ///   - exists: says whether a path is a program.
  package init(
    environment: [String: String], exists: (String) -> Bool = { isExecutable($0) }
  ) {
    self.init(viewer: Self.find(environment, exists), start: Self.spawn)
  }

  private static func find(_ environment: [String: String], _ exists: (String) -> Bool) -> Viewer? {
    #if os(macOS)
      let hasDisplay = environment["SSH_CONNECTION"] == nil
      let candidates = [("xdot", true), ("open", false)]
    #else
      let hasDisplay = ["DISPLAY", "WAYLAND_DISPLAY"].contains { !environment[$0, default: ""].isEmpty }
      let candidates = [("xdot", true), ("xdg-open", false)]
    #endif
    guard hasDisplay else { return nil }
    let folders = environment["PATH", default: ""].split(separator: ":")
    for (name, readsDOT) in candidates {
      for folder in folders where exists("\(folder)/\(name)") {
        return Viewer(name: name, path: "\(folder)/\(name)", readsDOT: readsDOT)
      }
    }
    return nil
  }

  /// Starts a program in a process group of its own, so that keys pressed for this one do not reach it.
  @Sendable private static func spawn(_ path: String, _ arguments: [String]) -> Bool {
    var attributes = posix_spawnattr_t()
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawnattr_init(&attributes)
    unsafe posix_spawn_file_actions_init(&actions)
    defer {
      unsafe posix_spawnattr_destroy(&attributes)
      unsafe posix_spawn_file_actions_destroy(&actions)
    }
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in [SIGPIPE, SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&signals, number) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var words = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var process = pid_t()
    return unsafe posix_spawn(&process, path, &actions, &attributes, &words, environ) == 0
  }
}
