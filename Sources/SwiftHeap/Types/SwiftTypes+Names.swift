extension SwiftTypes {
  /// The name of a type, as the Swift runtime writes it.
  ///
  /// - Parameter qualified: whether names of modules and of the types around stand before names.
  /// - Complexity: O(*n*) in the length of the name, the first time.
  package func name(of type: SwiftType, qualified: Bool = true) -> String {
    let key = NameKey(type: type, isQualified: qualified)
    if let known = names[key] { return known }
    // What is this deep is no type of a program's.
    let name = nested { TypeNamePrinter(types: self, isQualified: qualified).name(of: type) } ?? "…"
    let short =
      name.utf8.count <= TypeNamePrinter.limit ? name : String(name.prefix(TypeNamePrinter.limit)) + "…"
    names[key] = short
    return short
  }

  /// The name of a protocol.
  package func name(of protocol: SwiftType.ProtocolReference, qualified: Bool = true) -> String {
    TypeNamePrinter(types: self, isQualified: qualified).name(of: `protocol`)
  }
}

/// Writes the names of types as `_typeName` does.
private struct TypeNamePrinter {
  let types: SwiftTypes
  let isQualified: Bool

  /// The longest name that is written in full, in bytes.
  static let limit = 1 << 16

  func name(of type: SwiftType) -> String {
    switch types.structure(of: type) {
    case .nominal(let nominal): return name(of: nominal)
    case .undeclared(let name, let arguments):
      return (isQualified ? name : String(name.split(separator: ".").last ?? "")) + list(arguments)
    case .tuple(let elements): return "(" + elements.map(element).joined(separator: ", ") + ")"
    case .function(let function): return name(of: function)
    case .existential(let existential): return name(of: existential)
    case .metatype(let instance):
      return parenthesized(instance) + (isPlainExistential(instance) ? ".Protocol" : ".Type")
    case .existentialMetatype(let instance): return self[instance] + ".Type"
    case .reference(let ownership, let instance):
      switch ownership {
      case .weak: return "weak " + self[instance]
      case .unowned: return "unowned " + self[instance]
      case .unmanaged: return "unowned(unsafe) " + self[instance]
      }
    case .builtin(let name): return isQualified ? "Builtin." + name : name
    case .fixedArray(let count, let element):
      return (isQualified ? "Builtin." : "") + "FixedArray<\(self[count]), \(self[element])>"
    case .box(let fields): return "{ " + fields.map { self[$0] }.joined(separator: ", ") + " }"
    case .pack(let elements): return "Pack{" + elements.map { self[$0] }.joined(separator: ", ") + "}"
    case .packExpansion(let pattern, _): return "repeat " + self[pattern]
    case .integer(let number): return String(number)
    case .parameter(let depth, let index): return parameterName(depth, index)
    case .existentialSelf: return "Self"
    case .member(let base, let name, let reference):
      return self[base] + "." + (reference.map { self.name(of: $0) + "." } ?? "") + name
    case .closureContext: return "closure context"
    case .genericBox(let boxed): return "box of " + self[boxed]
    case .errorBox: return "error box"
    case .task: return "task"
    case .job: return "job"
    }
  }

  private subscript(type: SwiftType) -> String { types.name(of: type, qualified: isQualified) }

  private func list(_ arguments: some Collection<SwiftType>) -> String {
    arguments.isEmpty ? "" : "<" + arguments.map { self[$0] }.joined(separator: ", ") + ">"
  }

  /// `A`, `B`, …; with the depth behind it for inner ones.
  private func parameterName(_ depth: Int, _ index: Int) -> String {
    var name = ""
    var rest = index
    repeat {
      name += String(UnicodeScalar(UInt8(65 + rest % 26)))
      rest /= 26
    } while rest > 0
    return depth == 0 ? name : name + String(depth)
  }

  private func element(_ element: SwiftType.TupleElement) -> String {
    (element.label.map { $0 + ": " } ?? "") + modified(element)
      + (element.modifiers.contains(.variadic) ? "..." : "")
  }

  private func modified(_ element: SwiftType.TupleElement) -> String {
    var prefix = ""
    if element.modifiers.contains(.sending) { prefix += "sending " }
    if element.modifiers.contains(.isolated) { prefix += "isolated " }
    if element.modifiers.contains(.passedInout) { prefix += "inout " }
    if element.modifiers.contains(.shared) { prefix += "__shared " }
    if element.modifiers.contains(.owned) { prefix += "__owned " }
    if element.modifiers.contains(.noDerivative) { prefix += "@noDerivative " }
    if element.modifiers.contains(.constant) { prefix += "_const " }
    return prefix + self[element.type]
  }

