#if Graphviz

  import CGraphviz

  extension GraphvizLibrary.Session {
    /// Lays a graph out, renders it, and hands over both while the layout stands.
    ///
    /// - Parameter body: Called after rendering; formats such as `xdot` leave their result on the graph too.
    func withDrawing<Success>(
      of dot: String, format: ImageFormat, engine: LayoutEngine?,
      _ body: (_ graph: GraphPointer, _ image: RenderedImage) throws(GraphvizError) -> Success
    ) throws(GraphvizError) -> Success {
      // What is unknown is said before a layout takes its time.
      let formats = formats
      guard formats.contains(where: { $0.rawValue == format.baseName }) else {
        throw .unknownFormat(format, available: formats)
      }
      let engines = engines
      func checked(_ engine: LayoutEngine) throws(GraphvizError) -> LayoutEngine {
        guard engines.contains(where: { $0.rawValue == engine.baseName }) else {
          throw .unknownEngine(engine, available: engines)
        }
        return engine
      }
      if let engine { _ = try checked(engine) }

      return try unsafe withGraph(of: dot) { (graph, readWarnings) throws(GraphvizError) in
        let chosen = try checked(unsafe engine ?? engineChosen(by: graph, among: engines))
        // Graphviz heeds this attribute more than its caller.
        if unsafe heapgraph_attribute(graph, "layout") != nil {
          _ = unsafe heapgraph_set_attribute(graph, "layout", chosen.rawValue)
        }

        let layoutStatus = unsafe gvLayout(context, graph, chosen.rawValue)
        defer { _ = unsafe gvFreeLayout(context, graph) }
        let layoutMessages = takeMessages()
        // An error with a status of success is one that left something out: the picture would be wrong.
        if layoutStatus != 0 || layoutMessages.contains(where: \.isError) {
          throw .layoutFailed(engine: chosen, messages: layoutMessages.map(\.text))
        }

        let sizeWarning = unsafe fitBitmap(graph, to: format)
        var bytes: UnsafeMutablePointer<CChar>?
        var count = 0
        let renderStatus = unsafe heapgraph_render(context, graph, format.rawValue, &bytes, &count)
        defer { unsafe free(bytes) }
        let renderMessages = takeMessages()
        let isMissing = count == 0 && !format.mayBeEmpty
        if renderStatus != 0 || renderMessages.contains(where: \.isError) || isMissing {
          throw .renderFailed(format: format, messages: renderMessages.map(\.text))
        }
        let buffer = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
        let image = unsafe RenderedImage(
          bytes: [UInt8](buffer), format: format, engine: chosen,
          warnings: readWarnings + (sizeWarning.map { [$0] } ?? [])
            + (layoutMessages + renderMessages).map(\.text))
        return try unsafe body(graph, image)
      }
    }

    /// The graph's own wish, else what its size asks for.
    private func engineChosen(by graph: GraphPointer, among engines: [LayoutEngine]) -> LayoutEngine {
      if let wish = unsafe heapgraph_attribute(graph, "layout") {
        let name = unsafe String(cString: wish)
        if !name.isEmpty { return LayoutEngine(rawValue: name) }
      }
      return unsafe .automatic(
        nodeCount: Int(agnnodes(graph)), edgeCount: Int(agnedges(graph)),
        labelledEdgeCount: labelledEdgeCount(of: graph), among: engines)
    }

    private func labelledEdgeCount(of graph: GraphPointer) -> Int {
      unsafe ParsedGraph.edgePointers(in: graph).count { edge in
        guard let label = unsafe heapgraph_attribute(edge, "label") else { return false }
        return unsafe label.pointee != 0
      }
    }
  }

#endif
