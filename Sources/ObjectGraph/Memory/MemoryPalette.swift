import HeapModel

/// The colours of pictures of memory; titles and lines have those of the modern look.
struct MemoryPalette {
  /// The colours of one sort of row.
  struct Band {
    var fill: PictureColor
    /// Of names, values and the band's outline in the legend.
    var text: PictureColor
  }

  let base: ModernPalette
  let isDark: Bool

  init(_ theme: GraphStyle.Theme) {
    base = ModernPalette(theme)
    isDark = theme == .dark
  }

  private func band(_ light: UInt32, _ dark: UInt32) -> Band {
    Band(fill: .rgb(isDark ? dark : light), text: .rgb(isDark ? 0xE6EDF3 : 0x1F2328))
  }

  /// The band of a role.
  func band(_ role: FieldRole) -> Band {
    switch role {
    case .preHeader: return band(0xE3E7EC, 0x262D36)
    case .header: return band(0xD6E6F8, 0x17304D)
    case .bookkeeping: return band(0xE9E6F8, 0x27224A)
    case .reference: return band(0xD7EFF0, 0x11333A)
    case .slot: return band(0xFBEAC6, 0x3A2D10)
    case .value: return band(0xDCF1E3, 0x13331F)
    case .unused, .padding, .slack:
      return Band(fill: .rgb(isDark ? 0x151A21 : 0xFAFBFC), text: quiet)
    }
  }

  /// The line between two rows.
  var rule: PictureColor { .rgb(isDark ? 0x0D1117 : 0xFFFFFF) }
  /// The line where the object's own address is.
  var strongRule: PictureColor { own.fill }
  /// Offsets and other small print.
  var quiet: PictureColor { .rgb(isDark ? 0x9AA4AF : 0x5D6773) }
  /// The outline of a table.
  var stroke: PictureColor { .rgb(isDark ? 0x7B8591 : 0x3A4754) }
  /// The title of an object's own block.
  var own: ModernPalette.Ink { base.start }
  /// The title of its other blocks.
  var other: ModernPalette.Ink { ModernPalette.Ink(0x3A4754, 0x3A4754, text: 0xFFFFFF, muted: 0xE6EAEE) }
  /// What a reference leads to.
  var held: ModernPalette.Ink { base.held }
  /// The line to another block of the same object.
  var ownLine: PictureColor { .rgb(isDark ? 0xFF9B93 : 0xA8201A) }
  /// The line to another object.
  var line: PictureColor { base.isHeld }

  /// A patch of an arena's strip: a block that is handed out.
  var used: PictureColor { .rgb(isDark ? 0x5E9BE0 : 0x2F66A3) }
  /// A block that was given back.
  var freed: PictureColor { .rgb(isDark ? 0x7F6637 : 0xF2CF8A) }
  /// A block that was never handed out.
  var untouched: PictureColor { .rgb(isDark ? 0x262D36 : 0xE6EAEE) }
  /// Blocks of which some are handed out, by four shades.
  func partlyUsed(_ quarter: Int) -> PictureColor {
    let light: [UInt32] = [0xB4CDE8, 0x8FB3DA, 0x6A97C7, 0x4A7DB4]
    let dark: [UInt32] = [0x2E4560, 0x3A5A80, 0x466F9F, 0x5284BF]
    return .rgb((isDark ? dark : light)[min(max(quarter, 0), 3)])
  }
}
