public import HeapModel

extension Collection where Element == ObjectLayout {
  /// Objects' memory as one picture: a table for every block, with an arrow from every reference to what it
  /// leads to.
  ///
  /// - Parameter style: how it looks, and how many rows it has room for.
  /// - Returns: a picture that a writer can turn into text.
  /// - Complexity: O(*n*) in the number of fields, and O(*r* · *b*) in the references and blocks that are drawn.
  public func picture(_ style: MemoryStyle = MemoryStyle()) -> GraphPicture {
    ObjectLayoutPicture(Array(self), style).picture()
  }
}

extension ObjectLayout {
  /// The object's memory as a picture: a table for every block, with an arrow from every reference to what it
  /// leads to.
  ///
  /// - Parameter style: how it looks, and how many rows it has room for.
  /// - Returns: a picture that a writer can turn into text.
  /// - Complexity: O(*n*) in the number of fields.
  public func picture(_ style: MemoryStyle = MemoryStyle()) -> GraphPicture {
    CollectionOfOne(self).picture(style)
  }
}

extension Collection where Element == ArenaLayout {
  /// An allocator's arenas as one picture: a table for every arena, a row with a strip of blocks for every pool.
  ///
  /// - Parameter style: how it looks, and how many rows it has room for.
  /// - Returns: a picture that a writer can turn into text.
  /// - Complexity: O(*n*) in the number of blocks.
  public func picture(_ style: MemoryStyle = MemoryStyle()) -> GraphPicture {
    ArenaPicture(Array(self), style).picture()
  }
}

extension ArenaLayout {
  /// The arena as a picture: a row with a strip of blocks for every pool.
  ///
  /// - Parameter style: how it looks, and how many rows it has room for.
  /// - Returns: a picture that a writer can turn into text.
  /// - Complexity: O(*n*) in the number of blocks.
  public func picture(_ style: MemoryStyle = MemoryStyle()) -> GraphPicture {
    CollectionOfOne(self).picture(style)
  }
}
