import CPythonAgent
import HeapFormats
public import SystemPackage

/// The agent: one file of pure Python that writes the heap of the CPython process it runs in.
public enum PythonAgent {
  /// The name of its file, under which a program can import it.
  public static let fileName = "heapgraph_agent.py"

  /// Its text, UTF-8.
  public static var source: [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: heapgraph_agent, count: heapgraph_agent_length))
  }

  /// Writes the agent to a file, for a program to import.
  ///
  /// - Parameter path: the file; one that is there is replaced.
  /// - Throws: ``PythonCaptureError/agentNotWritten(path:reason:)``.
  public static func write(to path: FilePath) throws(PythonCaptureError) {
    do throws(HeapFileError) {
      try AtomicFile.write(to: path) { descriptor throws(HeapFileError) in
        do {
          try descriptor.writeAll(source)
        } catch {
          throw HeapFileError(.system(action: "write the file", error: error as? Errno ?? .ioError))
        }
      }
    } catch {
      throw .agentNotWritten(path: path, reason: error.problem.description)
    }
  }
}
