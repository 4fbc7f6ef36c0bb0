/// Where a snapshot comes from: pairs of key and value, in the order given.
public struct HeapMetadata: Hashable, Sendable {
  /// The known keys.
  public enum Key {
    /// The runtime: `cpython`, `swift`, `heapgraph`.
    public static let runtime = "runtime"
    /// The runtime's version: `3.13.0`.
    public static let runtimeVersion = "runtime.version"
    /// The process's number.
    public static let processIdentifier = "process.id"
    /// The command line of the process.
    public static let processArguments = "process.arguments"
    /// When it was captured, as RFC 3339 writes it.
    public static let capturedAt = "captured.at"
    /// For how many nanoseconds the process's threads stood still for it.
    public static let capturePause = "capture.pause"
    /// What wrote the snapshot, with its version.
    public static let producer = "producer"
    /// The module whose variables a bare name means.
    public static let globalsModule = "globals.module"
  }

  /// One pair.
  public struct Entry: Hashable, Sendable {
    /// The key.
    public var key: String
    /// The value.
    public var value: String

    /// Makes a pair.
    ///
    /// - Parameters:
    ///   - key: the key; ``HeapMetadata/Key`` has the known ones.
    ///   - value: the value.
    public init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  /// The pairs, in the order given.
  public private(set) var entries: [Entry]

  /// Makes metadata of pairs.
  ///
  /// - Parameter entries: the pairs; of two with one key the first is what the subscript finds.
  public init(entries: [Entry] = []) {
    self.entries = entries
  }

  /// The value of a key, `nil` where there is none.
  ///
  /// - Complexity: O(*n*) in the number of pairs.
  public subscript(key: String) -> String? {
    get {
      entries.first { $0.key == key }?.value
    }
    set {
      let position = entries.firstIndex { $0.key == key }
      switch (position, newValue) {
      case (let position?, let value?): entries[position].value = value
      case (let position?, nil): entries.remove(at: position)
      case (nil, let value?): entries.append(Entry(key: key, value: value))
      case (nil, nil): break
      }
    }
  }
}
