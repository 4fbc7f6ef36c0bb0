/// The values that tasks and threads have bound to task-local variables.
///
/// A task, and a thread that is in none, has a list of items, the last one bound first; each item holds the next one's
/// address with marks in its lowest two bits, the `TaskLocal` object, the metadata of the value, and the value itself
/// (`TaskLocal.h` of the Swift runtime). Items that have ended may still lie in memory: only the lists are followed.
struct TaskLocals {
  /// A value that is bound.
  struct Binding: Hashable {
    /// The address of the `TaskLocal` object.
    var variable: UInt64
    /// The value's metadata.
    var metadata: UInt64
    /// Where the value is.
    var value: UInt64
    /// The task's address; `nil` where a thread has bound it.
    var task: UInt64?
  }

  /// The types of the values, by the addresses of the `TaskLocal` objects.
  private(set) var variables: [UInt64: SwiftType] = [:]
  private(set) var bindings: [Binding] = []

  private let image: ProcessImage
  private let types: SwiftTypes

  /// Whether nothing is bound.
  var isEmpty: Bool { bindings.isEmpty }

  /// Finds what is bound.
  ///
  /// - Complexity: O(*n*) in the number of blocks and in the size of memory that is no object; in that of types where the
  ///   program has no task-local variable.
  init(in image: ProcessImage, table: BlockTable, types: SwiftTypes) {
    (self.image, self.types) = (image, types)
    let values = table.metadata.map { Self.valueType(ofMetadata: $0, types) }
    guard values.contains(where: { $0 != nil }) else { return }
    for (block, number) in table.metadataNumbers.enumerated() where number != BlockTable.plain {
      if let value = values[Int(number)] { variables[table.addresses[block]] = value }
    }
    let tasks = table.metadata.filter { $0.kind == .task }.map(\.address)
    for (block, number) in table.metadataNumbers.enumerated()
    where number == BlockTable.plain || table.metadata[Int(number)].kind == .task {
      let address = table.addresses[block]
      let size = UInt64(table.sizes[block])
      if size == Self.listSize, let first = image.word(address) { follow(first, task: nil) }
      // The task of an `async let` lies in memory of its parent's.
      for task in stride(from: address, through: address &+ size, by: 16) {
        guard address &+ size - task >= Self.taskSize else { break }
        if let word = image.word(task), tasks.contains(word) { findList(ofTask: task) }
      }
    }
  }

  private mutating func findList(ofTask task: UInt64) {
    for offset in stride(from: UInt64(16), to: Self.taskSize, by: 8) {
      if let word = image.word(task &+ offset) { follow(word, task: task) }
    }
  }

  /// What the allocator makes of the 8 bytes of a thread's list.
  private static let listSize = 24
  /// How far into a task its list may begin: behind it, from 240 bytes on, are the task's function and its items.
  private static let taskSize: UInt64 = 240
  /// More items than these are taken for a ring in memory that was damaged.
  private static let itemLimit = 10_000

  /// A variable's name as the program has it: `Main.Request.current` for `Main.Request.$current`, which `@TaskLocal` makes.
  static func name(ofProjection name: String) -> String {
    guard let mark = name.lastIndex(of: "$") else { return name }
    return String(name[..<mark] + name[name.index(after: mark)...])
  }

  private static func valueType(
    ofMetadata metadata: (address: UInt64, kind: HeapKind), _ types: SwiftTypes
  ) -> SwiftType? {
    guard metadata.kind == .instance, let type = types.type(metadata: metadata.address),
      types.name(of: type).hasPrefix("_Concurrency.TaskLocal<")
        || types.name(of: type).hasPrefix("Swift.TaskLocal<"),
      case .nominal(let nominal) = types.structure(of: type), nominal.arguments.count == 1
    else { return nil }
    return nominal.arguments[0]
  }

  private mutating func follow(_ first: UInt64, task: UInt64?) {
    var next = first
    for _ in 0..<Self.itemLimit {
      guard next > 4_096, next & 7 == 0, let variable = image.word(next &+ 8), let type = variables[variable],
        let metadata = image.word(next &+ 16), types.type(metadata: metadata) == type,
        let layout = types.layout(of: type), let link = image.word(next)
      else { return }
      let offset = UInt64(TypeLayout.rounded(24, to: layout.alignment))
      bindings.append(Binding(variable: variable, metadata: metadata, value: next &+ offset, task: task))
      // What a parent has bound is found with the parent.
      if link & 3 == Self.parentMark { return }
      next = link & ~7
    }
  }

  private static let parentMark: UInt64 = 1
}
