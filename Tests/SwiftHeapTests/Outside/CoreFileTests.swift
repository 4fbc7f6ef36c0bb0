import CSwiftHeap
import Foundation
import HeapFixtures
import HeapModel
import SwiftHeap
import Testing

/// Core files that cannot be read, and files that do not belong to them.
@Suite(.serialized) struct CoreFileTests {
  let folder = try! TemporaryFolder()

  /// What is said of a file that is given as a core file.
  private func message(_ bytes: [UInt8], name: String = "core") throws -> String {
    let path = try folder.write(bytes, to: name)
    return try message(path).replacing(path, with: "CORE")
  }

  private func message(_ path: String, executable: String? = nil, sysroot: String? = nil) throws -> String {
    do throws(SwiftHeapError) {
      _ = try SwiftHeap.capture(core: path, executable: executable, sysroot: sysroot)
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  /// A core file of a few pages of no program.
  private static let small: CoreWriter.Parts = {
    var thread = heapgraph_thread()
    thread.identifier = 4_711
    thread.stack_pointer = 0x7FFF_0000_0010
    var parts = CoreWriter.Parts(machine: CoreWriter.machine)
    parts.segments = [
      (
        MemoryRegion(range: 0x5000_0000..<0x5000_0100, permissions: [.read, .write]),
        Array(repeating: 7, count: 0x100)
      ),
      (
        MemoryRegion(range: 0x7FFF_0000_0000..<0x7FFF_0000_0100, permissions: [.read, .write]),
        Array(repeating: 9, count: 0x100)
      ),
    ]
    parts.notes = [
      (3, CoreWriter.processNote(4_711)), (1, CoreWriter.threadNote(thread)),
      (6, [UInt8](repeating: 0, count: 16)),
      (
        0x4649_4C45,
        CoreWriter.fileNote([
          MemoryRegion(
            range: 0x6000_0000..<0x6000_1000, permissions: .read, inode: 1, name: "/nowhere/a data file")
        ])
      ),
    ]
    return parts
  }()

  @Test func `files that are no core files are told by what they are`() throws {
    let advice = "make one with 'gcore PID', or by 'ulimit -c unlimited' before the program starts"
    let none = folder.path("none")
    #expect(try message(none) == "\(none): No such file or directory")
    #expect(try message(folder.url.path) == "\(folder.url.path): no core file: it is a folder; \(advice)")
    #expect(
      try message([]) == "CORE: the file is empty; make the core file again, and see that the disk has room")
    #expect(
      try message(Array("#!/bin/sh\n".utf8))
        == "CORE: no core file: it does not begin as ELF files do; \(advice)")
    #expect(
      try message("/bin/sh").hasPrefix("/bin/sh: no core file: it is an executable or a library; make one"))
    for (magic, format, command) in [
      ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard", "zstd -d FILE, or coredumpctl dump -o core"),
      ([0x1F, 0x8B, 8], "gzip", "gunzip FILE"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "xz", "unxz FILE"),
      ([0x04, 0x22, 0x4D, 0x18], "LZ4", "unlz4 FILE, or coredumpctl dump -o core"),
    ] as [([UInt8], String, String)] {
      #expect(
        try message(magic + [0, 0, 0, 0])
          == "CORE: compressed with \(format); unpack it first: \(command)")
    }
    var pipe = stat()
    let path = folder.path("pipe")
    #expect(mkfifo(path, 0o600) == 0 && stat(path, &pipe) == 0)
    #expect(try message(path) == "\(path): no core file: it is no regular file; \(advice)")
  }

  @Test func `core files of other machines are told`() throws {
    let whole = CoreWriter.bytes(Self.small)
    func changed(_ offset: Int, _ byte: UInt8) -> [UInt8] {
      var bytes = whole
      bytes[offset] = byte
      return bytes
    }
    let advice = "capture it on a 64-bit machine of that kind"
    #expect(try message(changed(4, 1)) == "CORE: a core file of a program for a 32-bit machine; \(advice)")
    #expect(
      try message(changed(5, 2)) == "CORE: a core file of a program for a big-endian machine; \(advice)")
    #expect(
      try message(changed(18, CoreWriter.machine == 62 ? 183 : 62))
        == "CORE: a core file of a program for \(CoreWriter.machine == 62 ? "arm64" : "x86-64"); \(advice)")
    #expect(
      try message(changed(18, 99))
        == "CORE: a core file of a program for an unknown machine (number 99); \(advice)")
  }

  @Test func `a core file that is cut at any byte is an error that says so`() throws {
    let whole = CoreWriter.bytes(Self.small)
    #expect(try message(whole) == "the process has no code of Swift: nothing in it has Swift's types")
    for count in 4..<whole.count {
      let text = try message(Array(whole[..<count]))
      #expect(
        text.hasPrefix("CORE: cut short: \(count) of ")
          && text.hasSuffix("bytes are there; raise the limit by 'ulimit -c unlimited', or copy it again"),
        "cut at \(count): \(text)")
    }
    for count in 1..<4 {
      #expect(try message(Array(whole[..<count])).contains("it does not begin as ELF files do"))
    }
  }

  @Test func `a core file without the notes that are needed is an error that names them`() throws {
    var parts = Self.small
    parts.notes.removeLast()
    #expect(
      try message(CoreWriter.bytes(parts))
        == "CORE: does not tell which files the program had loaded (it has no note NT_FILE); make it with gcore of "
        + "GDB 8 or newer, or let the kernel write it")
    parts = Self.small
    parts.notes.remove(at: 1)
    #expect(
      try message(CoreWriter.bytes(parts))
        == "CORE: tells of no thread (it has no note NT_PRSTATUS); make the core file again")
  }

  @Test
  func `a core file with any byte of its headers and notes changed is an error or a heap, and never a crash`()
    throws
  {
    let whole = CoreWriter.bytes(Self.small)
    var generator = SplitMix(state: 3)
    var damaged = 0
    for offset in 0..<whole.count - 0x200 {
      for byte in [1, 2, 3, 0xFF, UInt8(truncatingIfNeeded: generator.next())] {
        var bytes = whole
        bytes[offset] = byte
        if try message(bytes).contains("CORE: damaged: ") { damaged += 1 }
      }
    }
    #expect(damaged > 10)
    var bytes = whole
    bytes[54] = 1
    #expect(
      try message(bytes)
        == "CORE: damaged: the ELF header at byte 54 makes no sense; copy the file again, or make another")
  }

  @Test func `a real core file whose memory was changed is a heap or an error, and never a crash`() throws {
    let program = try SpawnedProgram.subject("hold", "5")
    let path = folder.path("core")
    try CoreWriter.write(program.process, to: path, style: .kernel)
    let whole = try Data(contentsOf: URL(filePath: path))
    var generator = SplitMix(state: 5)
    var heaps = 0
    for round in 0..<24 {
      var bytes = whole
      // Few changes, and many; in the headers of the file, and anywhere.
      let end = round % 3 == 0 ? min(20_000, bytes.count) : bytes.count
      for _ in 0..<[3, 100, 20_000][round % 3] {
        bytes[64 + Int(generator.next() % UInt64(end - 64))] = UInt8(truncatingIfNeeded: generator.next())
      }
      let damaged = try folder.write(bytes, to: "damaged")
      if (try? SwiftHeap.capture(core: damaged)) != nil { heaps += 1 }
    }
    #expect(heaps > 0)
  }

  @Test func `the executable may be elsewhere, and is to be the one that ran`() throws {
    let place = folder.path("program")
    try FileManager.default.copyItem(atPath: SpawnedProgram.subject, toPath: place)
    let program = try SpawnedProgram(place, ["hold", "5"])
    #expect(program.line() == "ready")
    let core = folder.path("core")
    try CoreWriter.write(program.process, to: core, style: .kernel)
    let regions = try CoreWriter.regions(of: program.process)
    program.end()
    let whole = HeapFacts(try SwiftHeap.capture(core: core))
    try FileManager.default.removeItem(atPath: place)
    #expect(
      try message(core) == "\(core): the executable \(place) is not there; give it by --exe FILE")
    #expect(
      HeapFacts(try SwiftHeap.capture(core: core, executable: SpawnedProgram.subject)).differences(
        from: whole
      )
      .isEmpty)
    let gone = folder.path("gone")
    #expect(try message(core, executable: gone) == "\(gone): No such file or directory")

    let other = try message(core, executable: "/bin/sh")
    #expect(other.hasPrefix("\(core): /bin/sh is of another build ("), "\(other)")
    #expect(other.hasSuffix("; give the one that ran by --exe FILE"))
    #expect(other.contains("than the one that ran (build ID "))
    if let stripper = SpawnedProgram.installed("objcopy") {
      let symbols = folder.path("symbols")
      #expect(try SpawnedProgram.run(stripper, "--only-keep-debug", SpawnedProgram.subject, symbols) == 0)
      #expect(
        try message(core, executable: symbols)
          == "\(core): \(symbols) has only what debuggers need of that build, and not its code; give the file that ran"
      )
    }

    let sysroot = folder.path("root")
    let empty = try message(core, executable: SpawnedProgram.subject, sysroot: sysroot)
    #expect(empty.hasPrefix("\(core): the library \(sysroot)/"))
    #expect(
      empty.hasSuffix(
        "more are not there; give the folder that has them under the same path by --sysroot DIR"), "\(empty)")
    for path in Set(regions.filter { $0.inode != 0 }.map(\.name)) {
      let link = sysroot + path
      try FileManager.default.createDirectory(
        atPath: (link as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: link, withDestinationPath: path == place ? SpawnedProgram.subject : path)
    }
    #expect(
      HeapFacts(try SwiftHeap.capture(core: core, sysroot: sysroot + "/")).differences(from: whole).isEmpty)
  }
}
