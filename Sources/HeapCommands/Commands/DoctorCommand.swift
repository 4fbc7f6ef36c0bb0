import ArgumentParser
import HeapGraph
import SwiftHeap

/// Says what works on this machine.
struct DoctorCommand: HeapCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check what works on this machine, and say what to do where something does not.",
    discussion: """
      Whether threads can be stopped, and whether Swift objects, their counts and their references lie in memory as \
      captures expect them: this is tried on objects of known shape in this very process. Every capture checks the \
      same first, and searches memory where something is not as expected. Then, whether Graphviz can draw.

      The exit status is 1 where something does not work.

      EXAMPLE:
        heapgraph doctor
        heapgraph doctor --json
      """)

  @Flag(help: "Write JSON.")
  var json = false

  func run(in session: CommandSession) throws -> CommandOutcome {
    let findings = Self.findings()
    if json {
      try session.writeJSON(findings)
    } else {
      var table = TextTable([.text("Check"), .text("Result"), .text("What it means")])
      for finding in findings {
        table.append([finding.check, finding.works ? "works" : "fails", finding.note ?? ""])
      }
      try session.write(table)
    }
    let failed = findings.count { !$0.works }
    guard failed == 0 else {
      throw HeapCommandError.nothingFound(
        failed == 1 ? "one thing does not work" : "\(failed) things do not work")
    }
    return .found
  }

  /// What was tried, and what came of it.
  private struct Finding: Encodable {
    var check: String
    var works: Bool
    var note: String?
  }

  private static func findings() -> [Finding] {
    var findings: [Finding] = []
    do throws(SwiftHeapError) {
      findings += swiftFindings(try SwiftHeap.selfTest())
    } catch {
      findings.append(Finding(check: "Swift's heap: stopping the threads", works: false, note: "\(error)"))
    }
    if let version = GraphvizRenderer.version {
      findings.append(Finding(check: "pictures: Graphviz", works: true, note: "version \(version)"))
    } else {
      findings.append(
        Finding(check: "pictures: Graphviz", works: false, note: "\(GraphvizError.unavailable)"))
    }
    return findings
  }

  private static func swiftFindings(_ report: SelfTestReport) -> [Finding] {
    let time = String((Double(report.pause) / 1e6 * 10).rounded() / 10)
    let stopping =
      report.tracingFailure.map { failure in
        "\(failure): signals stop them instead; see that /proc/sys/kernel/yama/ptrace_scope is 0 or 1, and in a "
          + "container add the capability SYS_PTRACE"
      } ?? "for \(time) ms"
    return [
      Finding(
        check: "Swift's heap: stopping the threads", works: report.tracingFailure == nil, note: stopping)
    ]
      + report.checks.map { check in
        Finding(
          check: "Swift's heap: \(check.part.title)", works: check.isPassed,
          note: check.failure.map { "\($0): \(check.part.fallback)" })
      }
  }
}
