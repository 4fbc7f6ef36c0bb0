/// The generic parameters of a context, its own and those of the contexts around it, as `ABI/GenericContext.h` in Swift
/// describes them.
struct GenericSignature {
  enum ParameterKind: UInt8 {
    case type = 0
    case pack = 1
    case value = 2
  }

  struct Parameter {
    var kind: ParameterKind
    /// Whether metadata has an argument for it; else it is the same type as another.
    var isKey: Bool
  }

  /// What is required of the parameters: `mangled name of a parameter == mangled name of a type`, and the like.
  struct Requirement {
    var kind: UInt32
    var parameter: UInt64
    var type: UInt64?
    static let sameType: UInt32 = 1
  }

  let parameters: [Parameter]
  let requirements: [Requirement]
  /// The number of different lengths that packs have, which stand before the arguments in metadata.
  let shapeCount: Int
  /// For each pack among the key parameters: which of the lengths it has.
  let packShapes: [Int]

  /// The most parameters that are believed.
  static let limit = 256

  init?(of context: ContextDescriptor, in image: ProcessImage) {
    guard let header = context.genericHeader,
      let parameterCount = image.load(header, as: UInt16.self), parameterCount <= Self.limit,
      let requirementCount = image.load(header &+ 2, as: UInt16.self), requirementCount <= 1024,
      let flags = image.load(header &+ 6, as: UInt16.self)
    else { return nil }
    var place = header &+ 8
    var parameters: [Parameter] = []
    for _ in 0..<parameterCount {
      guard let byte = image.load(place, as: UInt8.self), let kind = ParameterKind(rawValue: byte & 63) else {
        return nil
      }
      parameters.append(Parameter(kind: kind, isKey: byte & 0x80 != 0))
      place &+= 1
    }
    place = (place &+ 3) & ~3
    var requirements: [Requirement] = []
    for _ in 0..<requirementCount {
      guard let flags = image.load(place, as: UInt32.self), let parameter = image.relative(place &+ 4) else {
        return nil
      }
      let kind = flags & 31
      let hasType = kind == Requirement.sameType || kind == 2
      requirements.append(
        Requirement(kind: kind, parameter: parameter, type: hasType ? image.relative(place &+ 8) : nil))
      place &+= 12
    }
    var shapes: [Int] = []
    var shapeCount = 0
    if flags & 1 != 0 {
      guard let packCount = image.load(place, as: UInt16.self), packCount <= Self.limit * 4,
        let count = image.load(place &+ 2, as: UInt16.self), count <= Self.limit
      else { return nil }
      place &+= 4
      shapeCount = Int(count)
      for _ in 0..<packCount {
        guard let kind = image.load(place, as: UInt16.self),
          let shape = image.load(place &+ 4, as: UInt16.self)
        else { return nil }
        // Packs of witness tables come behind those of types.
        if kind == 0 { shapes.append(Int(shape)) }
        place &+= 8
      }
    }
    self.parameters = parameters
    self.requirements = requirements
    self.shapeCount = shapeCount
    packShapes = shapes
  }
}

/// What generic parameters stand for.
struct GenericEnvironment: Hashable {
  /// The arguments, those of the outermost context first.
  var arguments: [SwiftType]
  /// How many parameters there are up to each depth; only the depth 0 is known where it is empty.
  var levels: [Int] = []

  /// The argument for a parameter.
  func argument(depth: Int, index: Int) -> SwiftType? {
    guard depth >= 0, index >= 0 else { return nil }
    let (start, end): (Int, Int)
    if levels.isEmpty {
      guard depth == 0 else { return nil }
      (start, end) = (0, arguments.count)
    } else {
      guard depth < levels.count else { return nil }
      (start, end) = (depth == 0 ? 0 : levels[depth - 1], min(levels[depth], arguments.count))
    }
    return index < end - start ? arguments[start + index] : nil
  }
}
