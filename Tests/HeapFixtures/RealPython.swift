public import Foundation

/// A real CPython 3.13 of this machine, which is what is modelled.
public struct RealPython: Sendable {
  /// Where it is.
  public let executable: URL

  /// The interpreter that `HEAPGRAPH_PYTHON` names, else the first on `PATH` that is a CPython 3.13.
  public static let found: RealPython? = {
    let environment = ProcessInfo.processInfo.environment
    let folders = (environment["PATH"] ?? "").split(separator: ":").map { URL(filePath: String($0)) }
    func candidates(_ name: String) -> [URL] {
      name.contains("/") ? [URL(filePath: name)] : folders.map { $0.appending(path: name) }
    }
    let names = [environment["HEAPGRAPH_PYTHON"], "python3.13", "python3"].compactMap(\.self)
    return names.flatMap(candidates).lazy.map(RealPython.init).first { python in
      let check = "import sys; print(sys.implementation.name, *sys.version_info[:2])"
      return (try? python.output(["-I", "-c", check])) == Data("cpython 3 13\n".utf8)
    }
  }()

  /// Its whole version, such as `3.13.0`.
  public static let version: String? = found.flatMap {
    $0.answer("import platform; print(platform.python_version())")
  }

  /// The version that records are of.
  public static let recordedVersion = "3.13.0"

  /// The CPython of the recorded version, with objgraph, that `Scripts/require.sh test` has prepared.
  public static let withObjgraph: RealPython? = {
    let package = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let python = RealPython(executable: package.appending(path: ".build/python/3.13/bin/python"))
    let question = "import objgraph, platform; print(platform.python_version())"
    return python.answer(question) == recordedVersion ? python : nil
  }()

  private func answer(_ question: String) -> String? {
    guard let answer = try? output(["-I", "-c", question]) else { return nil }
    return String(decoding: answer, as: UTF8.self).trimmingCharacters(in: .newlines)
  }

  /// It did not end as it should.
  public struct Failure: Error, CustomStringConvertible {
    var status: Int32
    /// What it printed before it failed.
    var said = ""

    /// What it said.
    public var description: String { "CPython ended with status \(status): \(said.suffix(4_000))" }
  }

  /// Runs the interpreter and gives what it printed.
  ///
  /// - Parameter withErrors: whether what it says of errors is kept too.
  public func output(_ arguments: [String], withErrors: Bool = false) throws -> Data {
    guard FileManager.default.isExecutableFile(atPath: executable.path) else { throw Failure(status: 127) }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = withErrors ? pipe : FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(status: process.terminationStatus, said: String(decoding: data, as: UTF8.self))
    }
    return data
  }
}
