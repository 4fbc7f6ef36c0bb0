extension HeapService {
  /// What a server is to answer, in no framework's words.
  public struct Response: Sendable {
    /// The status, such as 200.
    public var status: Int
    /// What the body is, such as `text/plain; charset=utf-8`.
    public var contentType: String
    /// Other headers, by name.
    public var headers: [String: String]
    /// The body.
    public var body: [UInt8]

    init(status: Int = 200, _ contentType: ContentType, _ body: [UInt8]) {
      self.status = status
      self.contentType = contentType.rawValue
      self.body = body
      headers = [
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
        "Referrer-Policy": "same-origin",
      ]
    }

    init(status: Int = 200, _ contentType: ContentType, _ text: String) {
      self.init(status: status, contentType, Array(text.utf8))
    }

    init(_ error: ServiceError, as format: AnswerFormat) {
      switch format {
      case .json:
        self.init(status: error.status, .json, JSONText.bytes(["error": error.description]))
      case .html:
        self.init(
          status: error.status, .html, Page(title: "Error \(error.status)", text: error.description).html)
      default:
        self.init(status: error.status, .text, error.description + "\n")
      }
      if let wait = error.secondsToWait { headers["Retry-After"] = String(wait) }
      if error.status == 405 { headers["Allow"] = "GET, HEAD, POST" }
    }
  }
}

/// What a body is.
enum ContentType: String {
  case text = "text/plain; charset=utf-8"
  case html = "text/html; charset=utf-8"
  case json = "application/json"
  case svg = "image/svg+xml"
  case dot = "text/vnd.graphviz; charset=utf-8"
  case heapFile = "application/octet-stream"
}

/// What an answer is written as.
enum AnswerFormat: String {
  case text = "txt"
  case html
  case json
  case svg
  case dot
  case heapFile = "heap"
}
