public import GraphvizRenderer
public import HeapFormats

/// Why there is no picture.
public enum HeapGraphError: Error, Hashable, Sendable {
  /// The file's name says no format: it has no extension, or one that can be none.
  case noFormat(path: String)
  /// Graphviz could not make it.
  case graphviz(GraphvizError)
  /// The file could not be written.
  case file(HeapFileError)
}

extension HeapGraphError: CustomStringConvertible {
  /// What is wrong, and what to do about it.
  public var description: String {
    switch self {
    case .noFormat(let path):
      "the name '\(path)' does not say which format the picture is to have; give it an extension such as .svg,"
        + " .png, .pdf or .dot"
    case .graphviz(let error): "\(error)"
    case .file(let error): "\(error)"
    }
  }
}
