extension SpecialMethod {
  /// The texts of objects, whatever a program's class has under their names.
  static let texts: [SpecialMethod] = [
    SpecialMethod("__repr__", 0) { (call) throws(ObjectError) in
      let space = call.space
      guard call.owner != space.type(.object) else {
        let address = "0x" + String(space.reportedAddress(of: call.receiver), radix: 16)
        return try space.makeString("<\(space.qualifiedName(of: call.receiver.type)) object at \(address)>")
      }
      if call.owner == space.type(.int) {
        return try space.makeNewString(space.writtenText(of: call.receiver))
      }
      return try space.makeString(space.builtinRepresentation(of: call.receiver))
    },
    SpecialMethod("__str__", 0) { (call) throws(ObjectError) in
      let space = call.space
      if call.owner == space.type(.object) { return try space.representationObject(of: call.receiver) }
      if call.owner == space.type(.string) { return try space.plainValue(of: call.receiver) }
      if call.owner == space.type(.mappingProxy) { return try space.stringObject(of: call.receiver) }
      if space.isSubtype(call.owner, space.exceptionType(.baseException)) {
        return try space.makeString(space.exceptionText(call.receiver))
      }
      return try space.makeString(space.builtinRepresentation(of: call.receiver))
    },
    SpecialMethod("__format__", 1) { (call) throws(ObjectError) in
      let space = call.space
      guard space.isSubtype(call.first.type, space.type(.string)) else {
        throw ObjectError(
          .typeError, "__format__() argument must be str, not \(space.nameInErrors(call.first.type))")
      }
      guard call.first.stringLength > 0 else { return try space.stringObject(of: call.receiver) }
      guard call.owner != space.type(.object) else {
        throw ObjectError(
          .typeError,
          "unsupported format string passed to \(space.nameInErrors(call.receiver.type)).__format__")
      }
      return try space.formatBuiltin(call.receiver, call.first)
    },
    SpecialMethod("with_traceback", 1) { (call) throws(ObjectError) in
      guard call.first == call.space.none || call.first.type == call.space.type(.traceback) else {
        throw ObjectError(.typeError, "__traceback__ must be a traceback or None")
      }
      call.space.setTraceback(call.first == call.space.none ? nil : call.first, of: call.receiver)
      return call.receiver.retained()
    },
    SpecialMethod("add_note", 1) { (call) throws(ObjectError) in
      let space = call.space
      guard space.isSubtype(call.first.type, space.type(.string)) else {
        throw ObjectError(
          .typeError, "note must be a str, not '\(space.nameInErrors(call.first.type))'")
      }
      try space.addNote(call.first, to: call.receiver)
      return space.none
    },
  ]
}

extension ObjectSpace {
  /// Adds a text to those that are shown behind an exception.
  func addNote(_ note: ObjectPointer, to exception: ObjectPointer) throws(ObjectError) {
    let name = try makeName("__notes__")
    defer { release(name) }
    if let notes = try findAttribute(name, of: exception), notes != none {
      defer { release(notes) }
      guard notes.plan.body == .list else {
        throw ObjectError(.typeError, "Cannot add note: __notes__ is not a list")
      }
      return try append(note, to: notes)
    }
    let notes = try makeList([note])
    defer { release(notes) }
    try setAttribute(name, of: exception, to: notes)
  }
}
