#if Graphviz

  import CGraphviz

  typealias GraphPointer = UnsafeMutablePointer<Agraph_t>

  extension GraphvizLibrary.Session {
    /// Reads DOT text, hands over its one graph and closes it.
    ///
    /// - Throws: ``GraphvizError/nulCharacter(line:)``, ``GraphvizError/noGraph``,
    ///   ``GraphvizError/moreThanOneGraph(second:)``, ``GraphvizError/syntax(message:line:)``, and what
    ///   `body` throws.
    func withGraph<Success>(
      of dot: String,
      _ body: (_ graph: GraphPointer, _ warnings: [String]) throws(GraphvizError) -> Success
    ) throws(GraphvizError) -> Success {
      if let nul = dot.utf8.firstIndex(of: 0) {
        throw .nulCharacter(line: 1 + dot.utf8[..<nul].count { $0 == UInt8(ascii: "\n") })
      }
      clearScanner()
      _ = takeMessages()

      let graphs = unsafe readGraphs(dot)
      defer {
        if let first = unsafe graphs.first { _ = unsafe agclose(first) }
        if let second = unsafe graphs.second { _ = unsafe agclose(second) }
      }
      let messages = takeMessages()
      if let second = unsafe graphs.second {
        throw unsafe .moreThanOneGraph(second: ParsedGraph.name(of: second))
      }
      if let error = messages.first(where: \.isError) {
        throw .syntax(message: error.text, line: MessageLog.lineNumber(in: error.text))
      }
      // cgraph says nothing about what is open where a text ends.
      if !scannerIsClear() {
        throw .syntax(message: "a string, a comment or markup is not closed", line: nil)
      }
      guard let graph = unsafe graphs.first else { throw .noGraph }
      return try unsafe body(graph, messages.map(\.text))
    }

    /// Reads the first graph of a text, and then once more, since cgraph stops at the end of a graph and would
    /// keep the rest for whoever reads next.
    private func readGraphs(_ dot: String) -> (first: GraphPointer?, second: GraphPointer?) {
      var dot = dot
      heapgraph_reset_lines()
      return dot.withUTF8 { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self) { bytes in
          var text = unsafe heapgraph_text(bytes: bytes.baseAddress, count: bytes.count, position: 0)
          guard let first = unsafe heapgraph_read_graph(&text) else { return (nil, nil) }
          return unsafe (first, heapgraph_read_graph(&text))
        }
      }
    }

    /// Brings cgraph's scanner back to its start.
    ///
    /// It is one for the process and remembers a string, a comment or markup that the last text did not
    /// close; the next text, whoever gives it, would be read as the rest of that.
    private func clearScanner() {
      if scannerIsClear() { return }
      for closing in ["\"", "*/"] + [6, 12, 18, 24].map({ String(repeating: ">", count: 1 << $0) }) {
        let graphs = unsafe readGraphs(closing)
        if let graph = unsafe graphs.first { _ = unsafe agclose(graph) }
        if let graph = unsafe graphs.second { _ = unsafe agclose(graph) }
        if scannerIsClear() { return }
      }
    }

    private func scannerIsClear() -> Bool {
      let graphs = unsafe readGraphs("digraph clear {}")
      if let graph = unsafe graphs.second { _ = unsafe agclose(graph) }
      guard let graph = unsafe graphs.first else { return false }
      let isClear = unsafe ParsedGraph.name(of: graph) == "clear"
      _ = unsafe agclose(graph)
      return isClear
    }
  }

#endif
