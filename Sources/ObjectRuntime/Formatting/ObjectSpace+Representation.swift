extension ObjectSpace {
  /// How deep containers may be nested in a text, as each level takes a part of the stack.
  private static let deepestRepresentation = 200

  /// The text that tells an object, as `repr`: whole, and by the `__repr__` of program classes.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` where a `__repr__` returns no string, `recursionError` for what is
  ///   nested too deeply, and what a `__repr__` raises.
  /// - Complexity: O(*n*) in the text.
  package func representation(of object: ObjectPointer) throws(ObjectError) -> String {
    var text = ""
    var open: [ObjectPointer] = []
    try append(representationOf: object, to: &text, &open)
    return text
  }

  /// The text of an object as its built-in type has it, whatever a program's class has as `__repr__`.
  func builtinRepresentation(of object: ObjectPointer) throws(ObjectError) -> String {
    var text = ""
    var open: [ObjectPointer] = []
    try append(builtinRepresentationOf: object, to: &text, &open)
    return text
  }

  /// The text of an object, as `str`: by the `__str__` of program classes, else as ``representation(of:)``.
  package func string(of object: ObjectPointer) throws(ObjectError) -> String {
    if isSubtype(object.type, type(.string)), !isHeap(object.type) { return object.text }
    if let text = try textByMethod(names.string, of: object) { return text }
    if isSubtype(object.type, type(.string)) { return object.text }
    if isSubtype(object.type, exceptionType(.baseException)) { return exceptionText(object) }
    return try representation(of: object)
  }

  /// What a program class's own method returns; `nil` where it has none.
  private func textByMethod(_ name: ObjectPointer, of object: ObjectPointer) throws(ObjectError) -> String? {
    guard object.plan.body != .type, let method = specialMethod(name, of: object) else { return nil }
    let result = try callMethod(method, on: object, [])
    defer { release(result) }
    guard isSubtype(result.type, type(.string)) else {
      throw ObjectError(.typeError, "\(name.text) returned non-string (type \(nameInErrors(result.type)))")
    }
    return result.text
  }

  func append(
    representationOf object: ObjectPointer, to text: inout String, _ open: inout [ObjectPointer]
  ) throws(ObjectError) {
    if let own = try textByMethod(names.representation, of: object) {
      text += own
      return
    }
    try append(builtinRepresentationOf: object, to: &text, &open)
  }

  private func append(
    builtinRepresentationOf object: ObjectPointer, to text: inout String, _ open: inout [ObjectPointer]
  ) throws(ObjectError) {
    let body = object.plan.body
    if isSubtype(object.type, type(.count)) { return text += try countText(object) }
    guard
      body == .list || body == .tuple || body == .dict || body == .set || body == .deque || isShell(object)
    else {
      text += try plainRepresentation(of: object)
      return
    }
    let isInside = open.contains(object)
    guard open.count < Self.deepestRepresentation else {
      throw ObjectError(
        .recursionError, "maximum recursion depth exceeded while getting the repr of an object")
    }
    object.retain()
    defer { release(object) }
    open.append(object)
    defer { open.removeLast() }
    if try append(collection: object, isInside, to: &text, &open) { return }
    switch body {
    case .list:
      if isInside { return text += "[...]" }
      try append(items(of: object), between: "[", "]", to: &text, &open)
    case .tuple:
      if isInside { return text += "(...)" }
      if let prefixes = structPrefixes(of: object) {
        let start = qualifiedName(of: object.type) + "("
        return try append(items(of: object), prefixes, between: start, ")", to: &text, &open)
      }
      try append(items(of: object), between: "(", object.itemCount == 1 ? ",)" : ")", to: &text, &open)
    case .dict:
      if isInside { return text += "{...}" }
      try append(entriesOf: object, to: &text, &open)
    case .record: try append(shell: object, isInside, to: &text, &open)
    default:
      let name = typeName(object.type)
      if isInside { return text += "\(name)(...)" }
      let elements = elements(of: object)
      if elements.isEmpty { return text += "\(name)()" }
      let isPlain = object.type == type(.set)
      try append(elements, between: isPlain ? "{" : "\(name)({", isPlain ? "}" : "})", to: &text, &open)
    }
  }

  func append(
    _ elements: [ObjectPointer], _ prefixes: [String] = [], between start: String, _ end: String,
    to text: inout String, _ open: inout [ObjectPointer]
  ) throws(ObjectError) {
    // What a `__repr__` does may let elements go.
    for element in elements { element.retain() }
    defer { for element in elements { release(element) } }
    text += start
    for (index, element) in elements.enumerated() {
      if index > 0 { text += ", " }
      if index < prefixes.count { text += prefixes[index] }
      try append(representationOf: element, to: &text, &open)
    }
    text += end
  }

  /// The text of an object that holds no others that its text shows, whatever its class is called.
  private func plainRepresentation(of object: ObjectPointer) throws(ObjectError) -> String {
    if object.type == type(.int) { return try writtenText(of: object) }
    if object.plan.body == .byteArray {
      return "\(typeName(object.type))(\(quotedBytes(object, limit: .max / 8)))"
    }
    guard isHeap(object.type), let kind = valueType(of: object.type) else {
      return describe(object, limit: .max / 8)
    }
    switch kind {
    case .int: return try writtenText(of: object)
    case .float: return floatText(object.doubleValue)
    case .complex: return complexText(object)
    case .string: return quoted(object, limit: .max / 8)
    default: return quotedBytes(object, limit: .max / 8)
    }
  }

  /// Whether an object's text is its class's name and what it holds.
  private func isShell(_ object: ObjectPointer) -> Bool {
    if object.plan.body != .record { return false }
    let kinds: [BuiltinType] = [.dictKeys, .dictValues, .dictItems, .mappingProxy, .slice, .range]
    if isSubtype(object.type, type(.partial)) || isSubtype(object.type, type(.simpleNamespace)) {
      return true
    }
    return kinds.contains { type($0) == object.type }
      || isSubtype(object.type, exceptionType(.baseException))
  }

  private func append(
    shell object: ObjectPointer, _ isInside: Bool, to text: inout String, _ open: inout [ObjectPointer]
  ) throws(ObjectError) {
    if isInside { return text += "..." }
    let name = typeName(object.type)
    switch object.type {
    case type(.mappingProxy):
      text += name + "("
      if let mapping = object[object: 16] { try append(representationOf: mapping, to: &text, &open) }
      text += ")"
    case type(.slice), type(.range):
      var parts = [16, 24, 32].compactMap { object[object: $0] }
      if object.type == type(.range), parts.last?.integerValue == 1 { parts.removeLast() }
      try append(parts, between: name + "(", ")", to: &text, &open)
    case type(.dictKeys), type(.dictValues), type(.dictItems):
      let elements = try iterate(object)
      defer { for element in elements { release(element) } }
      try append(elements, between: name + "([", "])", to: &text, &open)
    default:
      let arguments = object[object: ExceptionOffset.arguments].map { items(of: $0) } ?? []
      try append(arguments, between: name + "(", ")", to: &text, &open)
    }
  }

  func append(
    entriesOf dict: ObjectPointer, to text: inout String, _ open: inout [ObjectPointer]
  ) throws(ObjectError) {
    text += "{"
    var isFirst = true
    try forEachHeldEntry(of: dict) { (key, value) throws(ObjectError) in
      if !isFirst { text += ", " }
      isFirst = false
      try append(representationOf: key, to: &text, &open)
      text += ": "
      try append(representationOf: value, to: &text, &open)
    }
    text += "}"
  }
}
