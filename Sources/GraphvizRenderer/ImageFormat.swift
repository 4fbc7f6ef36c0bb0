/// A format that Graphviz can write, by Graphviz's own name for it: `png`, `svg`, `pdf`, `webp` ….
///
/// Which formats there are depends on the installed Graphviz and its plugins; ask
/// ``GraphvizRenderer/availableFormats``. A value may name a format that is not there: rendering then
/// throws ``GraphvizError/unknownFormat(_:available:)``, which lists those that are.
public struct ImageFormat: RawRepresentable, Hashable, Sendable, Comparable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// Graphviz's name for the format, in lower case, optionally with the renderer after a colon
  /// (`png:cairo`).
  public let rawValue: String

  /// Makes the format of this name.
  ///
  /// - Parameter rawValue: Graphviz's name; upper case is made lower case.
  public init(rawValue: String) {
    self.rawValue = rawValue.lowercased()
  }

  /// Makes the format of this name.
  ///
  /// - Parameter value: Graphviz's name.
  public init(stringLiteral value: String) {
    self.init(rawValue: value)
  }

  /// Makes the format that files with this extension are in.
  ///
  /// Extensions are Graphviz's format names, so this only refuses what can be no name. Whether the
  /// installed Graphviz has the format shows when something is rendered.
  ///
  /// - Parameter fileExtension: What follows the last dot of a file name, with or without that dot.
  /// - Returns: `nil` where the text is empty or holds anything but ASCII letters, digits, `_`, `-` and
  ///   dots inside.
  public init?(fileExtension: String) {
    let name = fileExtension.hasPrefix(".") ? fileExtension.dropFirst() : fileExtension[...]
    let isName = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
        true
      default: false
      }
    }
    guard isName, !name.isEmpty, !name.hasPrefix("."), !name.hasSuffix(".") else { return nil }
    self.init(rawValue: String(name))
  }

  /// Bitmap, lossless.
  public static let png = ImageFormat(rawValue: "png")
  /// Scalable drawing with tooltips and links, for browsers.
  public static let svg = ImageFormat(rawValue: "svg")
  /// Scalable drawing, compressed.
  public static let svgz = ImageFormat(rawValue: "svgz")
  /// Page for print.
  public static let pdf = ImageFormat(rawValue: "pdf")
  /// PostScript.
  public static let ps = ImageFormat(rawValue: "ps")
  /// Encapsulated PostScript.
  public static let eps = ImageFormat(rawValue: "eps")
  /// Bitmap, with loss.
  public static let jpg = ImageFormat(rawValue: "jpg")
  /// Bitmap of 256 colours.
  public static let gif = ImageFormat(rawValue: "gif")
  /// Bitmap for the web, smaller than PNG.
  public static let webp = ImageFormat(rawValue: "webp")
  /// DOT text with the positions of the layout.
  public static let dot = ImageFormat(rawValue: "dot")
  /// DOT text with the positions and every stroke of the drawing.
  public static let xdot = ImageFormat(rawValue: "xdot")
  /// The graph with the positions and every stroke of the drawing, as JSON.
  public static let json = ImageFormat(rawValue: "json")
  /// The positions as lines of plain text.
  public static let plain = ImageFormat(rawValue: "plain")

  /// Graphviz's name for the format.
  public var description: String { rawValue }

  /// Orders formats by name.
  ///
  /// - Parameters:
  ///   - left: One format.
  ///   - right: Another.
  /// - Returns: Whether the name of `left` comes first.
  public static func < (left: ImageFormat, right: ImageFormat) -> Bool { left.rawValue < right.rawValue }

  /// The name without the renderer after a colon.
  var baseName: Substring { rawValue.prefix { $0 != ":" } }

  /// Formats of Graphviz's list that are no way to write a file.
  ///
  /// Some open a window (`gtk`, `x11`, `xlib`). `vdx` ends the process at the first tooltip without a link,
  /// or link without a target: its plugin copies strings that are not there. `vrml` writes a
  /// picture of each node into the current folder, whoever's that is.
  static let unusableNames: Set<String> = ["gtk", "x11", "xlib", "vdx", "vrml"]

  /// Whether a picture in this format can rightly have no bytes: maps of links, of a graph without links.
  var mayBeEmpty: Bool { ["cmap", "imap", "ismap"].contains { baseName.hasPrefix($0) } }

  /// The dots an inch of a bitmap whose graph asks for none.
  static let bitmapResolution = 96.0

  /// Formats that are made of pixels, whose number is limited.
  private static let bitmapNames: Set<String> = [
    "bmp", "exr", "gd", "gd2", "gif", "icns", "ico", "jp2", "jpe", "jpeg", "jpg", "kitty", "kittyz", "pct",
    "pict", "png", "psd", "sgi", "sixel", "tga", "tif", "tiff", "vt", "vt-24bit", "wbmp", "webp",
  ]

  /// By how much a picture has to shrink to be a bitmap; 1 where it need not.
  ///
  /// Of the libraries below Graphviz, cairo ends at 32,767 pixels a side, libwebp at 16,383, and libgd at a
  /// quarter of 2³¹ pixels in all, which are 2 GB.
  ///
  /// - Parameters:
  ///   - width: The picture's width in pixels.
  ///   - height: Its height in pixels.
  func bitmapScale(width: Double, height: Double) -> Double {
    guard Self.bitmapNames.contains(String(baseName)), width.isFinite, height.isFinite else { return 1 }
    let side = baseName == "webp" ? 16_383.0 : 32_767
    let area = 536_000_000.0
    return min(1, side / max(width, height, 1), (area / max(width * height, 1)).squareRoot())
  }
}
