import BigInt
import ObjectRuntime

extension Machine {
  /// Built-in functions that write and make text.
  static let textFunctions: [NativeFunction] = [
    NativeFunction(
      "print",
      any: { (machine, arguments) throws(ObjectError) in
        try machine.print(arguments)
        return machine.space.none
      }),
    NativeFunction("repr", 1) { (machine, arguments) throws(ObjectError) in
      try machine.space.representationObject(of: arguments[0])
    },
    NativeFunction("ascii", 1) { (machine, arguments) throws(ObjectError) in
      try machine.space.asciiObject(of: arguments[0])
    },
    NativeFunction("format", 1...2) { (machine, arguments) throws(ObjectError) in
      guard arguments.count > 1 else { return try machine.space.format(arguments[0], specification: "") }
      let specification = arguments[1]
      guard machine.space.isSubtype(specification.type, machine.space.type(.string)) else {
        throw ObjectError(
          .typeError,
          "format() argument 2 must be str, not \(machine.space.nameInErrors(specification.type))")
      }
      return try machine.space.format(arguments[0], specification: specification.text)
    },
    NativeFunction("chr", 1) { (machine, arguments) throws(ObjectError) in
      let index = try machine.space.requireIndex(arguments[0])
      defer { machine.space.release(index) }
      guard let value = index.integerValue, (0..<0x110000).contains(value) else {
        throw ObjectError(.valueError, "chr() arg not in range(0x110000)")
      }
      return try machine.space.makeString(codePoints: [UInt32(value)])
    },
    NativeFunction("ord", 1) { (machine, arguments) throws(ObjectError) in
      let object = arguments[0]
      let space = machine.space
      if space.isSubtype(object.type, space.type(.string)) {
        guard object.stringLength == 1 else {
          throw ObjectError(
            .typeError, "ord() expected a character, but string of length \(object.stringLength) found")
        }
        return try space.makeInteger(Int(object.character(at: 0)))
      }
      guard object.isBytes, object.itemCount == 1 else {
        throw ObjectError(
          .typeError,
          "ord() expected string of length 1, but \(space.nameInErrors(object.type)) found")
      }
      return try space.makeInteger(Int(object.byteArray[0]))
    },
    NativeFunction("hex", 1) { (machine, arguments) throws(ObjectError) in
      try machine.digits(of: arguments[0], radix: 16, prefix: "0x")
    },
    NativeFunction("oct", 1) { (machine, arguments) throws(ObjectError) in
      try machine.digits(of: arguments[0], radix: 8, prefix: "0o")
    },
    NativeFunction("bin", 1) { (machine, arguments) throws(ObjectError) in
      try machine.digits(of: arguments[0], radix: 2, prefix: "0b")
    },
  ]

  private func digits(of object: ObjectPointer, radix: Int, prefix: String) throws(ObjectError)
    -> ObjectPointer
  {
    let index = try space.requireIndex(object)
    defer { space.release(index) }
    let value = index.bigInteger
    let text = String(value.magnitude, radix: radix)
    return try space.makeString((value.sign == .minus ? "-" : "") + prefix + text)
  }

  /// Writes what `print` is given.
  private func print(_ arguments: NativeArguments) throws(ObjectError) {
    var separator = " "
    var end = "\n"
    var stream = ProgramStream.output
    for (name, value) in arguments.keywords {
      switch name.text {
      case "sep", "end":
        guard value != space.none else { continue }
        guard space.isSubtype(value.type, space.type(.string)) else {
          throw ObjectError(
            .typeError, "\(name.text) must be None or a string, not \(space.nameInErrors(value.type))")
        }
        if name.text == "sep" { separator = value.text } else { end = value.text }
      case "file":
        guard value != space.none else { continue }
        if let own = self.stream(of: value) {
          stream = own
        } else {
          return try print(arguments, to: value)
        }
      case "flush": continue
      default:
        throw ObjectError(.typeError, "print() got an unexpected keyword argument '\(name.text)'")
      }
    }
    var text = ""
    for index in 0..<arguments.count {
      if index > 0 { text += separator }
      let part: ObjectPointer
      do throws(ObjectError) {
        part = try space.stringObject(of: arguments[index])
      } catch {
        // What comes before stays written.
        if !text.isEmpty { host.write(text, to: stream) }
        throw error
      }
      defer { space.release(part) }
      text += part.text
    }
    host.write(text + end, to: stream)
  }

  /// Writes to an object of the program's own.
  private func print(_ arguments: NativeArguments, to file: ObjectPointer) throws(ObjectError) {
    var separator = " "
    var end = "\n"
    for (name, value) in arguments.keywords where value != space.none {
      if name.text == "sep" { separator = value.text }
      if name.text == "end" { end = value.text }
    }
    let name = try space.makeName("write")
    defer { space.release(name) }
    let write = try space.attribute(name, of: file)
    defer { space.release(write) }
    func put(_ text: String) throws(ObjectError) {
      let part = try space.makeString(text)
      defer { space.release(part) }
      space.release(try space.call(write, [part]))
    }
    for index in 0..<arguments.count {
      if index > 0 { try put(separator) }
      let part = try space.stringObject(of: arguments[index])
      defer { space.release(part) }
      space.release(try space.call(write, [part]))
    }
    try put(end)
  }

  /// The stream that an object stands for: `sys.stdout` or `sys.stderr`.
  func stream(of object: ObjectPointer) -> ProgramStream? {
    if object == standardOutput { return .output }
    return object == standardError ? .error : nil
  }
}
