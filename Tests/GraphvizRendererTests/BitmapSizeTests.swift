#if Graphviz

  import Foundation
  @testable import GraphvizRenderer
  import Testing

  struct BitmapSizeTests {
    let renderer = GraphvizRenderer()

    /// A graph of one node that is so many inches wide and high.
    private func node(_ width: Double, _ height: Double, _ attributes: String = "") -> String {
      "digraph g { \(attributes) a [shape=box, label=\"\", width=\(width), height=\(height)] }"
    }

    @Test func `a picture wider than a bitmap can be is drawn with fewer dots an inch, and says so`() throws {
      let image = try renderer.render(node(500, 0.5), format: .png)
      let size = try #require(PNGSize(image.bytes))
      #expect((32_700...32_767).contains(size.width))
      #expect((30...45).contains(size.height))
      #expect(
        image.warnings == [
          "a bitmap of 48011 by 59 pixels is too large: drawn with 65 instead of 96 dots an inch;"
            + " svg has no such limit"
        ])
      #expect(try renderer.render(node(0.5, 500), format: .gif).warnings.count == 1)
      #expect(try renderer.render(node(500, 0.5), format: .svg).warnings.isEmpty)
    }

    @Test(arguments: [
      ("", 341, false), ("", 342, true), ("dpi=50", 655, false), ("dpi=50", 656, true),
      ("pad=10", 321, false), ("pad=10", 322, true), ("pad=\"10,1\"", 322, true),
      ("margin=2", 337, false), ("margin=2", 338, true), ("size=\"10,10\"", 500, false),
      ("resolution=50", 656, true), ("rotate=90", 342, true),
    ])
    func `only what is too large is drawn smaller`(_ attributes: String, _ inches: Double, _ isTooLarge: Bool)
      throws
    {
      let image = try renderer.render(node(inches, 0.2, attributes), format: .png)
      #expect(image.warnings.isEmpty == !isTooLarge, "\(image.warnings)")
    }

    @Test func `a bitmap's sides and its pixels in all are limited, and nothing else's`() {
      #expect(ImageFormat.png.bitmapScale(width: 32_767, height: 10) == 1)
      #expect(ImageFormat.png.bitmapScale(width: 10, height: 65_534) == 0.5)
      #expect(ImageFormat.webp.bitmapScale(width: 32_766, height: 10) == 0.5)
      let scale = ImageFormat(rawValue: "gif:gd").bitmapScale(width: 30_000, height: 30_000)
      #expect((0.76..<0.78).contains(scale))
      for format in [ImageFormat.svg, .pdf, .xdot, .plain, "svg:cairo"] {
        #expect(format.bitmapScale(width: 1e9, height: 1e9) == 1)
      }
      #expect(ImageFormat.png.bitmapScale(width: 0, height: 0) == 1)
      #expect(ImageFormat.png.bitmapScale(width: .infinity, height: .nan) == 1)
    }

    #if os(Linux)
      @Test func `nothing is printed of a bitmap that is too large`() async throws {
        let result = try #require(
          await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            for attributes in ["", "pad=3", "margin=2", "dpi=200", "rotate=90", "size=\"400,1\""] {
              for inches in [341.2, 341.25, 341.3, 500] {
                let dot =
                  "digraph g { \(attributes) a [shape=box, label=\"\", width=\(inches), height=0.2] }"
                _ = try GraphvizRenderer().render(dot, format: .png)
              }
            }
          })
        #expect(!String(decoding: result.standardErrorContent, as: UTF8.self).contains("large"))
      }
    #endif
  }

#endif
