import ArgumentParser
import HeapGraph

/// Draws what objects refer to.
struct RefsCommand: HeapCommand {
  static let configuration = CommandConfiguration(
    commandName: "refs",
    abstract: "Draw what objects refer to.",
    discussion: """
      EXAMPLE:
        heapgraph refs app.heap config -o config.svg
        heapgraph refs app.heap type:Session --ignore type:cell -o sessions.png
      """)

  @OptionGroup var heap: HeapArgument
  @OptionGroup var objects: ObjectArguments
  @OptionGroup(title: "The walk") var walk: WalkOptions
  @OptionGroup(title: "The picture") var picture: PictureOptions

  func run(in session: CommandSession) throws -> CommandOutcome {
    try WalkDrawing(
      direction: .forward, heap: heap, objects: objects.names, walk: walk, picture: picture
    ).run(named: "refs", in: session)
  }
}
