import HeapGraph
import SystemPackage

/// Where a picture goes and in which format, decided and checked before the heap is read.
struct PictureDestination {
  private enum Place: Equatable {
    case standardOutput
    case file(FilePath)
    // A file of its own in the folder for temporary ones.
    case temporary
  }

  private let place: Place
  private let format: PictureFormat
  private let engine: LayoutEngine?
  private let style: GraphStyle
  // What shows the picture, where one is to be opened.
  private let viewer: Viewer?
  private let isQuiet: Bool

  /// Decides where a picture goes.
  ///
  /// - Throws: ``HeapCommandError/usage(_:)`` for a format or an engine that there is not.
  init(_ options: PictureOptions, in session: CommandSession) throws(HeapCommandError) {
    try self.init(
      output: options.output, format: options.format, layout: options.layout, style: options.graphStyle,
      opens: options.view, isQuiet: options.quiet, in: session)
  }

  /// Decides where a picture goes.
  ///
  /// - Parameters:
  ///   - output: a file, `-` for standard output, or `nil` for a temporary file that is opened where it can be.
  ///   - name: the format's name, `nil` for what the file's extension says.
  ///   - layout: the layout engine's name.
  ///   - style: how the picture looks.
  ///   - opens: whether to open the picture in a viewer, also where a file is named.
  ///   - isQuiet: whether to say nothing where all went well.
  ///   - session: what there is to write to and to open with.
  init(
    output: String?, format name: String?, layout: String?, style: GraphStyle, opens: Bool, isQuiet: Bool,
    in session: CommandSession
  ) throws(HeapCommandError) {
    let place: Place
    switch output {
    case "-"?: place = .standardOutput
    case ""?: throw .usage("--output is empty; name a file, or give - for standard output")
    case let path?: place = .file(FilePath(path))
    case nil: place = .temporary
    }
    // A picture for standard output has a reader already.
    let isOpened = place != .standardOutput && (opens || place == .temporary)
    let viewer = isOpened ? session.viewers.viewer : nil
    self.place = place
    self.viewer = viewer
    self.isQuiet = isQuiet
    self.style = style
    format = try Self.format(named: name, for: place, readByViewer: viewer?.readsDOT ?? false)
    engine = try Self.engine(named: layout)
  }

  private static func format(
    named name: String?, for place: Place, readByViewer viewerReadsDOT: Bool
  ) throws(HeapCommandError) -> PictureFormat {
    let format: PictureFormat
    if let name {
      guard let named = ImageFormat(fileExtension: name) else {
        throw .usage("--format is '\(name)'; 'heapgraph formats' lists those there are")
      }
      format = PictureFormat(named)
    } else if case .file(let path) = place {
      do {
        format = try PictureFormat(path: path)
      } catch {
        throw .usage("\(error), or name the format with -T")
      }
    } else if place == .standardOutput || viewerReadsDOT || !GraphvizRenderer.isAvailable {
      format = .dotText
    } else {
      format = .image(.svg)
    }
    do {
      try format.check()
    } catch {
      throw GraphvizRenderer.isAvailable ? .usage("\(error)") : .failed("\(error)")
    }
    return format
  }

  private static func engine(named name: String?) throws(HeapCommandError) -> LayoutEngine? {
    guard let name else { return nil }
    let engine = LayoutEngine(rawValue: name)
    let available = GraphvizRenderer.availableEngines
    if GraphvizRenderer.isAvailable, !available.contains(engine) {
      throw .usage("\(GraphvizError.unknownEngine(engine, available: available))")
    }
    return engine
  }

  /// Draws a graph, puts it where it is to be, and opens it where that is wanted.
  func deliver(_ graph: ReferenceGraph, named name: String, in session: CommandSession) throws {
    for note in graph.notes { session.note("\(note)") }
    let size = count(graph.nodes.count, "object") + ", " + count(graph.edges.count, "reference")
    try deliver(graph.picture(style), showing: size, named: name, in: session)
  }

  /// Draws a picture, puts it where it is to be, and opens it where that is wanted.
  ///
  /// - Parameters:
  ///   - contents: what is told of the picture: how much it shows.
  ///   - name: what a temporary file is called by.
  func deliver(
    _ picture: GraphPicture, showing contents: String, named name: String, in session: CommandSession
  ) throws {
    if let engine, format == .dotText, viewer == nil {
      session.note("--layout \(engine) has no effect: DOT text is laid out by the program that draws it")
    }
    let drawing = try ProgressBar.during("Drawing", in: session) { _ throws(HeapGraphError) in
      try picture.drawing(format, engine: engine)
    }
    for warning in drawing.warnings { session.note("Graphviz: \(warning)") }

    switch place {
    case .standardOutput:
      // What is no text would turn a terminal upside down.
      if session.output.isTerminal, drawing.bytes.contains(0) {
        throw HeapCommandError.usage(
          "standard output is a terminal, and \(format.fileExtension) is no text; name a file with -o, or use a pipe"
        )
      }
      try session.output.write(drawing.bytes)
    case .file(let path):
      try write(drawing.bytes, to: path, [.ownerReadWrite, .groupRead, .otherRead], session)
      if !isQuiet { session.note("\(path): \(contents)") }
      open(path, in: session)
    case .temporary:
      // Heaps hold secrets, and this folder is everybody's.
      let path = Self.temporaryPath(name, format, session)
      try write(drawing.bytes, to: path, .ownerReadWrite, session)
      if !isQuiet { session.note(contents) }
      if !open(path, in: session) { try session.output.writeLine(path.string) }
    }
  }

  @discardableResult
  private func open(_ path: FilePath, in session: CommandSession) -> Bool {
    guard let viewer else { return false }
    let engine = viewer.readsDOT ? engine.map { ["-f", $0.rawValue] } ?? [] : []
    guard session.viewers.start(viewer.path, engine + [path.string]) else {
      session.note("cannot start \(viewer.name); open the file yourself")
      return false
    }
    if !isQuiet { session.note("opening \(path) in \(viewer.name)") }
    return true
  }

  private func write(
    _ bytes: [UInt8], to path: FilePath, _ permissions: FilePermissions, _ session: CommandSession
  ) throws(HeapFileError) {
    try session.interruption.deferring { () throws(HeapFileError) in
      try AtomicFile.write(to: path, permissions: permissions) { file throws(HeapFileError) in
        try file.write(all: bytes.rawSpan)
      }
    }
  }

  private static func temporaryPath(
    _ name: String, _ format: PictureFormat, _ session: CommandSession
  ) -> FilePath {
    let folder = session.environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    let number = String(UInt64.random(in: 0 ... .max), radix: 36)
    return FilePath(folder).appending("heapgraph-\(name)-\(number).\(format.fileExtension)")
  }
}

/// A number of things in words.
func count(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
