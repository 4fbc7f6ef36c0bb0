import Glibc
import HeapFormats
import HeapModel
import SwiftHeap

/// A program whose heap is looked at from outside.
///
/// It says one line when it is ready, and ends when it is given one.
///
///     SwiftHeapSubject hold COUNT            holds so many branches
///     SwiftHeapSubject describe COUNT FILE   the same, and writes its heap, as it sees that itself, to a file
///     SwiftHeapSubject signal COUNT FILE     the same, with threads stopped by a signal
///     SwiftHeapSubject attempt PID           tries, as a user who may not, to capture a process
///     SwiftHeapSubject trace PID             traces a process
@main struct SwiftHeapSubject {
  nonisolated(unsafe) static var scene: Scene?
  nonisolated(unsafe) static var named = Leaf(42)

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 2, let number = Int(arguments[2]) else { exit(64) }
    var line = "ready"
    switch arguments[1] {
    case "hold": scene = Scene(count: number)
    case "describe", "signal":
      scene = Scene(count: number)
      _ = named
      var options = CaptureOptions()
      if arguments[1] == "signal" { options.stopMethods = [.signal] }
      let heap = try SwiftHeap.capture(options)
      try heap.write(to: arguments[3])
    case "attempt":
      if getuid() == 0 {
        setgid(65_534)
        setuid(65_534)
      }
      do {
        _ = try SwiftHeap.capture(process: Int32(number))
      } catch {
        line = "\(error)"
      }
    case "trace": trace(pid_t(number))
    default: exit(64)
    }
    print(line)
    fflush(nil)
    _ = readLine()
  }

  /// Traces the first thread of a process, which goes on.
  ///
  /// The function takes any number of arguments in C.
  private static func trace(_ process: pid_t) {
    typealias Trace = @convention(c) (Int, pid_t, UInt, UInt) -> Int
    let seize = 0x4206
    let trace = unsafeBitCast(dlsym(nil, "ptrace"), to: Trace.self)
    guard trace(seize, process, 0, 0) == 0 else { exit(1) }
  }
}
