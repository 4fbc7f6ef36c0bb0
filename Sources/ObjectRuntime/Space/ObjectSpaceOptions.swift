public import HeapModel

/// How a space is made.
public struct ObjectSpaceOptions: Sendable {
  /// The key of string hashes, as `PYTHONHASHSEED`: 0, the default, gives the same orders every time.
  public var hashSeed: UInt32 = 0
  /// The most bytes that the space takes from the system, in arenas and large blocks; unlimited where `nil`.
  ///
  /// An allocation beyond it throws an ``ObjectError`` of kind `memoryError`; the space stays usable.
  public var memoryLimit: ByteCount?
  /// When generations are collected by themselves.
  public var thresholds = CollectorThresholds()
  /// The name of the module whose variables are the space's globals.
  public var mainModuleName = "__main__"

  /// Makes the usual options.
  public init() {}
}
