extension ObjectSpace {
  /// The texts of the two arguments of `encode` and `decode`.
  func codecTexts(
    _ arguments: [ObjectPointer?], method: String
  ) throws(ObjectError) -> (encoding: String, errors: String) {
    for (argument, title) in zip(arguments, ["encoding", "errors"]) {
      if let argument { try checkString(argument, "\(method)() argument '\(title)'") }
    }
    return (arguments[0]?.text ?? "utf-8", arguments[1]?.text ?? "strict")
  }

  /// The characters that bytes stand for.
  ///
  /// - Throws: ``ObjectError`` of kind `unicodeDecodeError`, and `lookupError` for an unknown encoding or handler.
  func decode(_ bytes: [UInt8], _ encoding: String, _ handler: String) throws(ObjectError) -> [UInt32] {
    let named = try Codec(encoding)
    let (codec, start) = named.reading(bytes)
    var points: [UInt32] = []
    points.reserveCapacity(bytes.count)
    var index = start
    while index < bytes.count {
      let (point, count, fault) = codec.character(at: index, of: bytes)
      guard let fault else {
        points.append(point)
        index += count
        continue
      }
      let wrong = bytes[index..<index + fault.count]
      switch handler {
      case "strict":
        // The mark of UTF-8 is gone before its bytes are looked at.
        let gone = named == .markedUTF8 ? start : 0
        throw try codingError(
          .unicodeDecodeError, codec.name, makeBytes(Array(bytes.dropFirst(gone))), index - gone,
          index - gone + fault.count, fault.reason)
      case "ignore": break
      case "replace": points.append(0xFFFD)
      case "backslashreplace":
        points += wrong.flatMap { Self.escape(UInt32($0)).unicodeScalars.map(\.value) }
      case "surrogateescape": points += wrong.map { 0xDC00 + UInt32($0) }
      case "surrogatepass" where count > 1 && 0xD800...0xDFFF ~= point:
        points.append(point)
        index += count
        continue
      default: throw ObjectError(.lookupError, "unknown error handler name '\(handler)'")
      }
      index += fault.count
    }
    return points
  }

  /// The bytes of a string in an encoding.
  ///
  /// - Throws: ``ObjectError`` of kind `unicodeEncodeError`, and `lookupError` for an unknown encoding or handler.
  func encode(_ string: ObjectPointer, _ encoding: String, _ handler: String) throws(ObjectError) -> [UInt8] {
    let named = try Codec(encoding)
    let (codec, mark) = named.writing
    let points = string.codePoints
    var bytes = mark
    bytes.reserveCapacity(points.count)
    func append(_ text: some StringProtocol) {
      for byte in text.utf8 { bytes += codec.anyBytes(of: UInt32(byte)) }
    }
    var index = 0
    while index < points.count {
      let point = points[index]
      if let encoded = codec.bytes(of: point) {
        bytes += encoded
        index += 1
        continue
      }
      let end = points[index...].firstIndex { codec.bytes(of: $0) != nil } ?? points.count
      switch handler {
      case "strict":
        throw try codingError(
          .unicodeEncodeError, named.name, string.retained(), index, end,
          codec.isUnicode ? "surrogates not allowed" : "ordinal not in range(\(codec.limit))")
      case "ignore": break
      case "replace": append(String(repeating: "?", count: end - index))
      case "backslashreplace": for point in points[index..<end] { append(Self.escape(point)) }
      case "xmlcharrefreplace": for point in points[index..<end] { append("&#\(point);") }
      case "surrogateescape" where points[index..<end].allSatisfy { 0xDC80...0xDCFF ~= $0 }:
        bytes += points[index..<end].map { UInt8($0 - 0xDC00) }
      case "surrogatepass" where codec.isUnicode:
        for point in points[index..<end] { bytes += codec.anyBytes(of: point) }
      default: throw ObjectError(.lookupError, "unknown error handler name '\(handler)'")
      }
      index = end
    }
    return bytes
  }
}
