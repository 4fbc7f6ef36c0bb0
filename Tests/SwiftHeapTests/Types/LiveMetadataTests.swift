import Foundation
import SwiftHeap
import Testing

/// All metadata that this process's memory leads to, generic ones included.
struct LiveMetadataTests {
  /// The types of what words of the program's data are addresses of.
  private static func live(_ frozen: FrozenTypes) -> [(metadata: UInt64, type: SwiftType)] {
    var seen: Set<UInt64> = []
    var result: [(UInt64, SwiftType)] = []
    for number in frozen.image.regions.indices {
      let region = frozen.image.regions[number]
      // Copies of memory that other tests made are not the program's.
      guard region.isWritable, region.range.upperBound - region.range.lowerBound < 64 << 20,
        let bytes = frozen.image.contents(ofRegion: number)
      else { continue }
      bytes.withMemoryRebound(to: UInt64.self) { words in
        for word in words where word & 7 == 0 && word > 4_096 && word < 1 << 47 && seen.insert(word).inserted
        {
          guard let type = frozen.types.type(metadata: word),
            case .nominal = frozen.types.structure(of: type)
          else { continue }
          result.append((word, type))
        }
      }
    }
    return result
  }

  @Test func `sizes and offsets in all metadata are those that are computed without them`() throws {
    // Some generic types of libraries, which exist once they were used.
    let keep: [Any] = [
      JSONEncoder(), try JSONSerialization.jsonObject(with: Data("{\"a\": [1, \"x\", null]}".utf8)),
      ["a": ["b": Set([1, 2])]], Array("text").lazy.map { [$0] }.filter { !$0.isEmpty },
      AttributedString("text"),
      Calendar.current.dateComponents(in: .gmt, from: .now), AnyHashable(UUID()), AnySequence([1, 2]),
      URLComponents(string: "https://example.com/?a=b") as Any, Samples.PackClass(1, "x", true),
      Samples.SizedClass<3, Int8>(1),
    ]
    let frozen = try withExtendedLifetime(keep) { try FrozenTypes() }
    let live = Self.live(frozen)
    #expect(live.count > 500)
    let computed = SwiftTypes(image: frozen.image, images: ExecutableImage.all(in: frozen.image))
    computed.ignoresMetadata = true
    var generic = 0
    for (metadata, type) in live {
      let name = frozen.types.name(of: type)
      guard let same = computed.type(metadata: metadata) else {
        Issue.record("no type \(name)")
        continue
      }
      guard case .nominal(let nominal) = frozen.types.structure(of: type) else { continue }
      if !nominal.arguments.isEmpty { generic += 1 }
      if nominal.kind == .classType {
        guard let layout = frozen.types.objectLayout(of: type) else {
          Issue.record("no layout \(name)")
          continue
        }
        for property in layout.properties where property.type == nil {
          Issue.record("\(name).\(property.name)")
        }
        guard let other = computed.objectLayout(of: same) else {
          Issue.record("no computed layout \(name)")
          continue
        }
        #expect(layout.size == other.size, "\(name)")
        #expect(layout.properties.map(\.offset) == other.properties.map(\.offset), "\(name)")
        continue
      }
      guard let table = frozen.image.word(metadata - 8), let size = frozen.image.word(table + 64),
        let flags = frozen.image.load(table + 80, as: UInt32.self), flags & 0x40_0000 == 0,
        let count = frozen.image.load(table + 84, as: UInt32.self)
      else { continue }
      guard let layout = computed.layout(of: same) else {
        Issue.record("no computed layout \(name)")
        continue
      }
      #expect(layout.size == Int(size), "\(name)")
      // The runtime takes those of the value for those of a cell around it, and so of a mutex; the compiler uses none.
      if !name.hasPrefix("Synchronization.") {
        #expect(layout.extraInhabitants.count == Int(count), "\(name)")
      }
      #expect(layout.isBitwiseTakable == (flags & 0x10_0000 == 0), "\(name)")
    }
    #expect(generic > 100)
  }
}
