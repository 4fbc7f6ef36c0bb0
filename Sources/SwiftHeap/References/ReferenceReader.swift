import HeapModel

/// Reads the references of objects, as their types say where these are.
///
/// What no type covers is searched for addresses of blocks; those references are marked as inferred.
struct ReferenceReader {
  private let image: ProcessImage
  private let table: BlockTable
  let types: SwiftTypes
  private(set) var plans: PlanMaker
  /// What is known of the objects of each metadata.
  private var shapes: [ObjectShape?]
  private var valuePlans: [ValueKey: ReferencePlan?] = [:]
  private var inlineTypes: [UInt64: Bool] = [:]

  private struct ValueKey: Hashable {
    var type: SwiftType
    var path: String
  }

  /// What is not laid out as expected, so that it is searched.
  private let distrusted: Set<LayoutPart>

  init(image: ProcessImage, types: SwiftTypes, table: BlockTable, distrusted: Set<LayoutPart> = []) {
    self.image = image
    self.table = table
    self.types = types
    self.distrusted = distrusted
    plans = PlanMaker(types, distrusted: distrusted)
    shapes = Array(repeating: nil, count: table.metadata.count)
  }

  /// The text of a path.
  func text(of path: PathNames.Number) -> String { plans.paths.texts[Int(path)] }

  /// Goes through the references of a block, in the order of their places.
  mutating func forEachReference(of block: Int, _ body: (FoundReference) -> Void) {
    let address = table.addresses[block]
    let size = Int(table.sizes[block])
    guard let bytes = unsafe image.bytes(at: address, count: size) else { return }
    let object = unsafe ObjectBytes(bytes, at: address)
    let number = table.metadataNumbers[block]
    guard number != BlockTable.plain else {
      search(object, stride(from: 0, to: size & ~7, by: 8), body)
      return
    }
    let shape: ObjectShape
    if let known = shapes[Int(number)] {
      shape = known
    } else {
      shape = makeShape(table.metadata[Int(number)])
      shapes[Int(number)] = shape
    }
    switch shape {
    case .properties(let properties):
      read(properties.plan, in: object, at: 0, .none, .attribute, body)
      if !properties.plan.unknownWords.isEmpty { search(object, properties.plan.unknownWords, body) }
      if let tail = properties.tail { search(object, stride(from: tail, to: size & ~7, by: 8), body) }
    case .array(let elements):
      let count = Int(clamping: object.word(16) ?? 0)
      readElements(elements, in: object, count: count, body)
    case .dictionary(let keys, let values): readDictionary(keys, values, in: object, body)
    case .set(let elements): readSet(elements, in: object, body)
    case .text: break
    case .closure(let closure): readClosure(closure, in: object, body)
    case .box(let plan, let offset):
      read(plan, in: object, at: offset, .none, .cellContents, body)
    case .error: readError(in: object, body)
    case .unknown: search(object, stride(from: 16, to: size & ~7, by: 8), body)
    }
  }

  /// Goes through the references of a value that is in no object of its own.
  ///
  /// - Parameter metadata: the address of its type's metadata.
  mutating func forEachReference(
    ofValueAt address: UInt64, metadata: UInt64, _ body: (FoundReference) -> Void
  ) {
    guard let type = types.type(metadata: metadata), let layout = types.layout(of: type),
      let plan = plan(ofValuesOf: type), let bytes = unsafe image.bytes(at: address, count: layout.size)
    else { return }
    unsafe read(plan, in: ObjectBytes(bytes, at: address), at: 0, .none, .unknown, body)
  }

  /// The references of values of a type, worked out once.
  private mutating func plan(ofValuesOf type: SwiftType, path: String = "") -> ReferencePlan? {
    let key = ValueKey(type: type, path: path)
    if let known = valuePlans[key] { return known }
    let plan = plans.plan(of: type, path: path)
    valuePlans[key] = .some(plan)
    return plan
  }

  // MARK: Shapes

