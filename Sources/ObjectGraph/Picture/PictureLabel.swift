/// What is written in a node, on an edge or below a picture.
public enum PictureLabel: Hashable, Sendable {
  /// Lines in one font, centred.
  case lines([String])
  /// Rows of texts in several fonts.
  case rows([PictureRow])
  /// A table whose cells edges can end at.
  case table(PictureTable)
}

/// A row of a label.
public struct PictureRow: Hashable, Sendable {
  /// The texts at the left, in their order.
  public var leading: [PictureText]
  /// The texts at the right.
  public var trailing: [PictureText]

  /// Makes a row.
  ///
  /// - Parameters:
  ///   - leading: the texts at the left.
  ///   - trailing: the texts at the right.
  public init(_ leading: [PictureText], trailing: [PictureText] = []) {
    self.leading = leading
    self.trailing = trailing
  }
}

/// A text in one font, or a sign for a legend.
public struct PictureText: Hashable, Sendable {
  /// A sign that stands where a text may stand.
  public enum Swatch: Hashable, Sendable {
    /// A small box.
    case box(fill: PictureColor, stroke: PictureColor)
    /// A piece of a line.
    case line(PictureLine, PictureColor)
  }

  /// The text.
  public var text: String
  /// Whether it is bold.
  public var isBold = false
  /// Its size in points, `nil` for the label's own.
  public var size: Double?
  /// Its colour, `nil` for the label's own.
  public var color: PictureColor?
  /// The colour behind it, `nil` for none.
  public var fill: PictureColor?
  /// A sign that stands in place of the text.
  public var swatch: Swatch?

  /// Makes a text.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - isBold: whether it is bold.
  ///   - size: its size in points, `nil` for the label's own.
  ///   - color: its colour, `nil` for the label's own.
  ///   - fill: the colour behind it, `nil` for none.
  public init(
    _ text: String, isBold: Bool = false, size: Double? = nil, color: PictureColor? = nil,
    fill: PictureColor? = nil
  ) {
    self.text = text
    self.isBold = isBold
    self.size = size
    self.color = color
    self.fill = fill
  }

  /// Makes a sign.
  ///
  /// - Parameter swatch: the sign.
  public init(_ swatch: Swatch) {
    text = ""
    self.swatch = swatch
  }
}
