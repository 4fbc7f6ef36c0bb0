/// The cycle collector's generations and counters.
struct CollectorState {
  static let generationCount = 3

  /// What was done in one generation so far.
  struct Statistics {
    var collections = 0
    var collected = 0
    var uncollectable = 0
  }

  static let scratchCount = 4

  /// The heads of the three generations, of the permanent one, and of a collection's own lists, 16 bytes each.
  private let heads: Block
  /// Allocations less deallocations in the first generation; collections of the one before in the others.
  var counts = (0, 0, 0)
  var thresholds = (2000, 10, 10)
  var isEnabled = true
  var isCollecting = false
  /// The first generation has outgrown its threshold: collect at the next safe point.
  var isRequested = false
  /// Objects that survived the last full collection.
  var longLivedTotal = 0
  /// Objects that survived a collection of the middle generation since the last full one.
  var longLivedPending = 0
  var statistics = CollectorState.noStatistics

  static let noStatistics = [Statistics](repeating: Statistics(), count: generationCount)

  init(memory: inout StaticMemory) {
    heads = memory.allocate(16 * (Self.generationCount + 1 + Self.scratchCount))
    for number in 0...Self.generationCount { head(number).makeEmpty() }
  }

  /// The head of a generation's list; number 3 is the permanent one.
  @inline(__always)
  func head(_ number: Int) -> CollectorHeader { CollectorHeader(heads.advanced(by: 16 &* number)) }

  /// The head of one of the lists that a collection needs while it runs.
  func scratch(_ number: Int) -> CollectorHeader { head(Self.generationCount + 1 + number) }

  var permanent: CollectorHeader { head(Self.generationCount) }

  subscript(count generation: Int) -> Int {
    get { generation == 0 ? counts.0 : generation == 1 ? counts.1 : counts.2 }
    set {
      switch generation {
      case 0: counts.0 = newValue
      case 1: counts.1 = newValue
      default: counts.2 = newValue
      }
    }
  }

  func threshold(_ generation: Int) -> Int {
    generation == 0 ? thresholds.0 : generation == 1 ? thresholds.1 : thresholds.2
  }
}
