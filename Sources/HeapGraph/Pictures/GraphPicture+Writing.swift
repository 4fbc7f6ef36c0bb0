import GraphOutput
public import GraphvizRenderer
import HeapFormats
public import ObjectGraph
public import SystemPackage

extension GraphPicture {
  /// The picture in memory.
  ///
  /// - Parameters:
  ///   - format: what to make: `.png`, `.pdf`, or any other that the installed Graphviz has.
  ///   - engine: what places the nodes; by itself the picture's own, else `dot`, or `sfdp` where `dot` would take
  ///     too long.
  /// - Returns: the bytes of the file, the engine that was used, and Graphviz's warnings.
  /// - Throws: ``GraphvizRenderer/GraphvizError``.
  /// - Complexity: that of the layout engine.
  public func image(
    format: ImageFormat, engine: LayoutEngine? = nil
  ) throws(GraphvizError) -> RenderedImage {
    try GraphvizRenderer().render(dot, format: format, engine: engine)
  }

  /// The picture as SVG, to be put into a page.
  ///
  /// - Parameter engine: what places the nodes; by itself the picture's own, else one that suits its size.
  /// - Returns: the text of an SVG file.
  /// - Throws: ``GraphvizRenderer/GraphvizError``.
  /// - Complexity: that of the layout engine.
  public func svg(engine: LayoutEngine? = nil) throws(GraphvizError) -> String {
    String(decoding: try image(format: .svg, engine: engine).bytes, as: UTF8.self)
  }

  /// Writes the picture to a file in the format that its extension says.
  ///
  /// `.dot` and `.gv` are DOT text, for which no Graphviz is needed; every other extension is a format of
  /// Graphviz: `.svg`, `.png`, `.pdf` …. The file appears when it is complete; when writing fails, nothing is
  /// left behind.
  ///
  /// - Parameters:
  ///   - path: where the file is to be.
  ///   - engine: what places the nodes; by itself the picture's own, else one that suits its size.
  /// - Throws: ``HeapGraphError``.
  /// - Complexity: that of the layout engine.
  public func write(to path: FilePath, engine: LayoutEngine? = nil) throws(HeapGraphError) {
    let format = try PictureFormat(path: path)
    let drawing = try drawing(format, engine: engine)
    do {
      try AtomicFile.write(to: path) { (file) throws(HeapFileError) in
        try file.write(all: drawing.bytes.rawSpan)
      }
    } catch {
      throw .file(error)
    }
  }

  /// Writes the picture to a file in the format that its extension says.
  ///
  /// - Parameters:
  ///   - path: where the file is to be; `.dot` and `.gv` are DOT text, everything else is Graphviz's.
  ///   - engine: what places the nodes; by itself the picture's own, else one that suits its size.
  /// - Throws: ``HeapGraphError``.
  /// - Complexity: that of the layout engine.
  public func write(to path: String, engine: LayoutEngine? = nil) throws(HeapGraphError) {
    try write(to: FilePath(path), engine: engine)
  }

  /// The bytes of the picture in a format, and Graphviz's warnings.
  package func drawing(
    _ format: PictureFormat, engine: LayoutEngine?
  ) throws(HeapGraphError) -> (bytes: [UInt8], warnings: [String]) {
    switch format {
    case .dotText:
      return (Array(dot.utf8), [])
    case .image(let format):
      do {
        let image = try image(format: format, engine: engine)
        return (image.bytes, image.warnings)
      } catch {
        throw .graphviz(error)
      }
    }
  }
}
