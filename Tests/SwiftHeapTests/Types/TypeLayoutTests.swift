import SwiftHeap
import Testing

/// What the runtime says about a type: from its value witnesses and metadata.
struct RuntimeLayout {
  var size: Int
  var stride: Int
  var alignment: Int
  var extraInhabitants: Int
  var isBitwiseTakable: Bool

  init(_ type: Any.Type) {
    let metadata = UnsafeRawPointer(bitPattern: UInt(metadataAddress(type)))!
    let table = (metadata - 8).load(as: UnsafeRawPointer.self)
    size = table.load(fromByteOffset: 64, as: Int.self)
    stride = table.load(fromByteOffset: 72, as: Int.self)
    let flags = table.load(fromByteOffset: 80, as: UInt32.self)
    alignment = Int(flags & 0xFF) + 1
    isBitwiseTakable = flags & 0x10_0000 == 0
    extraInhabitants = Int(table.load(fromByteOffset: 84, as: UInt32.self))
  }
}

struct TypeLayoutTests {
  @Test func `sizes are those of the value witnesses`() throws {
    let expected = (sampleTypes + unnamedTypes).map { RuntimeLayout($0) }
    let frozen = try FrozenTypes()
    for (type, runtime) in zip(sampleTypes + unnamedTypes, expected) {
      guard let found = frozen.type(type), let layout = frozen.types.layout(of: found) else {
        Issue.record(
          "no layout of \(type): \(frozen.type(type).flatMap { frozen.types.obstacle(to: $0) } as Any)")
        continue
      }
      #expect(layout.size == runtime.size, "\(type)")
      #expect(layout.stride == runtime.stride, "\(type)")
      #expect(layout.alignment == runtime.alignment, "\(type)")
      #expect(layout.extraInhabitants.count == runtime.extraInhabitants, "\(type)")
      #expect(layout.isBitwiseTakable == runtime.isBitwiseTakable, "\(type)")
    }
  }

  @Test func `sizes are computed alike where there are no metadata`() throws {
    let expected = (sampleTypes + unnamedTypes).map { RuntimeLayout($0) }
    let frozen = try FrozenTypes()
    frozen.types.ignoresMetadata = true
    for (type, runtime) in zip(sampleTypes + unnamedTypes, expected) {
      guard let found = frozen.type(type), let layout = frozen.types.layout(of: found) else {
        Issue.record("no layout of \(type)")
        continue
      }
      #expect(layout.size == runtime.size, "\(type)")
      #expect(layout.stride == runtime.stride, "\(type)")
      #expect(layout.alignment == runtime.alignment, "\(type)")
      #expect(layout.extraInhabitants.count == runtime.extraInhabitants, "\(type)")
      #expect(layout.isBitwiseTakable == runtime.isBitwiseTakable, "\(type)")
    }
  }
}
