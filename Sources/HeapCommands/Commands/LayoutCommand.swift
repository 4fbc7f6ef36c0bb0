import ArgumentParser
import HeapGraph
import ObjectRuntime
import PythonProgram

/// Draws the memory of a program's objects, field by field.
struct LayoutCommand: HeapCommand {
  static let configuration = CommandConfiguration(
    commandName: "layout",
    abstract: "Draw the memory of a program's objects, field by field.",
    usage: "heapgraph layout [<options>] <program> <object> ...",
    discussion: """
      The program is run on the built-in object runtime, whose objects lie in memory as CPython 3.13's do on a \
      64-bit machine. Without -o, the fields are listed.

      EXAMPLE:
        heapgraph layout samples/guide/slots.py point
        heapgraph layout samples/guide/slots.py point ordinary -o layout.svg
      """)

  @OptionGroup var heap: HeapArgument
  @OptionGroup var objects: ObjectArguments

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write a picture to this file, in the format of its extension; - is standard output.", valueName: "file"
    ),
    completion: .file())
  var output: String?

  @Option(
    name: [.customShort("T"), .long],
    help: ArgumentHelp(
      "The format: dot, svg, png, pdf …; 'heapgraph formats' lists all.", valueName: "format"))
  var format: String?

  func run(in session: CommandSession) throws -> CommandOutcome {
    guard ProgramHeap.isProgram(heap.name) else {
      throw HeapCommandError.usage(
        "layout reads the memory of a program on the built-in runtime, and \(heap.name) holds none; "
          + "name a .py or .ipynb file")
    }
    let destination = try output.map { output throws(HeapCommandError) in
      try PictureDestination(
        output: output, format: format, layout: nil, style: .modern, opens: false, isQuiet: false, in: session
      )
    }
    if destination == nil, format != nil {
      throw HeapCommandError.usage("--format says how a picture is written; say where with -o")
    }
    let selectors = try objects.names.map { text throws(HeapAnalysisError) in
      try ObjectSelector(parsing: text)
    }
    let answers = try ProgramHeap.ask(heap.name, heap.program.question, in: session) {
      snapshot, pointers, space in
      let lookup = ObjectLookup(snapshot)
      let found = try heap.explainingNames { try lookup.starts(selectors, limit: 50, in: session) }
      return try found.map { index in
        let object = ObjectHandle(space, taking: pointers[Int(index.rawValue)].retained())
        return try space.layout(of: object)
      }
    }
    let layouts = try ProgramHeap.onlyHeap(answers, of: heap.name)
    guard let destination else {
      for (index, layout) in layouts.enumerated() {
        if index > 0 { try session.output.writeLine("") }
        try session.output.writeLine(layout.table())
      }
      return .found
    }
    try destination.deliver(
      layouts.picture(), showing: count(layouts.count, "object"), named: "layout", in: session)
    return .found
  }
}
