/// What a runtime says of an object beyond its type.
public struct ObjectFlags: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// The bits, as the `.heap` format numbers them.
  public let rawValue: UInt32

  /// Makes flags of their bits.
  ///
  /// - Parameter rawValue: the bits, as the `.heap` format numbers them.
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The cycle collector looks after it.
  public static let tracked = ObjectFlags(rawValue: 1 << 0)
  /// Its reference count never changes.
  public static let immortal = ObjectFlags(rawValue: 1 << 1)
  /// Its type has a finalizer (`__del__`).
  public static let hasFinalizer = ObjectFlags(rawValue: 1 << 2)
  /// Its finalizer ran already.
  public static let finalized = ObjectFlags(rawValue: 1 << 3)
  /// It is in the list of garbage that the collector gave up on (`gc.garbage`).
  public static let uncollectable = ObjectFlags(rawValue: 1 << 4)
  /// It is a class.
  public static let `class` = ObjectFlags(rawValue: 1 << 5)
  /// It is a function.
  public static let function = ObjectFlags(rawValue: 1 << 6)
  /// It is a module.
  public static let module = ObjectFlags(rawValue: 1 << 7)
  /// It is the module that the runtime's table of modules lists under its name.
  public static let importedModule = ObjectFlags(rawValue: 1 << 8)
  /// It is a stack frame.
  public static let frame = ObjectFlags(rawValue: 1 << 9)
  /// It did not exist before the capture made it.
  public static let madeByCapture = ObjectFlags(rawValue: 1 << 10)
  /// It is being torn down.
  public static let deinitializing = ObjectFlags(rawValue: 1 << 11)
  /// Nothing but unowned references keeps its memory.
  public static let onlyUnowned = ObjectFlags(rawValue: 1 << 12)
  /// Its text was longer than what was kept.
  public static let textCut = ObjectFlags(rawValue: 1 << 13)
  /// It could not be read in full.
  public static let unreadable = ObjectFlags(rawValue: 1 << 14)
  /// A thread was at work with it when it was captured, so that its count may be about to change.
  public static let inUse = ObjectFlags(rawValue: 1 << 15)

  package static let knownBits: UInt32 = 1 << 16 - 1
}
