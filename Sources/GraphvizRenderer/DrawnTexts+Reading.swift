#if Graphviz

  import CGraphviz

  extension DrawnTexts {
    /// Reads the drawing operations that rendering to `xdot` left on a graph.
    init(_ graph: GraphPointer) {
      self.init()
      self.graph = unsafe Self.texts(of: graph)
      unsafe ParsedGraph.nodePointers(in: graph).forEach { node in
        unsafe nodes[String(cString: heapgraph_name(node))] = Self.texts(of: node)
      }
      edges = unsafe ParsedGraph.edgePointers(in: graph).map { unsafe Self.texts(of: $0) }
      unsafe ParsedGraph.subgraphPointers(in: graph).forEach { subgraph in
        if let name = unsafe ParsedGraph.name(of: subgraph), name.hasPrefix("cluster") {
          clusters[name] = unsafe Self.texts(of: subgraph)
        }
      }
    }

    /// The label's lines, then those at an edge's head and tail.
    private static func texts(of object: UnsafeMutableRawPointer) -> [String] {
      ["_ldraw_", "_hldraw_", "_tldraw_"].flatMap { name -> [String] in
        guard let operations = unsafe heapgraph_attribute(object, name) else { return [] }
        return texts(inOperations: unsafe String(cString: operations))
      }
    }
  }

#endif
