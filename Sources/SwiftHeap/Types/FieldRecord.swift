/// A stored property or a case, as reflection metadata describes it.
struct FieldRecord {
  var name: String
  /// Where its mangled type is; `nil` for a case without a payload.
  var typeName: UInt64?
  fileprivate var flags: UInt32

  /// Whether a case's payload is in a box.
  var isIndirect: Bool { flags & 1 != 0 }
  /// Whether a property is a `var`.
  var isVariable: Bool { flags & 2 != 0 }
}

/// The description of the stored properties or cases of a type.
struct FieldDescriptor {
  /// Whether it is of an enum with several payloads whose layout the compiler knew.
  let isFixedMultiPayload: Bool
  let records: [FieldRecord]

  /// The most records that are believed.
  static let limit = 1 << 16

  init?(at address: UInt64, in image: ProcessImage) {
    guard let kind = image.load(address &+ 8, as: UInt16.self), kind <= 8,
      let size = image.load(address &+ 10, as: UInt16.self), size >= 12,
      let count = image.load(address &+ 12, as: UInt32.self), count <= Self.limit
    else { return nil }
    isFixedMultiPayload = kind == 3
    var records: [FieldRecord] = []
    for number in 0..<UInt64(count) {
      let place = address &+ 16 &+ number &* UInt64(size)
      guard let flags = image.load(place, as: UInt32.self) else { return nil }
      let name = image.relative(place &+ 8).flatMap { image.text($0) } ?? ""
      records.append(FieldRecord(name: name, typeName: image.relative(place &+ 4), flags: flags))
    }
    self.records = records
  }
}
