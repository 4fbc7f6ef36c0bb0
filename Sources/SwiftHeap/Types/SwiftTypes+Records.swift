// Layouts of structs, tuples and objects: parts one behind the other.

extension SwiftTypes {
  typealias Part = (name: String, type: SwiftType?, isVariable: Bool)

  /// The records of the stored properties or cases of a type.
  func fields(of descriptor: ContextDescriptor) -> FieldDescriptor? {
    if let known = fieldDescriptors[descriptor.address] { return known }
    let found = descriptor.fieldCount.flatMap { count in
      descriptor.fields.flatMap { FieldDescriptor(at: $0, expectedCount: count, in: image) }
    }
    fieldDescriptors[descriptor.address] = .some(found)
    return found
  }

  private func parts(of nominal: SwiftType.NominalType, _ records: [FieldRecord]) -> [Part] {
    let environment = environment(of: nominal)
    return records.map { record in
      (
        record.name, record.typeName.flatMap { type(mangledName: $0, length: nil, in: environment) },
        record.isVariable
      )
    }
  }

  func structLayout(of type: SwiftType, _ nominal: SwiftType.NominalType) -> TypeLayout? {
    guard let descriptor = ContextDescriptor(at: nominal.descriptor, in: image) else { return nil }
    let metadata = metadata(of: type)
    let record = builtins.record(ofDescriptor: nominal.descriptor)
    guard let fields = fields(of: descriptor), !fields.records.isEmpty else {
      // Nothing is said of the properties, or there are none.
      if let metadata, let witnesses = ValueWitnesses(ofMetadata: metadata, in: image) {
        return TypeLayout(witnesses)
      }
      if let record { return TypeLayout(record) }
      if let like = rawLayout(of: nominal, descriptor) { return like }
      if descriptor.fieldCount == 0 { return TypeLayout(size: 0, alignment: 1, parts: .properties([])) }
      obstacles[type] = .undeclared
      return nil
    }
    let parts = parts(of: nominal, fields.records)
    var offsets: [Int]?
    if let metadata, let vector = descriptor.fieldOffsetVectorOffset {
      let start = metadata &+ UInt64(bitPattern: vector)
      let found = parts.indices.compactMap {
        image.load(start &+ 4 &* UInt64($0), as: UInt32.self).map { Int($0) }
      }
      if found.count == parts.count { offsets = found }
    }
    guard var layout = recordLayout(of: type, parts, metadata: metadata, offsets: offsets) else {
      return record.map { TypeLayout($0) }
    }
    if metadata == nil, let record {
      if record.size < layout.size {
        // Members that Swift cannot express are missing, and where the others are cannot be told.
        return TypeLayout(record)
      }
      layout.size = record.size
      layout.stride = max(record.stride, 1)
      layout.alignment = record.alignment
    }
    return layout
  }

  /// Structs that have the size of another type, and nothing else: those that the standard library has.
  private func rawLayout(of nominal: SwiftType.NominalType, _ descriptor: ContextDescriptor) -> TypeLayout? {
    guard nominal.arguments.count == 1, let name = declarations.qualifiedName(of: descriptor) else {
      return nil
    }
    switch name {
    case "Synchronization._Cell":
      guard let layout = layout(of: nominal.arguments[0]) else { return nil }
      let property = StoredProperty(name: "", offset: 0, type: nominal.arguments[0], isVariable: true)
      // The value can change at any time, so that no pattern of its bits can be used.
      return TypeLayout(
        size: layout.size, alignment: layout.alignment, isBitwiseTakable: layout.isBitwiseTakable,
        parts: .properties([property]))
    case "Synchronization.Atomic":
      guard let like = associatedType(named: "AtomicRepresentation", of: nil, in: nominal.arguments[0]),
        let layout = layout(of: like)
      else { return nil }
      let property = StoredProperty(name: "", offset: 0, type: nominal.arguments[0], isVariable: true)
      return TypeLayout(size: layout.size, alignment: layout.alignment, parts: .properties([property]))
    default: return nil
    }
  }

