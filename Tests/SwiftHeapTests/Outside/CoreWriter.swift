import CSwiftHeap
import Foundation
import SwiftHeap

/// Writes a core file of a process as the kernel or GDB does, from `/proc` and by ptrace.
struct CoreWriter {
  enum Style: CaseIterable, Sendable {
    /// As the kernel: all pieces of memory, of files that were not changed only the first page.
    case kernel
    /// As GDB: what has code is left out altogether.
    case debugger
  }

  /// A core file, as its parts.
  struct Parts {
    var segments: [(region: MemoryRegion, bytes: [UInt8])] = []
    var notes: [(type: UInt32, bytes: [UInt8])] = []
    var machine: UInt16 = 62
  }

  #if arch(arm64)
    static let machine: UInt16 = 183
  #else
    static let machine: UInt16 = 62
  #endif

  /// Stops a process, and writes down what it is.
  static func write(_ process: Int32, to path: String, style: Style) throws {
    let threads = UnsafeMutablePointer<heapgraph_thread>.allocate(capacity: Int(HEAPGRAPH_MAXIMUM_THREADS))
    defer { threads.deallocate() }
    var count: Int32 = 0
    guard heapgraph_stop_process(process, process, threads, &count, 5_000_000_000) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
    defer { heapgraph_let_go(threads, count, process) }
    var parts = Parts(machine: machine)
    let regions = try regions(of: process)
    let memory = ProcessMemory(process)
    for region in regions where !region.name.hasPrefix("[v") {
      let size = Int(region.range.upperBound - region.range.lowerBound)
      var stored = region.permissions.contains(.read) && !region.permissions.contains(.shared) ? size : 0
      if region.inode != 0, !region.isWritable {
        if region.permissions.contains(.execute) {
          if style == .debugger, region.fileOffset > 0 { continue }
          stored = region.fileOffset == 0 ? 4_096 : 0
        } else if region.fileOffset == 0, style == .kernel {
          stored = 4_096
        }
      }
      var bytes = [UInt8](repeating: 0, count: min(stored, size))
      bytes.withUnsafeMutableBytes { _ = memory.read(region.range.lowerBound, into: $0) }
      parts.segments.append((region, bytes))
    }
    parts.notes.append((3, processNote(process)))
    for number in 0..<Int(count) { parts.notes.append((1, threadNote(threads[number]))) }
    parts.notes.append((6, try Array(Data(contentsOf: URL(filePath: "/proc/\(process)/auxv")))))
    parts.notes.append((0x4649_4C45, fileNote(regions.filter { $0.inode != 0 })))
    try Data(bytes(parts)).write(to: URL(filePath: path))
  }

  /// The regions of a process; files of the kernel's are handed out in pieces.
  static func regions(of process: Int32) throws -> [MemoryRegion] {
    let file = try FileHandle(forReadingFrom: URL(filePath: "/proc/\(process)/maps"))
    var text = Data()
    while let piece = try file.read(upToCount: 4_096), !piece.isEmpty { text += piece }
    return MemoryRegion.regions(ofMaps: String(decoding: text, as: UTF8.self))
  }

  static func processNote(_ process: Int32, arguments: String = "subject of a test") -> [UInt8] {
    var note = [UInt8](repeating: 0, count: 136)
    put(UInt64(process), 4, into: &note, at: 24)
    for (offset, byte) in arguments.utf8.prefix(79).enumerated() { note[56 + offset] = byte }
    return note
  }

  static func threadNote(_ thread: heapgraph_thread) -> [UInt8] {
    let values = withUnsafeBytes(of: thread.registers) { Array($0.bindMemory(to: UInt64.self)) }
    #if arch(arm64)
      var note = [UInt8](repeating: 0, count: 392)
      let places = Array(0..<31)
      let stackPointer = 31
    #else
      var note = [UInt8](repeating: 0, count: 336)
      let places = [10, 5, 11, 12, 13, 14, 4, 9, 8, 7, 6, 3, 2, 1, 0]
      let stackPointer = 19
    #endif
    put(UInt64(thread.identifier), 4, into: &note, at: 32)
    for (number, place) in places.enumerated() { put(values[number], 8, into: &note, at: 112 + 8 * place) }
    put(thread.stack_pointer, 8, into: &note, at: 112 + 8 * stackPointer)
    return note
  }

  static func fileNote(_ regions: [MemoryRegion]) -> [UInt8] {
    var note: [UInt8] = []
    for word in [UInt64(regions.count), 4_096] { append(word, 8, to: &note) }
    for region in regions {
      for word in [region.range.lowerBound, region.range.upperBound, region.fileOffset / 4_096] {
        append(word, 8, to: &note)
      }
    }
    for region in regions { note += Array(region.name.utf8) + [0] }
    return note
  }

  /// The bytes of a core file: its header, the program headers, the notes, and the memory.
  static func bytes(_ parts: Parts) -> [UInt8] {
    var notes: [UInt8] = []
    for note in parts.notes {
      for number in [5, UInt64(note.bytes.count), UInt64(note.type)] { append(number, 4, to: &notes) }
      notes += Array("CORE".utf8) + [0, 0, 0, 0] + note.bytes
      while notes.count % 4 != 0 { notes.append(0) }
    }
    var file: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] + [UInt8](repeating: 0, count: 9)
    let count = parts.segments.count + 1
    for (value, size) in [
      (4, 2), (UInt64(parts.machine), 2), (1, 4), (0, 8), (64, 8), (0, 8), (0, 4), (64, 2), (56, 2),
      (UInt64(count), 2), (0, 2), (0, 2), (0, 2),
    ] { append(value, size, to: &file) }
    let notesOffset = 64 + 56 * count
    func appendHeader(
      _ type: UInt64, _ flags: UInt64, _ offset: Int, _ address: UInt64, _ fileSize: Int, _ memorySize: UInt64
    ) {
      append(type, 4, to: &file)
      append(flags, 4, to: &file)
      for word in [UInt64(offset), address, 0, UInt64(fileSize), memorySize, 4_096] {
        append(word, 8, to: &file)
      }
    }
    appendHeader(4, 0, notesOffset, 0, notes.count, 0)
    var offset = notesOffset + notes.count
    for (region, bytes) in parts.segments {
      let permissions = region.permissions
      let flags =
        (permissions.contains(.read) ? 4 : 0) | (permissions.contains(.write) ? 2 : 0)
        | (permissions.contains(.execute) ? 1 : 0)
      appendHeader(
        1, UInt64(flags), offset, region.range.lowerBound, bytes.count,
        region.range.upperBound - region.range.lowerBound)
      offset += bytes.count
    }
    file += notes
    for (_, bytes) in parts.segments { file += bytes }
    return file
  }

  static func append(_ value: UInt64, _ size: Int, to bytes: inout [UInt8]) {
    for position in 0..<size { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * position))) }
  }

  static func put(_ value: UInt64, _ size: Int, into bytes: inout [UInt8], at offset: Int) {
    for position in 0..<size {
      bytes[offset + position] = UInt8(truncatingIfNeeded: value >> UInt64(8 * position))
    }
  }
}
