public import HeapModel
public import ObjectGraph

extension Collection where Element == ObjectLayout {
  /// Writes objects' memory, field by field, to one picture in the format that the file's extension says.
  ///
  /// - Parameters:
  ///   - path: where the file is to be; `.dot` and `.gv` are DOT text, everything else is Graphviz's.
  ///   - style: how the picture looks.
  /// - Throws: ``HeapGraphError``.
  /// - Complexity: that of the layout engine.
  public func write(to path: String, style: MemoryStyle = MemoryStyle()) throws(HeapGraphError) {
    try picture(style).write(to: path)
  }
}

extension ObjectLayout {
  /// Writes the object's memory, field by field, to a picture in the format that the file's extension says.
  ///
  /// ```swift
  /// try layout.write(to: "layout.svg")
  /// ```
  ///
  /// - Parameters:
  ///   - path: where the file is to be; `.dot` and `.gv` are DOT text, everything else is Graphviz's.
  ///   - style: how the picture looks.
  /// - Throws: ``HeapGraphError``.
  /// - Complexity: that of the layout engine.
  public func write(to path: String, style: MemoryStyle = MemoryStyle()) throws(HeapGraphError) {
    try picture(style).write(to: path)
  }
}

extension Collection where Element == ArenaLayout {
  /// Writes an allocator's arenas to one picture in the format that the file's extension says.
  ///
  /// - Parameters:
  ///   - path: where the file is to be; `.dot` and `.gv` are DOT text, everything else is Graphviz's.
  ///   - style: how the picture looks.
  /// - Throws: ``HeapGraphError``.
  /// - Complexity: that of the layout engine.
  public func write(to path: String, style: MemoryStyle = MemoryStyle()) throws(HeapGraphError) {
    try picture(style).write(to: path)
  }
}

extension ArenaLayout {
  /// Writes the arena to a picture in the format that the file's extension says.
  ///
  /// - Parameters:
  ///   - path: where the file is to be; `.dot` and `.gv` are DOT text, everything else is Graphviz's.
  ///   - style: how the picture looks.
  /// - Throws: ``HeapGraphError``.
  /// - Complexity: that of the layout engine.
  public func write(to path: String, style: MemoryStyle = MemoryStyle()) throws(HeapGraphError) {
    try picture(style).write(to: path)
  }
}
