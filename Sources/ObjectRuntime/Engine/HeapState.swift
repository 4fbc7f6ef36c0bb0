/// What the hot paths of a space read and write, at one place in memory that does not move.
struct HeapState {
  var allocator = BlockAllocator()
  var staticMemory = StaticMemory()
  var collector: CollectorState
  var freeLists = FreeLists()
  /// What was found in classes lately, and which state of them that holds for.
  let typeCache: TypeCache
  let methodCache: MethodCache
  let descriptorCache: MethodCache
  /// The descriptors of built-in types' methods that were made, each at its place among all.
  var descriptors: [ObjectPointer?] = []
  /// What stands between arguments by place and by name in the keys of caches of results.
  var cacheMark: ObjectPointer?
  var typeEpoch: UInt = 1
  var releases = ReleaseStack()
  var stack = NativeStack()
  /// Objects whose letting go was put off, linked through the collector's words.
  var putOff: ObjectPointer?
  let singletons: Singletons
  /// The built-in types, a word each in the order of ``BuiltinType``.
  let builtinTypes: Block
  /// The integers from −5 to 256, 32 bytes each.
  let smallIntegers: Block
  /// The strings of one Latin-1 character, a word each.
  let characters: Block
  /// The built-in exception classes, a word each in the order of ``ExceptionKind``.
  let exceptionTypes: Block
  /// The number of the newest version of any dict.
  var dictVersion: UInt = 0
  /// Whether each block's origin is recorded.
  var isTracing = false
  /// Whether new blocks are left out, since they are the tracer's own business.
  var ignoresAllocations = false
  var tracer: AllocationTracer?
  var isClosed = false
  /// Whether the memory was given back.
  var isDestroyed = false
  /// How many operations are under way that can run a program's code, one inside the other.
  var operationDepth = 0
  var handles = HandleTable()
  var interned = InternTable()
  let nameCache = NameCache()
  /// Whether a program runs that an interpreter was started for: then names never go that its start leaves, and calls
  /// hand their arguments on in tuples of the free lists.
  var runsProgram = false
  var names = WellKnownNames()
  var specialNames = SpecialNames()
  var typeDetails: [TypeDetails] = []
  var interpreter: (any ObjectInterpreter)?
  var mainModule: ObjectPointer?

  init() {
    collector = CollectorState(memory: &staticMemory)
    typeCache = TypeCache(memory: &staticMemory)
    methodCache = MethodCache(memory: &staticMemory)
    descriptorCache = MethodCache(memory: &staticMemory)
    singletons = Singletons(memory: &staticMemory)
    builtinTypes = staticMemory.allocate(8 * BuiltinType.allCases.count)
    exceptionTypes = staticMemory.allocate(8 * ExceptionKind.allCases.count)
    smallIntegers = staticMemory.allocate(32 * SmallInteger.count)
    characters = staticMemory.allocate(8 * 256)
  }

  mutating func destroy() {
    allocator.destroy()
    staticMemory.destroy()
    freeLists.destroy()
    releases.destroy()
    nameCache.destroy()
  }
}
