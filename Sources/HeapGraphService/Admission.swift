/// Who may ask.
struct Admission {
  private let options: HeapService.Options

  init(_ options: HeapService.Options) {
    self.options = options
  }

  /// Refuses what must not be answered.
  func check(_ request: HeapService.Request) throws(ServiceError) {
    let isLocal = request.remoteAddress.map(Self.isLocal) ?? false
    guard options.isEnabled else { throw .disabled(hint: isLocal) }
    if !options.answersRemotely {
      guard isLocal else { throw .remote }
      // A proxy on this machine asks for others.
      for header in Self.proxyHeaders where request.headers[header] != nil {
        throw .foreign(
          reason: "the header \(header) says that a proxy passed it on; set answersRemotely where it may")
      }
      // A name that another site has lead to this machine makes a browser take the answer for that site's.
      guard let host = request.headers["host"] else {
        throw .foreign(reason: "it has no header Host, which a framework may keep apart as the authority")
      }
      guard Self.isOwnName(host) else {
        throw .foreign(reason: "its host is '\(host)'; use localhost or 127.0.0.1")
      }
    }
    if let site = request.headers["sec-fetch-site"], site == "cross-site" || site == "same-site" {
      throw .foreign(reason: "a page of another site made it")
    }
    if let origin = request.headers["origin"], origin != "null" || request.method == "POST",
      origin.split(separator: "/").last.map(String.init) != request.headers["host"]
    {
      throw .foreign(reason: "a page of \(origin) made it")
    }
  }

  /// Headers that proxies add.
  private static let proxyHeaders = [
    "forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip",
  ]

  /// Whether a connection comes from this machine: from a loopback address or a socket in the file system.
  static func isLocal(_ address: String) -> Bool { address == "unix" || isLoopback(address) }

  /// Whether an address is this machine's own.
  static func isLoopback(_ address: String) -> Bool {
    if address == "::1" { return true }
    let prefix = "::ffff:"
    let plain = address.lowercased().hasPrefix(prefix) ? address.dropFirst(prefix.count) : address[...]
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  /// Whether a host, with or without a port, is named as this machine's own.
  static func isOwnName(_ host: String) -> Bool {
    if host.hasPrefix("[::1]") {
      let rest = host.dropFirst("[::1]".count)
      return rest.isEmpty || rest.first == ":"
    }
    let name = host.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)[0].lowercased()
    return name == "localhost" || isLoopback(name)
  }
}
