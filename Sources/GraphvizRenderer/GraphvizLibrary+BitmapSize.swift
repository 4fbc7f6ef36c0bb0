#if Graphviz

  import CGraphviz

  extension GraphvizLibrary.Session {
    /// Lowers the resolution of a picture that would be larger than a bitmap can be.
    ///
    /// Graphviz would do so too, but says it to standard error and to nobody else.
    ///
    /// - Parameters:
    ///   - graph: The graph, laid out.
    ///   - format: What it is to be written as.
    /// - Returns: A sentence for whoever looks at the picture; `nil` where nothing had to be done.
    func fitBitmap(_ graph: GraphPointer, to format: ImageFormat) -> String? {
      let size = unsafe sizeInInches(of: graph)
      let asked = unsafe heapgraph_dots_per_inch(graph)
      let resolution = asked > 0 ? asked : ImageFormat.bitmapResolution
      let (width, height) = (size.width * resolution, size.height * resolution)
      let scale = format.bitmapScale(width: width, height: height)
      guard scale < 1 else { return nil }
      // Graphviz rounds pixels, and rounding up must not lead over the limit.
      let lowered = resolution * scale * 0.9999
      unsafe heapgraph_set_dots_per_inch(graph, lowered)
      return "a bitmap of \(Int64(width.rounded())) by \(Int64(height.rounded())) pixels is too large:"
        + " drawn with \(Self.rounded(lowered)) instead of \(Self.rounded(resolution)) dots an inch;"
        + " svg has no such limit"
    }

    /// The whole picture's size, with the space around it.
    private func sizeInInches(of graph: GraphPointer) -> (width: Double, height: Double) {
      var (width, height) = (0.0, 0.0)
      unsafe heapgraph_layout_size(graph, &width, &height)
      // What Graphviz leaves around a drawing: 4 points.
      let padding = unsafe inches("pad", of: graph) ?? (4.0 / 72, 4.0 / 72)
      let margin = unsafe inches("margin", of: graph) ?? (0, 0)
      width += padding.0 * 2 * 72
      height += padding.1 * 2 * 72
      let scale = unsafe heapgraph_scale_to_size(graph, width, height)
      return (width * scale / 72 + margin.0 * 2, height * scale / 72 + margin.1 * 2)
    }

    /// A graph's attribute that is one number of inches, or one across and one down.
    private func inches(_ name: String, of graph: GraphPointer) -> (Double, Double)? {
      guard let value = unsafe heapgraph_attribute(graph, name) else { return nil }
      let numbers = unsafe String(cString: value).split(separator: ",").prefix(2)
        .map { Double($0.drop { $0 == " " }) }
      guard let first = numbers.first ?? nil, first >= 0 else { return nil }
      return (first, (numbers.last ?? nil) ?? first)
    }

    private static func rounded(_ resolution: Double) -> String {
      let tenths = Int64(min(resolution * 10, 1e15))
      return tenths.isMultiple(of: 10) || tenths >= 100 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
  }

#endif
