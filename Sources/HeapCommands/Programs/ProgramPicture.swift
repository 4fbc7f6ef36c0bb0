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
    let isBackward = request.question == .backReferences || request.question == .chain
    var walk = ReferenceWalk.objgraph(isBackward ? .backward : .forward)
    walk.maximumDepth = request.maxDepth ?? Int.max
    walk.maximumReferences = request.tooMany ?? Int.max
    walk.ignored = request.ignored
    // The walk calls these while it runs, on the thread of the program.
    let answers = ProgramAnswers(request)
    if request.filter != nil { walk.filter = { unsafe answers.request.filter?($0) ?? true } }
    if request.highlight != nil { walk.highlight = { unsafe answers.request.highlight?($0) ?? false } }
    if request.extraInfo != nil { walk.extraInformation = { unsafe answers.request.extraInfo?($0) } }
    if request.attributes != nil { walk.attributes = { unsafe answers.request.attributes?($0) ?? [:] } }
    guard !request.chains.isEmpty else { return try walk.graph(from: request.objects, in: request.snapshot) }
    let members = Set(request.chains.lazy.joined())
    let filter = walk.filter
    walk.filter = { members.contains($0) && filter?($0) ?? true }
    walk.maximumDepth = (request.chains.map(\.count).max() ?? 1) - 1
    let starts = request.chains.compactMap { isBackward ? $0.last : $0.first }
    return try walk.graph(from: starts, in: request.snapshot)
  }
}

/// What a program answers while its picture is drawn.
private final class ProgramAnswers: Sendable {
  nonisolated(unsafe) let request: PictureRequest

  init(_ request: PictureRequest) { unsafe self.request = request }
}