  private func name(of function: SwiftType.FunctionType) -> String {
    var name = ""
    switch function.convention {
    case .swift: break
    case .block: name += "@convention(block) "
    case .thin: name += "@convention(thin) "
    case .c: name += "@convention(c) "
    }
    if let actor = function.globalActor { name += "@" + self[actor] + " " }
    if function.attributes.contains(.isolatedAny) { name += "@isolated(any) " }
    if function.attributes.contains(.nonisolatedNonsending) { name += "nonisolated(nonsending) " }
    switch function.differentiability {
    case 1: name += "@differentiable(_forward) "
    case 2: name += "@differentiable(reverse) "
    case 3: name += "@differentiable "
    case 4: name += "@differentiable(_linear) "
    default: break
    }
    if function.attributes.contains(.sendable) { name += "@Sendable " }
    name += "(" + function.parameters.map(element).joined(separator: ", ") + ")"
    if function.attributes.contains(.async) { name += " async" }
    if function.attributes.contains(.throws) {
      name += " throws" + (function.thrownError.map { "(" + self[$0] + ")" } ?? "")
    }
    name += " -> "
    if function.attributes.contains(.sendingResult) { name += "sending " }
    return name + self[function.result]
  }

  private func name(of existential: SwiftType.ExistentialType) -> String {
    var parts = existential.superclass.map { [self[$0]] } ?? []
    parts += existential.protocols.map { self.name(of: $0) }
    if existential.saysAnyObject { parts.append(isQualified ? "Swift.AnyObject" : "AnyObject") }
    let name = parts.isEmpty ? "Any" : parts.joined(separator: " & ")
    if existential.requirements.isEmpty { return name }
    return "any " + name + "<" + existential.requirements.map(text).joined(separator: ", ") + ">"
  }

  private func text(_ requirement: SwiftType.Requirement) -> String {
    switch requirement {
    case .sameType(let subject, let other): self[subject] + " == " + self[other]
    case .conformance(let subject, let reference): self[subject] + ": " + name(of: reference)
    case .superclass(let subject, let other): self[subject] + ": " + self[other]
    // The runtime names the module even where it leaves out all others.
    case .inverse(let subject, 0): self[subject] + ": ~Swift.Copyable"
    case .inverse(let subject, 1): self[subject] + ": ~Swift.Escapable"
    case .inverse(let subject, let number): self[subject] + ": ~Swift.<bit \(number)>"
    case .other: "_"
    }
  }

  private func isPlainExistential(_ type: SwiftType) -> Bool {
    switch types.structure(of: type) {
    case .existential(let existential): existential.requirements.isEmpty
    case .existentialMetatype: true
    default: false
    }
  }

  private func parenthesized(_ type: SwiftType) -> String {
    let isSimple: Bool
    switch types.structure(of: type) {
    case .function, .pack, .packExpansion, .reference: isSimple = false
    case .existential(let existential):
      let count = existential.protocols.count + (existential.saysAnyObject ? 1 : 0)
      isSimple = existential.requirements.isEmpty && existential.superclass == nil && count <= 1
    default: isSimple = true
    }
    return isSimple ? self[type] : "(" + self[type] + ")"
  }

  // Declarations.

  func name(of reference: SwiftType.ProtocolReference) -> String {
    switch reference {
    case .undeclared(let name): return isQualified ? name : String(name.split(separator: ".").last ?? "")
    case .declared(let address):
      guard let descriptor = ContextDescriptor(at: address, in: types.image) else {
        return "<unknown protocol>"
      }
      return name(of: descriptor, arguments: [])
    }
  }

  private func name(of nominal: SwiftType.NominalType) -> String {
    guard let descriptor = ContextDescriptor(at: nominal.descriptor, in: types.image) else {
      return "<unknown type>"
    }
    return name(of: descriptor, arguments: nominal.arguments)
  }

  private func name(of descriptor: ContextDescriptor, arguments: [SwiftType]) -> String {
    var path: [ContextDescriptor] = []
    var next: ContextDescriptor? = descriptor
    while let here = next, path.count < 64 {
      path.append(here)
      next = here.parent
    }
    var name = ""
    var used = 0
    /// The arguments for the parameters that a context adds to those around it.
    func taken(_ context: ContextDescriptor) -> String {
      guard let count = types.signature(of: context)?.parameters.count, count > used, used < arguments.count
      else { return "" }
      let taken = arguments[used..<min(count, arguments.count)]
      used = count
      return list(taken)
    }
    for (number, context) in path.reversed().enumerated() {
      let isLast = number == path.count - 1
      let before = name.isEmpty ? "" : name + "."
      switch context.kind {
      case .module: name = context.name ?? ""
      case .extension:
        // The extended type takes the place of the module.
        let extended =
          types.extendedDescriptor(of: context).map { self.name(of: $0, arguments: []) } ?? "<unknown>"
        name = "(extension in \(name)):" + extended + taken(context)
      case .anonymous, .opaqueType:
        name = before + "(unknown context at $\(String(context.address, radix: 16)))"
      case .protocol, .class, .structure, .enumeration:
        let own = (context.name ?? "<unnamed>") + taken(context)
        name = isQualified || !isLast ? before + own : own
      }
    }
    return name
  }
}
