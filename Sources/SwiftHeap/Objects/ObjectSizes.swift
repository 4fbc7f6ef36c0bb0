/// How many bytes objects take, by their types and what stands in them, whatever the allocator gave.
struct ObjectSizes {
  private let image: ProcessImage
  private let types: SwiftTypes
  private var rules: [UInt64: Rule] = [:]

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
    let rule: Rule
    if let known = rules[metadata] {
      rule = known
    } else {
      rule = makeRule(metadata, kind)
      rules[metadata] = rule
    }
    let size: Int?
    switch rule {
    case .fixed(let bytes): size = bytes
    case .array(let first, let stride):
      // The capacity is counted in twos: the lowest bit says whether the elements are bridged.
      size = image.word(address &+ 24).flatMap { Self.size(first, Int(exactly: $0 >> 1), stride) }
    case .buckets(let pointer, let stride):
      guard let scale = image.load(address &+ 32, as: UInt8.self), scale < 40,
        let place = image.word(address &+ UInt64(pointer)), place >= address
      else { return nil }
      size = Self.size(Int(truncatingIfNeeded: place &- address), 1 << Int(scale), stride)
    case .text:
      // The capacity leaves out the zero byte at the end.
      size = image.word(address &+ 16).map { 32 + Int($0 & 0xFFFF_FFFF_FFFF) + 1 }
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

  private static func size(_ first: Int, _ count: Int?, _ stride: Int) -> Int? {
    guard let count, first >= 0, count <= limit, stride <= limit else { return nil }
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
    if let type = types.type(metadata: metadata), case .nominal(let nominal) = types.structure(of: type) {
      let arguments = nominal.arguments.map { types.layout(of: $0) }
      switch types.name(of: type).prefix(while: { $0 != "<" }) {
      case "Swift._ContiguousArrayStorage":
        guard let element = arguments.first ?? nil else { return .unknown }
        return .array(first: TypeLayout.rounded(32, to: element.alignment), stride: element.stride)
      case "Swift._DictionaryStorage":
        guard arguments.count == 2, let keys = arguments[0], let values = arguments[1] else {
          return .unknown
        }
        return values.size == 0
          ? .buckets(pointer: 48, stride: keys.stride) : .buckets(pointer: 56, stride: values.stride)
      case "Swift._SetStorage":
        guard let element = arguments.first ?? nil else { return .unknown }
        return .buckets(pointer: 48, stride: element.stride)
      case "Swift.__StringStorage": return .text
      default: if hasTail(type) { return .unknown }
      }
    }
    // `instanceSize` of the class metadata.
    return image.load(metadata &+ 24, as: UInt32.self).map { .fixed(Int($0)) } ?? .unknown
  }

  private func hasTail(_ type: SwiftType) -> Bool {
    var next: SwiftType? = type
    var height = 0
    while let current = next, height < 64 {
      if types.name(of: current).hasPrefix("Swift.ManagedBuffer<") { return true }
      next = types.objectLayout(of: current)?.superclass
      height += 1
    }
    return false
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
