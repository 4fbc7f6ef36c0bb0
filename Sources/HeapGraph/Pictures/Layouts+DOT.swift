import GraphOutput
public import HeapModel
public import ObjectGraph

extension ObjectLayout {
  /// The object's memory in DOT, the language of Graphviz.
  ///
  /// - Parameter style: how it looks.
  /// - Returns: the text; the same layout gives the same bytes.
  /// - Complexity: O(*n*) in the number of fields.
  public func dot(_ style: MemoryStyle = MemoryStyle()) -> String {
    picture(style).dot
  }
}

extension ArenaLayout {
  /// The arena in DOT, the language of Graphviz.
  ///
  /// - Parameter style: how it looks.
  /// - Returns: the text; the same layout gives the same bytes.
  /// - Complexity: O(*n*) in the number of blocks.
  public func dot(_ style: MemoryStyle = MemoryStyle()) -> String {
    picture(style).dot
  }
}
