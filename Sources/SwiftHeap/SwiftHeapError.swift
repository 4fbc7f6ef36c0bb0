public import HeapModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a Swift heap cannot be captured.
public enum SwiftHeapError: Error, Hashable, Sendable {
  /// The process could not be frozen: what failed, and the system's error.
  case cannotFreeze(step: String, code: Int32)
  /// A file of the kernel's or of the program could not be read.
  case cannotRead(path: String, code: Int32)
  /// No process has the number.
  case noProcess(Int32)
  /// The system does not let this process trace that one.
  case notPermitted(Int32)
  /// The process is this one.
  case isOwnProcess
  /// The process has no code of Swift.
  case noSwift
  /// The signal is handled or ignored by somebody else already.
  case signalIsTaken(Int32)
  /// The signal cannot be handled: its number, and the system's error.
  case cannotHandleSignal(Int32, code: Int32)
  /// The folder for heap files cannot be written to.
  case cannotWrite(folder: String, code: Int32)
  /// Allocations cannot be tracked: what failed, and the system's error.
  case cannotTrack(step: String, code: Int32)
  /// The number is none of a process's.
  case noNumber(Int32)
  /// The process ended before its memory was copied.
  case ended(Int32)
  /// The process has ended, and its parent has not asked yet how.
  case zombie(Int32)
  /// The process is a thread of the kernel's.
  case kernelThread(Int32)
  /// Another process traces it already: its number and name.
  case alreadyTraced(Int32, by: Int32, name: String)
  /// A core file cannot be read, and why.
  case unusableCore(path: String, CoreFileProblem)
  /// What was found makes no snapshot.
  case cannotBuild(HeapModelError)
}

extension SwiftHeapError: CustomStringConvertible {
  /// What went wrong, and what to do.
  public var description: String {
    switch self {
    case .cannotFreeze(let step, let code): "\(step) failed: \(Self.text(code))"
    case .cannotRead(let path, let code): "\(path): \(Self.text(code))"
    case .noProcess(let process): "there is no process \(process)"
    case .notPermitted(let process):
      "the system does not let process \(process) be traced: be its user, or root, and see that "
        + "/proc/sys/kernel/yama/ptrace_scope is 0; in a container, add the capability SYS_PTRACE"
    case .isOwnProcess: "a process captures itself by SwiftHeap.capture() without a number"
    case .noSwift: "the process has no code of Swift: nothing in it has Swift's types"
    case .signalIsTaken(let signal):
      "signal \(signal) has a handler already, or is ignored: choose one that the program does not use"
    case .cannotHandleSignal(let signal, let code):
      "signal \(signal) cannot be handled: \(Self.text(code)); SIGUSR1 and SIGUSR2 can"
    case .cannotWrite(let folder, let code):
      "heap files cannot be written to the folder '\(folder)': \(Self.text(code)); name one that can be written to"
    case .cannotTrack(let step, let code): "\(step) failed: \(Self.text(code))"
    case .noNumber(let process): "\(process) is no number of a process: give one above 0, such as 'ps' lists"
    case .ended(let process): "process \(process) ended while its memory was copied; capture it earlier"
    case .zombie(let process):
      "process \(process) has ended and has no memory any more: it only waits for its parent to ask how it ended"
    case .kernelThread(let process): "process \(process) is a thread of the kernel's and no program"
    case .alreadyTraced(let process, let tracer, let name):
      "process \(process) is traced already by process \(tracer) (\(name)), and there can be one only: end that first, or "
        + "let it write a core file (gcore in GDB) and give that by --core FILE"
    case .unusableCore(let path, let problem): "\(path): \(problem)"
    case .cannotBuild(let error): "\(error)"
    }
  }

  static func text(_ code: Int32) -> String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }
}
