public import SystemPackage

/// Why the heap of a Python program could not be captured.
public enum PythonCaptureError: Error, Hashable, Sendable {
  /// No Python is there under any of the names.
  case interpreterNotFound(names: [String])
  /// It is there, but cannot be run; its last words.
  case interpreterFailed(path: String, reason: String)
  /// Its version is too old.
  case interpreterTooOld(path: String, version: PythonVersion)
  /// It is another implementation, whose heap is a different one.
  case notCPython(path: String, implementation: String)
  /// The script is not there.
  case scriptNotFound(path: FilePath)
  /// The folder for the heap file is not there.
  case outputFolderNotFound(path: FilePath)
  /// The agent's file could not be written for the interpreter to read.
  case agentNotWritten(path: FilePath, reason: String)
  /// The program ran, but no heap was written.
  case noHeapWritten(path: FilePath, moment: ScriptCapture.Moment, ending: ScriptEnding)
}

extension PythonCaptureError: CustomStringConvertible {
  /// What is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .interpreterNotFound(let names):
      "no Python found (\(names.joined(separator: ", "))): install Python \(PythonVersion.oldest.major)."
        + "\(PythonVersion.oldest.minor) or newer, or name one with --python or HEAPGRAPH_PYTHON"
    case .interpreterFailed(let path, let reason):
      "\(path) does not run: \(reason); name another Python with --python or HEAPGRAPH_PYTHON"
    case .interpreterTooOld(let path, let version):
      "\(path) is Python \(version), which is too old: \(PythonVersion.oldest.major)."
        + "\(PythonVersion.oldest.minor) is the oldest whose heap can be captured; name a newer one with --python"
    case .notCPython(let path, let implementation):
      "\(path) is \(implementation), whose heap cannot be captured; name a CPython with --python"
    case .scriptNotFound(let path):
      "there is no script \(path): give the path of a Python file"
    case .outputFolderNotFound(let path):
      "there is no folder \(path) to write the heap to: make it, or name another file with -o"
    case .agentNotWritten(let path, let reason):
      "the agent could not be written to \(path): \(reason); free some space, or set TMPDIR to another folder"
    case .noHeapWritten(let path, let moment, let ending):
      "no heap was written to \(path): the program \(ending) \(moment.excuse)"
    }
  }
}

extension ScriptCapture.Moment {
  fileprivate var excuse: String {
    switch self {
    case .exit:
      "before its end was reached; see its messages above, or capture it at a signal with --at signal"
    case .signal(let signal):
      "and no signal \(signal) reached it; send it with kill -\(signal) PID while it runs"
    case .call: "without calling heapgraph_agent.dump()"
    }
  }
}
