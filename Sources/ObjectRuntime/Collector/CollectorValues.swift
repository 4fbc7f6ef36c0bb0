import HeapModel

/// When a generation is collected by itself: after how many net allocations, and how many collections of the
/// generation before.
public struct CollectorThresholds: Hashable, Sendable {
  /// Allocations less deallocations since the last collection of the youngest generation; 0 switches it off.
  public var generation0: Int
  /// Collections of the youngest generation since the last one of the middle generation.
  public var generation1: Int
  /// Collections of the middle generation since the last one of the oldest.
  public var generation2: Int

  /// Makes thresholds; CPython 3.13's where left out.
  ///
  /// - Parameters:
  ///   - generation0: net allocations.
  ///   - generation1: collections of the youngest generation.
  ///   - generation2: collections of the middle generation.
  public init(generation0: Int = 2000, generation1: Int = 10, generation2: Int = 10) {
    self.generation0 = generation0
    self.generation1 = generation1
    self.generation2 = generation2
  }
}

/// What was counted in each generation since its last collection.
public struct CollectorCounts: Hashable, Sendable {
  /// Allocations less deallocations.
  public var generation0: Int
  /// Collections of the youngest generation.
  public var generation1: Int
  /// Collections of the middle generation.
  public var generation2: Int
}

/// What the collections of one generation have done so far.
public struct CollectorStatistics: Hashable, Sendable {
  /// How often the generation was collected.
  public var collections: Int
  /// Objects that went.
  public var collected: Int
  /// Objects that were found unreachable and could not go.
  public var uncollectable: Int
}

/// What the collector tells besides its work.
public struct CollectorDebugOptions: OptionSet, Hashable, Sendable {
  /// The bits, as CPython numbers them.
  public let rawValue: Int

  /// Makes options of CPython's bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Tell of each collection.
  public static let statistics = CollectorDebugOptions(rawValue: 1)
  /// Tell of each object that goes.
  public static let collectable = CollectorDebugOptions(rawValue: 2)
  /// Tell of each object that cannot go.
  public static let uncollectable = CollectorDebugOptions(rawValue: 4)
  /// Put what would go into `garbage` instead.
  public static let saveAll = CollectorDebugOptions(rawValue: 32)
}

/// A collection that begins or has ended.
public struct CollectorEvent: Hashable, Sendable {
  /// Which of the two.
  public enum Phase: String, Sendable {
    case start, stop
  }

  /// Whether it begins or has ended.
  public var phase: Phase
  /// The generation that is collected, with all younger ones.
  public var generation: Int
  /// Objects that went; 0 at the start.
  public var collected: Int
  /// Objects that could not go; 0 at the start.
  public var uncollectable: Int
}

/// What is called before and after each collection.
public typealias CollectorCallback = (CollectorEvent) -> Void
