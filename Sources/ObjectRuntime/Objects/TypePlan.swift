/// What allocating, walking and letting go of a type's instances needs to know, in one block of memory that the type
/// points to: the counterpart of CPython's function slots.
@safe
package struct TypePlan: MemoryLocation {
  package let raw: UnsafeMutableRawPointer

  static let size = 96

  @inline(__always)
  init(_ block: Block) {
    unsafe raw = block.raw
  }

  @inline(__always)
  package static func == (left: Self, right: Self) -> Bool { left.address == right.address }

  @inline(__always)
  package func hash(into hasher: inout Hasher) { hasher.combine(address) }

  /// What is true of all instances.
  struct Traits: OptionSet {
    let rawValue: UInt16
    /// The cycle collector knows them: a header of 16 bytes stands before each.
    static let isCollected = Traits(rawValue: 1 << 0)
    /// Instances have slots and attributes besides their body: those of classes that programs make, and of some built-in
    /// types.
    static let isHeapType = Traits(rawValue: 1 << 1)
    /// A word before the object leads to its attribute dictionary.
    static let hasManagedDict = Traits(rawValue: 1 << 2)
    /// Attribute values lie behind the object.
    static let hasInlineValues = Traits(rawValue: 1 << 3)
    /// A word before the object leads to its weak references.
    static let hasManagedWeakReferences = Traits(rawValue: 1 << 4)
    /// There is something to call before an instance goes.
    static let hasFinalizer = Traits(rawValue: 1 << 5)
    /// Deeply nested instances are put off rather than let go at once (CPython's trashcan).
    static let isPutOff = Traits(rawValue: 1 << 6)
    /// Letting an instance go is nothing but freeing its block.
    static let isLeaf = Traits(rawValue: 1 << 7)
    /// The class, not a base, adds the attribute dictionary at a fixed offset.
    static let addsDict = Traits(rawValue: 1 << 8)
    /// The collector breaks cycles by emptying instances.
    static let isClearable = Traits(rawValue: 1 << 9)
    /// Of a built-in type: each instance counts as a reference to it, as to a class that a program made.
    static let countsType = Traits(rawValue: 1 << 11)
    /// Of leaves: there is no free list, table or block besides that has to hear of it.
    static let isBare = Traits(rawValue: 1 << 10)
  }

  @inline(__always)
  var body: ObjectBody {
    // Only `set(body:)` writes the byte.
    get { unsafe unsafeBitCast(self[byte: 0], to: ObjectBody.self) }
    nonmutating set { self[byte: 0] = newValue.rawValue }
  }

  /// How instances give one element after the other; of a program's class nothing.
  @inline(__always)
  var iteration: IterationKind {
    // Only `set(iteration:)` writes the byte.
    get { unsafe unsafeBitCast(self[byte: 1], to: IterationKind.self) }
    nonmutating set { self[byte: 1] = newValue.rawValue }
  }

  @inline(__always)
  var traits: Traits {
    get { Traits(rawValue: self[uint16: 2]) }
    nonmutating set { self[uint16: 2] = newValue.rawValue }
  }

  /// Bytes before the object.
  @inline(__always)
  var preHeaderSize: Int {
    get { Int(self[uint32: 4]) }
    nonmutating set { self[uint32: 4] = UInt32(newValue) }
  }

  @inline(__always)
  var basicSize: Int {
    get { Int(self[uint32: 8]) }
    nonmutating set { self[uint32: 8] = UInt32(newValue) }
  }

  @inline(__always)
  var itemSize: Int {
    get { Int(self[uint32: 12]) }
    nonmutating set { self[uint32: 12] = UInt32(newValue) }
  }

  /// Where the attribute dictionary's word lies: −1 before the object and managed, 0 nowhere.
  @inline(__always)
  var dictOffset: Int {
    get { Int(self[int32: 16]) }
    nonmutating set { self[int32: 16] = Int32(newValue) }
  }

  /// Where the word of the list of weak references lies, 0 nowhere.
  @inline(__always)
  var weakListOffset: Int {
    get { Int(self[int32: 20]) }
    nonmutating set { self[int32: 20] = Int32(newValue) }
  }

  /// How many `__slots__` the class and its bases have.
  @inline(__always)
  var slotCount: Int {
    get { Int(self[uint32: 24]) }
    nonmutating set { self[uint32: 24] = UInt32(newValue) }
  }

  /// How many references at fixed offsets are walked.
  @inline(__always)
  var fieldCount: Int {
    get { Int(self[uint32: 28]) }
    nonmutating set { self[uint32: 28] = UInt32(newValue) }
  }

  /// How many references at fixed offsets are let go, in their own order.
  @inline(__always)
  var releaseCount: Int {
    get { Int(self[uint32: 32]) }
    nonmutating set { self[uint32: 32] = UInt32(newValue) }
  }

  /// How many references at fixed offsets the collector empties to break a cycle.
  @inline(__always)
  var clearCount: Int {
    get { Int(self[uint32: 36]) }
    nonmutating set { self[uint32: 36] = UInt32(newValue) }
  }

  /// Where `details` of the type are kept.
  var number: Int {
    get { Int(self[uint32: 40]) }
    nonmutating set { self[uint32: 40] = UInt32(newValue) }
  }

  /// The offsets of the slots, the most derived class's first, four bytes each.
  @inline(__always)
  var slots: Block? {
    get { self[block: 48] }
    nonmutating set { self[block: 48] = newValue }
  }

  /// The offsets of the references at fixed offsets in the order in which they are walked.
  @inline(__always)
  var fields: Block? {
    get { self[block: 56] }
    nonmutating set { self[block: 56] = newValue }
  }

  /// The offsets of the references at fixed offsets in the order in which they are let go.
  @inline(__always)
  var releases: Block? {
    get { self[block: 64] }
    nonmutating set { self[block: 64] = newValue }
  }

  /// The offsets of the references at fixed offsets that the collector empties to break a cycle.
  var clears: Block? {
    get { self[block: 80] }
    nonmutating set { self[block: 80] = newValue }
  }

  /// The built-in type that lays out the body.
  @inline(__always)
  var solidType: ObjectPointer? {
    get { self[object: 72] }
    nonmutating set { self[object: 72] = newValue }
  }

  /// The state of all classes in which calling the class was found to do nothing but allocate an instance.
  @inline(__always)
  var plainCallEpoch: UInt {
    get { self[word: 88] }
    nonmutating set { self[word: 88] = newValue }
  }

  @inline(__always)
  var isCollected: Bool { traits.contains(.isCollected) }
}

extension ObjectPointer {
  /// The object's class.
  @inlinable @inline(__always)
  package var type: ObjectPointer { ObjectPointer(address: self[word: ObjectOffset.type]) }

  /// How the object's class lays out and walks its instances.
  @inline(__always)
  var plan: TypePlan { type.instancePlan }

  /// Of a type: how it lays out and walks its instances.
  @inline(__always)
  var instancePlan: TypePlan { TypePlan(Block(address: self[word: TypeOffset.plan])) }

  /// Of a type: its flags.
  @inline(__always)
  var typeFlags: UInt {
    get { self[word: TypeOffset.flags] }
    nonmutating set { self[word: TypeOffset.flags] = newValue }
  }
}
