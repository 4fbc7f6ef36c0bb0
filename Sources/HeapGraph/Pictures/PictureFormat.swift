package import GraphvizRenderer
package import SystemPackage

/// What a picture is written as.
package enum PictureFormat: Hashable, Sendable {
  /// DOT text, as Graphviz's programs and xdot read it; no layout is computed.
  case dotText
  /// A format of Graphviz.
  case image(ImageFormat)

  /// The names of ``dotText``, also as a file's extension.
  package static let dotNames = ["dot", "gv"]

  /// The format of a name: `svg`.
  package init(_ format: ImageFormat) {
    self = Self.dotNames.contains(format.rawValue) ? .dotText : .image(format)
  }

  /// The format that a file's name says.
  package init(path: FilePath) throws(HeapGraphError) {
    guard let fileExtension = path.extension, let format = ImageFormat(fileExtension: fileExtension) else {
      throw .noFormat(path: path.string)
    }
    self.init(format)
  }

  /// The extension of files in this format.
  package var fileExtension: String {
    switch self {
    case .dotText: "dot"
    case .image(let format): String(format.rawValue.prefix { $0 != ":" })
    }
  }

  /// Makes sure that the format can be written here, before any work is done for it.
  package func check() throws(HeapGraphError) {
    guard case .image(let format) = self else { return }
    guard GraphvizRenderer.isAvailable else { throw .graphviz(.unavailable) }
    let available = GraphvizRenderer.availableFormats
    let name = ImageFormat(rawValue: fileExtension)
    if !available.contains(name) { throw .graphviz(.unknownFormat(format, available: available)) }
  }
}
