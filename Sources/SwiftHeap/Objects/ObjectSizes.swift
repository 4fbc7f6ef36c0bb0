/// How many bytes objects take, by their types and what stands in them, whatever the allocator gave.
struct ObjectSizes {
  private let image: ProcessImage
  private let types: SwiftTypes
  private var rules: [UInt64: Rule] = [:]
  private var last: (metadata: UInt64, rule: Rule) = (0, .unknown)

  /// How the size of one metadata's objects is told.
  private enum Rule {
    case fixed(Int)
    /// Elements from an offset on, as many as the capacity says.
    case array(first: Int, stride: Int)
    /// Buckets behind a pointer to the last of the parts.
    case buckets(pointer: Int, stride: Int)
    case text
    /// A value behind its type.
    case error
    case unknown
  }

  /// No object is believed to be larger, in bytes.
  private static let limit = 1 << 40

  init(image: ProcessImage, types: SwiftTypes) {
    (self.image, self.types) = (image, types)
  }

  /// The bytes of an object; `nil` where they cannot be told.
  ///
  /// - Complexity: O(1), but for the first object of a type.
  mutating func size(of address: UInt64, metadata: UInt64, kind: HeapKind) -> Int? {
    let size: Int?
    switch rule(of: metadata, kind) {
    case .fixed(let bytes): size = bytes
    case .array(let first, let stride):
      // The capacity is counted in twos: the lowest bit says whether the elements are bridged.
      guard let count = image.word(address &+ 16), let capacity = image.word(address &+ 24).map({ $0 >> 1 }),
        count <= capacity
      else { return nil }
      size = Self.size(first, Int(exactly: capacity), stride)
    case .buckets(let pointer, let stride):
      guard let scale = image.load(address &+ 32, as: UInt8.self), scale < 40,
        let place = image.word(address &+ UInt64(pointer)), place >= address
      else { return nil }
      size = Self.size(Int(truncatingIfNeeded: place &- address), 1 << Int(scale), stride)
    case .text:
      // The capacity counts the zero byte at the end.
      size = image.word(address &+ 16).map { 32 + Int($0 & 0xFFFF_FFFF_FFFF) }
    case .error:
      guard let value = image.word(address &+ 16), let type = types.type(metadata: value),
        let layout = types.layout(of: type)
      else { return nil }
      size = TypeLayout.rounded(32, to: layout.alignment) + layout.size
    case .unknown: size = nil
    }
    guard let size, size >= 16, size <= Self.limit else { return nil }
    return size
  }

  /// Whether objects are the storage of collections or strings.
  mutating func areCollections(metadata: UInt64, kind: HeapKind) -> Bool {
    switch rule(of: metadata, kind) {
    case .array, .buckets, .text: true
    case .fixed, .error, .unknown: false
    }
  }

  private mutating func rule(of metadata: UInt64, _ kind: HeapKind) -> Rule {
    if metadata != last.metadata {
      let rule = rules[metadata] ?? makeRule(metadata, kind)
      rules[metadata] = rule
      last = (metadata, rule)
    }
    return last.rule
  }

  private static func size(_ first: Int, _ count: Int?, _ stride: Int) -> Int? {
    guard let count, first >= 0, first <= limit, count <= limit, stride <= limit else { return nil }
    let (bytes, isTooLarge) = count.multipliedReportingOverflow(by: stride)
    return isTooLarge || bytes > limit ? nil : first + bytes
  }

  private func makeRule(_ metadata: UInt64, _ kind: HeapKind) -> Rule {
    switch kind {
    case .context: return contextSize(metadata).map { .fixed($0) } ?? .unknown
    case .genericBox:
      guard let type = types.type(metadata: metadata),
        case .genericBox(let value) = types.structure(of: type), let layout = types.layout(of: value),
        let offset = image.load(metadata &+ 8, as: UInt32.self), offset < 4_096
      else { return .unknown }
      return .fixed(Int(offset) + layout.size)
    case .errorBox: return .error
    case .task, .job, .plainMemory: return .unknown
    case .instance: break
    }
    if let type = types.type(metadata: metadata) {
      if let storage = types.storage(of: type) { return rule(for: storage) ?? .unknown }
      if types.hasTail(type) { return .unknown }
    }
    // `instanceSize` of the class metadata.
    return image.load(metadata &+ 24, as: UInt32.self).map { .fixed(Int($0)) } ?? .unknown
  }

  private func rule(for storage: CollectionStorage) -> Rule? {
    switch storage {
    case .array(let element):
      types.layout(of: element).map {
        .array(first: TypeLayout.rounded(32, to: $0.alignment), stride: $0.stride)
      }
    case .dictionary(let key, let value):
      if let keys = types.layout(of: key), let values = types.layout(of: value) {
        values.size == 0
          ? .buckets(pointer: 48, stride: keys.stride) : .buckets(pointer: 56, stride: values.stride)
      } else {
        nil
      }
    case .set(let element): types.layout(of: element).map { .buckets(pointer: 48, stride: $0.stride) }
    case .text: .text
    }
  }

  private func contextSize(_ metadata: UInt64) -> Int? {
    let shape = ClosureShape(metadata, in: image)
    guard !shape.captures.isEmpty else { return nil }
    var offset = shape.firstCapture
    for record in shape.captures {
      guard let type = types.type(mangledName: record), let layout = types.layout(of: type) else {
        return nil
      }
      offset = TypeLayout.rounded(offset, to: layout.alignment) + layout.size
    }
    return offset
  }
}
