/// What `/proc/PID/status` tells of a process, as proc_pid_status(5) describes it.
struct ProcessStatus {
  /// Its name, at most 15 bytes.
  let name: String
  /// The process that the number's thread is of.
  let process: Int32
  /// The process that started it, or took it over.
  let parent: Int32
  /// The process that traces it; 0 where none does.
  let tracer: Int32
  /// Whether it has ended, and only waits for its parent.
  let hasEnded: Bool
  /// Whether it has memory of its own; threads of the kernel's do not.
  let hasMemory: Bool

  /// Whether its memory is still there.
  var isAlive: Bool { !hasEnded && hasMemory }

  /// Reads the status of a process; `nil` where it is not there any more.
  init?(of process: Int32) {
    guard let text = try? ProcessFiles.text(of: "status", process: process) else { return nil }
    var fields: [Substring: Substring] = [:]
    for line in text.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      fields[line[..<colon]] = line[line.index(after: colon)...].drop { $0.isWhitespace }
    }
    name = String(fields["Name"] ?? "")
    self.process = fields["Tgid"].flatMap { Int32($0) } ?? process
    parent = fields["PPid"].flatMap { Int32($0) } ?? 0
    tracer = fields["TracerPid"].flatMap { Int32($0) } ?? 0
    let state = fields["State"]?.first
    hasEnded = state == "Z" || state == "X"
    hasMemory = fields["VmSize"] != nil
  }
}
