import HeapGraph
import ObjectRuntime
import PythonProgram

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Runs a notebook: its code cells in order, as one session.
final class NotebookRun: ProgramHost {
  private var notebook: Notebook
  private let name: String
  private let world: ProgramWorld
  private let session: CommandSession
  private let keepsOutputs: Bool
  /// What the cell that is running has given so far.
  private var outputs: [JSONValue] = []

  /// Makes a run of a notebook.
  ///
  /// - Parameter keepsOutputs: whether what cells give goes into the notebook, and not to the streams.
  init(
    _ notebook: Notebook, name: String, world: ProgramWorld, session: CommandSession, keepsOutputs: Bool
  ) {
    self.notebook = notebook
    self.name = name
    self.world = world
    self.session = session
    self.keepsOutputs = keepsOutputs
  }

  /// The notebook with what its cells gave.
  var executed: Notebook { notebook }

  /// Runs the cells in order, up to the first that fails.
  ///
  /// - Parameter limit: the code cell before which to stop, counted from 1.
  func run(_ program: ProgramSession, before limit: Int? = nil) throws -> ProgramOutcome {
    let cells = notebook.codeCells
    for cell in cells { notebook.setOutputs([], of: cell, count: nil) }
    for cell in cells {
      if let limit, cell.number >= limit {
        try program.capture()
        return .interrupted(.lineReached(cell.number))
      }
      let (text, skipped) = Notebook.program(cell.source)
      for (line, text) in skipped {
        session.note(
          "\(name), cell \(cell.number), line \(line): '\(text)' is skipped; magics and shell lines are not run"
        )
      }
      outputs = []
      let outcome = program.runCell(text.utf8, file: "\(name) cell \(cell.number)") { value in
        self.show(value, count: cell.number)
      }
      notebook.setOutputs(outputs, of: cell, count: cell.number)
      if outcome != .finished { return outcome }
    }
    return .finished
  }

  private func show(_ text: String, count: Int) {
    guard keepsOutputs else { return world.write(text + "\n", to: .output) }
    outputs.append(
      .object([
        "output_type": .string("execute_result"), "execution_count": .integer(count),
        "metadata": .object([:]),
        "data": .object(["text/plain": .lines(text)]),
      ]))
  }

  func write(_ text: String, to stream: ProgramStream) {
    guard keepsOutputs else { return world.write(text, to: stream) }
    if stream == .error { world.write(text, to: .error) }
    let name = stream == .output ? "stdout" : "stderr"
    if case .object(var last)? = outputs.last, last["name"]?.string == name {
      last["text"] = .lines((last["text"]?.text ?? "") + text)
      outputs[outputs.count - 1] = .object(last)
    } else {
      outputs.append(
        .object(["output_type": .string("stream"), "name": .string(name), "text": .lines(text)]))
    }
  }

  func draw(_ request: PictureRequest) throws -> DrawnPicture {
    guard keepsOutputs, !request.wantsText else { return try world.draw(request) }
    // A picture stands in the cell that asked for it; where it has a file, it goes there too.
    var shown = request
    shown.wantsText = true
    let svg = try ProgramPicture.svg(of: request)
    outputs.append(
      .object([
        "output_type": .string("display_data"), "metadata": .object([:]),
        "data": .object(["image/svg+xml": .lines(svg), "text/plain": .lines("<heap picture>")]),
      ]))
    return request.fileName == nil ? try world.draw(shown) : try world.draw(request)
  }

  func save(_ text: String, as fileName: String) throws { try world.save(text, as: fileName) }

  func source(ofModule name: String) throws -> (file: String, bytes: [UInt8])? {
    try world.source(ofModule: name)
  }
}
