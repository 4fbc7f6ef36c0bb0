/// Works out where values and objects hold references.
struct PlanMaker {
  let types: SwiftTypes
  var paths = PathNames()
  /// Parts whose values are to be searched.
  private let distrusted: Set<LayoutPart>

  init(_ types: SwiftTypes, distrusted: Set<LayoutPart> = []) {
    (self.types, self.distrusted) = (types, distrusted)
  }

  /// The references in a value.
  mutating func plan(of type: SwiftType, path: String = "") -> ReferencePlan? {
    var plan = ReferencePlan()
    guard add(type, at: 0, path: path, to: &plan) else { return nil }
    return plan
  }

  /// The references in the stored properties of an object, those of the classes above it included.
  ///
  /// Words that belong to no property whose type is known are to be searched.
  mutating func plan(ofObjects type: SwiftType) -> ReferencePlan? {
    guard let layout = types.objectLayout(of: type) else { return nil }
    var plan = ReferencePlan()
    var known = [Bool](repeating: false, count: max(layout.size / 8, 2))
    known[0] = true
    known[1] = true
    var next: SwiftType? = type
    var height = 0
    while let current = next, height < 64, let layout = types.objectLayout(of: current) {
      for property in layout.properties {
        guard let propertyType = property.type, let value = types.layout(of: propertyType),
          add(propertyType, at: property.offset, path: Self.written(property.name), to: &plan)
        else { continue }
        Self.mark(&known, property.offset..<property.offset + max(value.size, 0))
      }
      next = layout.superclass
      height += 1
    }
    // Padding between properties holds nothing that anybody put there.
    let told = Set(plan.places.filter(\.isReference).map(\.offset))
    plan.unknownWords = known.indices.filter { !known[$0] }.map { $0 * 8 }.filter { !told.contains($0) }
    return plan
  }

  private static func mark(_ known: inout [Bool], _ range: Range<Int>) {
    let words = (range.lowerBound / 8..<(range.upperBound + 7) / 8).clamped(to: known.indices)
    for word in words { known[word] = true }
  }

  /// More references than these in one value are searched for.
  private static let placeLimit = 1 << 16

  /// Adds the references of a value in another one.
  ///
  /// - Returns: whether the value's type is known through and through.
  mutating func add(_ type: SwiftType, at offset: Int, path: String, to plan: inout ReferencePlan) -> Bool {
    guard let layout = types.layout(of: type), plan.places.count < Self.placeLimit else { return false }
    func place(_ content: ReferencePlan.Content) {
      plan.places.append(ReferencePlan.Place(offset: offset, content: content, path: paths.number(of: path)))
    }
    switch layout.parts {
    case .reference(.weak, _) where distrusted.contains(.weakReferences): return false
    case .reference where distrusted.contains(.unownedReferences): return false
    case .function where distrusted.contains(.closures): return false
    case .existential where distrusted.contains(.existentials): return false
    case .enumeration where distrusted.contains(.enumerations) && types.wrappedType(of: type) == nil:
      return false
    case .unknown: return false
    case .opaque:
      if case .builtin(let name) = types.structure(of: type), name == "RawPointer" { place(.pointer) }
    case .object:
      if case .builtin("BridgeObject") = types.structure(of: type) { place(.bridged) } else { place(.strong) }
    case .reference(.weak, _): place(.weak)
    case .reference(.unowned, _): place(.unowned)
    case .reference(.unmanaged, _): place(.unmanaged)
    case .function: place(.function)
    case .metatype: break
    case .properties(let properties):
      var isKnown = true
      // How the standard library's types are made says nothing to whoever uses them.
      let isHidden = isOfStandardLibrary(type)
      for (number, property) in properties.enumerated() {
        let name = isHidden ? "" : property.name.isEmpty ? "\(number)" : Self.written(property.name)
        guard let inner = property.type,
          add(inner, at: offset + property.offset, path: PathNames.join(path, name), to: &plan)
        else {
          isKnown = false
          continue
        }
      }
      return isKnown
    case .elements(let element, let count, let stride):
      let placeCount = plan.places.count
      for number in 0..<count {
        guard add(element, at: offset + number * stride, path: path + "[\(number)]", to: &plan) else {
          return false
        }
        // Elements that hold nothing are all alike.
        if plan.places.count == placeCount { return true }
      }
    case .existential(let existential):
      switch existential.kind {
      case .opaque: place(.existential)
      case .classBound, .error: place(.strong)
      case .metatype: break
      }
    case .enumeration(let enumeration):
      return add(
        enumeration, of: layout.size, optional: types.wrappedType(of: type) != nil,
        isHidden: types.name(of: type).hasPrefix("Swift."), at: offset, path: path, to: &plan)
    }
    return true
  }

  /// A property's name as the program has it: a lazy one is stored under another.
  private static func written(_ name: String) -> String {
    let prefix = "$__lazy_storage_$_"
    return name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
  }

  /// Whether a type is a struct of the module `Swift`, such as `Array` or `String`.
  private func isOfStandardLibrary(_ type: SwiftType) -> Bool {
    guard case .nominal(let nominal) = types.structure(of: type), nominal.kind == .structure else {
      return false
    }
    return types.name(of: type).hasPrefix("Swift.")
  }

  private mutating func add(
    _ layout: EnumLayout, of size: Int, optional: Bool, isHidden: Bool, at offset: Int, path: String,
    to plan: inout ReferencePlan
  ) -> Bool {
    var isKnown = true
    var cases: [ReferencePlan?] = []
    for entry in layout.cases {
      let inner = optional || isHidden ? path : PathNames.join(path, entry.name)
      var references = ReferencePlan()
      if entry.isIndirect {
        references.places.append(
          ReferencePlan.Place(offset: 0, content: .strong, path: paths.number(of: inner)))
      } else if let payload = entry.payload {
        if !add(payload, at: 0, path: inner, to: &references) { isKnown = false }
      }
      cases.append(references.isEmpty ? nil : references)
    }
    guard cases.contains(where: { $0 != nil }) else { return isKnown }
    // An optional reference is the reference or nothing, which reading it finds out.
    if optional, cases.count == 2, let some = cases.compactMap(\.self).first, some.places.count == 1,
      some.enumerations.isEmpty, some.places[0].offset == 0, size == 8
    {
      switch some.places[0].content {
      case .strong, .weak, .unowned, .unmanaged:
        plan.places.append(
          ReferencePlan.Place(offset: offset, content: some.places[0].content, path: some.places[0].path))
        return isKnown
      default: break
      }
    }
    plan.places.append(
      ReferencePlan.Place(
        offset: offset, content: .enumeration(plan.enumerations.count), path: paths.number(of: path)))
    plan.enumerations.append(ReferencePlan.Enumeration(layout: layout, size: size, cases: cases))
    return isKnown
  }
}
