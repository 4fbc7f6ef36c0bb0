#if Graphviz

  import CGraphviz

  extension ParsedGraph {
    /// Copies what cgraph read.
    init(_ graph: GraphPointer, warnings: [String]) {
      unsafe self.init(
        name: Self.name(of: graph), isDirected: heapgraph_is_directed(graph) != 0,
        isStrict: heapgraph_is_strict(graph) != 0,
        attributes: Self.attributes(of: graph, in: graph, kind: heapgraph_kind_graph),
        nodes: Self.nodePointers(in: graph).map { node in
          unsafe Node(
            name: String(cString: heapgraph_name(node)),
            attributes: Self.attributes(of: node, in: graph, kind: heapgraph_kind_node))
        },
        edges: Self.edgePointers(in: graph).map { edge in
          unsafe Edge(
            tail: String(cString: heapgraph_name(heapgraph_tail(edge))),
            head: String(cString: heapgraph_name(heapgraph_head(edge))),
            attributes: Self.attributes(of: edge, in: graph, kind: heapgraph_kind_edge))
        },
        subgraphs: Self.subgraphPointers(in: graph).map { subgraph in
          unsafe Subgraph(
            name: Self.name(of: subgraph),
            attributes: Self.attributes(of: subgraph, in: subgraph, kind: heapgraph_kind_graph),
            nodeNames: Self.nodePointers(in: subgraph).map { unsafe String(cString: heapgraph_name($0)) })
        },
        warnings: warnings)
    }

    static func nodePointers(in graph: GraphPointer) -> [UnsafeMutablePointer<Agnode_t>] {
      var nodes = unsafe [UnsafeMutablePointer<Agnode_t>]()
      var next = unsafe agfstnode(graph)
      while let node = unsafe next {
        unsafe nodes.append(node)
        unsafe next = agnxtnode(graph, node)
      }
      return unsafe nodes
    }

    static func edgePointers(in graph: GraphPointer) -> [UnsafeMutablePointer<Agedge_t>] {
      unsafe nodePointers(in: graph).flatMap { node in
        var edges = unsafe [UnsafeMutablePointer<Agedge_t>]()
        var next = unsafe agfstout(graph, node)
        while let edge = unsafe next {
          unsafe edges.append(edge)
          unsafe next = agnxtout(graph, edge)
        }
        return unsafe edges
      }
    }

    static func subgraphPointers(in graph: GraphPointer) -> [GraphPointer] {
      var subgraphs = unsafe [GraphPointer]()
      var pending = unsafe children(of: graph)
      unsafe pending.reverse()
      while let subgraph = unsafe pending.popLast() {
        unsafe subgraphs.append(subgraph)
        unsafe pending.append(contentsOf: children(of: subgraph).reversed())
      }
      return unsafe subgraphs
    }

    static func name(of graph: GraphPointer) -> String? {
      guard let name = unsafe heapgraph_name(graph) else { return nil }
      let text = unsafe String(cString: name)
      // cgraph's number for what has no name.
      return text.hasPrefix("%") ? nil : text
    }

    private static func children(of graph: GraphPointer) -> [GraphPointer] {
      var subgraphs = unsafe [GraphPointer]()
      var next = unsafe agfstsubg(graph)
      while let subgraph = unsafe next {
        unsafe subgraphs.append(subgraph)
        unsafe next = agnxtsubg(subgraph)
      }
      return unsafe subgraphs
    }

    private static func attributes(
      of object: UnsafeMutableRawPointer, in graph: GraphPointer, kind: CInt
    ) -> Attributes {
      var attributes: Attributes = [:]
      var next = unsafe agnxtattr(graph, kind, nil)
      while let symbol = unsafe next {
        unsafe next = agnxtattr(graph, kind, symbol)
        guard let value = unsafe heapgraph_value(object, symbol), let key = unsafe symbol.pointee.name else {
          continue
        }
        let text = unsafe String(cString: value)
        let isEmptyByDefault = unsafe text.isEmpty && symbol.pointee.defval.pointee == 0
        if isEmptyByDefault { continue }
        // Graphviz gives every node this label: its name.
        if kind == heapgraph_kind_node, text == #"\N"#, unsafe String(cString: symbol.pointee.name) == "label"
        {
          continue
        }
        unsafe attributes[String(cString: key)] = Value(text, isHTML: heapgraph_is_html(value) != 0)
      }
      return attributes
    }
  }

#endif
