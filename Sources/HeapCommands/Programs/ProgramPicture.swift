import HeapGraph
import PythonProgram

/// The pictures that a program asks for, as objgraph would draw them.
enum ProgramPicture {
  /// How a request's picture looks.
  static func style(of request: PictureRequest) -> GraphStyle {
    var style = GraphStyle.classic
    style.showsQualifiedNames = !request.shortnames
    style.showsReferenceCounts = request.refcounts
    return style
  }

  /// A request's picture as SVG.
  static func svg(of request: PictureRequest) throws -> String {
    try graph(of: request).svg(style: style(of: request))
  }

  /// Walks through the heap as a program's request says.
  static func graph(of request: PictureRequest) throws -> ReferenceGraph {
    var walk = ReferenceWalk.objgraph(request.question == .backReferences ? .backward : .forward)
    walk.maximumDepth = request.maxDepth ?? Int.max
    walk.maximumReferences = request.tooMany ?? Int.max
    walk.ignored = request.ignored
    // The walk calls these while it runs, on the thread of the program.
    let answers = ProgramAnswers(request)
    if request.filter != nil { walk.filter = { unsafe answers.request.filter?($0) ?? true } }
    if request.highlight != nil { walk.highlight = { unsafe answers.request.highlight?($0) ?? false } }
    if request.extraInfo != nil || request.text != nil {
      walk.extraInformation = { answers.information(on: $0) }
    }
    if request.attributes != nil { walk.attributes = { unsafe answers.request.attributes?($0) ?? [:] } }
    return try walk.graph(from: request.objects, in: request.snapshot)
  }
}

/// What a program answers while its picture is drawn.
private final class ProgramAnswers: Sendable {
  nonisolated(unsafe) let request: PictureRequest

  init(_ request: PictureRequest) { unsafe self.request = request }

  /// What stands under an object's type: its own text, where the heap has none, and what else is said of it.
  func information(on object: ObjectIndex) -> String? {
    let request = unsafe request
    let isTold = request.snapshot.text(of: object) != nil
    let lines = [isTold ? nil : request.text?(object), request.extraInfo?(object)].compactMap(\.self)
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}
