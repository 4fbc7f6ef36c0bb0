extension SwiftTypes {
  /// The type that a mangled name says, as it stands in the records of fields and captures.
  ///
  /// - Parameters:
  ///   - address: where the name is.
  ///   - length: how many bytes it has; `nil` where a zero byte ends it.
  ///   - arguments: what the generic parameters of the outermost depth stand for.
  /// - Returns: `nil` where it is no name, or a type in it cannot be told.
  /// - Complexity: O(*n*) in the length of the name, the first time.
  package func type(mangledName address: UInt64, length: Int? = nil, arguments: [SwiftType] = [])
    -> SwiftType?
  {
    type(mangledName: address, length: length, in: GenericEnvironment(arguments: arguments))
  }

  /// The same for a name in the descriptor of a nominal type, whose parameters, of every depth, are as in an instance.
  package func type(
    mangledName address: UInt64, length: Int? = nil, in nominal: SwiftType.NominalType
  ) -> SwiftType? {
    type(mangledName: address, length: length, in: environment(of: nominal))
  }

  /// The type that a mangled name says with its generic parameters left open.
  ///
  /// - Returns: `nil` where there is no name that makes sense.
  package func openType(mangledName address: UInt64) -> SwiftType? {
    parsedType(mangledName: address, length: nil)
  }

  func type(mangledName address: UInt64, length: Int?, in environment: GenericEnvironment) -> SwiftType? {
    guard let parsed = parsedType(mangledName: address, length: length) else { return nil }
    return bind(parsed, environment)
  }

  /// The type with its generic parameters left open.
  func parsedType(mangledName address: UInt64, length: Int?) -> SwiftType? {
    guard length == nil else { return parse(MangledName(at: address, length: length, in: image)) }
    if let known = parsedNames[address] { return known }
    parsedNames[address] = .some(nil)
    let parsed = parse(MangledName(at: address, length: nil, in: image))
    parsedNames[address] = parsed
    return parsed
  }

  /// The type of a mangled name that is a text, without references.
  package func type(mangledText text: some StringProtocol) -> SwiftType? { parsedType(text: text.utf8) }

  /// The same for letters.
  func parsedType(text: some Sequence<UInt8>) -> SwiftType? { parse(MangledName(text: text)) }

  private func parse(_ name: MangledName?) -> SwiftType? {
    guard let name else { return nil }
    return nested {
      var parser = MangledTypeParser(name, types: self)
      return parser.parse()
    }
  }

  /// A protocol by its qualified name.
  func `protocol`(named name: String) -> SwiftType.ProtocolReference {
    declarations.protocol(named: name).map { .declared($0) } ?? .undeclared(name)
  }

  /// A type by its qualified name.
  func nominal(named name: String, arguments: [SwiftType]) -> SwiftType? {
    if let address = declarations.type(named: name),
      let descriptor = ContextDescriptor(at: address, in: image),
      let found = nominal(descriptor, arguments: arguments)
    {
      return found
    }
    return type(.undeclared(name: name, arguments: arguments))
  }

  /// `any Error`.
  var errorType: SwiftType {
    type(.existential(SwiftType.ExistentialType(protocols: [`protocol`(named: "Swift.Error")])))
  }
}
