import HeapModel

extension ObjectSpace {
  /// An attribute that a built-in type gives its instances, owned by the caller; `nil` where there is none.
  func builtinAttribute(_ name: ObjectPointer, of object: ObjectPointer) throws(ObjectError) -> ObjectPointer?
  {
    if object.plan.body == .record, isSubtype(object.type, type(.superType)),
      let found = try attribute(ofSuper: object, name)
    {
      return found
    }
    if name == names.class { return object.type.retained() }
    if object.plan.body == .type {
      if let own = try typeAttribute(name, of: object) { return own }
      guard let place = descriptorPlace(name, of: type(.type)) else { return nil }
      return try bind(descriptorAt: place, to: object, class: type(.type))
    }
    let text = name.text
    if object.type == type(.function), let value = try functionAttribute(text, of: object) { return value }
    if object.type == type(.code), let value = try codeAttribute(text, of: object) { return value }
    if object.type == type(.frame) || object.type == type(.generator), let interpreter = state.interpreter,
      let value = try interpreter.attribute(text, of: object)
    {
      return value
    }
    for field in typeDetails[object.plan.number].fields where field.name == text {
      switch field.content {
      case .reference(let kind, _) where kind == .attribute || kind == .module || kind == .cellContents:
        if let value = object[object: field.offset] { return value.retained() }
        return try missingField(text, of: object) ?? none
      case .reference(.attributeDictionary, _):
        return try ensureAttributeDict(of: object)?.retained()
      case .integer where isSubtype(object.type, exceptionType(.unicodeError)):
        return try makeInteger(object[integer: field.offset])
      case .integer where field.size == 4: return try makeInteger(Int(object[int32: field.offset]))
      default: continue
      }
    }
    if text == "__suppress_context__", isSubtype(object.type, exceptionType(.baseException)) {
      return bool(object[byte: ExceptionOffset.suppressContext] != 0)
    }
    if object.type == type(.cell), text == "cell_contents" {
      guard let contents = object[object: CellOffset.contents] else {
        throw ObjectError(.valueError, "Cell is empty")
      }
      return contents.retained()
    }
    if object.type == type(.weakReference), text == "__callback__" {
      return object[object: WeakReferenceOffset.callback]?.retained() ?? none
    }
    if text == "__parameters__", object.type == type(.union) { return emptyTuple }
    if let value = structField(text, of: object) { return value.retained() }
    if let part = try numberAttribute(text, of: object) { return part }
    if object.plan.body == .deque, text == "maxlen" {
      let limit = object[integer: DequeOffset.limit]
      return limit < 0 ? none : try makeInteger(limit)
    }
    if name == names.hash, isUnhashable(object.type) { return none }
    if let place = descriptorPlace(name, of: object.type) {
      return try bind(descriptorAt: place, to: object, class: object.type)
    }
    if let own = try attribute(ofMethod: object, text) { return own }
    if object.type == type(.method), let function = object[object: MethodOffset.function] {
      return try attribute(name, of: function)
    }
    return name == names.documentation ? none : nil
  }

  /// What stands for a part of a function that it has not, owned by the caller: its annotations are made when they are
  /// asked for.
  private func missingField(_ name: String, of object: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    guard object.type == type(.function) else { return nil }
    switch name {
    case "__type_params__": return try makeTuple([])
    case "__annotations__":
      let annotations = try makeDict()
      object[object: FunctionOffset.annotations] = annotations
      return annotations.retained()
    default: return nil
    }
  }

  /// An attribute of a descriptor of a built-in type's method, or of what is bound to its receiver; owned by the caller.
  private func attribute(ofMethod object: ObjectPointer, _ name: String) throws(ObjectError) -> ObjectPointer?
  {
    let isAttribute = object.type == type(.memberDescriptor) || object.type == type(.attributeDescriptor)
    if isAttribute, attributePlace(of: object) == nil {
      let title = name == "__name__" || name == "__qualname__" ? object[object: 24] : nil
      guard let owner = object[object: 16] else { return title?.retained() }
      if name == "__objclass__" { return owner.retained() }
      guard name == "__qualname__", let title else { return title?.retained() }
      return try makeName(typeName(owner) + "." + title.text)
    }
    if name == "__name__" || name == "__qualname__", object.type == type(.builtinFunction),
      object[integer: 16] > 0
    {
      return try interpreter?.name(ofFunction: object).map { (name) throws(ObjectError) in try makeName(name)
      }
    }
    guard let place = descriptorPlace(behind: object) else { return nil }
    let definition = BuiltinDescriptor.all[place]
    switch name {
    case "__name__": return try makeName(definition.name)
    case "__qualname__":
      return try makeName(typeName(builtinType(at: definition.owner)) + "." + definition.name)
    case "__objclass__": return builtinType(at: definition.owner)
    default: return nil
    }
  }

