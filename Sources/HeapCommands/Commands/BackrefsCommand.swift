import ArgumentParser
import HeapGraph

/// Draws what refers to objects.
struct BackrefsCommand: HeapCommand {
  static let configuration = CommandConfiguration(
    commandName: "backrefs",
    abstract: "Draw what refers to objects.",
    discussion: """
      EXAMPLE:
        heapgraph backrefs app.heap type:Session -o who.svg
        heapgraph backrefs app.heap @0x7f12a0c3d5e0 --depth 5 -o who.png
      """)

  @OptionGroup var heap: HeapArgument
  @OptionGroup var objects: ObjectArguments
  @OptionGroup(title: "The walk") var walk: WalkOptions
  @OptionGroup(title: "The picture") var picture: PictureOptions

  func run(in session: CommandSession) throws -> CommandOutcome {
    try WalkDrawing(
      direction: .backward, heap: heap, objects: objects.names, walk: walk, picture: picture
    ).run(named: "backrefs", in: session)
  }
}
