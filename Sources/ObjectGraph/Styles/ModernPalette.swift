/// The colours of the modern look.
///
/// Nodes carry fills of their own with text that stands out from them by more than 6 to 1; lines and their
/// labels, which lie on a page that may be white or almost black, stand out from both by more than 3.5 to 1.
/// Printed in grey, what was asked for is the only dark box of the light themes, and holders have the heavier
/// outlines.
struct ModernPalette {
  /// The colours of one sort of node.
  struct Ink {
    var fill: PictureColor
    var stroke: PictureColor
    var text: PictureColor
    var muted: PictureColor

    init(_ fill: UInt32, _ stroke: UInt32, text: UInt32, muted: UInt32) {
      self.fill = .rgb(fill)
      self.stroke = .rgb(stroke)
      self.text = .rgb(text)
      self.muted = .rgb(muted)
    }
  }

  var background: PictureColor
  var start: Ink
  var holder: Ink
  var farHolder: Ink
  var held: Ink
  var farHeld: Ink
  var both: Ink
  var module: Ink
  var classInk: Ink
  var function: Ink
  var frame: Ink
  var highlighted: Ink
  var holds: PictureColor
  var isHeld: PictureColor
  var edgeText: PictureColor
  var quiet: PictureColor
  /// Of the references that close a leaked cycle.
  var closing: PictureColor
  /// Behind the objects of a cluster.
  var cluster: PictureColor
  var finalizer: Ink
  var root: Ink

  init(_ theme: GraphStyle.Theme) {
    switch theme {
    case .adaptive: self = .light(background: .transparent)
    case .light: self = .light(background: .white)
    case .dark: self = .dark
    }
  }

  func ink(of kind: ObjectKind) -> Ink {
    switch kind {
    case .module: module
    case .class: classInk
    case .function: function
    case .frame: frame
    }
  }

  private init(
    background: PictureColor, start: Ink, holder: Ink, farHolder: Ink, held: Ink, farHeld: Ink, both: Ink,
    module: Ink, classInk: Ink, function: Ink, frame: Ink, highlighted: Ink, holds: UInt32, isHeld: UInt32,
    edgeText: UInt32, quiet: UInt32, closing: UInt32, cluster: UInt32, finalizer: Ink, root: Ink
  ) {
    self.background = background
    self.start = start
    self.holder = holder
    self.farHolder = farHolder
    self.held = held
    self.farHeld = farHeld
    self.both = both
    self.module = module
    self.classInk = classInk
    self.function = function
    self.frame = frame
    self.highlighted = highlighted
    self.holds = .rgb(holds)
    self.isHeld = .rgb(isHeld)
    self.edgeText = .rgb(edgeText)
    self.quiet = .rgb(quiet)
    self.closing = .rgb(closing)
    self.cluster = .rgb(cluster)
    self.finalizer = finalizer
    self.root = root
  }

  private static func light(background: PictureColor) -> ModernPalette {
    func ink(_ fill: UInt32, _ stroke: UInt32) -> Ink { Ink(fill, stroke, text: 0x1F2328, muted: 0x4F5965) }
    return ModernPalette(
      background: background, start: Ink(0xA8201A, 0x6E1410, text: 0xFFFFFF, muted: 0xFFE3E0),
      holder: ink(0xDDEBFA, 0x2F66A3), farHolder: ink(0xF1F6FC, 0x7C9CC0), held: ink(0xFBEFD6, 0xB07D22),
      farHeld: ink(0xFDF8EC, 0xC9AC74), both: ink(0xEFE3F8, 0x7A4FA3), module: ink(0xDCF1E3, 0x2B7A4B),
      classInk: ink(0xE9E6F8, 0x6A5BB0), function: ink(0xDDF1F2, 0x2A7A84), frame: ink(0xFCE6DA, 0xB1602C),
      highlighted: ink(0xFFE26B, 0x8A6A00), holds: 0x4B7DB3, isHeld: 0x9C7632, edgeText: 0x6B7683,
      quiet: 0x7B8591, closing: 0xD32F2F, cluster: 0xFDF4F3,
      finalizer: Ink(0xF6D5D8, 0xA8201A, text: 0x7A1218, muted: 0x7A1218),
      root: Ink(0x3A4754, 0x3A4754, text: 0xFFFFFF, muted: 0xFFFFFF))
  }

  private static let dark: ModernPalette = {
    func ink(_ fill: UInt32, _ stroke: UInt32) -> Ink { Ink(fill, stroke, text: 0xE6EDF3, muted: 0xAEB8C2) }
    return ModernPalette(
      background: .rgb(0x0D1117), start: Ink(0xA8201A, 0xFF9B93, text: 0xFFFFFF, muted: 0xFFE3E0),
      holder: ink(0x17304D, 0x5E9BE0), farHolder: ink(0x131E2C, 0x41618A), held: ink(0x3A2D10, 0xC99A45),
      farHeld: ink(0x221C10, 0x7F6637), both: ink(0x31213F, 0xA97FD6), module: ink(0x13331F, 0x4FA873),
      classInk: ink(0x27224A, 0x9184E0), function: ink(0x11333A, 0x49A3B0), frame: ink(0x402413, 0xD08A54),
      highlighted: ink(0x5C4A00, 0xF2CC0C), holds: 0x5E93CC, isHeld: 0xB48B45, edgeText: 0x9AA4AF,
      quiet: 0x7B8591, closing: 0xFF6B61, cluster: 0x241315,
      finalizer: Ink(0x54191D, 0xFF8F87, text: 0xFFD9D6, muted: 0xFFD9D6),
      root: Ink(0xC5CFD9, 0xC5CFD9, text: 0x0D1117, muted: 0x0D1117))
  }()
}
