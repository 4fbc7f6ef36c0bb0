import ArgumentParser

/// The command `heapgraph`.
struct HeapGraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heapgraph",
    abstract: "Show who holds what in a heap.",
    discussion: """
      Pictures and tables of the objects of a program and the references between them.

      EXAMPLE:
        heapgraph capture python -o app.heap app.py   # run, and keep the heap
        heapgraph types app.heap                      # what there is most of
        heapgraph backrefs app.heap type:Session      # who holds the sessions
        heapgraph chain app.heap type:Session         # why one of them is alive

      A heap is a .heap or .heap.gz file, or - for standard input. An object is
        type:NAME    all objects of a type, by its short or qualified name
        @0xADDRESS   the object at an address
        '#INDEX'     the object with a number; unquoted, a shell's comment
        NAME         a variable, a module, another root, and what it holds:
                     t.left, cache['key'], app.config.items[3]

      Results are written to standard output, everything else to standard error. The exit status is 0 where \
      something was found, 1 where nothing was, 2 where it failed, and 64 where it was asked wrongly.
      """,
    version: HeapGraphProgram.version,
    subcommands: [
      RefsCommand.self, BackrefsCommand.self, ChainCommand.self, TypesCommand.self, GrowthCommand.self,
      LeakingCommand.self, LeaksCommand.self, LayoutCommand.self, RunCommand.self, InfoCommand.self,
      CaptureCommand.self, DoctorCommand.self,
      FormatsCommand.self,
    ])
}
