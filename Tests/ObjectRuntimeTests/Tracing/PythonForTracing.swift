import Foundation

/// A real CPython 3.13 of this machine, whose tracemalloc is what is modelled.
struct PythonForTracing {
  let executable: URL

  /// The interpreter that `HEAPGRAPH_PYTHON` names, else the first on `PATH` that is a CPython 3.13.
  static let found: PythonForTracing? = {
    let environment = ProcessInfo.processInfo.environment
    let folders = (environment["PATH"] ?? "").split(separator: ":").map { URL(filePath: String($0)) }
    func candidates(_ name: String) -> [URL] {
      name.contains("/") ? [URL(filePath: name)] : folders.map { $0.appending(path: name) }
    }
    let names = [environment["HEAPGRAPH_PYTHON"], "python3.13", "python3"].compactMap(\.self)
    return names.flatMap(candidates).lazy.map(PythonForTracing.init).first { python in
      let check = "import sys; print(sys.implementation.name, *sys.version_info[:2])"
      return (try? python.output(["-I", "-c", check])) == Data("cpython 3 13\n".utf8)
    }
  }()

  struct Failure: Error {
    var status: Int32
  }

  /// Runs the interpreter and gives what it printed.
  func output(_ arguments: [String]) throws -> Data {
    guard FileManager.default.isExecutableFile(atPath: executable.path) else { throw Failure(status: 127) }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
    return data
  }
}
