/// Where the words of objects lie, in bytes from the object's address, as in CPython 3.13 on a 64-bit machine.
enum ObjectOffset {
  /// The list of weak references of an object whose type keeps it before the object.
  static let managedWeakReferences = -32
  /// The attribute dictionary of an object whose type keeps it before the object.
  static let managedDict = -24
  /// The collector's list: the next object, and in bit 0 whether it is thought unreachable.
  static let collectorNext = -16
  /// The collector's list: the previous object or a copy of the reference count, and two flags.
  static let collectorPrevious = -8
  static let referenceCount = 0
  static let type = 8
  /// The number of items of an object of variable size.
  static let size = 16
  /// The bytes of a header.
  static let headerSize = 16
}

/// The fields of the built-in objects, in bytes from the object's address.
enum IntegerOffset {
  /// The sign in bits 0–1 (0 positive, 1 zero, 2 negative), the number of digits from bit 3 on.
  static let tag = 16
  /// Digits of 30 bits, least significant first.
  static let digits = 24
}

enum FloatOffset {
  static let value = 16
}

enum BytesOffset {
  static let hash = 24
  static let data = 32
}

enum StringOffset {
  static let length = 16
  static let hash = 24
  static let state = 32
  static let asciiData = 40
  static let encodedLength = 40
  static let encoded = 48
  static let data = 56
}

enum ListOffset {
  static let items = 24
  static let allocated = 32
}

enum TupleOffset {
  static let items = 24
}

enum DictOffset {
  /// The bit of the version, among those of watchers, that a class's dict has.
  static let classMark: UInt = 1
  static let used = 16
  static let version = 24
  static let keys = 32
  static let values = 40
}

enum SetOffset {
  static let fill = 16
  static let used = 24
  static let mask = 32
  static let table = 40
  static let hash = 48
  static let finger = 56
  static let smallTable = 64
  static let weakReferences = 192
}

enum WeakReferenceOffset {
  static let referent = 16
  static let callback = 24
  static let hash = 32
  static let previous = 40
  static let next = 48
  static let vectorcall = 56
}

enum FunctionOffset {
  static let globals = 16
  static let builtins = 24
  static let name = 32
  static let qualifiedName = 40
  static let code = 48
  static let defaults = 56
  static let keywordDefaults = 64
  static let closure = 72
  static let documentation = 80
  static let attributes = 88
  static let weakReferences = 96
  static let module = 104
  static let annotations = 112
  static let typeParameters = 120
  static let vectorcall = 128
  static let version = 136
}

enum MethodOffset {
  static let function = 16
  static let receiver = 24
  static let weakReferences = 32
  static let vectorcall = 40
}

enum CellOffset {
  static let contents = 16
}

enum ModuleOffset {
  static let attributes = 16
  static let definition = 24
  static let state = 32
  static let weakReferences = 40
  static let name = 48
}

enum GeneratorOffset {
  static let weakReferences = 16
  static let name = 24
  static let qualifiedName = 32
  static let exceptionState = 40
  static let previousExceptionState = 48
  static let origin = 56
  /// Four flags of a byte each: hooks, closed, running, and the state of the frame.
  static let flags = 64
  static let frameState = 67
  static let frame = 72
}

/// The data of a running or suspended call, inside a generator or behind a frame object.
enum FrameDataOffset {
  static let executable = 0
  static let previous = 8
  static let function = 16
  static let globals = 24
  static let builtins = 32
  static let locals = 40
  static let frameObject = 48
  static let instruction = 56
  static let stackTop = 64
  static let returnOffset = 68
  static let owner = 70
  static let variables = 72
}

enum FrameOffset {
  static let back = 16
  static let data = 24
  static let trace = 32
  static let line = 40
  static let extraLocals = 48
  static let localsCache = 56
  static let ownData = 64
}

enum TracebackOffset {
  static let next = 16
  static let frame = 24
  static let instruction = 32
  static let line = 36
}

enum ExceptionOffset {
  static let attributes = 16
  static let arguments = 24
  static let notes = 32
  static let traceback = 40
  static let context = 48
  static let cause = 56
  static let suppressContext = 64
  /// The first word of those that only some exceptions have.
  static let own = 72
}

/// The words of a type, `PyTypeObject` and behind it `PyHeapTypeObject`.
enum TypeOffset {
  static let name = 24
  static let basicSize = 32
  static let itemSize = 40
  static let flags = 168
  static let documentation = 176
  /// CPython keeps the function that visits an object's references here; this runtime keeps the ``TypePlan``.
  static let plan = 184
  static let weakListOffset = 208
  static let base = 256
  static let dict = 264
  static let dictOffset = 288
  static let bases = 336
  static let methodResolutionOrder = 344
  static let cache = 352
  static let subclasses = 360
  static let weakReferences = 368
  static let versionTag = 384
  static let staticSize = 416
  static let heapName = 856
  static let heapSlots = 864
  static let qualifiedName = 872
  static let cachedKeys = 880
  static let module = 888
  static let heapNameStorage = 896
  static let heapSize = 928
}

/// The bits of a type's flags that this runtime gives their meaning in CPython.
enum TypeFlag {
  static let inlineValues: UInt = 1 << 2
  static let managedWeakReferences: UInt = 1 << 3
  static let managedDict: UInt = 1 << 4
  static let isSequence: UInt = 1 << 5
  static let isMapping: UInt = 1 << 6
  static let disallowsInstantiation: UInt = 1 << 7
  static let isImmutable: UInt = 1 << 8
  static let isHeapType: UInt = 1 << 9
  static let isBaseType: UInt = 1 << 10
  static let hasVectorcall: UInt = 1 << 11
  static let isReady: UInt = 1 << 12
  static let isCollected: UInt = 1 << 14
  static let isMethodDescriptor: UInt = 1 << 17
  static let hasValidVersion: UInt = 1 << 19
  static let matchesItself: UInt = 1 << 22
  static let itemsAtEnd: UInt = 1 << 23
  static let integerSubclass: UInt = 1 << 24
  static let listSubclass: UInt = 1 << 25
  static let tupleSubclass: UInt = 1 << 26
  static let bytesSubclass: UInt = 1 << 27
  static let stringSubclass: UInt = 1 << 28
  static let dictSubclass: UInt = 1 << 29
  static let exceptionSubclass: UInt = 1 << 30
  static let typeSubclass: UInt = 1 << 31
}
