import Foundation
import HeapFixtures
import Testing

@testable import SwiftHeap

/// Debug information that is cut or damaged is read as far as it makes sense.
@Suite struct DamagedDebugInformationTests {
  /// Bytes that stay as long as they are used.
  private final class Bytes {
    let memory: UnsafeMutableRawBufferPointer
    init(_ bytes: some Collection<UInt8>) {
      memory = .allocate(byteCount: max(bytes.count, 1), alignment: 8)
      memory.copyBytes(from: bytes)
    }
    deinit { memory.deallocate() }
  }

  /// The smallest units of this process's own executables: one of lines and the one of `.debug_info` that names it.
  private struct Sample {
    var sections: [DebugSections.Name: [UInt8]]
    var addresses: [UInt64]
  }

  private static let sample: Sample? = {
    let maps = (try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8)) ?? ""
    let regions = MemoryRegion.regions(ofMaps: maps)
    let images = ExecutableImage.all(
      in: ProcessImage(regions: regions, source: ProcessMemory(getpid()), isOwnProcess: true))
    for image in images {
      guard let sections = DebugSections(of: image) else { continue }
      var cursor = sections.cursor(.information)
      var known: [UInt64: DebugAbbreviations] = [:]
      while !cursor.isAtEnd {
        let start = cursor.offset
        guard let unit = DebugUnit(&cursor, in: sections, known: &known), let lines = unit.root.lines,
          cursor.offset - start < 6_000, cursor.offset - start > 400,
          let code = unit.ranges(of: unit.root)?.first
        else { continue }
        // The unit by itself, with the whole of the tables that it leads to.
        var bytes: [DebugSections.Name: [UInt8]] = [:]
        for name in [DebugSections.Name.ranges, .rangeLists, .addresses, .textOffsets] {
          bytes[name] = sections.bytes(name).map { Array($0) }
        }
        var information = Array(sections.bytes(.information)![start..<cursor.offset])
        // The table of abbreviations comes to the beginning of its section, which its offset then says.
        let place = unit.encoding.version >= 5 ? 8 : 6
        let table = (0..<4).reduce(0) { $0 | Int(information[place + $1]) << (8 * $1) }
        for byte in 0..<4 { information[place + byte] = 0 }
        bytes[.information] = information
        var program = sections.cursor(.line, at: lines)
        guard LineProgram(&program, in: sections) != nil, program.offset - Int(lines) < 6_000 else {
          continue
        }
        bytes[.line] = sections.bytes(.line).map { Array($0[Int(lines)..<program.offset]) }
        bytes[.abbreviations] = sections.bytes(.abbreviations).map { Array($0[table...].prefix(2_000)) }
        return Sample(
          sections: bytes, addresses: stride(from: code.lowerBound, to: code.upperBound, by: 3).map { $0 })
      }
    }
    return nil
  }()

  private func read(_ sample: Sample, _ name: DebugSections.Name?, _ bytes: some Collection<UInt8>) -> Int {
    var buffers: [DebugSections.Name: UnsafeRawBufferPointer] = [:]
    var owners: [Bytes] = []
    for (section, whole) in sample.sections where section != name {
      buffers[section] = whole.withUnsafeBytes { UnsafeRawBufferPointer($0) }
    }
    if let name {
      let owner = Bytes(bytes)
      owners.append(owner)
      buffers[name] = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(owner.memory)[..<bytes.count])
    }
    let sections = DebugSections(buffers, owner: owners as NSArray)
    return withExtendedLifetime((sample, owners)) {
      DebugInformation(of: sample.addresses, in: sections) { $0 }.answers.count { $0.line != nil }
    }
  }

  @Test func `sections that are cut at any byte are read without a trap`() throws {
    let sample = try #require(Self.sample)
    #expect(read(sample, nil, []) > 0)
    for name in [DebugSections.Name.line, .information] {
      let bytes = try #require(sample.sections[name])
      for count in 0..<bytes.count { _ = read(sample, name, bytes[..<count]) }
    }
    let abbreviations = try #require(sample.sections[.abbreviations])
    for count in abbreviations.indices { _ = read(sample, .abbreviations, abbreviations[..<count]) }
  }

  @Test func `sections in which any byte is another are read without a trap`() throws {
    let sample = try #require(Self.sample)
    var random = SeededGenerator(seed: 1)
    for name in [DebugSections.Name.line, .information, .abbreviations] {
      let whole = try #require(sample.sections[name])
      for position in whole.indices {
        var bytes = whole
        bytes[position] = position % 2 == 0 ? 0xFF : UInt8.random(in: 0...255, using: &random)
        _ = read(sample, name, bytes)
      }
    }
  }
}
