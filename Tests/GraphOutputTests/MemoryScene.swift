import HeapFixtures
import HeapModel
import ObjectGraph
import Testing

/// Pictures of memory that are drawn by several tests, and whose DOT is kept as golden files.
struct MemoryScene: Sendable, CustomTestStringConvertible {
  let name: String
  let picture: GraphPicture

  var testDescription: String { name }

  static let all: [MemoryScene] = [
    MemoryScene(name: "layout-instance", picture: SampleLayouts.instance.picture()),
    MemoryScene(name: "layout-list", picture: SampleLayouts.list.picture()),
    MemoryScene(name: "layout-dictionary-dark", picture: SampleLayouts.dictionary.picture(dark)),
    MemoryScene(
      name: "layout-pair", picture: [SampleLayouts.instance, SampleLayouts.slotted].picture()),
    MemoryScene(name: "layout-wide", picture: SampleLayouts.wide(1_000).picture(short)),
    MemoryScene(name: "layout-arena", picture: SampleLayouts.arena.picture(short)),
  ]

  private static let dark = MemoryStyle(theme: .dark)

  private static let short: MemoryStyle = {
    var style = MemoryStyle(theme: .light)
    style.rowLimit = 8
    return style
  }()
}
