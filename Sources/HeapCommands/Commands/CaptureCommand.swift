import ArgumentParser

/// Writes the heap of a program to a file.
struct CaptureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capture",
    abstract: "Write the heap of a program to a file.",
    discussion: """
      EXAMPLE:
        heapgraph capture python -o app.heap app.py
        heapgraph capture swift --pid 4711 -o app.heap
      """,
    subcommands: [CapturePythonCommand.self, CaptureSwiftCommand.self])
}
