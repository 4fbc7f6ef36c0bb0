extension SwiftTypes {
  func enumLayout(of type: SwiftType, _ nominal: SwiftType.NominalType) -> TypeLayout? {
    guard let descriptor = ContextDescriptor(at: nominal.descriptor, in: image),
      let payloadCount = descriptor.payloadCaseCount, let emptyCount = descriptor.emptyCaseCount
    else { return nil }
    let witnesses = metadata(of: type).flatMap { ValueWitnesses(ofMetadata: $0, in: image) }
    let record = builtins.record(ofDescriptor: nominal.descriptor)
    guard let fields = fields(of: descriptor), fields.records.count == payloadCount + emptyCount else {
      if let witnesses { return TypeLayout(witnesses) }
      if let record {
        var layout = TypeLayout(record)
        if layout.size >= 8 { layout.parts = .unknown }
        return layout
      }
      obstacles[type] = .undeclared
      return nil
    }
    let environment = environment(of: nominal)
    var cases: [EnumLayout.Case] = []
    var payloads: [TypeLayout] = []
    for (number, record) in fields.records.enumerated() {
      let payload = record.typeName.flatMap { self.type(mangledName: $0, length: nil, in: environment) }
      cases.append(EnumLayout.Case(name: record.name, payload: payload, isIndirect: record.isIndirect))
      guard number < payloadCount else { continue }
      guard let layout = record.isIndirect ? .object : payload.flatMap({ self.layout(of: $0) }) else {
        if let witnesses { return TypeLayout(witnesses) }
        obstacles[type] = .unknownPart(record.name)
        return nil
      }
      payloads.append(layout)
    }
    let enumeration = EnumLayout(cases: cases, payloadCaseCount: payloadCount, strategy: .single)
    var layout: TypeLayout
    switch payloadCount {
    case 0: layout = numberLayout(enumeration)
    case 1: layout = singlePayloadLayout(enumeration, payloads[0])
    default:
      let mask = fields.isFixedMultiPayload ? builtins.spareBits(ofDescriptor: nominal.descriptor) : nil
      layout = multiPayloadLayout(enumeration, payloads, mask: mask)
      if mask != nil, let size = witnesses?.size ?? record?.size, size != layout.size {
        // Values that cannot be moved by copying them do without, although the bits are noted.
        layout = multiPayloadLayout(enumeration, payloads, mask: nil)
      }
      if let record, witnesses == nil { layout.adopt(record) }
    }
    if let witnesses {
      // Where the file that says which bits are free is gone, the cases cannot be told.
      if payloadCount > 1, layout.size != witnesses.size, !witnesses.isPlain { layout.parts = .unknown }
      layout.adopt(witnesses)
    }
    return layout
  }

  private func numberLayout(_ base: EnumLayout) -> TypeLayout {
    var enumeration = base
    let count = base.cases.count
    guard count > 1 else { return TypeLayout(size: 0, alignment: 1, parts: .enumeration(enumeration)) }
    let size = count <= 1 << 8 ? 1 : count <= 1 << 16 ? 2 : 4
    enumeration.strategy = .number(size: size)
    let unused = min((1 << (8 * size)) - count, ExtraInhabitants.limit)
    return TypeLayout(
      size: size, alignment: size,
      extraInhabitants: ExtraInhabitants(
        count: unused, encoding: .integer(offset: 0, size: size, first: UInt64(count))),
      parts: .enumeration(enumeration))
  }

  private func singlePayloadLayout(_ base: EnumLayout, _ payload: TypeLayout) -> TypeLayout {
    var enumeration = base
    let emptyCount = base.cases.count - 1
    let used = min(payload.extraInhabitants.count, emptyCount)
    let tagSize = EnumLayout.tagSize(
      payloadSize: payload.size, emptyCases: emptyCount - used, payloadCases: 1
    ).size
    enumeration.strategy = .singlePayload(size: payload.size, payload.extraInhabitants, tagSize: tagSize)
    return TypeLayout(
      size: payload.size + tagSize, alignment: payload.alignment,
      extraInhabitants: tagSize > 0 ? .none : payload.extraInhabitants.dropping(emptyCount),
      isBitwiseTakable: payload.isBitwiseTakable, parts: .enumeration(enumeration))
  }

  private func multiPayloadLayout(_ base: EnumLayout, _ payloads: [TypeLayout], mask: [UInt8]?) -> TypeLayout
  {
    var enumeration = base
    let payloadSize = payloads.map(\.size).max() ?? 0
    let alignment = payloads.map(\.alignment).max() ?? 1
    let isBitwiseTakable = payloads.allSatisfy(\.isBitwiseTakable)
    let emptyCount = base.cases.count - payloads.count
    guard var mask, mask.contains(where: { $0 != 0 }), payloadSize <= 1 << 20, isBitwiseTakable else {
      let (tagSize, tagCount) = EnumLayout.tagSize(
        payloadSize: payloadSize, emptyCases: emptyCount, payloadCases: payloads.count)
      enumeration.strategy = .tagged(payloadSize: payloadSize, tagSize: tagSize)
      let unused = tagSize >= 4 ? ExtraInhabitants.limit : (1 << (8 * tagSize)) - tagCount
      return TypeLayout(
        size: payloadSize + tagSize, alignment: alignment,
        extraInhabitants: ExtraInhabitants(
          count: unused, encoding: .countingDown(offset: payloadSize, size: tagSize)),
        isBitwiseTakable: isBitwiseTakable, parts: .enumeration(enumeration))
    }
    mask = Array(mask.prefix(payloadSize)) + [UInt8](repeating: 0, count: max(payloadSize - mask.count, 0))
    let spareCount = mask.reduce(0) { $0 + $1.nonzeroBitCount }
    let usedCount = 8 * payloadSize - spareCount
    var tagCount = payloads.count
    if emptyCount > 0 {
      tagCount += usedCount >= 32 ? 1 : (emptyCount + (1 << usedCount) - 1) >> usedCount
    }
    let tagBitCount = EnumLayout.mask(forCount: tagCount).nonzeroBitCount
    let extraBitCount = max(tagBitCount - spareCount, 0)
    let extraTagSize = extraBitCount == 0 ? 0 : extraBitCount <= 8 ? 1 : extraBitCount <= 16 ? 2 : 4
    let bits = SpareBits(mask: mask, tagBitCount: tagBitCount, extraTagSize: extraTagSize)
    enumeration.strategy = .spareBits(bits)
    let totalBitCount = spareCount + 8 * extraTagSize
    let unused = totalBitCount >= 32 ? ExtraInhabitants.limit : (1 << totalBitCount) - tagCount
    return TypeLayout(
      size: payloadSize + extraTagSize, alignment: alignment,
      extraInhabitants: ExtraInhabitants(
        count: min(unused, ExtraInhabitants.limit), encoding: .spareBits(bits)),
      isBitwiseTakable: isBitwiseTakable, parts: .enumeration(enumeration))
  }
}

extension TypeLayout {
  /// Takes what the compiler noted for true.
  mutating func adopt(_ record: BuiltinDescriptors.Record) {
    size = record.size
    alignment = record.alignment
    stride = max(record.stride, 1)
    isBitwiseTakable = record.isBitwiseTakable
    if extraInhabitants.count != record.extraInhabitantCount {
      extraInhabitants = ExtraInhabitants(count: record.extraInhabitantCount, encoding: .unknown)
    }
  }
}
