/// Which objects are the tool's own: earlier snapshots, and the objects of known shape.
struct ToolMemory {
  /// The modules whose classes only the tool has instances of.
  private static let modules: Set<String> = [
    "SwiftHeap", "HeapModel", "HeapAnalysis", "HeapFormats", "ObjectGraph", "GraphOutput", "GraphvizRenderer",
    "HeapGraph", "SwiftHeapQuestions", "HeapGraphTesting", "HeapGraphService",
  ]

  private let table: BlockTable
  /// Whether the objects of each metadata are the tool's.
  private let isOwn: [Bool]

  init(_ table: BlockTable, _ types: SwiftTypes) {
    self.table = table
    isOwn = table.metadata.map { address, kind in
      guard kind == .instance, let type = types.type(metadata: address) else { return false }
      let name = types.name(of: type)
      if Self.isInModule(name) { return true }
      // Collections of what no program can have: types of this module's own.
      guard name.hasPrefix("Swift._"), case .nominal(let nominal) = types.structure(of: type) else {
        return false
      }
      return nominal.arguments.contains { types.name(of: $0).hasPrefix("SwiftHeap.Layout") }
    }
  }

  private static func isInModule(_ name: String) -> Bool {
    guard let dot = name.firstIndex(of: ".") else { return false }
    return modules.contains(String(name[..<dot]))
  }

  /// The tool's objects, and the memory that is no object and that they lead to.
  ///
  /// - Parameter forEachReference: goes through the references of a block.
  /// - Complexity: O(*n*) in the number of blocks.
  func blocks(_ forEachReference: (_ block: Int, _ body: (FoundReference) -> Void) -> Void) -> Set<Int> {
    guard isOwn.contains(true) else { return [] }
    var found: Set<Int> = []
    for (block, number) in table.metadataNumbers.enumerated()
    where number != BlockTable.plain && isOwn[Int(number)] {
      found.insert(block)
    }
    let sample = table.index.block(at: LayoutSample.address(of: LayoutSample.shared))
    for block in Array(found) {
      forEachReference(block) { reference in
        // What a sample leads to is the sample's; what others lead to only where it is no object.
        if table.metadataNumbers[reference.target] == BlockTable.plain || block == sample {
          found.insert(reference.target)
        }
      }
    }
    return found
  }
}
