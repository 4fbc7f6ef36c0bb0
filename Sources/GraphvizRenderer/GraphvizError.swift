/// Why there is no picture.
///
/// Each case carries what a program needs to react; ``description`` is one line for a person.
public enum GraphvizError: Error, Hashable, Sendable {
  /// The library was built without Graphviz.
  case unavailable
  /// The text holds a NUL character, at which C would take it to end.
  ///
  /// - Parameter line: The line it is in, from 1.
  case nulCharacter(line: Int)
  /// The text is empty, or nothing but space and comments.
  case noGraph
  /// A second graph follows the first, and would be left out.
  ///
  /// - Parameter name: The second graph's name, if it has one.
  case moreThanOneGraph(second: String?)
  /// The text is not DOT.
  ///
  /// - Parameters:
  ///   - message: Graphviz's words.
  ///   - line: The line that Graphviz names, from 1; `nil` where it names none.
  case syntax(message: String, line: Int?)
  /// The installed Graphviz cannot write this format.
  ///
  /// - Parameters:
  ///   - format: What was asked for.
  ///   - available: What there is, sorted by name.
  case unknownFormat(ImageFormat, available: [ImageFormat])
  /// The installed Graphviz has no such layout engine.
  ///
  /// - Parameters:
  ///   - engine: What was asked for, by the call or by the graph's `layout` attribute.
  ///   - available: What there is, sorted by name.
  case unknownEngine(LayoutEngine, available: [LayoutEngine])
  /// Nodes and edges could not be placed, or only by leaving out something that the text says.
  ///
  /// - Parameters:
  ///   - engine: What was to place them.
  ///   - messages: Graphviz's words, one line each.
  case layoutFailed(engine: LayoutEngine, messages: [String])
  /// The picture could not be written.
  ///
  /// - Parameters:
  ///   - format: What was to be written.
  ///   - messages: Graphviz's words, one line each.
  case renderFailed(format: ImageFormat, messages: [String])
}

extension GraphvizError: CustomStringConvertible {
  /// What is wrong and what to do, in one line.
  public var description: String {
    switch self {
    case .unavailable:
      "images need Graphviz, and this build is without it: build with the package trait Graphviz"
        + " (on by default) and libgraphviz-dev installed, or write DOT text instead"
    case .nulCharacter(let line):
      "the DOT text holds a NUL character in line \(line), where Graphviz would stop reading:"
        + " write it as an escape or leave it out"
    case .noGraph:
      "the DOT text holds no graph: it must begin with 'graph' or 'digraph'"
    case .moreThanOneGraph(let second):
      "the DOT text holds a second graph\(second.map { " '\($0)'" } ?? ""), which would not be drawn:"
        + " render each graph by itself"
    case .syntax(let message, let line):
      "the DOT text is malformed\(line.map { " in line \($0)" } ?? ""): \(message)"
    case .unknownFormat(let format, let available):
      "Graphviz cannot write the format '\(format)': \(Self.choice(available))"
    case .unknownEngine(let engine, let available):
      "Graphviz has no layout engine '\(engine)': \(Self.choice(available))"
    case .layoutFailed(let engine, let messages):
      "Graphviz's \(engine) could not lay out the graph: \(Self.words(messages));"
        + " correct the DOT text there or choose another engine"
    case .renderFailed(let format, let messages):
      "Graphviz could not write '\(format)': \(Self.words(messages)); choose another format"
    }
  }

  private static func choice(_ names: [some CustomStringConvertible]) -> String {
    names.isEmpty
      ? "none is installed, run 'dot -c' to register its plugins"
      : "use one of \(names.map(\.description).joined(separator: ", "))"
  }

  private static func words(_ messages: [String]) -> String {
    messages.isEmpty ? "it gave no reason" : messages.joined(separator: "; ")
  }
}
