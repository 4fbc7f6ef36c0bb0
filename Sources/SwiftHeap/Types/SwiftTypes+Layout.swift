extension SwiftTypes {
  /// How values of a type are laid out.
  ///
  /// That of a class is a pointer; what is in its objects says ``objectLayout(of:)``.
  ///
  /// - Returns: `nil` where it is not known; ``obstacle(to:)`` says why.
  /// - Complexity: O(*n*) in the number of types that it consists of, the first time.
  package func layout(of type: SwiftType) -> TypeLayout? {
    if let known = layouts[type] { return known }
    if obstacles[type] != nil { return nil }
    guard isBound(type) else {
      obstacles[type] = .unbound
      return nil
    }
    guard depth < Self.depthLimit, layoutsInProgress.insert(type).inserted else {
      obstacles[type] = .endless
      return nil
    }
    depth += 1
    let layout = makeLayout(of: type)
    depth -= 1
    layoutsInProgress.remove(type)
    guard let layout, layout.size <= TypeLayout.limit else {
      if obstacles[type] == nil { obstacles[type] = .damaged }
      return nil
    }
    layouts[type] = layout
    obstacles[type] = nil
    return layout
  }

  /// Why the layout of a type is not known.
  package func obstacle(to type: SwiftType) -> LayoutObstacle? { obstacles[type] }

  private func makeLayout(of type: SwiftType) -> TypeLayout? {
    switch structure(of: type) {
    case .nominal(let nominal):
      switch nominal.kind {
      case .classType, .foreignClass: return .object
      case .structure: return structLayout(of: type, nominal)
      case .enumeration: return enumLayout(of: type, nominal)
      }
    case .undeclared:
      guard let record = builtins.record(of: type) else {
        obstacles[type] = .undeclared
        return nil
      }
      return TypeLayout(record)
    case .tuple(let elements):
      return recordLayout(
        of: type, elements.map { ($0.label ?? "", $0.type, true) }, metadata: nil, offsets: nil)
    case .function(let function):
      switch function.convention {
      case .swift: return TypeLayout(size: 16, alignment: 8, extraInhabitants: .pointer(), parts: .function)
      case .thin, .c: return TypeLayout(size: 8, alignment: 8, extraInhabitants: .pointer())
      case .block: return .object
      }
    case .existential(let existential): return existentialLayout(of: existential)
    case .metatype: return TypeLayout(size: 8, alignment: 8, extraInhabitants: .pointer(), parts: .metatype)
    case .existentialMetatype(let instance):
      // The metatype of a metatype has the witness tables of the instance.
      var inner = instance
      while case .existentialMetatype(let next) = structure(of: inner) { inner = next }
      guard case .existential(let existential) = structure(of: inner) else { return nil }
      let count = witnessTableCount(of: existential)
      return TypeLayout(
        size: 8 + 8 * count, alignment: 8, extraInhabitants: .pointer(),
        parts: .existential(ExistentialLayout(kind: .metatype, witnessTableCount: count)))
    case .reference(let ownership, let instance): return referenceLayout(ownership, instance)
    case .builtin(let name): return builtinLayout(of: type, name)
    case .fixedArray(let count, let element): return fixedArrayLayout(of: type, count, element)
    case .box, .genericBox, .errorBox, .task, .job, .closureContext: return .object
    case .pack, .packExpansion, .integer, .parameter, .existentialSelf, .member: return nil
    }
  }

  private func builtinLayout(of type: SwiftType, _ name: String) -> TypeLayout? {
    guard let record = builtins.record(of: type) ?? BuiltinDescriptors.assumed(name) else {
      obstacles[type] = .undeclared
      return nil
    }
    var layout = TypeLayout(record)
    switch name {
    case "NativeObject", "UnknownObject": return .object
    case "BridgeObject":
      layout.parts = .object
      layout.extraInhabitants = .pointer()
    case "RawPointer", "RawUnsafeContinuation", "Job", "Executor", "ImplicitActor":
      layout.extraInhabitants.encoding = .integer(offset: 0, size: 8, first: 0)
    default:
      if name.hasPrefix("Int"), let bits = UInt64(name.dropFirst(3)), bits < 64 {
        layout.extraInhabitants.encoding = .integer(offset: 0, size: layout.size, first: 1 << bits)
      }
    }
    return layout
  }

  private func fixedArrayLayout(of type: SwiftType, _ count: SwiftType, _ element: SwiftType) -> TypeLayout? {
    guard case .integer(let number) = structure(of: count) else { return nil }
    guard let layout = layout(of: element) else {
      obstacles[type] = .unknownPart(name(of: element))
      return nil
    }
    if number <= 0 {
      return TypeLayout(size: 0, alignment: 1, parts: .elements(element, count: 0, stride: layout.stride))
    }
    let (size, isTooLarge) = layout.stride.multipliedReportingOverflow(by: number)
    guard !isTooLarge, size <= TypeLayout.limit else { return nil }
    return TypeLayout(
      size: size, alignment: layout.alignment, extraInhabitants: layout.extraInhabitants,
      isBitwiseTakable: layout.isBitwiseTakable,
      parts: .elements(element, count: number, stride: layout.stride))
  }

  private func referenceLayout(_ ownership: SwiftType.Ownership, _ instance: SwiftType) -> TypeLayout? {
    let wrapped = wrappedType(of: instance)
    let target = wrapped ?? instance
    guard let layout = layout(of: target) else { return nil }
    let parts = TypeLayout.Parts.reference(ownership, target)
    // Where the reference is optional there is one fewer, although they begin with null, which is a value then: the
    // compiler takes an enum's case for it.
    var inhabitants = ExtraInhabitants.pointer()
    if wrapped != nil { inhabitants.count -= 1 }
    switch ownership {
    case .weak:
      let inhabitants = ExtraInhabitants(count: ExtraInhabitants.limit, encoding: .weakExistential)
      return TypeLayout(
        size: layout.size, alignment: 8, extraInhabitants: layout.size > 8 ? inhabitants : .none,
        isBitwiseTakable: false, parts: parts)
    case .unowned, .unmanaged:
      return TypeLayout(size: layout.size, alignment: 8, extraInhabitants: inhabitants, parts: parts)
    }
  }

  // Existential types.

  private func existentialLayout(of existential: SwiftType.ExistentialType) -> TypeLayout {
    let count = witnessTableCount(of: existential)
    if isClassBound(existential) {
      return TypeLayout(
        size: 8 + 8 * count, alignment: 8, extraInhabitants: .pointer(),
        parts: .existential(ExistentialLayout(kind: .classBound, witnessTableCount: count)))
    }
    if isError(existential) {
      return TypeLayout(
        size: 8, alignment: 8, extraInhabitants: .pointer(),
        parts: .existential(ExistentialLayout(kind: .error, witnessTableCount: 0)))
    }
    return TypeLayout(
      size: 32 + 8 * count, alignment: 8, extraInhabitants: .pointer(offset: 24),
      parts: .existential(ExistentialLayout(kind: .opaque, witnessTableCount: count)))
  }

  private func descriptors(of existential: SwiftType.ExistentialType) -> [ContextDescriptor] {
    existential.protocols.compactMap { reference in
      guard case .declared(let address) = reference else { return nil }
      return ContextDescriptor(at: address, in: image)
    }
  }

  /// Protocols that exist for the compiler only have no witness table.
  private func witnessTableCount(of existential: SwiftType.ExistentialType) -> Int {
    descriptors(of: existential).count
  }

  private func isClassBound(_ existential: SwiftType.ExistentialType) -> Bool {
    existential.saysAnyObject || existential.superclass != nil
      || descriptors(of: existential).contains { $0.isClassProtocol }
  }

  private func isError(_ existential: SwiftType.ExistentialType) -> Bool {
    let descriptors = descriptors(of: existential)
    return descriptors.count == 1 && descriptors[0].isErrorProtocol && existential.protocols.count == 1
  }
}

extension TypeLayout {
  init(_ record: BuiltinDescriptors.Record) {
    self.init(
      size: record.size, alignment: record.alignment, stride: max(record.stride, 1),
      extraInhabitants: ExtraInhabitants(count: record.extraInhabitantCount, encoding: .unknown),
      isBitwiseTakable: record.isBitwiseTakable)
  }
}
