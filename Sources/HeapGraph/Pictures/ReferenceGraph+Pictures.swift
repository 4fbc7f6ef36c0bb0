public import GraphvizRenderer
public import ObjectGraph
public import SystemPackage

extension ReferenceGraph {
  /// The graph as a picture in memory.
  ///
  /// - Parameters:
  ///   - format: what to make: `.png`, `.pdf`, or any other that the installed Graphviz has.
  ///   - style: how it looks.
  ///   - engine: what places the nodes; by itself `dot`, or `sfdp` where `dot` would take too long.
  /// - Returns: the bytes of the file, the engine that was used, and Graphviz's warnings.
  /// - Throws: ``GraphvizRenderer/GraphvizError``.
  /// - Complexity: that of the layout engine.
  public func image(
    format: ImageFormat, style: GraphStyle = .modern, engine: LayoutEngine? = nil
  ) throws(GraphvizError) -> RenderedImage {
    try picture(style).image(format: format, engine: engine)
  }

  /// The graph as SVG, to be put into a page.
  ///
  /// - Parameters:
  ///   - style: how it looks.
  ///   - engine: what places the nodes; by itself `dot`, or `sfdp` where `dot` would take too long.
  /// - Returns: the text of an SVG file.
  /// - Throws: ``GraphvizRenderer/GraphvizError``.
  /// - Complexity: that of the layout engine.
  public func svg(
    style: GraphStyle = .modern, engine: LayoutEngine? = nil
  ) throws(GraphvizError) -> String {
    String(decoding: try image(format: .svg, style: style, engine: engine).bytes, as: UTF8.self)
  }

  /// Writes the graph to a file in the format that its extension says.
  ///
  /// `.dot` and `.gv` are DOT text, for which no Graphviz is needed; every other extension is a format of
  /// Graphviz: `.svg`, `.png`, `.pdf` …. The file appears when it is complete; when writing fails, nothing is
  /// left behind.
  ///
  /// - Parameters:
  ///   - path: where the file is to be.
  ///   - style: how the picture looks.
  ///   - engine: what places the nodes; by itself `dot`, or `sfdp` where `dot` would take too long.
  /// - Throws: ``HeapGraphError``.
  /// - Complexity: that of the layout engine.
  public func write(
    to path: FilePath, style: GraphStyle = .modern, engine: LayoutEngine? = nil
  ) throws(HeapGraphError) {
    try picture(style).write(to: path, engine: engine)
  }

  /// Writes the graph to a file in the format that its extension says.
  ///
  /// - Parameters:
  ///   - path: where the file is to be; `.dot` and `.gv` are DOT text, everything else is Graphviz's.
  ///   - style: how the picture looks.
  ///   - engine: what places the nodes; by itself `dot`, or `sfdp` where `dot` would take too long.
  /// - Throws: ``HeapGraphError``.
  /// - Complexity: that of the layout engine.
  public func write(
    to path: String, style: GraphStyle = .modern, engine: LayoutEngine? = nil
  ) throws(HeapGraphError) {
    try write(to: FilePath(path), style: style, engine: engine)
  }

  /// The bytes of the graph in a format, and Graphviz's warnings.
  package func drawing(
    _ format: PictureFormat, style: GraphStyle, engine: LayoutEngine?
  ) throws(HeapGraphError) -> (bytes: [UInt8], warnings: [String]) {
    try picture(style).drawing(format, engine: engine)
  }
}
