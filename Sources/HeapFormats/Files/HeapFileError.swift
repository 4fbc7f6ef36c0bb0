public import SystemPackage

/// Why a heap file could not be read or written.
public struct HeapFileError: Error, Hashable, Sendable {
  /// What went wrong.
  public enum Problem: Hashable, Sendable {
    /// The operating system refused: what was tried, and its error.
    case system(action: String, error: Errno)
    /// There is nothing in it.
    case empty
    /// It is none of the files this reads; what it looks like, where that can be told.
    case notAHeap(resembles: String?)
    /// Its line ends or high bits were changed on the way.
    case textTransfer
    /// It was written in a version that is no longer read.
    case tooOld(major: Int, minor: Int)
    /// It was written in a version that is not read yet.
    case tooNew(major: Int, minor: Int)
    /// It ends before what its header promises; both in bytes.
    case truncated(expected: UInt64, actual: UInt64)
    /// It goes on behind what its header promises; both in bytes.
    case trailingData(expected: UInt64, actual: UInt64)
    /// A checksum does not fit; which part, and the part's first byte in the file.
    case damaged(part: String, offset: UInt64)
    /// The file is whole, but says something that cannot be; where, in bytes from its start.
    case invalid(reason: String, offset: UInt64)
    /// The gzip stream is broken.
    case gzip(reason: String)
    /// There is not enough memory for it, in bytes.
    case outOfMemory(needed: UInt64)
  }

  /// The file, `nil` for bytes in memory.
  public let path: FilePath?
  /// What went wrong.
  public let problem: Problem

  package init(_ problem: Problem, path: FilePath? = nil) {
    self.problem = problem
    self.path = path
  }

  package func at(_ path: FilePath) -> HeapFileError {
    HeapFileError(problem, path: self.path ?? path)
  }
}

extension HeapFileError: CustomStringConvertible {
  /// The file, what is wrong with it, and what to do.
  public var description: String {
    (path.map { "\($0): " } ?? "") + problem.description
  }
}

extension HeapFileError.Problem: CustomStringConvertible {
  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .system(let action, let error):
      "cannot \(action): \(error)"
    case .empty:
      "the file is empty; capture the heap again"
    case .notAHeap(let resembles):
      "not a .heap file" + (resembles.map { " (it looks like \($0))" } ?? "")
        + "; make one with 'heapgraph capture'"
    case .textTransfer:
      "the file was changed by a transfer in text mode; copy it again in binary mode"
    case .tooOld(let major, let minor):
      "written in format version \(major).\(minor), which is no longer read (this reads version 1); capture the heap again"
    case .tooNew(let major, let minor):
      "written in format version \(major).\(minor), and this reads version 1; update HeapGraph"
    case .truncated(let expected, let actual):
      "cut short: \(actual) of \(expected) bytes are there; copy it again or capture the heap again"
    case .trailingData(let expected, let actual):
      "goes on behind its end: \(actual) bytes where its header says \(expected); copy it again"
    case .damaged(let part, let offset):
      "damaged: the checksum of the \(part) at byte \(offset) does not fit; copy it again or capture the heap again"
    case .invalid(let reason, let offset):
      "not a valid heap: at byte \(offset), \(reason); the program that wrote it has to be mended"
    case .gzip(let reason):
      "cannot be decompressed: \(reason); copy it again or capture the heap again"
    case .outOfMemory(let needed):
      "does not fit into memory: \(needed) bytes are needed; decompress it with gunzip first, so that it can be mapped"
    }
  }
}
