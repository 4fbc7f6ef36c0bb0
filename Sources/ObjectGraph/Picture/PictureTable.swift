/// A label that is a table: cells in rows, each with a colour of its own, some of them with a port.
public struct PictureTable: Hashable, Sendable {
  /// Where texts stand in their cell.
  public enum Alignment: String, Hashable, Sendable {
    /// At its left.
    case left
    /// In its middle.
    case center
    /// At its right.
    case right
  }

  /// What is in a cell.
  public enum Content: Hashable, Sendable {
    /// Texts side by side.
    case texts([PictureText])
    /// Rows of texts, one below the other.
    case rows([PictureRow])
    /// Coloured patches side by side.
    case strip(PictureStrip)
  }

  /// A cell.
  public struct Cell: Hashable, Sendable {
    /// What is in it.
    public var content: Content
    /// Where its texts stand.
    public var alignment = Alignment.left
    /// How many columns it takes.
    public var columns: UInt16 = 1
    /// The colour behind it, `nil` for the table's own.
    public var fill: PictureColor?
    /// The name by which edges end at it, of letters, digits and underscores, unlike every other's in the table.
    public var port: String?

    /// Makes a cell of texts.
    ///
    /// - Parameters:
    ///   - texts: the texts.
    ///   - alignment: where they stand.
    ///   - columns: how many columns the cell takes.
    ///   - fill: the colour behind it, `nil` for the table's own.
    ///   - port: the name by which edges end at it.
    public init(
      _ texts: [PictureText], alignment: Alignment = .left, columns: UInt16 = 1, fill: PictureColor? = nil,
      port: String? = nil
    ) {
      content = .texts(texts)
      self.alignment = alignment
      self.columns = columns
      self.fill = fill
      self.port = port
    }

    /// Makes a cell of rows of texts.
    ///
    /// - Parameters:
    ///   - rows: the rows.
    ///   - columns: how many columns the cell takes.
    ///   - fill: the colour behind it, `nil` for the table's own.
    public init(rows: [PictureRow], columns: UInt16 = 1, fill: PictureColor? = nil) {
      content = .rows(rows)
      self.columns = columns
      self.fill = fill
    }

    /// Makes a cell of coloured patches.
    ///
    /// - Parameters:
    ///   - strip: the patches.
    ///   - fill: the colour behind it, `nil` for the table's own.
    public init(_ strip: PictureStrip, fill: PictureColor? = nil) {
      content = .strip(strip)
      self.fill = fill
    }
  }

  /// A row.
  public struct Row: Hashable, Sendable {
    /// Its cells; with what they span as many columns as every other row's.
    ///
    /// A row without cells is the line above it and nothing else.
    public var cells: [Cell]
    /// The colour of the line above it, `nil` for none.
    public var rule: PictureColor?
    /// The width of the line above it in points.
    public var ruleWidth: UInt8

    /// Makes a row.
    ///
    /// - Parameters:
    ///   - cells: its cells, which take as many columns as every other row's.
    ///   - rule: the colour of the line above it, `nil` for none.
    ///   - ruleWidth: the width of the line above it in points.
    public init(_ cells: [Cell], rule: PictureColor? = nil, ruleWidth: UInt8 = 1) {
      self.cells = cells
      self.rule = rule
      self.ruleWidth = ruleWidth
    }
  }

  /// The rows, from the top down.
  public var rows: [Row]
  /// The colour of its outline, `nil` for none.
  public var stroke: PictureColor?
  /// The width of its outline in points.
  public var strokeWidth: UInt8 = 1
  /// The colour behind all cells that have none, `nil` for none.
  public var fill: PictureColor?
  /// The space around a cell's content in points.
  public var cellPadding: UInt8 = 3

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - rows: the rows, from the top down.
  ///   - stroke: the colour of its outline, `nil` for none.
  ///   - fill: the colour behind all cells that have none.
  public init(_ rows: [Row] = [], stroke: PictureColor? = nil, fill: PictureColor? = nil) {
    self.rows = rows
    self.stroke = stroke
    self.fill = fill
  }
}

extension PictureTable {
  /// All texts of the table, row by row.
  package var texts: [PictureText] {
    rows.flatMap { row in
      row.cells.flatMap { cell -> [PictureText] in
        switch cell.content {
        case .texts(let texts): texts
        case .rows(let rows): rows.flatMap { $0.leading + $0.trailing }
        case .strip: []
        }
      }
    }
  }
}

/// Coloured patches of one height side by side.
public struct PictureStrip: Hashable, Sendable {
  /// The colours, from the left to the right.
  public var fills: [PictureColor]
  /// The width of a patch in points.
  public var width: UInt16
  /// The height of a patch in points.
  public var height: UInt16
  /// The space between patches in points, at most 127.
  public var spacing: UInt8

  /// Makes a strip.
  ///
  /// - Parameters:
  ///   - fills: the colours, from the left to the right.
  ///   - width: the width of a patch in points.
  ///   - height: the height of a patch in points.
  ///   - spacing: the space between patches in points.
  public init(_ fills: [PictureColor], width: UInt16, height: UInt16, spacing: UInt8 = 1) {
    self.fills = fills
    self.width = width
    self.height = height
    self.spacing = spacing
  }
}
