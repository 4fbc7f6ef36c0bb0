import HeapFixtures
import HeapModel
import Testing

@testable import ObjectRuntime

@Suite struct AllocationTracerTests {
  private static func frame(_ line: Int) -> AllocationFrame {
    AllocationFrame(function: "f", file: "app.py", line: line)
  }

  /// What a tracer is to do, with a dictionary.
  private struct Model {
    var blocks: [UInt: (size: Int, line: Int)] = [:]
    var peak = 0
    var traced: Int { blocks.values.reduce(0) { $0 + $1.size } }

    mutating func allocated(_ address: UInt, _ size: Int, _ line: Int) {
      blocks[address] = (size, line)
      peak = max(peak, traced)
    }
  }

  @Test(arguments: [1, 2, 3]) func `a tracer does what a dictionary does`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var tracer = try AllocationTracer()
    var model = Model()
    let tracebacks = (1...20).map { tracer.traceback(of: [Self.frame($0)]) }
    for step in 0..<6000 {
      // Few addresses, so that all things happen to blocks that are there and to blocks that are not; for a third of
      // the time the table fills, then it empties.
      let address = UInt.random(in: 1...400, using: &random) * [8, 16, 4096][Int(seed) - 1]
      let line = Int.random(in: 1...20, using: &random)
      let size =
        Int.random(in: 0...20, using: &random) == 0 ? 1 << 33 : Int.random(in: 0...5000, using: &random)
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<(step < 2000 ? 5 : 2):
        tracer.allocated(address: address, size: size, traceback: tracebacks[line - 1])
        model.allocated(address, size, line)
      case 5..<7:
        let other = Bool.random(using: &random) ? address : address + 8
        tracer.resized(from: address, to: other, size: size, traceback: tracebacks[line - 1])
        if other != address { model.blocks[address] = nil }
        model.allocated(other, size, line)
      case 7:
        tracer.retraced(address: address, traceback: tracebacks[line - 1])
        model.blocks[address]?.line = line
      case 8 where step % 5 == 0:
        tracer.resetPeak()
        model.peak = model.traced
      default:
        tracer.freed(address: address)
        model.blocks[address] = nil
      }
      #expect(tracer.tracedSize == ByteCount(model.traced))
      #expect(tracer.peakTracedSize == ByteCount(model.peak))
      #expect(tracer.blockCount == model.blocks.count)
      #expect(tracer.size(ofBlockAt: address) == model.blocks[address].map { ByteCount($0.size) })
      #expect(tracer.traceback(ofBlockAt: address)?.innermostFrame.line == model.blocks[address]?.line)
    }
    let traces = tracer.snapshot().traces
    let expected = model.blocks.sorted { $0.key < $1.key }.map(\.value)
    #expect(traces.map(\.size) == expected.map { ByteCount($0.size) })
    #expect(traces.map(\.traceback.innermostFrame.line) == expected.map(\.line))
  }

  @Test func `a hundred thousand blocks are found again, and the table's memory is told`() throws {
    var tracer = try AllocationTracer()
    let empty = tracer.ownSize
    let traceback = tracer.traceback(of: [Self.frame(1)])
    let addresses = (1...100_000).map { UInt($0) * 16 }
    for address in addresses { tracer.allocated(address: address, size: 16, traceback: traceback) }
    #expect(tracer.tracedSize == ByteCount(1_600_000))
    #expect(tracer.ownSize.rawValue > empty.rawValue + 16 * 100_000)
    for address in addresses where address % 32 == 0 { tracer.freed(address: address) }
    #expect(addresses.allSatisfy { (tracer.size(ofBlockAt: $0) == nil) == ($0 % 32 == 0) })
    tracer.clear()
    #expect(tracer.tracedSize == .zero && tracer.peakTracedSize == .zero && tracer.blockCount == 0)
    #expect(tracer.ownSize.rawValue < empty.rawValue + 4096)
    #expect(tracer.snapshot().traces.isEmpty)
  }

  @Test func `blocks of 4 GiB and more keep their sizes`() throws {
    var tracer = try AllocationTracer()
    let sizes = [1 << 32 - 2, 1 << 32 - 1, 1 << 32, 1 << 45]
    for size in sizes {
      tracer.allocated(address: 16, size: size, traceback: .unknown)
      #expect(tracer.tracedSize == ByteCount(size) && tracer.size(ofBlockAt: 16) == ByteCount(size))
      #expect(tracer.snapshot().traces.map(\.size) == [ByteCount(size)])
      tracer.resized(from: 16, to: 32, size: size + 1, traceback: .unknown)
      tracer.resized(from: 32, to: 16, size: 7, traceback: .unknown)
      #expect(tracer.tracedSize == ByteCount(7))
    }
    tracer.resized(from: 16, to: 16, size: 1 << 40, traceback: .unknown)
    tracer.freed(address: 16)
    #expect(tracer.tracedSize == .zero && tracer.peakTracedSize == ByteCount(1 << 45 + 1))
  }

  @Test func `one traceback has one number, and frames beyond the limit count only`() throws {
    var tracer = try AllocationTracer(frameLimit: 2)
    let stack = [Self.frame(3), Self.frame(2), Self.frame(1)]
    let traceback = tracer.traceback(of: stack)
    #expect(tracer.traceback(of: stack) == traceback)
    // The same two frames, in stacks of other depths.
    #expect(tracer.traceback(of: stack.prefix(2)) != traceback)
    #expect(tracer.traceback(of: stack + stack) != traceback)
    let kept = tracer.traceback(at: traceback)
    #expect(kept.frames.map(\.line) == [2, 3])
    #expect(kept.frames.map(\.function) == ["f", "f"])
    #expect(kept.totalFrameCount == 3)
    let deep = tracer.traceback(of: Array(repeating: Self.frame(1), count: 70_000))
    #expect(tracer.traceback(at: deep).totalFrameCount == 65_535)
    #expect(tracer.snapshot().tracebackLimit == 2)
  }

  @Test func `codes are numbered once, told apart by bytes, and outlive clearing`() throws {
    var tracer = try AllocationTracer()
    let code = tracer.code(function: "f", file: "na\u{EF}ve.py")
    #expect(tracer.code(function: "f", file: "na\u{EF}ve.py") == code)
    #expect(tracer.code(function: "f", file: "nai\u{308}ve.py") != code)
    #expect(tracer.code(function: nil, file: "na\u{EF}ve.py") != code)
    #expect(tracer.code(function: "", file: "na\u{EF}ve.py") != code)
    tracer.clear()
    let stack = [TracedFrame(code: code, line: -1)]
    let traceback = tracer.traceback(of: stack.span, totalFrameCount: 4)
    #expect(tracer.traceback(at: traceback).description == "na\u{EF}ve.py:0")
    #expect(tracer.traceback(at: traceback).totalFrameCount == 4)
  }

  @Test func `thousands of tracebacks keep their numbers`() throws {
    var tracer = try AllocationTracer(frameLimit: 3)
    let stacks = (0..<5000).map { [Self.frame($0 % 70), Self.frame($0 / 70), Self.frame($0)] }
    let numbers = stacks.map { tracer.traceback(of: $0) }
    #expect(Set(numbers).count == stacks.count)
    #expect(stacks.map { tracer.traceback(of: $0) } == numbers)
    #expect(numbers.map { tracer.traceback(at: $0).frames.reversed() } == stacks)
  }

  @Test func `without a call the traceback is unknown`() throws {
    var tracer = try AllocationTracer()
    #expect(tracer.traceback(of: [AllocationFrame]()) == .unknown)
    tracer.allocated(address: 8, size: 1, traceback: .unknown)
    #expect(tracer.traceback(ofBlockAt: 8)?.description == "<unknown>:0")
    #expect(tracer.traceback(ofBlockAt: 8)?.totalFrameCount == 1)
    #expect(tracer.traceback(ofBlockAt: 0) == nil)
    tracer.clear()
    #expect(tracer.traceback(at: .unknown).description == "<unknown>:0")
  }

  @Test(arguments: [0, -1, 65_536]) func `a limit that cannot be is refused`(limit: Int) throws {
    let error = #expect(throws: AllocationTracingError.self) { try AllocationTracer(frameLimit: limit) }
    #expect(error == .frameLimitOutOfRange(limit, allowed: 1...65_535))
    #expect(error?.description == "\(limit) frames cannot be kept for a block; the limit is from 1 to 65535.")
    #expect(error?.pythonMessage == "the number of frames must be in range [1; 65535]")
    #expect(throws: Never.self) { try AllocationTracer(frameLimit: 65_535) }
  }
}
