/// A colour of a picture.
public enum PictureColor: Hashable, Sendable {
  /// Red, green and blue, 8 bits each: `0xRRGGBB`.
  case rgb(UInt32)
  /// Hue, saturation and value, each from 0 to 1.
  case hsv(Double, Double, Double)
  /// No colour at all: what lies behind shows through.
  case transparent

  /// White.
  public static let white = PictureColor.rgb(0xFFFFFF)
  /// Black.
  public static let black = PictureColor.rgb(0x000000)
  /// Red.
  public static let red = PictureColor.rgb(0xFF0000)
}
