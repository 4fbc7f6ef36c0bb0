import ArgumentParser

/// The heap that a command asks.
struct HeapArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A .heap or .heap.gz file, - for standard input, or a .py program or .ipynb notebook, which is run first.",
      valueName: "heap"),
    completion: .file(extensions: ["heap", "gz", "py", "ipynb"]))
  var name: String

  @OptionGroup(title: "Where the heap is a program") var program: ProgramHeapOptions
}

/// The objects of the heap that a command is about.
struct ObjectArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Which objects: type:NAME, @0xADDRESS, '#INDEX', or a variable such as t or cache['key'].",
      valueName: "object"))
  var names: [String]
}
