/// Draws DOT text: text in, the bytes of a picture out, through the Graphviz library in this process.
///
/// ```swift
/// let image = try GraphvizRenderer().render("digraph { a -> b }", format: .svg)
/// ```
///
/// Graphviz's messages become the error that is thrown, or ``RenderedImage/warnings``; none is printed.
/// (The libraries below Graphviz may still write to standard error: fontconfig where the machine has no fonts,
/// libgd for formats it was built without.)
///
/// It can be used from any task and thread. Graphviz itself works on one graph at a time, so calls wait for
/// each other. A program that also calls Graphviz by itself must not do so at the same time.
///
/// A layout cannot be cancelled, and its time grows fast with the edges beyond a tree's: minutes for some
/// hundred nodes with twice as many edges in `dot`.
/// ``LayoutEngine/automatic(nodeCount:edgeCount:labelledEdgeCount:)`` keeps a picture to seconds; keep a graph
/// small enough to be read, and ask for `dot` by name only where waiting is no harm. Memory grows with the graph: about 40 MB for 5,000 nodes.
///
/// Nothing stays behind after a call but what Graphviz itself leaks: in version 2.43, 0.7 to 2.5 KB for a graph
/// with a cluster in `dot`, and up to 0.4 KB for markup in a label.
///
/// The same text gives the same bytes where the graph has a name: Graphviz numbers graphs without one, and
/// writes the number into the picture.
///
/// Whoever gives the DOT text can have Graphviz read files, through attributes such as `image`.
public struct GraphvizRenderer: Sendable {
  /// Makes a renderer; it holds nothing and costs nothing.
  public init() {}

  /// Draws one graph.
  ///
  /// - Parameters:
  ///   - dot: The text of exactly one graph.
  ///   - format: What to write; see ``availableFormats``.
  ///   - engine: What places the nodes; see ``availableEngines``. With `nil`, the graph's own `layout`
  ///     attribute, else ``LayoutEngine/automatic(nodeCount:edgeCount:labelledEdgeCount:)``.
  /// - Returns: The bytes of the file, the engine that was used, and Graphviz's warnings.
  /// - Throws: Every case of ``GraphvizError``.
  /// - Complexity: That of the engine.
  public func render(
    _ dot: String, format: ImageFormat, engine: LayoutEngine? = nil
  ) throws(GraphvizError) -> RenderedImage {
    #if Graphviz
      try GraphvizLibrary.run { (session) throws(GraphvizError) in
        try unsafe session.withDrawing(of: dot, format: format, engine: engine) { _, image in image }
      }
    #else
      throw .unavailable
    #endif
  }
}

extension GraphvizRenderer {
  /// Whether this build has Graphviz in it.
  public static var isAvailable: Bool {
    #if Graphviz
      true
    #else
      false
    #endif
  }

  /// Every format that the installed Graphviz writes to a file, sorted by name; empty in a build without
  /// Graphviz.
  ///
  /// Devices that open a window instead (`x11`, `xlib`, `gtk`) are not among them, nor are `vdx`, which crashes
  /// on tooltips, and `vrml`, which writes files of its own into the current folder.
  public static var availableFormats: [ImageFormat] {
    #if Graphviz
      (try? GraphvizLibrary.run { (session) throws(GraphvizError) in session.formats }) ?? []
    #else
      []
    #endif
  }

  /// Every layout engine of the installed Graphviz, sorted by name; empty in a build without Graphviz.
  public static var availableEngines: [LayoutEngine] {
    #if Graphviz
      (try? GraphvizLibrary.run { (session) throws(GraphvizError) in session.engines }) ?? []
    #else
      []
    #endif
  }

  /// The version of the installed Graphviz, as it gives it; `nil` in a build without Graphviz.
  public static var version: String? {
    #if Graphviz
      try? GraphvizLibrary.run { (session) throws(GraphvizError) in session.version }
    #else
      nil
    #endif
  }
}

extension GraphvizRenderer {
  /// Reads DOT text as Graphviz reads it, without drawing.
  ///
  /// - Parameter dot: The text of exactly one graph.
  /// - Returns: The graph with its names and attributes.
  /// - Throws: ``GraphvizError/unavailable``, ``GraphvizError/nulCharacter(line:)``,
  ///   ``GraphvizError/noGraph``, ``GraphvizError/moreThanOneGraph(second:)``,
  ///   ``GraphvizError/syntax(message:line:)``.
  /// - Complexity: O(*n* + *m* · *a*) for *n* bytes, *m* nodes and edges, and *a* attributes that any of
  ///   them has.
  package static func parse(_ dot: String) throws(GraphvizError) -> ParsedGraph {
    #if Graphviz
      try GraphvizLibrary.run { (session) throws(GraphvizError) in
        try unsafe session.withGraph(of: dot) { (graph, warnings) in
          unsafe ParsedGraph(graph, warnings: warnings)
        }
      }
    #else
      throw .unavailable
    #endif
  }

  /// The texts that a picture of the graph shows, after Graphviz has resolved every escape.
  ///
  /// - Parameters:
  ///   - dot: The text of exactly one graph.
  ///   - engine: As for ``render(_:format:engine:)``.
  /// - Throws: As ``render(_:format:engine:)``.
  package static func drawnTexts(
    of dot: String, engine: LayoutEngine? = nil
  ) throws(GraphvizError) -> DrawnTexts {
    #if Graphviz
      try GraphvizLibrary.run { (session) throws(GraphvizError) in
        try unsafe session.withDrawing(of: dot, format: .xdot, engine: engine) { (graph, _) in
          unsafe DrawnTexts(graph)
        }
      }
    #else
      throw .unavailable
    #endif
  }
}