  /// Whether the instances of a class have no hash by their built-in base.
  func isUnhashable(_ type: ObjectPointer) -> Bool {
    isSubtype(type, self.type(.list)) || isSubtype(type, self.type(.dict)) || isSubtype(type, self.type(.set))
      || isSubtype(type, self.type(.byteArray))
  }

  /// Whether a class was made by a program.
  @inline(__always)
  func isHeap(_ type: ObjectPointer) -> Bool { type.typeFlags & TypeFlag.isHeapType != 0 }

  /// The name of the module that a class belongs to.
  package func moduleName(ofType type: ObjectPointer) -> String {
    if isHeap(type) {
      if let dict = type[object: TypeOffset.dict], let module = value(ofString: names.module, in: dict),
        module.type == self.type(.string)
      {
        return module.text
      }
      return "builtins"
    }
    return builtinType(type)?.module ?? "builtins"
  }

  /// Sets or deletes an attribute that a built-in type gives its instances.
  ///
  /// - Returns: whether there is one of that name.
  func setBuiltinAttribute(
    _ name: ObjectPointer, of object: ObjectPointer, to value: ObjectPointer?
  ) throws(ObjectError) -> Bool {
    guard
      object.plan.body == .record || object.plan.body == .generator
        || object.plan.traits.contains(.isHeapType)
    else { return false }
    if name == names.dict, object.plan.dictOffset > 0 {
      guard object.plan.solidType != type(.module) else {
        throw ObjectError(.attributeError, "readonly attribute")
      }
      guard let value else { throw ObjectError(.typeError, "cannot delete __dict__") }
      try setAttributeDict(of: object, to: value)
      return true
    }
    let text = name.text
    if try setCodingPlace(text, of: object, to: value) { return true }
    for field in typeDetails[object.plan.number].fields where field.name == text {
      guard case .reference(let kind, _) = field.content, kind == .attribute || kind == .module else {
        continue
      }
      let stored = try fieldValue(value, for: text, of: object)
      let old = object[object: field.offset]
      // What an exception was raised from is shown in place of what was being handled.
      let isException = isSubtype(object.type, exceptionType(.baseException))
      object[object: field.offset] = stored
      if isException, field.offset == ExceptionOffset.cause {
        object[byte: ExceptionOffset.suppressContext] = 1
      }
      if let old { release(old) }
      return true
    }
    if object.type == type(.cell), text == "cell_contents" {
      setCellContents(object, to: value)
      return true
    }
    return false
  }

  /// Gives an object another class with the same layout.
  func setClass(of object: ObjectPointer, to new: ObjectPointer) throws(ObjectError) {
    guard new.plan.body == .type else {
      throw ObjectError(
        .typeError, "__class__ must be set to a class, not '\(nameInErrors(new.type))' object")
    }
    let old = object.type
    guard isHeap(old), isHeap(new) else {
      throw ObjectError(
        .typeError, "__class__ assignment only supported for mutable types or ModuleType subclasses")
    }
    guard hasSameLayout(old, new) else {
      throw ObjectError(
        .typeError,
        "__class__ assignment: '\(nameInErrors(new))' object layout differs from '\(nameInErrors(old))'")
    }
    let oldPlan = old.instancePlan
    if oldPlan.traits.contains(.hasInlineValues) {
      // The values behind the object follow the old class's keys, so they move to a dict of their own.
      let dict = try materializeDict(of: object)
      if let values = validInlineValues(of: object, oldPlan) {
        let copy = try copyValues(values)
        dict[block: DictOffset.values] = copy
        values[byte: ValuesOffset.isValid] = 0
      }
    }
    new.retain()
    object[word: ObjectOffset.type] = new.address
    release(old)
  }

  /// Whether instances of two classes lie alike in memory, with the same slots.
  func hasSameLayout(_ left: ObjectPointer, _ right: ObjectPointer) -> Bool {
    let plan = left.instancePlan
    let other = right.instancePlan
    return plan.basicSize == other.basicSize && plan.itemSize == other.itemSize && plan.body == other.body
      && plan.preHeaderSize == other.preHeaderSize && plan.dictOffset == other.dictOffset
      && plan.weakListOffset == other.weakListOffset && slotNames(of: left) == slotNames(of: right)
  }

  private func slotNames(of type: ObjectPointer) -> [String] {
    typeDetails[type.instancePlan.number].slots.map(\.name)
  }
}
