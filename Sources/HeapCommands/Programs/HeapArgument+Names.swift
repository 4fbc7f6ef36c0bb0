import HeapGraph

extension HeapArgument {
  /// Looks objects up, and says of a name that the program has, but not at the moment asked, that it is so.
  ///
  /// - Throws: ``HeapCommandError/nothingFound(_:)`` for such a name, and what the closure throws.
  func explainingNames<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch HeapAnalysisError.noVariable(let name, _, let similar)
      where ProgramHeap.isProgram(self.name) && namesInProgram(name)
    {
      let nearby =
        similar.isEmpty ? "" : " Did you mean " + similar.map { "'\($0)'" }.joined(separator: " or ") + "?"
      throw HeapCommandError.nothingFound(
        "'\(name)' is a name in \(self.name), and no variable \(moment).\(nearby)")
    }
  }

  /// When the heap is asked, and how to ask it at another moment.
  private var moment: String {
    if let line = program.at {
      let place = ProgramHeap.isNotebook(name) ? "before code cell \(line)" : "at line \(line)"
      return "\(place); ask at another with --at"
    }
    return "at its end; ask on the way with --at \(ProgramHeap.isNotebook(name) ? "CELL" : "LINE")"
  }

  private func namesInProgram(_ wanted: String) -> Bool {
    guard let bytes = try? ProgramFile.bytes(of: name) else { return false }
    let texts: [String]
    if ProgramHeap.isNotebook(name) {
      texts = (try? Notebook(bytes, name: name))?.codeCells.map(\.source) ?? []
    } else {
      texts = [String(decoding: bytes, as: UTF8.self)]
    }
    return texts.contains { text in
      text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains { $0 == wanted }
    }
  }
}
