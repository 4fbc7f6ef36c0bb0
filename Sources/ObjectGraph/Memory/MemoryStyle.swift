/// How an object's memory, or an allocator's, is turned into a picture.
public struct MemoryStyle: Hashable, Sendable {
  /// What the picture stands on.
  public var theme: GraphStyle.Theme
  /// Whether a legend says what the colours and lines mean that occur.
  public var showsLegend = true
  /// The most rows of one block, or of one arena, at least 4; what lies between the first ones and the last ones
  /// is told as one row.
  public var rowLimit = 32
  /// The most rows of the whole picture; blocks and arenas that begin after them are counted in a note.
  public var rowBudget = 160
  /// The most characters of a value.
  public var valueLimit = 28

  /// Makes a style.
  ///
  /// - Parameter theme: what the picture stands on.
  public init(theme: GraphStyle.Theme = .adaptive) {
    self.theme = theme
  }
}
