import HeapModel

extension AllocationSnapshot {
  /// The blocks of a snapshot, in columns; tracebacks that blocks have in common are held once.
  public struct Traces: Sendable, RandomAccessCollection {
    private(set) var sizes: [ByteCount] = []
    private(set) var tracebackNumbers: [UInt32] = []
    /// As long as the other columns, or empty while all blocks are the runtime's own.
    private var domains: [AllocationDomain] = []
    /// Some may belong to no block, once blocks were filtered.
    var tracebacks: [AllocationTraceback] = []

    init() {}

    /// No traces yet, of tracebacks that are known.
    init(tracebacks: [AllocationTraceback]) {
      self.tracebacks = tracebacks
    }

    mutating func append(size: ByteCount, traceback: UInt32, domain: AllocationDomain = .runtime) {
      if domain != .runtime, domains.isEmpty {
        domains = Array(repeating: .runtime, count: sizes.count)
      }
      if domain != .runtime || !domains.isEmpty { domains.append(domain) }
      sizes.append(size)
      tracebackNumbers.append(traceback)
    }

    func domain(at position: Int) -> AllocationDomain {
      domains.isEmpty ? .runtime : domains[position]
    }

    /// The first position, 0.
    public var startIndex: Int { 0 }

    /// The number of blocks.
    public var endIndex: Int { sizes.count }

    /// The block at a position.
    ///
    /// - Complexity: O(1).
    public subscript(position: Int) -> AllocationTrace {
      AllocationTrace(
        domain: domain(at: position), size: sizes[position],
        traceback: tracebacks[Int(tracebackNumbers[position])])
    }
  }
}
