/// Where the words of objects lie, in bytes from the object's address, as in CPython 3.13 on a 64-bit machine.
@usableFromInline
package enum ObjectOffset {
  /// The list of weak references of an object whose type keeps it before the object.
  @inlinable package static var managedWeakReferences: Int { -32 }
  /// The attribute dictionary of an object whose type keeps it before the object.
  @inlinable package static var managedDict: Int { -24 }
  /// The collector's list: the next object, and in bit 0 whether it is thought unreachable.
  @inlinable package static var collectorNext: Int { -16 }
  /// The collector's list: the previous object or a copy of the reference count, and two flags.
  @inlinable package static var collectorPrevious: Int { -8 }
  @inlinable package static var referenceCount: Int { 0 }
  @inlinable package static var type: Int { 8 }
  /// The number of items of an object of variable size.
  @inlinable package static var size: Int { 16 }
  /// The bytes of a header.
  @inlinable package static var headerSize: Int { 16 }
}

/// The fields of the built-in objects, in bytes from the object's address.
@usableFromInline
package enum IntegerOffset {
  /// The sign in bits 0–1 (0 positive, 1 zero, 2 negative), the number of digits from bit 3 on.
  @inlinable package static var tag: Int { 16 }
  /// Digits of 30 bits, least significant first.
  @inlinable package static var digits: Int { 24 }
}

@usableFromInline
package enum FloatOffset {
  @inlinable package static var value: Int { 16 }
}

@usableFromInline
package enum BytesOffset {
  @inlinable package static var hash: Int { 24 }
  @inlinable package static var data: Int { 32 }
}

@usableFromInline
package enum StringOffset {
  @inlinable package static var length: Int { 16 }
  @inlinable package static var hash: Int { 24 }
  @inlinable package static var state: Int { 32 }
  @inlinable package static var asciiData: Int { 40 }
  @inlinable package static var encodedLength: Int { 40 }
  @inlinable package static var encoded: Int { 48 }
  @inlinable package static var data: Int { 56 }
}

@usableFromInline
package enum ListOffset {
  @inlinable package static var items: Int { 24 }
  @inlinable package static var allocated: Int { 32 }
}

@usableFromInline
package enum TupleOffset {
  @inlinable package static var items: Int { 24 }
}

@usableFromInline
package enum DictOffset {
  /// The bit of the version, among those of watchers, that a class's dict has.
  @inlinable package static var classMark: UInt { 1 }
  @inlinable package static var used: Int { 16 }
  @inlinable package static var version: Int { 24 }
  @inlinable package static var keys: Int { 32 }
  @inlinable package static var values: Int { 40 }
}

@usableFromInline
package enum SetOffset {
  @inlinable package static var fill: Int { 16 }
  @inlinable package static var used: Int { 24 }
  @inlinable package static var mask: Int { 32 }
  @inlinable package static var table: Int { 40 }
  @inlinable package static var hash: Int { 48 }
  @inlinable package static var finger: Int { 56 }
  @inlinable package static var smallTable: Int { 64 }
  @inlinable package static var weakReferences: Int { 192 }
}

@usableFromInline
package enum WeakReferenceOffset {
  @inlinable package static var referent: Int { 16 }
  @inlinable package static var callback: Int { 24 }
  @inlinable package static var hash: Int { 32 }
  @inlinable package static var previous: Int { 40 }
  @inlinable package static var next: Int { 48 }
  @inlinable package static var vectorcall: Int { 56 }
}

@usableFromInline
package enum FunctionOffset {
  @inlinable package static var globals: Int { 16 }
  @inlinable package static var builtins: Int { 24 }
  @inlinable package static var name: Int { 32 }
  @inlinable package static var qualifiedName: Int { 40 }
  @inlinable package static var code: Int { 48 }
  @inlinable package static var defaults: Int { 56 }
  @inlinable package static var keywordDefaults: Int { 64 }
  @inlinable package static var closure: Int { 72 }
  @inlinable package static var documentation: Int { 80 }
  @inlinable package static var attributes: Int { 88 }
  @inlinable package static var weakReferences: Int { 96 }
  @inlinable package static var module: Int { 104 }
  @inlinable package static var annotations: Int { 112 }
  @inlinable package static var typeParameters: Int { 120 }
  @inlinable package static var vectorcall: Int { 128 }
  @inlinable package static var version: Int { 136 }
}

@usableFromInline
package enum MethodOffset {
  @inlinable package static var function: Int { 16 }
  @inlinable package static var receiver: Int { 24 }
  @inlinable package static var weakReferences: Int { 32 }
  @inlinable package static var vectorcall: Int { 40 }
}

@usableFromInline
package enum CellOffset {
  @inlinable package static var contents: Int { 16 }
}

@usableFromInline
package enum ModuleOffset {
  @inlinable package static var attributes: Int { 16 }
  @inlinable package static var definition: Int { 24 }
  @inlinable package static var state: Int { 32 }
  @inlinable package static var weakReferences: Int { 40 }
  @inlinable package static var name: Int { 48 }
}

@usableFromInline
package enum GeneratorOffset {
  @inlinable package static var weakReferences: Int { 16 }
  @inlinable package static var name: Int { 24 }
  @inlinable package static var qualifiedName: Int { 32 }
  @inlinable package static var exceptionState: Int { 40 }
  @inlinable package static var previousExceptionState: Int { 48 }
  @inlinable package static var origin: Int { 56 }
  /// Four flags of a byte each: hooks, closed, running, and the state of the frame.
  @inlinable package static var flags: Int { 64 }
  @inlinable package static var frameState: Int { 67 }
  @inlinable package static var frame: Int { 72 }
}

