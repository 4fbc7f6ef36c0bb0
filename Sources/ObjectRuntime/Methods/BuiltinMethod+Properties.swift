extension BuiltinMethod {
  /// The methods by which a property is decorated: each gives a copy with one function exchanged.
  static let properties: [BuiltinMethod] = ["getter", "setter", "deleter"].enumerated().map { index, name in
    BuiltinMethod(name, 1) { (space, property, arguments) throws(ObjectError) in
      var parts = [16, 24, 32].map { property[object: $0] }
      parts[index] = arguments[0] == space.none ? parts[index] : arguments[0]
      // A text that came from the getter is asked of the getter again.
      let copy = try space.makeProperty(
        getter: parts[0], setter: parts[1], deleter: parts[2],
        documentation: property[integer: 56] == 0 ? property[object: 40] : nil)
      copy[object: 48] = property[object: 48]?.retained()
      return copy
    }
  }
}
