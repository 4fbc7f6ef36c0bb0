/// What a closure's context holds, as its capture descriptor says.
///
/// After `HeapLocalVariableMetadata` and `CaptureDescriptor` of the Swift ABI.
struct ClosureShape {
  /// The addresses of the captures' mangled types.
  private(set) var captures: [UInt64] = []
  /// Where the first capture may lie; what its type's alignment adds comes on top.
  private(set) var firstCapture = 16
  /// Which generic parameters the context says what they are, and where.
  private var bindings: [(parameter: UInt64, word: Int)] = []

  /// Larger numbers of generic parameters are damage.
  private static let parameterLimit = 512

  init(_ metadata: UInt64, in image: ProcessImage) {
    guard let offset = image.load(metadata + 8, as: UInt32.self), offset >= 16, offset < 4_096,
      let descriptor = image.word(metadata + 16), descriptor > 4_096,
      let captureCount = image.load(descriptor, as: UInt32.self), captureCount < 4_096,
      let sourceCount = image.load(descriptor + 4, as: UInt32.self), sourceCount < 4_096
    else { return }
    firstCapture = Int(offset)
    for number in 0..<UInt64(captureCount) {
      guard let name = image.relative(descriptor + 12 + 4 * number) else { return }
      captures.append(name)
    }
    let sources = descriptor + 12 + 4 * UInt64(captureCount)
    for number in 0..<UInt64(sourceCount) {
      guard let parameter = image.relative(sources + 8 * number),
        let place = image.relative(sources + 8 * number + 4), let source = image.text(place)
      else { continue }
      // `B0_`: the first word of the context's bindings is the metadata.
      guard source.hasPrefix("B") else { continue }
      let index = Int(source.dropFirst().prefix { $0.isNumber }) ?? 0
      guard index < Self.parameterLimit else { continue }
      bindings.append((parameter, 16 + 8 * index))
    }
  }

  /// What the generic parameters are in one context.
  func arguments(_ types: SwiftTypes, word: (Int) -> UInt64?) -> [SwiftType] {
    var arguments: [SwiftType] = []
    for (name, place) in bindings {
      guard let parameter = types.openType(mangledName: name),
        case .parameter(0, let index) = types.structure(of: parameter),
        index < Self.parameterLimit,
        let metadata = word(place), let type = types.type(metadata: metadata)
      else { continue }
      while arguments.count < index { arguments.append(parameter) }
      if arguments.count == index { arguments.append(type) } else { arguments[index] = type }
    }
    return arguments
  }
}
