extension ObjectSpace {
  /// A short text that tells an object from its like, as its `repr` would begin; no code of a program runs.
  ///
  /// - Parameters:
  ///   - object: the object.
  ///   - limit: the most characters.
  package func describe(_ object: ObjectPointer, limit: Int = 80) -> String {
    var text = ""
    append(object, to: &text, depth: 0, limit: limit)
    return text.count > limit ? text.prefix(limit - 1) + "…" : text
  }

  private func append(_ object: ObjectPointer, to text: inout String, depth: Int, limit: Int) {
    guard text.utf8.count <= 4 * limit else { return }
    let type = object.type
    if isHeap(type), object.plan.body != .type, object.plan.body != .weakReference {
      text += "<\(qualifiedName(of: type)) object at 0x\(String(reportedAddress(of: object), radix: 16))>"
      return
    }
    switch object.plan.body {
    case .list: appendAll(firstItems(of: object, limit), ("[", "]"), to: &text, depth, limit)
    case .tuple:
      let elements = firstItems(of: object, limit)
      appendAll(elements, ("(", elements.count == 1 ? ",)" : ")"), to: &text, depth, limit)
    case .set:
      let elements = elements(of: object)
      let name = typeName(type)
      if elements.isEmpty {
        text += name + "()"
      } else if type == self.type(.set) {
        appendAll(elements, ("{", "}"), to: &text, depth, limit)
      } else {
        appendAll(elements, (name + "({", "})"), to: &text, depth, limit)
      }
    case .dict:
      guard depth < 3 else {
        text += "{...}"
        return
      }
      text += "{"
      var isFirst = true
      for (key, value) in entries(of: object) {
        guard text.utf8.count <= 4 * limit else { break }
        if !isFirst { text += ", " }
        isFirst = false
        append(key, to: &text, depth: depth + 1, limit: limit)
        text += ": "
        append(value, to: &text, depth: depth + 1, limit: limit)
      }
      text += "}"
    case .type: text += "<class '\(qualifiedName(of: object))'>"
    default: text += describeOther(object, depth: depth, limit: limit)
    }
  }

  private func appendAll(
    _ elements: [ObjectPointer], _ ends: (String, String), to text: inout String, _ depth: Int, _ limit: Int
  ) {
    guard depth < 3 || elements.isEmpty else {
      text += ends.0 + "..." + ends.1
      return
    }
    text += ends.0
    for (index, element) in elements.enumerated() {
      guard text.utf8.count <= 4 * limit else { break }
      if index > 0 { text += ", " }
      append(element, to: &text, depth: depth + 1, limit: limit)
    }
    text += ends.1
  }

  /// The name of a class with what leads to it, as its `repr` has it.
  package func qualifiedName(of type: ObjectPointer) -> String {
    let name = isHeap(type) ? type[object: TypeOffset.qualifiedName]?.text ?? typeName(type) : typeName(type)
    let module = moduleName(ofType: type)
    return module == "builtins" ? name : module + "." + name
  }

  /// The name of a class with its module, where that is neither `builtins` nor the main one.
  private func fullTypeName(_ type: ObjectPointer) -> String {
    let module = moduleName(ofType: type)
    let name = isHeap(type) ? type[object: TypeOffset.qualifiedName]?.text ?? typeName(type) : typeName(type)
    return module == "builtins" || module == "__main__" ? name : module + "." + name
  }

  /// The name of a function or class.
  private func ownName(of object: ObjectPointer) -> String? {
    if object.plan.body == .type { return typeName(object) }
    return object.type == type(.function) ? object[object: FunctionOffset.name]?.text : nil
  }

  /// A part of what is described, which may lead back to it.
  private func nested(_ object: ObjectPointer, depth: Int, limit: Int) -> String {
    guard depth < 3 else { return "..." }
    var text = ""
    append(object, to: &text, depth: depth + 1, limit: limit)
    return text.count > limit ? text.prefix(limit - 1) + "…" : text
  }

