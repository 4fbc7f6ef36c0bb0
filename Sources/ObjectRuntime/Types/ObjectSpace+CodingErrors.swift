// Exceptions about texts that have no bytes, and about bytes that are no text.
extension ObjectSpace {
  /// The error of a text that has no bytes, or of bytes that are no text, with what its attributes tell.
  ///
  /// - Parameter object: the text or the bytes; its reference is taken over.
  func codingError(
    _ kind: ExceptionKind, _ encoding: String, _ object: ObjectPointer, _ start: Int, _ end: Int,
    _ reason: String
  ) throws(ObjectError) -> ObjectError {
    var arguments = [object]
    defer { for argument in arguments { release(argument) } }
    arguments.insert(try makeString(encoding), at: 0)
    arguments.append(try makeInteger(start))
    arguments.append(try makeInteger(end))
    arguments.append(try makeString(reason))
    return error(raising: try makeException(exceptionType(kind), arguments))
  }

  /// What `str` makes of an exception about a text's encoding; `nil` where it was made without arguments.
  func codingErrorText(_ exception: ObjectPointer) -> String? {
    let own = ExceptionOffset.own
    guard let object = exception[object: own + 8], let reason = exception[object: own + 32] else {
      return nil
    }
    let (start, end) = (exception[integer: own + 16], exception[integer: own + 24])
    let isSingle = start >= 0 && end == start + 1
    let place = isSingle ? "in position \(start)" : "in position \(start)-\(end - 1)"
    let what: String
    if isSubtype(exception.type, exceptionType(.unicodeDecodeError)) {
      if isSingle, object.type.typeFlags & TypeFlag.bytesSubclass != 0, start < object.itemCount {
        let digits = String(object[byte: BytesOffset.data + start], radix: 16)
        what = "can't decode byte 0x\(digits.utf8.count < 2 ? "0" : "")\(digits)"
      } else {
        what = "can't decode bytes"
      }
    } else {
      let verb = isSubtype(exception.type, exceptionType(.unicodeEncodeError)) ? "encode" : "translate"
      if isSingle, object.type.typeFlags & TypeFlag.stringSubclass != 0, start < object.stringLength {
        what = "can't \(verb) character '\(Self.escape(object.character(at: start)))'"
      } else {
        what = "can't \(verb) characters"
      }
    }
    let codec = exception[object: own].map { "'\($0.text)' codec " } ?? ""
    return "\(codec)\(what) \(place): \(reason.text)"
  }

  /// Sets where the fault begins or ends, which lies in such an exception as a plain number.
  ///
  /// - Returns: whether the object and the name are such.
  func setCodingPlace(
    _ name: String, of exception: ObjectPointer, to value: ObjectPointer?
  ) throws(ObjectError) -> Bool {
    guard name == "start" || name == "end", isSubtype(exception.type, exceptionType(.unicodeError)) else {
      return false
    }
    let fields = typeDetails[exception.plan.number].fields
    guard let field = fields.first(where: { $0.name == name }) else { return false }
    guard let value else { throw ObjectError(.typeError, "can't delete numeric/char attribute") }
    exception[integer: field.offset] = try machineIndex(value)
    return true
  }

  /// Refuses arguments that the constructor of a class of such exceptions does not take.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for another number of arguments and for one of another class.
  func checkCodingArguments(_ arguments: [ObjectPointer], of type: ObjectPointer) throws(ObjectError) {
    let kinds: [BuiltinType]
    if isSubtype(type, exceptionType(.unicodeDecodeError)) {
      kinds = [.string, .bytes, .int, .int, .string]
    } else if isSubtype(type, exceptionType(.unicodeEncodeError)) {
      kinds = [.string, .string, .int, .int, .string]
    } else if isSubtype(type, exceptionType(.unicodeTranslateError)) {
      kinds = [.string, .int, .int, .string]
    } else {
      return
    }
    guard arguments.count == kinds.count else {
      throw ObjectError(
        .typeError, "function takes exactly \(kinds.count) arguments (\(arguments.count) given)")
    }
    for (index, (argument, kind)) in zip(arguments, kinds).enumerated() {
      switch kind {
      case .int: release(try requireIndex(argument))
      case .bytes: _ = try requireBytes(argument)
      default:
        guard isSubtype(argument.type, self.type(.string)) else {
          throw ObjectError(
            .typeError, "argument \(index + 1) must be str, not \(nameInErrors(argument.type))")
        }
      }
    }
  }
}
