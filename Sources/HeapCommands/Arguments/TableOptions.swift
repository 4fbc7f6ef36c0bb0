import ArgumentParser
import HeapGraph

/// How a table is written.
struct TableOptions: ParsableArguments {
  @Flag(help: "Write JSON, with sizes in bytes.")
  var json = false

  @Option(parsing: .unconditional, help: ArgumentHelp("How many rows to show, or 'all'.", valueName: "n"))
  var limit = Limit(10)

  @Flag(help: "Name types with the modules that they come from.")
  var qualified = false

  /// By which name types are counted.
  var naming: TypeNaming { qualified ? .qualified : .short }

  /// The most rows, `nil` for all.
  func rowLimit() throws(HeapCommandError) -> Int? {
    try limit.checked("--limit", least: 1)
  }
}