  private mutating func makeShape(_ metadata: (address: UInt64, kind: HeapKind)) -> ObjectShape {
    switch metadata.kind {
    case .context where distrusted.contains(.closures): return .unknown
    case .errorBox where distrusted.contains(.errors): return .unknown
    case .genericBox where distrusted.contains(.boxes): return .unknown
    case .context: return .closure(ClosureShape(metadata.address, in: image))
    case .errorBox: return .error
    case .task, .job, .plainMemory: return .unknown
    case .genericBox:
      guard let type = types.type(metadata: metadata.address),
        case .genericBox(let value) = types.structure(of: type),
        let offset = image.load(metadata.address + 8, as: UInt32.self), let plan = plans.plan(of: value)
      else { return .unknown }
      return .box(plan, offset: Int(offset))
    case .instance: break
    }
    guard let type = types.type(metadata: metadata.address) else { return .unknown }
    if let storage = types.storage(of: type) { return makeShape(storage) ?? .unknown }
    guard !distrusted.contains(.properties), let plan = plans.plan(ofObjects: type) else { return .unknown }
    return .properties(
      PropertyShape(
        plan, tail: types.hasTail(type) ? types.objectLayout(of: type).map { ($0.size + 7) & ~7 } : nil)
    )
  }

  /// The shape of what collections are stored in; `nil` where it is not known or not trusted.
  private mutating func makeShape(_ storage: CollectionStorage) -> ObjectShape? {
    switch storage {
    case .array(let element):
      return distrusted.contains(.arrays) ? nil : makeElements(element).map { .array($0) }
    case .dictionary(let key, let value):
      guard !distrusted.contains(.dictionaries), let keys = makeElements(key),
        let values = makeElements(value)
      else { return nil }
      return .dictionary(keys: keys, values: values)
    case .set(let element):
      return distrusted.contains(.sets) ? nil : makeElements(element).map { .set($0) }
    case .text: return distrusted.contains(.strings) ? nil : .text
    }
  }

  private mutating func makeElements(_ type: SwiftType) -> ElementShape? {
    guard let layout = types.layout(of: type), let plan = plans.plan(of: type) else { return nil }
    return ElementShape(
      type: type, layout: layout, plan: plan, isText: types.name(of: type) == "Swift.String")
  }

  // MARK: Values

  private func label(_ outer: FoundReference.Label, _ path: PathNames.Number) -> FoundReference.Label {
    switch outer {
    case .none: path == 0 ? .none : .path(path)
    case .index(let index): path == 0 ? .index(index) : .element(index, path)
    case .path, .element, .key: outer
    }
  }

  /// Reads the references of a value.
  private mutating func read(
    _ plan: ReferencePlan, in object: ObjectBytes, at base: Int, _ outer: FoundReference.Label,
    _ kind: ReferenceKind,
    _ body: (FoundReference) -> Void, depth: Int = 0
  ) {
    for place in plan.places {
      let offset = base &+ place.offset
      guard let word = object.word(offset) else { continue }
      let name = label(outer, place.path)
      func found(_ address: UInt64, _ strength: ReferenceStrength, isInferred: Bool = false) {
        guard address > 4_096, let target = table.index.block(at: address) else { return }
        body(
          FoundReference(target: target, label: name, kind: kind, strength: strength, isInferred: isInferred))
      }
      switch place.content {
      case .strong: found(word, .strong)
      case .bridged:
        // A string that is small, or lies in the program's own memory, leads to no object.
        if word >> 61 & 1 == 0 {
          found(word & 0x00FF_FFFF_FFFF_FFF8, .strong)
        }
      case .unowned: found(word, .unowned)
      case .unmanaged: found(word, .unmanaged)
      case .weak: if word > 4_096, let target = image.word(word) { found(target, .weak) }
      case .pointer: found(word, .strong, isInferred: true)
      case .function:
        guard let context = object.word(offset + 8), context > 4_096,
          let target = table.index.block(at: context)
        else { continue }
        // A closure that captures one object has no context of its own: the object stands in its place.
        let isCapture = !isContext(target)
        let path =
          isCapture ? plans.paths.number(of: PathNames.join(text(of: place.path), "captured")) : place.path
        body(
          FoundReference(
            target: target, label: label(outer, path), kind: isCapture ? .capturedVariable : kind,
            strength: .strong,
            isInferred: false))
      case .existential: readExistential(in: object, at: offset, place.path, outer, kind, body, depth: depth)
      case .enumeration(let number):
        let size = plan.enumerations[number].size
        guard let bytes = unsafe object.bytes(offset, size) else { continue }
        guard let index = unsafe plan.enumerations[number].layout.projectedCase(bytes) else {
          search(object, stride(from: offset & ~7, to: offset &+ size, by: 8), body)
          continue
        }
        guard let inner = plan.enumerations[number].cases[index] else { continue }
        let mask = plan.enumerations[number].layout.tagMask
        if mask.contains(where: { $0 != 0 }) {
          // The number of the case lies in bits of the payload, which are taken out of a copy.
          var copy = unsafe Array(bytes)
          for (position, bits) in mask.enumerated() where position < copy.count { copy[position] &= ~bits }
          unsafe copy.withUnsafeBytes {
            unsafe read(inner, in: ObjectBytes($0, at: 0), at: 0, outer, kind, body, depth: depth + 1)
          }
        } else {
          read(inner, in: object, at: offset, outer, kind, body, depth: depth + 1)
        }
      }
    }
  }

