extension ObjectSpace {
  /// Appends the text of a deque, an ordered dict, a dict with a function for missing values, a function with some of its
  /// arguments, or a namespace.
  ///
  /// - Parameter isInside: whether the text that is being made is the object's own.
  /// - Returns: whether the object is one of those.
  func append(
    collection object: ObjectPointer, _ isInside: Bool, to text: inout String, _ open: inout [ObjectPointer]
  ) throws(ObjectError) -> Bool {
    let type = object.type
    switch object.plan.body {
    case .deque: try append(deque: object, isInside, to: &text, &open)
    case .dict where isSubtype(type, self.type(.orderedDict)):
      if isInside {
        text += "..."
      } else {
        text += typeName(type) + "("
        if dictCount(object) > 0 { try append(entriesOf: object, to: &text, &open) }
        text += ")"
      }
    case .dict where isSubtype(type, self.type(.defaultDict)):
      text += typeName(type) + "("
      let factory = object[object: DerivedDictOffset.defaultFactory] ?? none
      if open.dropLast().contains(factory) {
        text += "..."
      } else {
        try append(representationOf: factory, to: &text, &open)
      }
      text += ", "
      if isInside { text += "{...}" } else { try append(entriesOf: object, to: &text, &open) }
      text += ")"
    case .record where isSubtype(type, self.type(.partial)):
      if isInside { text += "..." } else { try append(partial: object, to: &text, &open) }
    case .record where isSubtype(type, self.type(.simpleNamespace)):
      text += (type == self.type(.simpleNamespace) ? "namespace" : typeName(type)) + "("
      if isInside {
        text += "..."
      } else if let dict = object[object: NamespaceOffset.attributes] {
        try append(namesOf: dict, isFirst: true, to: &text, &open)
      }
      text += ")"
    default: return false
    }
    return true
  }

  private func append(
    deque object: ObjectPointer, _ isInside: Bool, to text: inout String, _ open: inout [ObjectPointer]
  ) throws(ObjectError) {
    if isInside { return text += "[...]" }
    text += typeName(object.type) + "("
    try append(dequeElements(object), between: "[", "]", to: &text, &open)
    let limit = object[integer: DequeOffset.limit]
    text += limit < 0 ? ")" : ", maxlen=\(limit))"
  }

  private func append(
    partial object: ObjectPointer, to text: inout String, _ open: inout [ObjectPointer]
  ) throws(ObjectError) {
    text += qualifiedName(of: object.type) + "("
    try append(representationOf: object[object: PartialOffset.function] ?? none, to: &text, &open)
    for argument in object[object: PartialOffset.arguments].map({ items(of: $0) }) ?? [] {
      text += ", "
      try append(representationOf: argument, to: &text, &open)
    }
    if let dict = object[object: PartialOffset.keywords] {
      try append(namesOf: dict, isFirst: false, to: &text, &open)
    }
    text += ")"
  }

  /// Appends the entries of a dict as arguments by name.
  private func append(
    namesOf dict: ObjectPointer, isFirst: Bool, to text: inout String, _ open: inout [ObjectPointer]
  ) throws(ObjectError) {
    var isFirst = isFirst
    try forEachHeldEntry(of: dict) { (key, value) throws(ObjectError) in
      if !isFirst { text += ", " }
      isFirst = false
      text += try string(of: key) + "="
      try append(representationOf: value, to: &text, &open)
    }
  }
}
