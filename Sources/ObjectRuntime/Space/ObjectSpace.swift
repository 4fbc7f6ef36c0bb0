import HeapModel

/// A managed heap that models the objects of CPython 3.13: their memory, reference counts, cycle collector, weak
/// references and caches.
///
/// Objects live in the space's own memory and are named by ``ObjectHandle``s, each of which counts as one reference.
/// There is no global state: any number of spaces can exist, each used by one task at a time. When the last handle
/// and the space's own last reference are gone, or ``close()`` is called, all its memory is given back at once.
///
/// ```swift
/// let space = try ObjectSpace()
/// let node = try space.defineClass("Node")
/// let root = try space.make(node)
/// try root.set("children", to: [space.make(node), space.make(node)])
/// try space.setGlobal("root", to: root)
/// try space.snapshot()
/// ```
@safe
public final class ObjectSpace {
  private let pinned: UnsafeMutablePointer<HeapState>

  /// Where the state lies.
  var pinnedState: UnsafeMutablePointer<HeapState> { unsafe pinned }

  /// What the hot paths use; it does not move, so that no access to it has to be checked for exclusivity.
  @inline(__always)
  var state: HeapState {
    unsafeAddress { unsafe UnsafePointer(pinned) }
    unsafeMutableAddress { unsafe pinned }
  }

  /// What the code objects made for native functions run, by their number.
  var nativeBodies: [Int: FunctionBody] = [:]
  var nextNativeBody = 1
  /// Objects that the runtime's own tables hold, by what holds them.
  var runtimeRoots: [(name: String, object: ObjectPointer)] = []
  /// The variables of the calls that are under way, while a snapshot is taken.
  var callVariables: [CallVariable] = []
  /// What is called when an exception cannot be raised to anybody: in finalizers and callbacks.
  var unraisableHook: UnraisableHook?
  /// What is called before and after each collection.
  var collectorCallbacks: [(number: Int, call: CollectorCallback)] = []
  var nextCallbackNumber = 1
  /// The list of objects that the collector gave up on.
  var garbageList: ObjectPointer?
  var debugOptions = CollectorDebugOptions()
  /// Where the collector's messages go.
  var standardErrorSink: ((String) -> Void)?
  /// Where the calls under way are told by somebody else, innermost first, and how many there are.
  package var callSource: ((_ limit: Int) -> (frames: [TracedFrame], total: Int))?
  /// How often tracing was started.
  package var tracingNumber = 0
  /// The calls that are under way, outermost first, for tracing.
  var callStack: [CallRecord] = []
  /// The dict of `builtins`.
  var builtinsDict: ObjectPointer?
  /// What is in `builtins` when a program begins: it is put back when the program ends.
  var builtinsCopy: ObjectPointer?
  /// The table of modules, as `sys.modules`.
  var modules: ObjectPointer?
  /// The modules of weak collections, where they were asked for.
  var weakModulesMade: WeakModules?
  /// The function of the host's that is running and shares variables with its maker.
  var runningFunction: ObjectPointer?
  /// The plans of classes that are gone, and all that were ever made.
  var freePlans: [TypePlan] = []
  var classPlans: [TypePlan] = []
  /// The key of string hashes.
  let hashKey: (UInt64, UInt64)

  /// Makes a space with its built-in types and caches.
  ///
  /// - Parameter options: hash seed, memory limit and thresholds.
  /// - Throws: ``ObjectError`` of kind `memoryError` where the limit does not even hold the start.
  public init(options: ObjectSpaceOptions = ObjectSpaceOptions()) throws(ObjectError) {
    hashKey = HashSeed.key(options.hashSeed)
    unsafe pinned = .allocate(capacity: 1)
    unsafe pinned.initialize(to: HeapState())
    state.allocator.limit = options.memoryLimit.map { Int(clamping: $0.rawValue) } ?? .max
    makeBuiltinTypes()
    makeCaches()
    try makeModules(mainName: options.mainModuleName)
    // What is there from the start is old, as after the start of an interpreter.
    _ = collectGeneration(2)
    state.collector.statistics = CollectorState.noStatistics
    state.collector.counts = (0, 0, 0)
    setThresholds(options.thresholds)
  }

  deinit {
    close()
    // Where it was closed in the middle of an operation, that is over.
    destroy()
    // A closed space may have been asked for handles.
    handles.removeAll()
    unsafe pinned.deinitialize(count: 1)
    unsafe pinned.deallocate()
  }
}
