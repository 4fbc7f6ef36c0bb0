import HeapGraph

/// What a request asks for.
struct Question {
  /// What it is about.
  enum Topic: String, CaseIterable {
    case index = ""
    case types
    case growth
    case mark
    case leaks
    case references = "refs"
    case backReferences = "backrefs"
    case chain
    case capture
  }

  var topic: Topic
  var format: AnswerFormat
  /// Which objects it is about, as `ObjectSelector` reads it.
  var selector: String?
  /// The name of a moment.
  var mark: String?
  /// How many rows there may be.
  var limit: Int
  /// How many references are followed in a row.
  var depth: Int
  /// Whether only the headers of the answer are wanted.
  var isHead: Bool

  /// Reads a request.
  init(_ request: HeapService.Request, _ options: HeapService.Options) throws(ServiceError) {
    let name = try Self.name(request.path, options)
    isHead = request.method == "HEAD"
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let topic = Topic(rawValue: parts.isEmpty ? "" : String(parts[0])) else {
      throw .noPage(request.path)
    }
    self.topic = topic
    guard request.method == (topic == .mark ? "POST" : "GET") || request.method == "HEAD" && topic != .mark
    else { throw .method(request.method) }
    if parts.count > 1 {
      guard let format = AnswerFormat(rawValue: String(parts[1])), Self.formats(of: topic).contains(format)
      else { throw .noPage(request.path) }
      self.format = format
    } else {
      format = topic == .capture ? .heapFile : Self.preferredFormat(request.headers["accept"] ?? "")
    }
    limit = try Self.number("limit", in: request.query, 1...options.rowLimit) ?? min(30, options.rowLimit)
    depth = try Self.number("depth", in: request.query, 0...20) ?? 3
    switch topic {
    case .growth: mark = request.query["since"]
    case .mark:
      guard let name = request.query["name"], (1...64).contains(name.count) else {
        throw .invalid("a mark needs a name of 1 to 64 characters: POST mark?name=NAME")
      }
      mark = name
    case .references, .backReferences, .chain:
      if let type = request.query["type"] {
        selector = "type:" + type
      } else if let object = request.query["object"] {
        selector = object
      } else {
        throw .invalid("say which objects: \(topic.rawValue)?type=NAME, or object=@0xADDRESS")
      }
    case .index, .types, .leaks, .capture: break
    }
  }

  /// What stands behind the service's own path.
  private static func name(_ path: String, _ options: HeapService.Options) throws(ServiceError) -> String {
    let prefix = options.path == "/" ? "" : options.path
    guard path.hasPrefix(prefix) else { throw .noPage(path) }
    let rest = path.dropFirst(prefix.count)
    guard rest.isEmpty || rest.first == "/" else { throw .noPage(path) }
    return String(rest.dropFirst())
  }

  /// The formats that there are of a topic.
  static func formats(of topic: Topic) -> Set<AnswerFormat> {
    switch topic {
    case .index: []
    case .types, .growth, .mark: [.text, .html, .json]
    case .leaks, .references, .backReferences, .chain: [.text, .html, .json, .svg, .dot]
    case .capture: [.heapFile]
    }
  }

  /// The format that an `Accept` header likes best of those that it names first.
  private static func preferredFormat(_ accept: String) -> AnswerFormat {
    for part in accept.split(separator: ",") {
      switch part.split(separator: ";").first?.filter({ $0 != " " }).lowercased() {
      case "text/html", "application/xhtml+xml": return .html
      case "application/json": return .json
      case "text/plain": return .text
      default: continue
      }
    }
    return .text
  }

  private static func number(
    _ name: String, in query: [String: String], _ range: ClosedRange<Int>
  ) throws(ServiceError) -> Int? {
    guard let text = query[name] else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw .invalid("\(name) is '\(text)'; give a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }
}
