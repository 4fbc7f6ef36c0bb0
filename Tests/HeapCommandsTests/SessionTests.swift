import Foundation
import HeapFixtures
import HeapGraph
import Synchronization
import SystemPackage
import Testing

@testable import HeapCommands

@Suite struct SessionTests {
  let folder = try! TemporaryFolder()

  @Test func `progress shows a bar, and seconds where nothing is known`() {
    #expect(
      ProgressBar.line(title: "Reading a", fraction: 0.5, elapsed: .seconds(3), columns: 60)
        == "Reading a [###############---------------]  50%  3 s")
    #expect(
      ProgressBar.line(title: "Reading a", fraction: 1, elapsed: .seconds(3), columns: 36)
        == "Reading a [#############] 100%  3 s")
    #expect(
      ProgressBar.line(title: "Drawing", fraction: nil, elapsed: .milliseconds(1900), columns: 80)
        == "Drawing … 1 s")
    let long = String(repeating: "x", count: 100)
    for fraction in [nil, 0.3] {
      let line = ProgressBar.line(title: long, fraction: fraction, elapsed: .seconds(3), columns: 40)
      #expect(line.count == 39)
    }
  }

  @Test func `progress shows on a terminal for what takes long, and goes when it is done`() throws {
    func draw(isTerminal: Bool, patience: Duration) -> String {
      let messages = RecordingStream(isTerminal: isTerminal)
      let session = CommandSession(output: RecordingStream(), messages: messages, patience: patience)
      ProgressBar.during("Working", in: session) { report in
        report(0.25)
        let end = ContinuousClock.now + .milliseconds(300)
        while ContinuousClock.now < end { Thread.sleep(forTimeInterval: 0.01) }
      }
      return messages.text
    }
    let shown = draw(isTerminal: true, patience: .zero)
    #expect(shown.contains("Working ["))
    #expect(shown.contains(" 25%"))
    #expect(shown.hasSuffix("\r\u{1B}[K"))
    #expect(draw(isTerminal: false, patience: .zero).isEmpty)
    #expect(draw(isTerminal: true, patience: .seconds(60)).isEmpty)
  }

  @Test func `an interruption waits for a file that is being written, and for nothing else`() {
    let ended = Mutex<[Int32]>([])
    let interruption = Interruption { signal in ended.withLock { $0.append(signal) } }
    interruption.deferring {
      interruption.deferring { interruption.receive(2) }
      #expect(ended.withLock { $0.isEmpty })
    }
    #expect(ended.withLock { $0 } == [2])
    let other = Interruption { signal in ended.withLock { $0.append(signal) } }
    other.receive(15)
    #expect(ended.withLock { $0 } == [2, 15])
  }

  @Test func `whoever interrupts twice does not wait`() {
    let ended = Mutex<[Int32]>([])
    let interruption = Interruption { signal in ended.withLock { $0.append(signal) } }
    interruption.deferring {
      interruption.receive(2)
      interruption.receive(2)
      #expect(ended.withLock { $0 } == [2])
    }
  }

  @Test func `a reader that goes away is no failure, and a full disk is one`() async throws {
    let heap = try folder.sessions()
    let pipe = await run(["types", heap], output: RecordingStream(failure: .brokenPipe))
    #expect(pipe.status == .found)
    #expect(pipe.messages.isEmpty)
    let help = await run(["--help"], output: RecordingStream(failure: .brokenPipe))
    #expect(help.status == .found)
    let full = await run(["types", heap], output: RecordingStream(failure: .unwritableOutput(.noSpace)))
    #expect(full.status == .failed)
    #expect(
      full.messages
        == "heapgraph: cannot write the results: No space left on device; make room or send them elsewhere\n")
  }

  @Test func `a failure is red on a terminal, and plain where colours are not wanted`() async {
    let red = await run(["types", "/none.heap"], messages: RecordingStream(isTerminal: true))
    #expect(red.messages.hasPrefix("\u{1B}[1;31mheapgraph:\u{1B}[0m /none.heap: "))
    let plain = await run(
      ["types", "/none.heap"], environment: ["NO_COLOR": "1"], messages: RecordingStream(isTerminal: true))
    #expect(plain.messages.hasPrefix("heapgraph: /none.heap: "))
  }
}