/// The data of a running or suspended call, inside a generator or behind a frame object.
@usableFromInline
package enum FrameDataOffset {
  @inlinable package static var executable: Int { 0 }
  @inlinable package static var previous: Int { 8 }
  @inlinable package static var function: Int { 16 }
  @inlinable package static var globals: Int { 24 }
  @inlinable package static var builtins: Int { 32 }
  @inlinable package static var locals: Int { 40 }
  @inlinable package static var frameObject: Int { 48 }
  @inlinable package static var instruction: Int { 56 }
  @inlinable package static var stackTop: Int { 64 }
  @inlinable package static var returnOffset: Int { 68 }
  @inlinable package static var owner: Int { 70 }
  @inlinable package static var variables: Int { 72 }
}

@usableFromInline
package enum FrameOffset {
  @inlinable package static var back: Int { 16 }
  @inlinable package static var data: Int { 24 }
  @inlinable package static var trace: Int { 32 }
  @inlinable package static var line: Int { 40 }
  @inlinable package static var extraLocals: Int { 48 }
  @inlinable package static var localsCache: Int { 56 }
  @inlinable package static var ownData: Int { 64 }
}

@usableFromInline
package enum TracebackOffset {
  @inlinable package static var next: Int { 16 }
  @inlinable package static var frame: Int { 24 }
  @inlinable package static var instruction: Int { 32 }
  @inlinable package static var line: Int { 36 }
}

@usableFromInline
package enum ExceptionOffset {
  @inlinable package static var attributes: Int { 16 }
  @inlinable package static var arguments: Int { 24 }
  @inlinable package static var notes: Int { 32 }
  @inlinable package static var traceback: Int { 40 }
  @inlinable package static var context: Int { 48 }
  @inlinable package static var cause: Int { 56 }
  @inlinable package static var suppressContext: Int { 64 }
  /// The first word of those that only some exceptions have.
  @inlinable package static var own: Int { 72 }
}

/// The words of a type, `PyTypeObject` and behind it `PyHeapTypeObject`.
@usableFromInline
package enum TypeOffset {
  @inlinable package static var name: Int { 24 }
  @inlinable package static var basicSize: Int { 32 }
  @inlinable package static var itemSize: Int { 40 }
  @inlinable package static var flags: Int { 168 }
  @inlinable package static var documentation: Int { 176 }
  /// CPython keeps the function that visits an object's references here; this runtime keeps the ``TypePlan``.
  @inlinable package static var plan: Int { 184 }
  @inlinable package static var weakListOffset: Int { 208 }
  @inlinable package static var base: Int { 256 }
  @inlinable package static var dict: Int { 264 }
  @inlinable package static var dictOffset: Int { 288 }
  @inlinable package static var bases: Int { 336 }
  @inlinable package static var methodResolutionOrder: Int { 344 }
  @inlinable package static var cache: Int { 352 }
  @inlinable package static var subclasses: Int { 360 }
  @inlinable package static var weakReferences: Int { 368 }
  @inlinable package static var versionTag: Int { 384 }
  @inlinable package static var staticSize: Int { 416 }
  @inlinable package static var heapName: Int { 856 }
  @inlinable package static var heapSlots: Int { 864 }
  @inlinable package static var qualifiedName: Int { 872 }
  @inlinable package static var cachedKeys: Int { 880 }
  @inlinable package static var module: Int { 888 }
  @inlinable package static var heapNameStorage: Int { 896 }
  @inlinable package static var heapSize: Int { 928 }
}

/// The bits of a type's flags that this runtime gives their meaning in CPython.
@usableFromInline
package enum TypeFlag {
  @inlinable package static var inlineValues: UInt { 1 << 2 }
  @inlinable package static var managedWeakReferences: UInt { 1 << 3 }
  @inlinable package static var managedDict: UInt { 1 << 4 }
  @inlinable package static var isSequence: UInt { 1 << 5 }
  @inlinable package static var isMapping: UInt { 1 << 6 }
  @inlinable package static var disallowsInstantiation: UInt { 1 << 7 }
  @inlinable package static var isImmutable: UInt { 1 << 8 }
  @inlinable package static var isHeapType: UInt { 1 << 9 }
  @inlinable package static var isBaseType: UInt { 1 << 10 }
  @inlinable package static var hasVectorcall: UInt { 1 << 11 }
  @inlinable package static var isReady: UInt { 1 << 12 }
  @inlinable package static var isCollected: UInt { 1 << 14 }
  @inlinable package static var isMethodDescriptor: UInt { 1 << 17 }
  @inlinable package static var hasValidVersion: UInt { 1 << 19 }
  @inlinable package static var matchesItself: UInt { 1 << 22 }
  @inlinable package static var itemsAtEnd: UInt { 1 << 23 }
  @inlinable package static var integerSubclass: UInt { 1 << 24 }
  @inlinable package static var listSubclass: UInt { 1 << 25 }
  @inlinable package static var tupleSubclass: UInt { 1 << 26 }
  @inlinable package static var bytesSubclass: UInt { 1 << 27 }
  @inlinable package static var stringSubclass: UInt { 1 << 28 }
  @inlinable package static var dictSubclass: UInt { 1 << 29 }
  @inlinable package static var exceptionSubclass: UInt { 1 << 30 }
  @inlinable package static var typeSubclass: UInt { 1 << 31 }
}
