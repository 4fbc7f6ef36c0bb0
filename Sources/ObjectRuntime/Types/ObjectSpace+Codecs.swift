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
    let codec = try Codec(encoding)
    if codec == .latin1 { return bytes.map(UInt32.init) }
    var points: [UInt32] = []
    points.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let (point, count, fault) =
        codec == .utf8
        ? Codec.character(at: index, of: bytes)
        : bytes[index] < 0x80
          ? (UInt32(bytes[index]), 1, nil)
          : (0, 1, Codec.Fault(count: 1, reason: "ordinal not in range(128)"))
      guard let fault else {
        points.append(point)
        index += count
        continue
      }
      let wrong = bytes[index..<index + fault.count]
      switch handler {
      case "strict":
        let byte = String(wrong[index], radix: 16)
        let place =
          fault.count == 1
          ? "byte 0x\(byte.count < 2 ? "0" : "")\(byte) in position \(index)"
          : "bytes in position \(index)-\(index + fault.count - 1)"
        throw ObjectError(
          .unicodeDecodeError, "'\(codec.name)' codec can't decode \(place): \(fault.reason)")
      case "ignore": break
      case "replace": points.append(0xFFFD)
      case "backslashreplace":
        points += wrong.flatMap { Self.escape(UInt32($0)).unicodeScalars.map(\.value) }
      case "surrogateescape": points += wrong.map { 0xDC00 + UInt32($0) }
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
    let codec = try Codec(encoding)
    let points = string.codePoints
    var bytes: [UInt8] = []
    bytes.reserveCapacity(points.count)
    func isKnown(_ point: UInt32) -> Bool {
      point < codec.limit && !(codec == .utf8 && 0xD800...0xDFFF ~= point)
    }
    var index = 0
    while index < points.count {
      let point = points[index]
      if isKnown(point) {
        if codec == .utf8, let encoded = Codec.bytes(of: point) {
          bytes += encoded
        } else {
          bytes.append(UInt8(point))
        }
        index += 1
        continue
      }
      let end = points[index...].firstIndex(where: isKnown) ?? points.count
      switch handler {
      case "strict":
        let place =
          end - index == 1
          ? "character '\(Self.escape(point))' in position \(index)"
          : "characters in position \(index)-\(end - 1)"
        let reason =
          codec == .utf8 ? "surrogates not allowed" : "ordinal not in range(\(codec.limit))"
        throw ObjectError(
          .unicodeEncodeError, "'\(codec.name)' codec can't encode \(place): \(reason)")
      case "ignore": break
      case "replace": bytes += repeatElement(0x3F, count: end - index)
      case "backslashreplace": for point in points[index..<end] { bytes += Self.escape(point).utf8 }
      case "xmlcharrefreplace": for point in points[index..<end] { bytes += "&#\(point);".utf8 }
      case "surrogateescape" where points[index..<end].allSatisfy { 0xDC80...0xDCFF ~= $0 }:
        bytes += points[index..<end].map { UInt8($0 - 0xDC00) }
      default: throw ObjectError(.lookupError, "unknown error handler name '\(handler)'")
      }
      index = end
    }
    return bytes
  }
}
