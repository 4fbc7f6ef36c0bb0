/// The types of a process, as its metadata and its images describe them.
///
/// Everything is decoded from bytes, so that it does not matter whose they are; nothing of the Swift runtime is called.
/// Where the bytes make no sense, the answer is `nil`.
package final class SwiftTypes {
  let image: ProcessImage
  let images: [ExecutableImage]

  // Every structure has one number, so that types are equal where their numbers are.
  private var structures: [SwiftType.Structure] = []
  private var isBound: [Bool] = []
  private var numbers: [SwiftType.Structure: SwiftType] = [:]

  /// The types of metadata that were looked at; those that could not be read are there as well, as `nil`.
  var typesOfMetadata: [UInt64: SwiftType?] = [:]
  /// The metadata of types, as far as they were seen.
  var metadataOfTypes: [SwiftType: UInt64] = [:]
  /// Mangled names that were parsed.
  var parsedNames: [UInt64: SwiftType?] = [:]
  /// Descriptors that were looked at; what is none is there as well, as `nil`.
  var typeDescriptors: [UInt64: ContextDescriptor?] = [:]
  var signatures: [UInt64: GenericSignature?] = [:]
  var levels: [UInt64: [Int]] = [:]
  var names: [NameKey: String] = [:]
  var layouts: [SwiftType: TypeLayout] = [:]
  var objectLayouts: [SwiftType: ObjectLayout] = [:]
  /// Types whose layout is not known, and why.
  var obstacles: [SwiftType: LayoutObstacle] = [:]
  /// Types whose layout is being computed.
  var layoutsInProgress: Set<SwiftType> = []
  var fieldDescriptors: [UInt64: FieldDescriptor?] = [:]
  /// Whether layouts are computed even where metadata say them, to try that.
  package var ignoresMetadata = false
  /// How deep what calls itself has gone.
  var depth = 0
  /// How deep that may go.
  static let depthLimit = 100

  lazy var declarations = DeclarationIndex(images: images, in: image) { [unowned self] in
    extendedDescriptor(of: $0)
  }
  lazy var builtins = BuiltinDescriptors(images: images, types: self)
  lazy var associatedTypes = AssociatedTypes(images: images)
  lazy var accessorNames = AccessorNames(images: images)
  lazy var optionalDescriptor = declarations.type(named: "Swift.Optional")

  /// Reads nothing yet.
  package init(image: ProcessImage, images: [ExecutableImage]) {
    self.image = image
    self.images = images
  }

  /// The descriptors of all types that the images declare.
  ///
  /// - Complexity: O(*n*) in their number.
  package var declaredTypes: [UInt64] { declarations.typeDescriptors() }

  struct NameKey: Hashable {
    var type: SwiftType
    var isQualified: Bool
  }

  /// What a type is made of.
  package func structure(of type: SwiftType) -> SwiftType.Structure { structures[Int(type.number)] }

  /// Whether no generic parameter is left open in a type.
  package func isBound(_ type: SwiftType) -> Bool { isBound[Int(type.number)] }

  /// The type that has a structure.
  ///
  /// - Complexity: O(*n*) in the size of the structure, without what it consists of.
  package func type(_ structure: SwiftType.Structure) -> SwiftType {
    if let known = numbers[structure] { return known }
    let new = SwiftType(number: Int32(structures.count))
    isBound.append(containsNoParameter(structure))
    structures.append(structure)
    numbers[structure] = new
    return new
  }

  private func containsNoParameter(_ structure: SwiftType.Structure) -> Bool {
    switch structure {
    case .parameter, .member, .existentialSelf: false
    case .nominal(let nominal): nominal.arguments.allSatisfy(isBound)
    case .undeclared(_, let arguments), .pack(let arguments), .box(let arguments):
      arguments.allSatisfy(isBound)
    case .tuple(let elements): elements.allSatisfy { isBound($0.type) }
    case .function(let function):
      function.parameters.allSatisfy { isBound($0.type) } && isBound(function.result)
        && (function.thrownError.map(isBound) ?? true) && (function.globalActor.map(isBound) ?? true)
    case .existential(let existential):
      (existential.superclass.map(isBound) ?? true) && existential.requirements.allSatisfy(isBound)
    case .metatype(let type), .existentialMetatype(let type), .reference(_, let type), .genericBox(let type):
      isBound(type)
    case .fixedArray(let count, let element): isBound(count) && isBound(element)
    case .packExpansion(let pattern, let count): isBound(pattern) && isBound(count)
    case .builtin, .integer, .closureContext, .errorBox, .task, .job: true
    }
  }

  /// `Self` is no parameter that anyone could bind.
  private func isBound(_ requirement: SwiftType.Requirement) -> Bool {
    switch requirement {
    case .sameType(let subject, let other), .superclass(let subject, let other):
      isBoundConstraint(subject) && isBoundConstraint(other)
    case .conformance(let subject, _), .inverse(let subject, _): isBoundConstraint(subject)
    case .other: true
    }
  }

  private func isBoundConstraint(_ type: SwiftType) -> Bool {
    switch structure(of: type) {
    case .existentialSelf: true
    case .member(let base, _, _): isBoundConstraint(base)
    default: isBound(type)
    }
  }

  /// `()`.
  var emptyTuple: SwiftType { type(.tuple([])) }
  /// `Any`.
  var anyType: SwiftType { type(.existential(SwiftType.ExistentialType())) }

  /// The type of the value that an optional may have; `nil` where a type is no optional.
  package func wrappedType(of type: SwiftType) -> SwiftType? {
    guard case .nominal(let nominal) = structure(of: type), nominal.kind == .enumeration,
      nominal.arguments.count == 1,
      nominal.descriptor == optionalDescriptor
    else { return nil }
    return nominal.arguments[0]
  }

  func optional(_ wrapped: SwiftType) -> SwiftType {
    guard let optionalDescriptor else {
      return type(.undeclared(name: "Swift.Optional", arguments: [wrapped]))
    }
    return type(
      .nominal(
        SwiftType.NominalType(kind: .enumeration, descriptor: optionalDescriptor, arguments: [wrapped])))
  }

  /// Does something that may end up here again, unless that went on for too long.
  func nested<Result>(_ body: () -> Result?) -> Result? {
    guard depth < Self.depthLimit else { return nil }
    depth += 1
    defer { depth -= 1 }
    return body()
  }
}
