import Foundation
import HeapModel
import Testing

@testable import SwiftHeap

/// Code addresses of this process become functions and lines.
@Suite struct SymbolicatorTests {
  /// The return addresses of the calls that are under way, innermost first.
  @inline(never) private static func callers() throws -> [UInt64] {
    var addresses = [UnsafeMutableRawPointer?](repeating: nil, count: 64)
    // Declared by a header that Swift does not import.
    let backtrace = try #require(dlsym(nil, "backtrace"))
    let function = unsafeBitCast(
      backtrace,
      to: (@convention(c) (UnsafeMutablePointer<UnsafeMutableRawPointer?>, Int32) -> Int32).self)
    let count = function(&addresses, 64)
    return addresses[..<Int(count)].map { UInt64(UInt(bitPattern: $0)) }
  }

  /// The images of this process as it is, which need not stand still for that.
  private let images: [ExecutableImage] = {
    let maps = (try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8)) ?? ""
    let regions = MemoryRegion.regions(ofMaps: maps)
    return ExecutableImage.all(
      in: ProcessImage(regions: regions, source: ProcessMemory(getpid()), isOwnProcess: true))
  }()

  @Test func `a call is told by its function and the line where it is`() throws {
    let line = #line + 1
    let addresses = try Self.callers()
    let symbolicator = Symbolicator(images: images)
    symbolicator.lookUp(returnAddresses: addresses)
    let frames = addresses.flatMap { symbolicator.frames(at: $0) }
    let own = try #require(frames.firstIndex { $0.function == "SymbolicatorTests.callers()" })
    #expect(frames[own].file == #filePath)
    let caller = frames[own + 1]
    #expect(
      caller.function == "SymbolicatorTests.`a call is told by its function and the line where it is`()")
    #expect(caller.file == #filePath && caller.line == line)
  }

  @Test func `an address in no image, or in no function, is told as a number`() {
    let symbolicator = Symbolicator(images: images)
    #expect(symbolicator.frames(at: 0x1234) == [AllocationSite.Frame(function: "0x1234")])
    #expect(symbolicator.frames(at: 0).count == 1)
    let image = images[0]
    // The head of a file is no code.
    let frames = symbolicator.frames(at: image.range.lowerBound + 9)
    #expect(frames == [AllocationSite.Frame(function: "\(image.name)+0x8")])
  }

  private static let oracle = ["/usr/bin/llvm-symbolizer", "/usr/bin/addr2line"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(
    .enabled(if: oracle != nil, "neither llvm-symbolizer nor addr2line is here to compare with"),
    .timeLimit(.minutes(2)))
  func `lines are those that the system's own tool tells`() throws {
    let executable = try #require(
      images.first {
        $0.path == (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      })
    // Addresses all over the code of this test's own module.
    var starts: [UInt64] = []
    executable.forEachSymbol { address, size, isFunction, name in
      guard isFunction, size > 64, starts.count < 4_000, name()?.hasPrefix("$s14SwiftHeapTests") == true
      else {
        return
      }
      starts.append(address)
    }
    let addresses = (0..<min(200, starts.count)).map {
      starts[$0 * starts.count / min(200, starts.count)] + 31
    }
    let tool = Process()
    tool.executableURL = URL(filePath: try #require(Self.oracle))
    tool.arguments =
      ["-e", executable.path, "-f", "-i"]
      + addresses.map { "0x" + String($0 - executable.bias, radix: 16) }
    let output = Pipe()
    tool.standardOutput = output
    tool.standardError = FileHandle.nullDevice
    try tool.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    tool.waitUntilExit()
    let expected = Set(
      text.split(separator: "\n").compactMap { line -> String? in
        let parts = line.split(separator: ":")
        // What the compiler made is in no file.
        return parts.count >= 2 && !line.contains("<compiler-generated>")
          && Int(parts[1].prefix { $0.isNumber }) ?? 0 > 0
          ? "\(parts[0]):\(parts[1].prefix { $0.isNumber })" : nil
      })
    let symbolicator = Symbolicator(images: images)
    symbolicator.lookUp(returnAddresses: addresses.map { $0 + 1 })
    let found = addresses.flatMap { symbolicator.frames(at: $0 + 1) }.compactMap { frame in
      frame.file.flatMap { file in frame.line.map { "\(file):\($0)" } }
    }
    // Code of no line is told by the line before, which the tool leaves out: it may tell less, and nothing else.
    #expect(expected.count > 50)
    #expect(expected.subtracting(found).isEmpty)
  }
}
