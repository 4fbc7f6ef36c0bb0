import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What tells a file from the one that stood there before.
struct FileMark: Hashable {
  let device: UInt64
  let inode: UInt64
  let modified: Int

  /// The mark of what is at a path, `nil` where nothing is.
  init?(_ path: FilePath) {
    var status = stat()
    guard unsafe stat(path.string, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    #if canImport(Darwin)
      modified = status.st_mtimespec.tv_sec * 1_000_000_000 + status.st_mtimespec.tv_nsec
    #else
      modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    #endif
  }
}

/// The heap files that one run may write: the chosen one, and numbered ones beside it.
struct HeapFiles {
  let output: FilePath

  private var folder: FilePath {
    let folder = output.removingLastComponent()
    return folder.isEmpty ? "." : folder
  }

  private var name: String { output.lastComponent?.string ?? "" }

  /// The name in two parts, between which the agent puts a number.
  private var parts: (stem: String, ending: String) {
    for ending in [".heap.gz", ".heap", ".gz"] where name.hasSuffix(ending) {
      return (String(name.dropLast(ending.count)), ending)
    }
    return (name, "")
  }

  /// The files of this output that are there, by their number; 0 is the chosen file.
  func marks() -> [Int: FileMark] {
    var marks: [Int: FileMark] = [:]
    marks[0] = FileMark(output)
    let (stem, ending) = parts
    for other in names() where other.hasPrefix(stem + "-") && other.hasSuffix(ending) {
      let middle = other.dropFirst(stem.count + 1).dropLast(ending.count)
      guard let number = Int(middle), number > 0, String(number) == middle else { continue }
      marks[number] = FileMark(folder.appending(other))
    }
    return marks
  }

  /// The files that were written since the marks were taken, in their order.
  func written(since before: [Int: FileMark]) -> [FilePath] {
    let (stem, ending) = parts
    return marks().filter { before[$0.key] != $0.value }.keys.sorted().map { number in
      number == 0
        ? output : output.removingLastComponent().appending("\(stem)-\(number)\(ending)")
    }
  }

  /// Waits until no forked child is writing any more; a program that was ended cannot do so itself.
  func waitForWriters() async {
    var patience = 6_000
    while patience > 0, names().contains(where: isBeingWritten) {
      patience -= 1
      try? await Task.sleep(for: .milliseconds(100))
    }
  }

  /// Whether a file is an unfinished dump of this output whose writer lives.
  private func isBeingWritten(_ candidate: String) -> Bool {
    let (stem, ending) = parts
    let suffix = ".part"
    guard candidate.hasPrefix("." + stem), candidate.hasSuffix(suffix) else { return false }
    let middle = candidate.dropFirst().dropLast(suffix.count)
    guard let dot = middle.lastIndex(of: "."), middle[..<dot].hasSuffix(ending),
      let process = Int32(middle[middle.index(after: dot)...])
    else { return false }
    return kill(process, 0) == 0
  }

  private func names() -> [String] {
    guard let directory = unsafe opendir(folder.string) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      unsafe names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { name in
          unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
        })
    }
    return names
  }
}