  /// The layout of what has parts one behind the other.
  ///
  /// - Parameters:
  ///   - metadata: the type's metadata, whose size then counts.
  ///   - offsets: the offsets of the parts, where metadata say them.
  func recordLayout(of type: SwiftType, _ parts: [Part], metadata: UInt64?, offsets: [Int]?) -> TypeLayout? {
    let witnesses = (metadata ?? self.metadata(of: type)).flatMap {
      ValueWitnesses(ofMetadata: $0, in: image)
    }
    var properties: [StoredProperty] = []
    var size = 0
    var alignment = 1
    var isBitwiseTakable = true
    var best = ExtraInhabitants.none
    for (number, part) in parts.enumerated() {
      let layout = part.type.flatMap { self.layout(of: $0) }
      guard layout != nil || offsets != nil && witnesses != nil else {
        obstacles[type] = .unknownPart(part.name)
        return nil
      }
      let offset = offsets?[number] ?? TypeLayout.rounded(size, to: layout?.alignment ?? 1)
      properties.append(
        StoredProperty(name: part.name, offset: offset, type: part.type, isVariable: part.isVariable))
      guard let layout else { continue }
      let (end, isTooLarge) = offset.addingReportingOverflow(layout.size)
      guard !isTooLarge, end <= TypeLayout.limit else { return nil }
      size = max(size, end)
      alignment = max(alignment, layout.alignment)
      if !layout.isBitwiseTakable { isBitwiseTakable = false }
      // The first of the parts that have the most.
      if layout.extraInhabitants.count > best.count { best = layout.extraInhabitants.at(offset: offset) }
    }
    var result = TypeLayout(
      size: size, alignment: alignment, extraInhabitants: best, isBitwiseTakable: isBitwiseTakable,
      parts: .properties(properties))
    if let witnesses { result.adopt(witnesses) }
    return result
  }

  /// How objects of a class are laid out.
  ///
  /// - Returns: `nil` where a type is no class, or it is not known.
  /// - Complexity: O(*n*) in the number of properties, the first time.
  package func objectLayout(of type: SwiftType) -> ObjectLayout? {
    if let known = objectLayouts[type] { return known }
    guard isBound(type), case .nominal(let nominal) = structure(of: type), nominal.kind == .classType,
      let descriptor = ContextDescriptor(at: nominal.descriptor, in: image),
      let layout = nested({ makeObjectLayout(of: type, nominal, descriptor) })
    else { return nil }
    objectLayouts[type] = layout
    return layout
  }

  private func makeObjectLayout(
    of type: SwiftType, _ nominal: SwiftType.NominalType, _ descriptor: ContextDescriptor
  ) -> ObjectLayout? {
    let superclass = superclass(of: type)
    let parts = fields(of: descriptor).map { self.parts(of: nominal, $0.records) } ?? []
    if let metadata = metadata(of: type), let size = image.load(metadata &+ 24, as: UInt32.self),
      let mask = image.load(metadata &+ 28, as: UInt16.self)
    {
      var properties: [StoredProperty] = []
      let vector = descriptor.fieldOffsetVectorOffset
      for (number, part) in parts.enumerated() {
        guard let vector,
          let offset = image.word(metadata &+ UInt64(bitPattern: vector) &+ 8 &* UInt64(number)),
          offset <= TypeLayout.limit
        else { return nil }
        properties.append(
          StoredProperty(name: part.name, offset: Int(offset), type: part.type, isVariable: part.isVariable))
      }
      return ObjectLayout(
        superclass: superclass, properties: properties, size: Int(size), alignment: Int(mask) + 1)
    }
    // Without metadata: behind the properties of the class above, which are behind the header.
    var size = 16
    var alignment = 8
    if descriptor.superclassName != nil {
      guard let superclass, let above = objectLayout(of: superclass) else { return nil }
      size = above.size
      alignment = above.alignment
    }
    var properties: [StoredProperty] = []
    for part in parts {
      guard let type = part.type, let layout = layout(of: type) else { return nil }
      // What takes up no room is said to be at the beginning.
      let offset = layout.size == 0 ? 0 : TypeLayout.rounded(size, to: layout.alignment)
      properties.append(
        StoredProperty(name: part.name, offset: offset, type: type, isVariable: part.isVariable))
      size = max(size, offset &+ layout.size)
      alignment = max(alignment, layout.alignment)
      guard size <= TypeLayout.limit else { return nil }
    }
    return ObjectLayout(superclass: superclass, properties: properties, size: size, alignment: alignment)
  }
}

extension TypeLayout {
  init(_ witnesses: ValueWitnesses) {
    self.init(
      size: witnesses.size, alignment: witnesses.alignment, stride: witnesses.stride,
      extraInhabitants: ExtraInhabitants(count: witnesses.extraInhabitantCount, encoding: .unknown),
      isBitwiseTakable: witnesses.isBitwiseTakable, parts: witnesses.isPlain ? .opaque : .unknown)
  }

  /// Takes what metadata say for true.
  mutating func adopt(_ witnesses: ValueWitnesses) {
    size = witnesses.size
    alignment = witnesses.alignment
    stride = witnesses.stride
    isBitwiseTakable = witnesses.isBitwiseTakable
    if extraInhabitants.count != witnesses.extraInhabitantCount {
      extraInhabitants = ExtraInhabitants(count: witnesses.extraInhabitantCount, encoding: .unknown)
    }
  }
}
