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
  /// - Parameters:
  ///   - numbers: the code cells before which the heap is handed out, counted from 1, in ascending order.
  ///   - goesOn: whether the notebook goes on after the last of them.
  func run(
    _ program: ProgramSession, capturingBefore numbers: [Int] = [], goesOn: Bool = true
  ) throws -> ProgramOutcome {
    let cells = notebook.codeCells
    if let number = numbers.first(where: { $0 > cells.count }) {
      throw HeapCommandError.nothingFound(
        "--at is \(number), and \(name) has \(count(cells.count, "code cell")), counted from 1")
    }
    for cell in cells { notebook.setOutputs([], of: cell, count: nil) }
    for cell in cells {
      if numbers.contains(cell.number) {
        try program.capture()
        if !goesOn, cell.number == numbers.last { return .interrupted(.lineReached(cell.number)) }
      }
      if CellText.isReset(cell.source) {
        try program.forgetVariables()
        notebook.setOutputs([], of: cell, count: cell.number)
        continue
      }
      let text = CellText(cell.source)
      for (line, text, isCell) in text.skipped {
        session.note(
          "\(name), cell \(cell.number), line \(line): '\(text)' is skipped"
            + (isCell ? " with its cell" : "") + "; magics and shell lines are not run")
      }
      outputs = []
      let outcome = program.runCell(text.program.utf8, file: "\(name) cell \(cell.number)") { value in
        self.show(value, count: cell.number)
      }
      // As in Jupyter, an empty cell is not counted as run.
      let isEmpty = cell.source.allSatisfy(\.isWhitespace)
      notebook.setOutputs(outputs, of: cell, count: isEmpty ? nil : cell.number)
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

  func tell(_ failure: ProgramFailure) {
    world.tell(failure)
    guard keepsOutputs else { return }
    let traceback = failure.text.hasSuffix("\n") ? failure.text.dropLast() : failure.text[...]
    outputs.append(
      .object([
        "output_type": .string("error"), "ename": .string(failure.typeName),
        "evalue": .string(failure.message),
        "traceback": .array(
          traceback.split(separator: "\n", omittingEmptySubsequences: false).map { .string(String($0)) }),
      ]))
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
