import Foundation
import SwiftHeap
import Testing

/// Processes whose heap cannot be captured, each with the reason.
@Suite(.serialized) struct BadProcessTests {
  private func message(_ process: Int32) -> String {
    do throws(SwiftHeapError) {
      _ = try SwiftHeap.capture(process: process)
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  @Test func `numbers that are none of a process's`() throws {
    for number: Int32 in [0, -5] {
      #expect(
        message(number) == "\(number) is no number of a process: give one above 0, such as 'ps' lists")
    }
    // More than the kernel ever gives.
    #expect(message(4_194_305) == "there is no process 4194305")
    #expect(message(getpid()) == "a process captures itself by SwiftHeap.capture() without a number")
  }

  @Test func `a process that another user may not look at`() throws {
    let target = try SpawnedProgram.subject("hold", "1")
    // Root may; the program makes itself somebody else first.
    let process = getuid() == 0 ? target.process : 1
    let program = try SpawnedProgram(SpawnedProgram.subject, ["attempt", "\(process)"])
    #expect(
      program.line()
        == "the system does not let process \(process) be traced: be its user, or root, and see that "
        + "/proc/sys/kernel/yama/ptrace_scope is 0; in a container, add the capability SYS_PTRACE")
  }

  @Test func `a process that is traced already`() throws {
    let target = try SpawnedProgram.subject("hold", "1")
    let tracer = try SpawnedProgram.subject("trace", "\(target.process)")
    #expect(
      message(target.process)
        == "process \(target.process) is traced already by process \(tracer.process) (SwiftHeapSubjec), and there can be "
        + "one only: end that first, or let it write a core file (gcore in GDB) and give that by --core FILE")
    tracer.end()
    #expect(message(target.process) == "no error")
  }

  @Test func `a process that has ended and is waited for`() throws {
    let program = try SpawnedProgram.subject("hold", "1")
    kill(program.process, SIGKILL)
    var information = siginfo_t()
    #expect(waitid(P_PID, id_t(program.process), &information, WEXITED | WNOWAIT) == 0)
    #expect(
      message(program.process)
        == "process \(program.process) has ended and has no memory any more: it only waits for its parent to ask how it "
        + "ended")
  }

  @Test(
    .enabled(
      if: (try? String(contentsOfFile: "/proc/2/comm", encoding: .utf8)) == "kthreadd\n", "no kernel threads")
  )
  func `a thread of the kernel's`() {
    #expect(message(2) == "process 2 is a thread of the kernel's and no program")
  }

  @Test func `the kernel's threads have a message of their own`() {
    #expect("\(SwiftHeapError.kernelThread(2))" == "process 2 is a thread of the kernel's and no program")
  }

  @Test func `a program that is not Swift's`() throws {
    let sleep = try #require(SpawnedProgram.installed("sleep"))
    let program = try SpawnedProgram(sleep, ["100"])
    usleep(50_000)
    #expect(
      message(program.process) == "the process has no code of Swift: nothing in it has Swift's types")
    #expect(kill(program.process, 0) == 0)
  }

  @Test func `a process that ends while it is looked at`() throws {
    let program = try SpawnedProgram.subject("hold", "20")
    #expect(throws: SwiftHeapError.ended(program.process)) {
      try SwiftHeap.capture(process: program.process, limit: 5_000_000_000) {
        kill(program.process, SIGKILL)
      }
    }
    // Its parent is told, although it was traced.
    #expect(program.status() == SIGKILL)
    #expect(
      "\(SwiftHeapError.ended(7))" == "process 7 ended while its memory was copied; capture it earlier")
  }

  @Test func `a process that ends at any time is a heap or an error, and its parent is told`() throws {
    for round in 0..<12 {
      let program = try SpawnedProgram.subject("hold", "20")
      let process = program.process
      let killer = Thread {
        usleep(UInt32(round * 500))
        kill(process, SIGKILL)
      }
      killer.start()
      do throws(SwiftHeapError) {
        _ = try SwiftHeap.capture(process: process)
      } catch {
        #expect(
          [.ended(process), .zombie(process), .noProcess(process)].contains(error), "\(error)")
      }
      #expect(program.status() == SIGKILL)
    }
  }
}
