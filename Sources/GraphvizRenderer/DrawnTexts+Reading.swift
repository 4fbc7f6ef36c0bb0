#if Graphviz

  import CGraphviz

  extension DrawnTexts {
    /// Reads the drawing operations that rendering to `xdot` left on a graph.
    init(_ graph: GraphPointer) {
      self.init()
      self.graph = unsafe Self.texts(of: graph)
      for unsafenode in unsafe ParsedGraph.nodePointers(in: graph) {
        unsafe nodes[String(cString: heapgraph_name(node))] = Self.texts(of: node)
      }
      for unsafeedge in unsafe ParsedGraph.edgePointers(in: graph) {
        unsafe edges.append(Self.texts(of: edge))
      }
      for unsafesubgraph in unsafe ParsedGraph.subgraphPointers(in: graph) {
        guard let name = unsafe ParsedGraph.name(of: subgraph), name.hasPrefix("cluster") else { continue }
        clusters[name] = unsafe Self.texts(of: subgraph)
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
