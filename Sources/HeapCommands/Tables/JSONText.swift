#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension CommandSession {
  /// Writes a value as JSON to where results go: keys in alphabetical order, sizes in bytes.
  func writeJSON(_ value: some Encodable) throws(HeapCommandError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let bytes: [UInt8]
    do {
      bytes = try Array(encoder.encode(value))
    } catch {
      throw .failed("the result cannot be written as JSON: \(error)")
    }
    try output.write(bytes + [UInt8(ascii: "\n")])
  }
}

extension CommandSession {
  /// The variables of the process's environment.
  static func processEnvironment() -> [String: String] {
    ProcessInfo.processInfo.environment
  }
}
