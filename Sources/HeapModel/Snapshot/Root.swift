/// Something outside the heap that keeps an object alive.
public struct Root: Hashable, Sendable {
  /// The object that is held.
  public var object: ObjectIndex
  /// What holds it.
  public var kind: RootKind
  /// The holder's name, where known: a module's, a global variable's, a function's.
  public var name: String?
  /// What else is known of the holder, such as its thread.
  public var detail: String?

  /// Makes a root.
  ///
  /// - Parameters:
  ///   - object: the object that is held.
  ///   - kind: what holds it.
  ///   - name: the holder's name, where known.
  ///   - detail: what else is known of the holder, such as its thread.
  public init(object: ObjectIndex, kind: RootKind, name: String? = nil, detail: String? = nil) {
    self.object = object
    self.kind = kind
    self.name = name
    self.detail = detail
  }
}

/// What kind of thing outside the heap holds an object.
public enum RootKind: UInt16, CaseIterable, Sendable, BitwiseCopyable {
  /// None of the others.
  case other = 0
  /// An imported module, by its name.
  case module = 1
  /// A global variable.
  case global = 2
  /// A static variable.
  case `static` = 3
  /// A stack frame; the name is its function, the detail its thread.
  case frame = 4
  /// A thread.
  case thread = 5
  /// A task-local value.
  case taskLocal = 6
  /// A table of interned values.
  case interned = 7
  /// The program that hosts the runtime.
  case handle = 8
  /// The runtime's own tables.
  case runtime = 9
  /// A local variable of a call that is under way; the detail is its function.
  case local = 10
}

extension RootKind: CustomStringConvertible {
  /// The kind in words.
  public var description: String {
    switch self {
    case .other: "root"
    case .module: "module"
    case .global: "global variable"
    case .static: "static variable"
    case .frame: "frame"
    case .thread: "thread"
    case .taskLocal: "task local"
    case .interned: "interned"
    case .handle: "handle"
    case .runtime: "runtime"
    case .local: "local variable"
    }
  }
}
