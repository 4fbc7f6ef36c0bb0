/// Why a core file cannot be read.
public enum CoreFileProblem: Error, Hashable, Sendable {
  /// The file has no bytes.
  case empty
  /// The file is something else than a core file: what it is.
  case notCore(found: String)
  /// The file is compressed: by what, and the command that unpacks it.
  case compressed(format: String, command: String)
  /// The file is of a machine that this one cannot read.
  case otherMachine(String)
  /// The file ends too early; sizes are in bytes.
  case truncated(expected: UInt64, actual: UInt64)
  /// A part of the file makes no sense: which, and where it is, in bytes from the beginning.
  case damaged(part: String, offset: UInt64)
  /// The file does not tell which files were mapped.
  case noFileTable
  /// The file tells of no thread.
  case noThreads
  /// Files that the program had loaded are not there.
  case missingFiles(executable: String?, libraries: [String])
  /// A file is of another build than the one that ran; identifiers are in hexadecimal digits, `nil` where there is none.
  case otherBuild(path: String, inCore: String?, inFile: String?, isExecutable: Bool)
  /// A file is of the right build, but only has what debuggers need.
  case withoutCode(path: String)
}

extension CoreFileProblem: CustomStringConvertible {
  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .empty: "the file is empty; make the core file again, and see that the disk has room"
    case .notCore(let found):
      "no core file: \(found); make one with 'gcore PID', or by 'ulimit -c unlimited' before the program starts"
    case .compressed(let format, let command): "compressed with \(format); unpack it first: \(command)"
    case .otherMachine(let machine):
      "a core file of a program for \(machine); capture it on a 64-bit machine of that kind"
    case .truncated(let expected, let actual):
      "cut short: \(actual) of \(expected) bytes are there; raise the limit by 'ulimit -c unlimited', or copy it again"
    case .damaged(let part, let offset):
      "damaged: \(part) at byte \(offset) makes no sense; copy the file again, or make another"
    case .noFileTable:
      "does not tell which files the program had loaded (it has no note NT_FILE); make it with gcore of GDB 8 or newer, "
        + "or let the kernel write it"
    case .noThreads: "tells of no thread (it has no note NT_PRSTATUS); make the core file again"
    case .missingFiles(let executable, let libraries):
      Self.missing(executable, libraries)
    case .otherBuild(let path, let inCore, let inFile, let isExecutable):
      "\(path) is of another build (\(Self.text(inFile))) than the one that ran (\(Self.text(inCore))); give the "
        + (isExecutable ? "one that ran by --exe FILE" : "folder that has the one that ran by --sysroot DIR")
    case .withoutCode(let path):
      "\(path) has only what debuggers need of that build, and not its code; give the file that ran"
    }
  }

  private static func missing(_ executable: String?, _ libraries: [String]) -> String {
    var parts: [String] = []
    if let executable { parts.append("the executable \(executable) is not there; give it by --exe FILE") }
    if let first = libraries.first {
      let more = libraries.count > 1 ? " and \(libraries.count - 1) more" : ""
      parts.append(
        "the library \(first)\(more) \(libraries.count > 1 ? "are" : "is") not there; give the folder that has "
          + "\(libraries.count > 1 ? "them" : "it") under the same path by --sysroot DIR")
    }
    return parts.joined(separator: "; ")
  }

  private static func text(_ identifier: String?) -> String {
    identifier.map { "build ID \($0)" } ?? "without a build ID"
  }
}
