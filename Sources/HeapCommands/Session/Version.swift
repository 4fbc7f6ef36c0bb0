extension HeapGraphProgram {
  /// The version that `heapgraph --version` tells.
  package static let version = "0.1.0"
}
