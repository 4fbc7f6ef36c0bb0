import SystemPackage
import Testing

@testable import HeapFormats

#if canImport(Glibc)
  import Glibc
#endif

struct AtomicFileTests {
  private func write(_ text: String, to path: FilePath) throws {
    try AtomicFile.write(to: path) { file throws(HeapFileError) in
      try file.write(all: Array(text.utf8).rawSpan)
    }
  }

  private func read(_ path: FilePath) throws -> String {
    String(decoding: try contents(of: path), as: UTF8.self)
  }

  private func mode(_ path: FilePath) -> mode_t {
    var status = stat()
    return stat(path.string, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  @Test func `a file that is replaced keeps its permissions`() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending("private.dot")
      try write("first", to: path)
      #expect(chmod(path.string, 0o600) == 0)
      try write("second", to: path)
      #expect(try read(path) == "second")
      #expect(mode(path) == 0o600)
    }
  }

  @Test func `a link stays a link, also where it leads to nothing yet`() throws {
    try withTemporaryFolder { folder in
      let target = folder.appending("target.dot")
      let link = folder.appending("link.dot")
      #expect(symlink("target.dot", link.string) == 0)
      for text in ["first", "second"] {
        try write(text, to: link)
        var status = stat()
        #expect(lstat(link.string, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
        #expect(try read(target) == text)
      }
    }
  }

  @Test func `the longest name that a file can have is written`() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(String(repeating: "n", count: 255))
      try write("text", to: path)
      #expect(try read(path) == "text")
    }
  }

  @Test func `what stands before in a redirected file stays`() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending("log.dot")
      let file = try FileDescriptor.open(
        path, .writeOnly, options: [.create, .append], permissions: .ownerReadWrite)
      try file.write(all: Array("before, ".utf8).rawSpan)
      try write("after", to: FilePath("/dev/fd/\(file.rawValue)"))
      try file.close()
      #expect(try read(path) == "before, after")
    }
  }

  @Test func `a folder cannot be written as a file`() throws {
    try withTemporaryFolder { folder in
      let error = #expect(throws: HeapFileError.self) { try write("text", to: folder) }
      #expect(error?.description == "\(folder): cannot rename the finished file: Is a directory")
      let beside = try names(in: folder.removingLastComponent())
      #expect(!beside.contains { $0.hasPrefix(".heapgraph.\(getpid()).") })
    }
  }
}
