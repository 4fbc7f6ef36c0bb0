extension ObjectSpace {
  /// A view of a mapping that cannot change it, as `types.MappingProxyType`; owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for what is no mapping and for another number of arguments.
  func makeMappingProxy(_ arguments: [ObjectPointer?]) throws(ObjectError) -> ObjectPointer {
    guard arguments.count <= 1 else {
      throw ObjectError(
        .typeError, "mappingproxy() takes at most 1 argument (\(arguments.count) given)")
    }
    guard let mapping = arguments.first ?? nil else {
      throw ObjectError(.typeError, "mappingproxy() missing required argument 'mapping' (pos 1)")
    }
    guard canBeProxied(mapping) else {
      throw ObjectError(
        .typeError, "mappingproxy() argument must be a mapping, not \(nameInErrors(mapping.type))")
    }
    return try makeRecord(.mappingProxy, size: 24, [mapping])
  }

  /// Whether an object has elements under keys, lists and tuples left out.
  private func canBeProxied(_ object: ObjectPointer) -> Bool {
    switch object.plan.body {
    case .list, .tuple: return false
    case .dict: return true
    default: break
    }
    if isHeap(object.type), specialMethod(names.getItem, of: object) != nil { return true }
    let flags = TypeFlag.stringSubclass | TypeFlag.bytesSubclass
    return object.type.typeFlags & flags != 0 || object.type == type(.range)
      || object.type == type(.mappingProxy)
  }
}

extension BuiltinMethod {
  /// Methods of views of mappings: those of the mapping itself, as a program's class may have them.
  static let mappingProxies: [BuiltinMethod] = [
    ofMapping("copy", 0), ofMapping("get", 1, 2), ofMapping("items", 0), ofMapping("keys", 0),
    ofMapping("values", 0),
  ]

  private static func ofMapping(_ name: String, _ least: Int, _ most: Int? = nil) -> BuiltinMethod {
    BuiltinMethod(name, least, most) { (space, proxy, arguments) throws(ObjectError) in
      guard let mapping = proxy[object: 16] else { return space.none }
      let title = try space.makeName(name)
      defer { space.release(title) }
      let method = try space.attribute(title, of: mapping)
      defer { space.release(method) }
      return try space.call(method, arguments)
    }
  }
}
