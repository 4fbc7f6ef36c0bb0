extension GraphPicture {
  /// An empty picture with what all pictures of memory share.
  static func memory(_ name: String, _ palette: MemoryPalette) -> GraphPicture {
    var picture = GraphPicture(name: name)
    picture.background = palette.base.background
    picture.fonts = ["Helvetica", "Arial", "DejaVu Sans", "sans-serif"]
    // No other engine of Graphviz can end an edge at a cell.
    picture.layoutEngine = "dot"
    picture.padding = 0.15
    picture.nodeLook.shape = .box
    picture.nodeLook.fontSize = 10
    picture.nodeLook.margin = [0.08, 0.01]
    picture.nodeLook.height = 0.19
    picture.edgeLook.arrowSize = 0.6
    picture.footerColor = palette.base.edgeText
    return picture
  }
}

extension MemoryPalette {
  /// A row of the footer that something is to be known by.
  func note(_ text: String) -> PictureRow {
    PictureRow([
      PictureText(" note ", isBold: true, color: base.root.text, fill: base.root.fill), PictureText(text),
    ])
  }
}

/// Gives every node a name of its own.
struct NodeNames {
  private var taken: Set<String>

  init(_ taken: [String] = []) {
    self.taken = Set(taken)
  }

  /// The name itself where it is free, else with a number behind.
  mutating func name(_ wish: String) -> String {
    var name = wish
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(wish)_\(number)"
      number += 1
    }
    return name
  }
}
