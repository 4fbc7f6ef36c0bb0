import Foundation
import SwiftHeap
import Synchronization
import Testing

/// All types that the images of this process declare, as far as they have no generic parameters.
struct DeclaredTypeTests {
  private struct Declared {
    var descriptor: UInt64
    var type: Any.Type
  }

  /// Asks each descriptor for its metadata, as programs do.
  private static func declared() throws -> [Declared] {
    let frozen = try FrozenTypes()
    typealias Accessor = @convention(c) (Int) -> Int
    return frozen.types.declaredTypes.compactMap { descriptor -> Declared? in
      guard let flags = frozen.image.load(descriptor, as: UInt32.self), flags & 0x80 == 0,
        let accessor = frozen.image.relative(descriptor + 12)
      else { return nil }
      let function = unsafeBitCast(Int(accessor), to: Accessor.self)
      return Declared(descriptor: descriptor, type: unsafeBitCast(function(0), to: Any.Type.self))
    }
  }

  @Test func `all declared types have the runtime's name and size, with and without metadata`() throws {
    let declared = try Self.declared()
    #expect(declared.count > 1500)
    let names = declared.map { _typeName($0.type, qualified: true) }
    for withoutMetadata in [false, true] {
      let frozen = try FrozenTypes()
      frozen.types.ignoresMetadata = withoutMetadata
      for (entry, name) in zip(declared, names) {
        let runtime = RuntimeLayout(entry.type)
        guard let type = frozen.type(entry.type) else {
          Issue.record("no type \(name)")
          continue
        }
        #expect(frozen.types.name(of: type) == name)
        guard let layout = frozen.types.layout(of: type) else {
          Issue.record("no layout of \(name): \(frozen.types.obstacle(to: type) as Any)")
          continue
        }
        #expect(layout.size == runtime.size, "\(name)")
        #expect(layout.stride == runtime.stride, "\(name)")
        #expect(layout.alignment == runtime.alignment, "\(name)")
        #expect(layout.extraInhabitants.count == runtime.extraInhabitants, "\(name)")
        #expect(layout.isBitwiseTakable == runtime.isBitwiseTakable, "\(name)")
      }
    }
  }

  @Test func `the types of all stored properties are what the runtime says`() throws {
    let declared = try Self.declared()
    // What the runtime finds must be in the process when it is frozen.
    var expected: [UInt64: Any.Type] = [:]
    for entry in declared {
      for name in FieldNames.all(ofDescriptor: entry.descriptor) {
        let pointer = UnsafePointer<UInt8>(bitPattern: UInt(name))!
        // Of types that cannot be copied the runtime says that they are `()`.
        guard pointer[0] != 9 else { continue }
        let length = FieldNames.length(of: pointer)
        expected[name] = _getTypeByMangledNameInContext(
          pointer, UInt(length), genericContext: UnsafeRawPointer(bitPattern: UInt(entry.descriptor)),
          genericArguments: nil)
      }
    }
    #expect(expected.count > 1500)
    let frozen = try FrozenTypes()
    for (name, expected) in expected {
      guard let type = frozen.types.type(mangledName: name, length: nil, arguments: []) else {
        Issue.record("no type for \(expected)")
        continue
      }
      // Of weak properties the runtime gives the optional type.
      var bare = type
      if case .reference(_, let instance) = frozen.types.structure(of: type) { bare = instance }
      #expect(frozen.types.name(of: bare) == _typeName(expected, qualified: true))
      #expect(frozen.type(expected) == bare, "\(expected)")
    }
  }

  @Test func `the properties of objects are where the runtime puts them`() throws {
    let declared = try Self.declared()
    let frozen = try FrozenTypes()
    let computed = try FrozenTypes()
    computed.types.ignoresMetadata = true
    var classes = 0
    for entry in declared where entry.type is AnyClass {
      let metadata = UnsafeRawPointer(bitPattern: UInt(metadataAddress(entry.type)))!
      // Classes of other languages have no such metadata.
      guard metadata.load(as: Int.self) != 0x203, let type = frozen.type(entry.type) else { continue }
      classes += 1
      let layout = try #require(frozen.types.objectLayout(of: type), "\(entry.type)")
      #expect(layout.size == Int(metadata.load(fromByteOffset: 24, as: UInt32.self)), "\(entry.type)")
      guard let same = computed.type(entry.type), let other = computed.types.objectLayout(of: same) else {
        Issue.record("no computed layout of \(entry.type)")
        continue
      }
      #expect(other.size == layout.size, "\(entry.type)")
      #expect(other.properties.map(\.offset) == layout.properties.map(\.offset), "\(entry.type)")
      #expect(other.properties.map(\.name) == layout.properties.map(\.name), "\(entry.type)")
    }
    #expect(classes > 250)
  }
}

/// The mangled names in field records.
private enum FieldNames {
  static func all(ofDescriptor address: UInt64) -> [UInt64] {
    func relative(_ address: UInt64) -> UInt64? {
      let pointer = UnsafeRawPointer(bitPattern: UInt(address))!
      let offset = pointer.load(as: Int32.self)
      return offset == 0 ? nil : UInt64(Int64(address) + Int64(offset))
    }
    guard let fields = relative(address + 16) else { return [] }
    let count = UnsafeRawPointer(bitPattern: UInt(fields + 12))!.load(as: UInt32.self)
    return (0..<UInt64(count)).compactMap { relative(fields + 16 + 12 * $0 + 4) }
  }

  static func length(of name: UnsafePointer<UInt8>) -> Int {
    var position = 0
    while name[position] != 0 { position += name[position] < 0x18 ? 5 : name[position] < 0x20 ? 9 : 1 }
    return position
  }
}