  private func describeOther(_ object: ObjectPointer, depth: Int, limit: Int) -> String {
    let type = object.type
    let address = "0x" + String(reportedAddress(of: object), radix: 16)
    // Classes made of weak references are told as these.
    switch isSubtype(type, self.type(.weakReference)) ? self.type(.weakReference) : type {
    case self.type(.none): return "None"
    case self.type(.ellipsis): return "Ellipsis"
    case self.type(.notImplemented): return "NotImplemented"
    case self.type(.bool): return object == trueObject ? "True" : "False"
    case self.type(.int): return decimalText(of: object)
    case self.type(.float): return floatText(object.doubleValue)
    case self.type(.complex): return complexText(object)
    case self.type(.string): return quoted(object, limit: limit)
    case self.type(.byteArray): return "bytearray(\(quotedBytes(object, limit: limit)))"
    case self.type(.bytes): return quotedBytes(object, limit: limit)
    case self.type(.function):
      return "<function \(object[object: FunctionOffset.qualifiedName]?.text ?? "?") at \(address)>"
    case self.type(.method):
      let function = object[object: MethodOffset.function]
      let name = function.flatMap {
        $0.type == self.type(.function) ? $0[object: FunctionOffset.qualifiedName]?.text : nil
      }
      let receiver = object[object: MethodOffset.receiver].map { nested($0, depth: depth, limit: 60) } ?? "?"
      return "<bound method \(name ?? "?") of \(receiver)>"
    case self.type(.builtinFunction), self.type(.methodWrapper), self.type(.methodDescriptor),
      self.type(.wrapperDescriptor), self.type(.classMethodDescriptor):
      if let text = methodText(object) { return text }
    case self.type(.memberDescriptor), self.type(.attributeDescriptor):
      if let owner = object[object: 16] {
        let kind = type == self.type(.memberDescriptor) ? "member" : "attribute"
        return "<\(kind) '\(attributeName(of: object))' of '\(nameInErrors(owner))' objects>"
      }
    case self.type(.generator):
      return "<generator object \(object[object: GeneratorOffset.qualifiedName]?.text ?? "?") at \(address)>"
    case self.type(.code):
      let name = object[object: CodeOffset.name]?.text ?? "?"
      let file = object[object: CodeOffset.fileName]?.text ?? "?"
      return
        "<code object \(name) at \(address), file \"\(file)\", line \(object[int32: CodeOffset.firstLine])>"
    case self.type(.cell):
      guard let value = object[object: CellOffset.contents] else { return "<cell at \(address): empty>" }
      let place = "0x" + String(reportedAddress(of: value), radix: 16)
      return "<cell at \(address): \(nameInErrors(value.type)) object at \(place)>"
    case self.type(.staticMethod), self.type(.classMethod):
      let function = object[object: 16].map { nested($0, depth: depth, limit: limit) } ?? "None"
      return "<\(typeName(type))(\(function))>"
    case self.type(.superType):
      let owner = object[object: SuperOffset.type].map { typeName($0) } ?? "NULL"
      let receiver = object[object: SuperOffset.objectType].map { "<\(typeName($0)) object>" } ?? "NULL"
      return "<super: <class '\(owner)'>, \(receiver)>"
    case self.type(.union): return unionText(object)
    case self.type(.module): return "<module '\(moduleName(object) ?? "?")'>"
    case self.type(.weakReference), self.type(.weakProxy), self.type(.callableWeakProxy):
      let kind = isSubtype(type, self.type(.weakReference)) ? "weakref" : "weakproxy"
      guard let target = weakReferent(object) else { return "<\(kind) at \(address); dead>" }
      let targetAddress = "0x" + String(reportedAddress(of: target), radix: 16)
      var place = "to '\(fullTypeName(target.type))' at \(targetAddress)"
      if kind == "weakref", let name = ownName(of: target) { place += " (\(name))" }
      return "<\(kind) at \(address); \(place)>"
    case self.type(.slice), self.type(.range):
      let parts = [16, 24, 32].compactMap { object[object: $0] }.map { nested($0, depth: depth, limit: 20) }
      let shown = type == self.type(.range) && parts.last == "1" ? Array(parts.prefix(2)) : parts
      return "\(typeName(type))(\(shown.joined(separator: ", ")))"
    default: break
    }
    if isSubtype(type, exceptionType(.baseException)),
      let arguments = object[object: ExceptionOffset.arguments]
    {
      let parts = items(of: arguments).map { nested($0, depth: depth, limit: 60) }
      return "\(typeName(type))(\(parts.joined(separator: ", ")))"
    }
    // Programs name their own module, as `repr` does; the host's texts leave it out.
    return "<\(isHeap(type) ? typeName(type) : fullTypeName(type)) object at \(address)>"
  }

  /// The text of a built-in method, bound to its receiver or not, or of a function.
  private func methodText(_ object: ObjectPointer) -> String? {
    guard let place = descriptorPlace(behind: object) else {
      guard object.type == type(.builtinFunction) else { return nil }
      return interpreter?.name(ofFunction: object).map { "<built-in function \($0)>" }
    }
    let definition = BuiltinDescriptor.all[place]
    let owner = nameInErrors(builtinType(at: definition.owner))
    switch object.type {
    case type(.wrapperDescriptor): return "<slot wrapper '\(definition.name)' of '\(owner)' objects>"
    case type(.methodDescriptor), type(.classMethodDescriptor):
      return "<method '\(definition.name)' of '\(owner)' objects>"
    default: break
    }
    guard let receiver = object[object: 24] else { return nil }
    let whole =
      "\(nameInErrors(receiver.type)) object at 0x\(String(reportedAddress(of: receiver), radix: 16))"
    return object.type == type(.methodWrapper)
      ? "<method-wrapper '\(definition.name)' of \(whole)>"
      : "<built-in method \(definition.name) of \(whole)>"
  }

  /// An integer in decimal digits.
  package func decimalText(of integer: ObjectPointer) -> String {
    if let value = integer.integerValue { return String(value) }
    // By repeated division; a text has at most the digits that a picture shows, and a few more.
    var digits = integer.digits
    var chunks: [UInt32] = []
    while !digits.isEmpty {
      var rest: UInt64 = 0
      for index in digits.indices.reversed() {
        let value = rest << 30 | UInt64(digits[index])
        digits[index] = UInt32(value / 1_000_000_000)
        rest = value % 1_000_000_000
      }
      chunks.append(UInt32(rest))
      while digits.last == 0 { digits.removeLast() }
    }
    var text = integer.isNegativeInteger ? "-" : ""
    for (index, chunk) in chunks.reversed().enumerated() {
      let part = String(chunk)
      text += index == 0 ? part : String(repeating: "0", count: 9 - part.count) + part
    }
    return text
  }

  /// As many items of a list or tuple as a text of some length can have.
  private func firstItems(of object: ObjectPointer, _ limit: Int) -> [ObjectPointer] {
    (0..<min(object.itemCount, limit)).compactMap { item($0, of: object) }
  }
}
