import HeapGraph

/// A page for people.
struct Page {
  var title: String
  /// What stands below the title; everything in it is meant literally.
  var text = ""
  /// An SVG that was drawn here.
  var picture: String?
  /// The service's path.
  var path: String?

  /// The page as HTML.
  var html: String {
    let back = path.map {
      "<p><a href=\"\(Self.escaped($0 == "/" ? "/" : $0 + "/"))\">All questions</a></p>\n"
    }
    return Self.frame(
      title,
      (back ?? "") + "<h1>\(Self.escaped(title))</h1>\n<pre>\(Self.escaped(text))</pre>\n" + inlinePicture)
  }

  /// The picture without what stands before it in a file.
  private var inlinePicture: String {
    guard let picture, let start = picture.firstRange(of: "<svg") else { return "" }
    return String(picture[start.lowerBound...])
  }

  /// What can be asked, with links.
  static func index(_ options: HeapService.Options) -> HeapService.Response {
    let path = options.path == "/" ? "" : escaped(options.path)
    func link(_ name: String) -> String { "<a href=\"\(path)/\(name)\">\(name)</a>" }
    func form(_ name: String, _ field: String, _ words: String, method: String = "get") -> String {
      "<form action=\"\(path)/\(name)\" method=\"\(method)\"><label>\(words) <input name=\"\(field)\" required></label>"
        + " <button>\(method == "get" ? "Ask" : "Set")</button></form>"
    }
    let body = """
      <h1>The heap of this program</h1>
      <p>Each answer looks at the living objects of this process once, for which it stands still for some milliseconds.</p>
      <dl>
      <dt>\(link("leaks")) \(link("leaks.svg")) \(link("leaks.json"))</dt>
      <dd>Objects that keep each other alive though nothing else does, and the variable that would best be weak.</dd>
      <dt>\(link("types")) \(link("types.json"))</dt>
      <dd>How many objects of each type there are, and how many bytes they take.</dd>
      <dt>\(link("growth")) \(link("growth.json"))</dt>
      <dd>What became more since the last time this was asked.\(form("growth", "since", "Since the mark"))
      \(form("mark", "name", "Name this moment", method: "post"))</dd>
      <dt>backrefs</dt>
      <dd>\(form("backrefs", "type", "What refers to objects of the type"))</dd>
      <dt>refs</dt>
      <dd>\(form("refs", "type", "What objects refer to of the type"))</dd>
      <dt>chain</dt>
      <dd>\(form("chain", "type", "What keeps objects alive of the type"))</dd>
      <dt>\(link("capture.heap"))</dt>
      <dd>The whole heap as a file, for the command heapgraph. It holds the texts of the program's strings.</dd>
      </dl>
      <p>For a program: .json or the header Accept, and .svg or .dot for pictures; limit= and depth= say how much.</p>
      """
    return HeapService.Response(.html, frame("Heap", body))
  }

  private static func frame(_ title: String, _ body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8"><title>\(escaped(title))</title>
    <style>body { font-family: sans-serif; margin: 2em; max-width: 60em } pre { overflow-x: auto; line-height: 1.4 }
    dt { font-weight: bold; margin-top: 1em } dt a { margin-right: 1em } form { margin: 0.3em 0 }
    svg { max-width: 100%; height: auto }</style></head>
    <body>
    \(body)
    </body></html>

    """
  }

  /// A text in which nothing is taken for HTML.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
