import ArgumentParser

/// The heap that a command asks.
struct HeapArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp("A .heap or .heap.gz file, or - for standard input.", valueName: "heap"),
    completion: .file(extensions: ["heap", "gz"]))
  var name: String
}

/// The objects of the heap that a command is about.
struct ObjectArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Which objects: type:NAME, @0xADDRESS, '#INDEX', or a variable such as t or cache['key'].",
      valueName: "object"))
  var names: [String]
}
