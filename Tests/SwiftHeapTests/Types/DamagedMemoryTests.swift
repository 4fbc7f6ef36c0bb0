import SwiftHeap
import Testing

/// Memory in which some bytes were changed.
private final class DamagedMemory: MemorySource {
  let image: ProcessImage
  let seed: UInt64
  /// Of how many bytes one is changed.
  let rate: UInt64

  init(_ image: ProcessImage, seed: UInt64, rate: UInt64) {
    self.image = image
    self.seed = seed
    self.rate = rate
  }

  func read(_ address: UInt64, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard let bytes = image.bytes(at: address, count: buffer.count) else { return 0 }
    buffer.copyMemory(from: bytes)
    var generator = SplitMix(state: seed ^ address)
    var place = Int(generator.next() % (2 * rate))
    while place < buffer.count {
      buffer[place] = UInt8(truncatingIfNeeded: generator.next())
      place += 1 + Int(generator.next() % (2 * rate))
    }
    return buffer.count
  }
}

struct DamagedMemoryTests {
  @Test(arguments: [(1, 40), (2, 150), (3, 600), (4, 600), (5, 3_000)])
  func `damaged memory yields types or none, and never a crash`(seed: UInt64, rate: UInt64) throws {
    _ = sampleTypes.map { RuntimeLayout($0) }
    let frozen = try FrozenTypes()
    let images = ExecutableImage.all(in: frozen.image)
    let source = DamagedMemory(frozen.image, seed: seed, rate: rate)
    let damaged = ProcessImage(regions: frozen.image.regions, source: source, isOwnProcess: false)
    let types = SwiftTypes(image: damaged, images: images)
    var found = 0
    for type in sampleTypes {
      guard let type = types.type(metadata: metadataAddress(type)) else { continue }
      found += 1
      _ = types.name(of: type)
      if let layout = types.layout(of: type), case .enumeration(let enumeration) = layout.parts {
        let bytes = [UInt8](repeating: 0x5A, count: min(layout.size, 4_096))
        _ = bytes.withUnsafeBytes { enumeration.projectedCase($0) }
      }
      _ = types.objectLayout(of: type)
    }
    #expect(found > 0 || rate < 100)
  }

  @Test func `what is no metadata is no type`() throws {
    let frozen = try FrozenTypes()
    var looked = 0
    for region in frozen.image.regions where region.permissions.contains(.read) {
      var place = region.range.lowerBound
      let step = max((region.range.upperBound - place) / 4_000 & ~7, 8)
      while place + 8 <= region.range.upperBound {
        looked += 1
        if let type = frozen.types.type(metadata: place) {
          _ = frozen.types.name(of: type)
          _ = frozen.types.layout(of: type)
        }
        place += step
      }
    }
    #expect(looked > 50_000)
    #expect(frozen.types.type(metadata: 0) == nil)
    #expect(frozen.types.type(metadata: .max) == nil)
    #expect(frozen.types.type(metadata: .max & ~7) == nil)
    #expect(frozen.types.type(mangledName: 0, arguments: []) == nil)
    #expect(frozen.types.type(mangledName: .max, length: 12, arguments: []) == nil)
  }
}