  private func isContext(_ block: Int) -> Bool {
    let number = table.metadataNumbers[block]
    return number == BlockTable.plain || table.metadata[Int(number)].kind != .instance
  }

  /// A value whose type stands behind it: in the first three words, or in a box that the first one leads to.
  private mutating func readExistential(
    in object: ObjectBytes, at offset: Int, _ path: PathNames.Number, _ outer: FoundReference.Label,
    _ kind: ReferenceKind, _ body: (FoundReference) -> Void, depth: Int
  ) {
    guard depth < 16, let metadata = object.word(offset + 24), metadata > 4_096 else { return }
    guard isInline(metadata) else {
      if let word = object.word(offset), let target = table.index.block(at: word) {
        body(
          FoundReference(
            target: target, label: label(outer, path), kind: kind, strength: .strong, isInferred: false))
      }
      return
    }
    if let type = types.type(metadata: metadata), let plan = plan(ofValuesOf: type, path: text(of: path)) {
      read(plan, in: object, at: offset, outer, kind, body, depth: depth + 1)
    } else {
      search(object, stride(from: offset, to: offset &+ 24, by: 8), body)
    }
  }

  /// Whether a value of a type is kept in the three words of an existential container, as its witnesses say.
  private mutating func isInline(_ metadata: UInt64) -> Bool {
    if let known = inlineTypes[metadata] { return known }
    let flags = image.word(metadata &- 8).flatMap { image.load($0 &+ 80, as: UInt32.self) }
    let isInline = flags.map { $0 & 0x2_0000 == 0 } ?? false
    inlineTypes[metadata] = isInline
    return isInline
  }

  // MARK: Collections

  private mutating func readElements(
    _ elements: ElementShape, in object: ObjectBytes, count: Int, _ body: (FoundReference) -> Void
  ) {
    guard !elements.plan.isEmpty else { return }
    let first = TypeLayout.rounded(32, to: elements.layout.alignment)
    let stride = elements.layout.stride
    guard stride > 0 else { return }
    for number in 0..<min(count, max(0, object.count - first) / stride) {
      read(elements.plan, in: object, at: first + number * stride, .index(number), .element, body)
    }
  }

  /// `__RawDictionaryStorage`: the scale is the logarithm of the number of buckets, bits say which of them are in use.
  private mutating func readDictionary(
    _ keys: ElementShape, _ values: ElementShape, in object: ObjectBytes, _ body: (FoundReference) -> Void
  ) {
    guard !keys.plan.isEmpty || !values.plan.isEmpty, let scale = object.byte(32), scale < 40,
      let keyPlace = object.word(48), let valuePlace = object.word(56)
    else { return }
    let keyStart = Int(truncatingIfNeeded: keyPlace &- object.address)
    let valueStart = Int(truncatingIfNeeded: valuePlace &- object.address)
    guard keyStart >= 64, valueStart >= 64 || values.layout.size == 0 else { return }
    var order = 0
    object.forEachBit(from: 64, count: 1 << Int(scale)) { bucket in
      let keyOffset = keyStart &+ bucket &* keys.layout.stride
      read(keys.plan, in: object, at: keyOffset, .index(order), .dictionaryKey, body)
      if !values.plan.isEmpty {
        let label =
          text(ofKey: keys, in: object, at: keyOffset).map { FoundReference.Label.key($0) } ?? .index(order)
        read(
          values.plan, in: object, at: valueStart &+ bucket &* values.layout.stride, label, .dictionaryValue,
          body)
      }
      order += 1
    }
  }

