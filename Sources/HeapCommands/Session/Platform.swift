#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whether a file descriptor is a terminal.
func isTerminalDescriptor(_ descriptor: Int32) -> Bool {
  isatty(descriptor) == 1
}

/// Whether a file can be run as a program.
func isExecutable(_ path: String) -> Bool {
  unsafe access(path, X_OK) == 0
}

/// How many columns a terminal has.
///
/// - Returns: `nil` where it does not say.
func terminalColumns(_ descriptor: Int32) -> Int? {
  var size = winsize()
  guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
  return Int(size.ws_col)
}

/// The folder that the process is in; `nil` where it has none.
func currentFolder() -> String? {
  guard let path = unsafe getcwd(nil, 0) else { return nil }
  defer { unsafe free(path) }
  return unsafe String(cString: path)
}
