#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A Jupyter notebook.
///
/// Source: “The Notebook file format”, nbformat 4.
struct Notebook {
  /// A code cell: where it stands among all cells, which code cell it is, and its text.
  struct CodeCell {
    var position: Int
    /// Counted from 1.
    var number: Int
    var source: String
  }

  private var root: [String: JSONValue]
  private var cells: [JSONValue]

  /// Reads a notebook.
  ///
  /// - Parameters:
  ///   - bytes: the file's contents.
  ///   - name: the file's name, for errors.
  /// - Throws: ``HeapCommandError`` for what is no notebook, or one of another format.
  init(_ bytes: [UInt8], name: String) throws(HeapCommandError) {
    let value: JSONValue
    do {
      value = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    } catch {
      throw .failed("\(name) is no notebook: it is not JSON")
    }
    guard case .object(let root) = value, let format = root["nbformat"] else {
      throw .failed("\(name) is no notebook: it says no nbformat")
    }
    guard case .integer(4) = format else {
      throw .failed(
        "\(name) has a format other than nbformat 4; convert it with 'jupyter nbconvert --to notebook'")
    }
    guard let cells = root["cells"]?.array else { throw .failed("\(name) is no notebook: it has no cells") }
    for (position, cell) in cells.enumerated() {
      guard cell["cell_type"]?.string != nil, cell["source"]?.text != nil else {
        throw .failed("\(name) is no notebook: its cell \(position + 1) has no type or no source")
      }
    }
    self.root = root
    self.cells = cells
  }

  var codeCells: [CodeCell] {
    var found: [CodeCell] = []
    for (position, cell) in cells.enumerated() where cell["cell_type"]?.string == "code" {
      found.append(CodeCell(position: position, number: found.count + 1, source: cell["source"]?.text ?? ""))
    }
    return found
  }

  /// Sets what a code cell gave.
  ///
  /// - Parameter count: `nil` where it was not run.
  mutating func setOutputs(_ outputs: [JSONValue], of cell: CodeCell, count: Int?) {
    guard case .object(var entries) = cells[cell.position] else { return }
    entries["outputs"] = .array(outputs)
    entries["execution_count"] = count.map { .integer($0) } ?? .null
    cells[cell.position] = .object(entries)
  }

  /// The notebook's file, as Jupyter writes it.
  var text: String {
    var root = root
    root["cells"] = .array(cells)
    return JSONValue.object(root).notebookText
  }
}