  private mutating func readSet(
    _ elements: ElementShape, in object: ObjectBytes, _ body: (FoundReference) -> Void
  ) {
    guard !elements.plan.isEmpty, let scale = object.byte(32), scale < 40, let place = object.word(48)
    else { return }
    let start = Int(truncatingIfNeeded: place &- object.address)
    guard start >= 56 else { return }
    var order = 0
    object.forEachBit(from: 56, count: 1 << Int(scale)) { bucket in
      read(
        elements.plan, in: object, at: start &+ bucket &* elements.layout.stride, .index(order), .element,
        body)
      order += 1
    }
  }

  /// A key as text, where it is a string or a number.
  private func text(ofKey keys: ElementShape, in object: ObjectBytes, at offset: Int) -> String? {
    if keys.isText {
      return StringReader.text(object.word(offset), object.word(offset + 8), in: image, limit: 80)
    }
    guard keys.plan.isEmpty, keys.layout.size <= 8, types.name(of: keys.type).hasPrefix("Swift.Int"),
      let bytes = unsafe object.bytes(offset, keys.layout.size)
    else { return nil }
    var value: UInt64 = 0
    for (position, byte) in unsafe Array(bytes).enumerated() { value |= UInt64(byte) << UInt64(8 * position) }
    let unused = UInt64(64 - 8 * keys.layout.size)
    return "\(Int64(bitPattern: value << unused) >> Int64(unused))"
  }

  // MARK: Closures, boxes and errors

  private mutating func readClosure(
    _ closure: ClosureShape, in object: ObjectBytes, _ body: (FoundReference) -> Void
  ) {
    let arguments = closure.arguments(types) { object.word($0) }
    var offset = closure.firstCapture
    var isKnown = true
    for (number, record) in closure.captures.enumerated() {
      guard let type = types.type(mangledName: record, arguments: arguments),
        let layout = types.layout(of: type)
      else {
        isKnown = false
        break
      }
      offset = TypeLayout.rounded(offset, to: layout.alignment)
      if let plan = plan(ofValuesOf: type) {
        read(
          plan, in: object, at: offset, closure.captures.count > 1 ? .index(number) : .none,
          .capturedVariable, body)
      } else {
        search(
          object, stride(from: offset & ~7, to: min(offset + layout.size, object.count) & ~7, by: 8), body)
      }
      offset += layout.size
    }
    if !isKnown { search(object, stride(from: (offset + 7) & ~7, to: object.count & ~7, by: 8), body) }
  }

  /// A box of the runtime's for errors: the type of the value stands in it, and the value behind.
  private mutating func readError(in object: ObjectBytes, _ body: (FoundReference) -> Void) {
    guard let metadata = object.word(16), let type = types.type(metadata: metadata),
      let layout = types.layout(of: type), let plan = plans.plan(of: type)
    else {
      search(object, stride(from: 16, to: object.count & ~7, by: 8), body)
      return
    }
    read(plan, in: object, at: TypeLayout.rounded(32, to: layout.alignment), .none, .cellContents, body)
  }

  /// Looks for addresses of blocks.
  private func search(_ object: ObjectBytes, _ offsets: some Sequence<Int>, _ body: (FoundReference) -> Void)
  {
    for offset in offsets {
      guard let word = object.word(offset), word > 4_096, let target = table.index.block(at: word) else {
        continue
      }
      body(FoundReference(target: target, label: .none, kind: .unknown, strength: .strong, isInferred: true))
    }
  }
}

/// What is known of the objects of one metadata.
private enum ObjectShape {
  case properties(PropertyShape)
  case array(ElementShape)
  case dictionary(keys: ElementShape, values: ElementShape)
  case set(ElementShape)
  /// Text, which refers to nothing.
  case text
  case closure(ClosureShape)
  case box(ReferencePlan, offset: Int)
  case error
  case unknown
}

// Classes, since to hand out one of the values below takes a count for each array in it.

/// Stored properties.
private final class PropertyShape {
  let plan: ReferencePlan
  /// From where on the rest of the object is to be searched.
  let tail: Int?

  init(_ plan: ReferencePlan, tail: Int?) {
    (self.plan, self.tail) = (plan, tail)
  }
}

/// The elements of a collection.
private final class ElementShape {
  let type: SwiftType
  let layout: TypeLayout
  let plan: ReferencePlan
  let isText: Bool

  init(type: SwiftType, layout: TypeLayout, plan: ReferencePlan, isText: Bool) {
    (self.type, self.layout, self.plan, self.isText) = (type, layout, plan, isText)
  }
}
