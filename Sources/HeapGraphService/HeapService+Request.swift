extension HeapService {
  /// What a server was asked, in no framework's words.
  public struct Request: Sendable {
    /// The method, in capitals.
    public var method: String
    /// The path, from the server's root.
    public var path: String
    /// What stands behind the question mark, and in the fields of a form, decoded; of two values with one name the last.
    public var query: [String: String]
    /// The headers, by their names in lower case.
    public private(set) var headers: [String: String]
    /// The address of whoever asks, without the port: `127.0.0.1`, `::1`; `nil` where it is not known, which counts as another
    /// machine, and `unix` for a socket of this one.
    public var remoteAddress: String?

    /// Makes a request.
    ///
    /// - Parameters:
    ///   - method: the method.
    ///   - target: the path and what stands behind it, as in the first line of the request: `/heap/backrefs?type=Session`.
    ///   - headers: the headers; case does not matter in their names.
    ///   - body: the body of a `POST`, of which the fields of a form are read; 4,096 bytes are enough.
    ///   - remoteAddress: the address of whoever asks, as the connection says it, and no header.
    public init(
      method: String = "GET", target: String, headers: [String: String] = [:], body: [UInt8] = [],
      remoteAddress: String?
    ) {
      self.method = method.uppercased()
      self.remoteAddress = remoteAddress
      self.headers = Dictionary(
        headers.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
      let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
      path = Self.decoded(parts[0], plusIsSpace: false)
      query = [:]
      if parts.count > 1 { addFields(parts[1]) }
      if self.headers["content-type"]?.hasPrefix("application/x-www-form-urlencoded") == true {
        addFields(Substring(String(decoding: body.prefix(4_096), as: UTF8.self)))
      }
    }

    private mutating func addFields(_ text: Substring) {
      for pair in text.split(separator: "&") {
        let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let value = sides.count > 1 ? Self.decoded(sides[1], plusIsSpace: true) : ""
        query[Self.decoded(sides[0], plusIsSpace: true)] = value
      }
    }

    /// A text with its percent escapes resolved; those that are none stay.
    private static func decoded(_ text: Substring, plusIsSpace: Bool) -> String {
      var bytes: [UInt8] = []
      var rest = text.utf8[...]
      while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "%"), let value = UInt8(String(Substring(rest.prefix(2))), radix: 16),
          rest.prefix(2).allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }), rest.count > 1
        {
          bytes.append(value)
          rest = rest.dropFirst(2)
        } else {
          bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
        }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
