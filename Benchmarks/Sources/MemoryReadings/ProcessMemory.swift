import Foundation

/// What memory this process holds, in bytes, as Linux tells it.
public struct ProcessMemory {
  /// The most that was resident since the peak was reset.
  public var peak = 0
  /// What is resident.
  public var resident = 0
  /// The part of it that is pages of files.
  public var file = 0

  /// What it holds at this moment; `nil` where the system has no `/proc`.
  public static func now() -> ProcessMemory? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
    var memory = ProcessMemory()
    for line in status.split(separator: "\n") {
      let words = line.split { $0 == ":" || $0 == " " || $0 == "\t" }
      guard words.count == 3, let kibibytes = Int(words[1]) else { continue }
      switch words[0] {
      case "VmHWM": memory.peak = kibibytes * 1024
      case "VmRSS": memory.resident = kibibytes * 1024
      case "RssFile": memory.file = kibibytes * 1024
      default: break
      }
    }
    return memory
  }

  /// Lets the peak begin anew from what is resident.
  public static func resetPeak() {
    try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))
  }
}
