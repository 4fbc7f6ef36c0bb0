package import HeapModel

/// Objects of CPython 3.13 on a 64-bit machine, field by field, for tests of tables and pictures.
package enum SampleLayouts {
  private static let nodeType = FieldReference(
    to: Address(rawValue: 0x55d0_1c2a_4b60), typeName: "type", text: "Node", kind: .type)

  private static func field(
    _ offset: Int, _ name: String, _ role: FieldRole, _ value: String? = nil,
    to reference: FieldReference? = nil, bytes size: Int = 8
  ) -> MemoryField {
    MemoryField(
      at: offset, size: ByteCount(size), name: name, role: role, value: value, reference: reference)
  }

  /// The count of references and the type that every object begins with.
  private static func header(_ count: String, _ type: FieldReference) -> [MemoryField] {
    [
      field(0, "ob_refcnt", .header, count),
      field(8, "ob_type", .header, "\(type.target)", to: type),
    ]
  }

  private static func text(_ address: UInt64, _ text: String) -> FieldReference {
    FieldReference(to: Address(rawValue: address), typeName: "str", text: text, kind: .attribute)
  }

  private static let collectorLinks = [
    field(-16, "_gc_next", .preHeader, "0x7f3a5c1e80f0"), field(-8, "_gc_prev", .preHeader, "0x7f3a5c1e7fd0"),
  ]

  /// An instance whose attributes lie behind it, and of which a weak reference exists.
  package static let instance: ObjectLayout = {
    let address = Address(rawValue: 0x7f3a_5c1e_8090)
    let weak = FieldReference(
      to: Address(rawValue: 0x7f3a_5c20_1170), typeName: "weakref", text: "to 'Node'", kind: .internal,
      strength: .unmanaged)
    return ObjectLayout(
      typeName: "Node", address: address, text: "<Node object at 0x7f3a5c1e8090>",
      reportedSize: ByteCount(72),
      blocks: [
        MemoryBlock(
          title: "Node", address: address, offsets: -32..<61, allocatedSize: ByteCount(96),
          fields: [
            field(-32, "weakrefs", .preHeader, "0x7f3a5c201170", to: weak),
            field(-24, "dict", .preHeader, "NULL"),
          ] + collectorLinks + header("2", nodeType) + [
            field(16, "capacity", .bookkeeping, "4", bytes: 1),
            field(17, "size", .bookkeeping, "3", bytes: 1),
            field(18, "embedded", .bookkeeping, "1", bytes: 1),
            field(19, "valid", .bookkeeping, "1", bytes: 1),
            field(24, "name", .slot, "0x7f3a5c2b9e30", to: text(0x7f3a_5c2b_9e30, "'Tree'")),
            field(
              32, "left", .slot, "0x7f3a5c1e8130",
              to: FieldReference(
                to: Address(rawValue: 0x7f3a_5c1e_8130), typeName: "Node", kind: .attribute)),
            field(
              40, "parent", .slot, "0x7f3a5c201230",
              to: FieldReference(
                to: Address(rawValue: 0x7f3a_5c20_1230), typeName: "weakref", text: "to 'Node'",
                kind: .attribute)),
            field(48, "(free)", .unused, "NULL"),
            field(56, "insertion order", .bookkeeping, "0, 1, 2", bytes: 5),
          ])
      ])
  }()

  /// An instance of a class with slots: no dictionary, no weak references.
  package static let slotted: ObjectLayout = {
    let address = Address(rawValue: 0x7f3a_5c1f_2a30)
    let type = FieldReference(
      to: Address(rawValue: 0x55d0_1c2a_8f10), typeName: "type", text: "Point", kind: .type)
    func int(_ value: Int) -> FieldReference {
      FieldReference(
        to: Address(rawValue: 0x7f3a_5d00_2000 + UInt64(value) * 32), typeName: "int", text: "\(value)",
        kind: .slot)
    }
    return ObjectLayout(
      typeName: "Point", address: address, text: "<Point object at 0x7f3a5c1f2a30>",
      reportedSize: ByteCount(48),
      blocks: [
        MemoryBlock(
          title: "Point", address: address, offsets: -16..<32, allocatedSize: ByteCount(48),
          fields: collectorLinks + header("1", type) + [
            field(16, "a", .slot, "0x7f3a5d002060", to: int(3)),
            field(24, "b", .slot, "0x7f3a5d002080", to: int(4)),
          ])
      ])
  }()

  /// A list, whose items lie in a block of their own with room for more.
  package static let list: ObjectLayout = {
    let address = Address(rawValue: 0x7f3a_5c1f_4d80)
    let items = Address(rawValue: 0x7f3a_5c1b_6680)
    let type = FieldReference(
      to: Address(rawValue: 0x55d0_1b9c_e4a0), typeName: "type", text: "list", kind: .type)
    let nested = FieldReference(to: address, typeName: "list", text: "[…]", kind: .element)
    return ObjectLayout(
      typeName: "list", address: address, text: "3 items", reportedSize: ByteCount(88),
      blocks: [
        MemoryBlock(
          title: "list", address: address, offsets: -16..<40, allocatedSize: ByteCount(64),
          fields: collectorLinks + header("1", type) + [
            field(16, "ob_size", .bookkeeping, "3"),
            field(24, "ob_item", .reference, "\(items)", to: FieldReference(to: items, kind: .internal)),
            field(32, "allocated", .bookkeeping, "4"),
          ]),
        MemoryBlock(
          title: "items", address: items, offsets: 0..<32, allocatedSize: ByteCount(32),
          fields: [
            field(0, "[0]", .slot, "0x7f3a5c2b9e30", to: text(0x7f3a_5c2b_9e30, "'Tree'")),
            field(8, "[1]", .slot, "0x7f3a5c2b9e70", to: text(0x7f3a_5c2b_9e70, "'Bush'")),
            field(16, "[2]", .slot, "\(address)", to: nested),
            field(24, "[3]", .unused, "NULL"),
          ]),
      ])
  }()

  /// A dictionary with its table of keys.
  package static let dictionary: ObjectLayout = {
    let address = Address(rawValue: 0x7f3a_5c21_0040)
    let keys = Address(rawValue: 0x7f3a_5c19_c300)
    let type = FieldReference(
      to: Address(rawValue: 0x55d0_1b9c_d000), typeName: "type", text: "dict", kind: .type)
    func int(_ value: Int) -> FieldReference {
      FieldReference(
        to: Address(rawValue: 0x7f3a_5d00_2000 + UInt64(value) * 32), typeName: "int", text: "\(value)",
        kind: .dictionaryValue)
    }
    return ObjectLayout(
      typeName: "dict", address: address, text: "{'a': 3, 'b': 4}", reportedSize: ByteCount(184),
      blocks: [
        MemoryBlock(
          title: "dict", address: address, offsets: -16..<48, allocatedSize: ByteCount(64),
          fields: collectorLinks + header("1", type) + [
            field(16, "ma_used", .bookkeeping, "2"), field(24, "_ma_watcher_tag", .bookkeeping, "0"),
            field(32, "ma_keys", .reference, "\(keys)", to: FieldReference(to: keys, kind: .internal)),
            field(40, "ma_values", .reference, "NULL"),
          ]),
        MemoryBlock(
          title: "keys", address: keys, offsets: 0..<120, allocatedSize: ByteCount(128),
          fields: [
            field(0, "dk_refcnt", .bookkeeping, "1"), field(8, "dk_log2_size", .bookkeeping, "3", bytes: 1),
            field(9, "dk_log2_index_bytes", .bookkeeping, "3", bytes: 1),
            field(10, "dk_kind", .bookkeeping, "unicode", bytes: 1),
            field(12, "dk_version", .bookkeeping, "0", bytes: 4),
            field(16, "dk_usable", .bookkeeping, "3"), field(24, "dk_nentries", .bookkeeping, "2"),
            field(32, "dk_indices", .bookkeeping, "0 · · 1 · · · ·"),
            field(40, "key 0", .slot, "0x7f3a5c2ba010", to: text(0x7f3a_5c2b_a010, "'a'")),
            field(48, "value 0", .slot, "0x7f3a5d002060", to: int(3)),
            field(56, "key 1", .slot, "0x7f3a5c2ba050", to: text(0x7f3a_5c2b_a050, "'b'")),
            field(64, "value 1", .slot, "0x7f3a5d002080", to: int(4)),
            field(72, "3 free entries", .unused, bytes: 48),
          ]),
      ])
  }()

  /// An object of so many fields, each with a reference to an object of its own.
  package static func wide(_ count: Int) -> ObjectLayout {
    let address = Address(rawValue: 0x10_0000)
    return ObjectLayout(
      typeName: "tuple", address: address, text: "\(count) items",
      blocks: [
        MemoryBlock(
          title: "tuple", address: address, offsets: 0..<count * 8,
          fields: (0..<count).map { position in
            field(
              position * 8, "[\(position)]", .slot, nil,
              to: FieldReference(
                to: Address(rawValue: 0x20_0000 + UInt64(position) * 32), typeName: "int",
                text: "\(position)", kind: .element))
          })
      ])
  }

  /// An arena with pools that are full, used in part, given back, and of no size class.
  package static let arena: ArenaLayout = {
    let address = Address(rawValue: 0x7f3a_5c10_0000)
    var generator = SeededGenerator(seed: 11)
    let pools = (0..<64).map { position in
      let pool = Address(rawValue: address.rawValue + UInt64(position) * 16_384)
      let sizes = [48, 64, 32, 512, 56, 96, 16, 128, 80, 256, 48, 64, 176]
      guard position < 18, position != 7 else {
        return PoolLayout(unusedAt: pool, size: ByteCount(16_384))
      }
      let size = sizes[position % sizes.count] / 16 * 16
      let count = (16_384 - 48) / size
      let reach = position < 5 ? count : count * (1 + (position * 7) % 10) / 10
      let density = [100, 95, 70, 100, 85, 20, 50][position % 7]
      let blocks = (0..<count).map { block in
        block >= reach
          ? PoolLayout.BlockUse.untouched
          : Int.random(in: 0..<100, using: &generator) < density ? .used : .freed
      }
      return PoolLayout(
        address: pool, size: ByteCount(16_384), headerSize: ByteCount(48), blockSize: ByteCount(size),
        blocks: blocks)
    }
    return ArenaLayout(title: "arena 0", address: address, size: ByteCount(1 << 20), pools: pools)
  }()
}
