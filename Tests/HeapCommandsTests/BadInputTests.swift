import Foundation
import HeapFixtures
import HeapGraph
import Testing

@testable import HeapCommands

/// What a person gets wrong: one line on standard error that says what to do, and the status that tells it.
@Suite struct BadInputTests {
  let folder = try! TemporaryFolder()

  private func expect(
    _ arguments: [String], _ status: CommandOutcome, _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async {
    let run = await run(arguments)
    #expect(run.status == status, sourceLocation: sourceLocation)
    #expect(run.output.isEmpty, sourceLocation: sourceLocation)
    #expect(run.messages == "heapgraph: \(message)\n", sourceLocation: sourceLocation)
  }

  @Test func `files that are no heaps`() async throws {
    let missing = folder.path("none.heap")
    await expect(["info", missing], .failed, "\(missing): cannot open the file: No such file or directory")
    await expect(
      ["info", folder.url.path], .failed, "\(folder.url.path): cannot read the file: Is a directory")
    let empty = try folder.write([], to: "empty.heap")
    await expect(["types", empty], .failed, "\(empty): the file is empty; capture the heap again")
    let script = try folder.write("#!/usr/bin/python3\n".utf8, to: "app.sh")
    await expect(
      ["refs", script, "t"], .failed,
      "\(script): not a .heap file (it looks like a script); make one with 'heapgraph capture'")
    let whole = try Data(contentsOf: URL(filePath: folder.sessions()))
    let cut = try folder.write(whole.prefix(300), to: "cut.heap")
    await expect(
      ["chain", cut, "app"], .failed,
      "\(cut): cut short: 300 of \(whole.count) bytes are there; copy it again or capture the heap again")
    var flipped = whole
    flipped[flipped.count - 9] ^= 1
    let damaged = try folder.write(flipped, to: "damaged.heap")
    let run = await run("leaking", damaged)
    #expect(run.status == .failed)
    #expect(run.messages.contains("damaged: the checksum of the"))
    let future = try folder.write(whole.prefix(8) + [9, 0] + whole.dropFirst(10), to: "future.heap")
    await expect(
      ["growth", future, future], .failed,
      "\(future): written in format version 9.0, and this reads version 1; update HeapGraph")
  }

  @Test func `Swift programs and core files that cannot be captured`() async throws {
    let swift = ["capture", "swift"]
    await expect(swift + ["--pid", "0"], .usage, "--pid is 0; give a process's number")
    await expect(swift + ["--pid", "-7"], .usage, "--pid is -7; give a process's number")
    let word = await run("capture", "swift", "--pid", "app")
    #expect(word.status == .usage)
    #expect(word.messages.contains("The value 'app' is invalid for '--pid <pid>'"))
    await expect(
      swift, .usage, "there is nothing to capture; name a process by --pid, or a core file by --core")
    await expect(
      swift + ["--pid", "1", "--core", "core"], .usage,
      "--pid and --core exclude each other; name a process or a core file")
    await expect(
      swift + ["--pid", "1", "--exe", "app"], .usage,
      "--exe and --sysroot belong to --core; a process that runs has its files itself")
    await expect(
      swift + ["--core", "core", "-o", "/"], .usage, "--output is '/'; name a file")
    await expect(swift + ["--pid", "4194305"], .failed, "there is no process 4194305")
    let missing = folder.path("core")
    await expect(swift + ["--core", missing], .failed, "\(missing): No such file or directory")
    let heap = try folder.sessions()
    await expect(
      swift + ["--core", heap], .failed,
      "\(heap): no core file: it does not begin as ELF files do; make one with 'gcore PID', or by 'ulimit -c "
        + "unlimited' before the program starts")
  }

  @Test func `names that nothing has`() async throws {
    let heap = try folder.sessions()
    await expect(
      ["refs", heap, "type:Sesion", "-o", "-"], .nothingFound,
      "The heap has no type named 'Sesion'. Did you mean 'Session'?")
    await expect(
      ["refs", heap, "type:Zzz", "-o", "-"], .nothingFound,
      "The heap has no type named 'Zzz'. List its types. 'heapgraph types' does so.")
    await expect(
      ["backrefs", heap, "@0x99", "-o", "-"], .nothingFound,
      "No object lies at 0x99. Addresses are those of one run of the program; take one from this heap.")
    await expect(
      ["chain", heap, "#7"], .nothingFound, "There is no object #7: the heap's objects are #0 to #6.")
    await expect(
      ["chain", heap, "cahe"], .nothingFound,
      "Neither a root nor a global variable of 'app' is named 'cahe'. Did you mean 'cache'?")
  }

  @Test func `names that cannot be read`() async throws {
    let run = await run("refs", try folder.sessions(), "#x", "-o", "-")
    #expect(run.status == .usage)
    #expect(run.messages.contains("'#x' names no object, see character 2: an index is a number from 0."))
  }

  @Test func `names are checked before a heap is read`() async {
    let run = await run("refs", "/none.heap", "#x", "-o", "-")
    #expect(run.status == .usage)
  }

  @Test func `numbers that cannot be`() async throws {
    let heap = try folder.sessions()
    let refs = ["refs", heap, "app", "-o", "-"]
    await expect(
      refs + ["--depth", "-1"], .usage,
      "--depth is -1; give the number of references to follow in a row, 0 or more")
    await expect(refs + ["--too-many", "-1"], .usage, "--too-many is -1; give 0 or more, or 'all'")
    await expect(refs + ["--budget", "0"], .usage, "--budget is 0; give 1 or more, or 'all'")
    await expect(refs + ["--limit", "0"], .usage, "--limit is 0; give 1 or more, or 'all'")
    await expect(["types", heap, "--limit", "-3"], .usage, "--limit is -3; give 1 or more, or 'all'")
    await expect(
      refs + ["--attribute", "URL"], .usage,
      "--attribute is 'URL'; write NAME=VALUE, for example URL=http://localhost/{address}")
    let words = await run(refs + ["--depth", "many"])
    #expect(words.status == .usage)
    #expect(
      words.messages
        == "heapgraph: The value 'many' is invalid for '--depth <n>'. See 'heapgraph refs --help'.\n")
  }

  @Test func `formats and engines that there are not`() async throws {
    let heap = try folder.sessions()
    let unknown = await run("refs", heap, "app", "-o", folder.path("a.xyz"))
    #expect(unknown.status == .usage)
    #expect(unknown.messages.hasPrefix("heapgraph: Graphviz cannot write the format 'xyz': use one of "))
    #expect(unknown.messages.contains("svg"))
    let engine = await run("refs", heap, "app", "-o", folder.path("a.svg"), "--layout", "nope")
    #expect(engine.status == .usage)
    #expect(
      engine.messages.hasPrefix("heapgraph: Graphviz has no layout engine 'nope': use one of circo, dot"))
    let bare = folder.path("picture")
    await expect(
      ["refs", heap, "app", "-o", bare], .usage,
      "the name '\(bare)' does not say which format the picture is to have; give it an extension such as .svg, .png, .pdf or .dot, or name the format with -T"
    )
    await expect(
      ["refs", heap, "app", "-T", "s/g"], .usage,
      "--format is 's/g'; 'heapgraph formats' lists those there are")
    await expect(
      ["refs", heap, "app", "-o", ""], .usage, "--output is empty; name a file, or give - for standard output"
    )
    #expect(try folder.files == ["app.heap"])
  }

  @Test func `pictures that are no text are kept from a terminal`() async throws {
    let heap = try folder.sessions()
    let png = await run(
      ["refs", heap, "app", "-o", "-", "-T", "png"], output: RecordingStream(isTerminal: true))
    #expect(png.status == .usage)
    #expect(
      png.messages
        == "heapgraph: standard output is a terminal, and png is no text; name a file with -o, or use a pipe\n"
    )
    let svg = await run(
      ["refs", heap, "app", "-o", "-", "-T", "svg"], output: RecordingStream(isTerminal: true))
    #expect(svg.output.contains("<svg"))
    let pipe = RecordingStream()
    _ = await run(["refs", heap, "app", "-o", "-", "-T", "png"], output: pipe)
    #expect(pipe.contents.starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  @Test func `pictures that cannot be written leave nothing behind`() async throws {
    let heap = try folder.sessions()
    let nowhere = folder.path("none/a.svg")
    await expect(
      ["refs", heap, "app", "-o", nowhere], .failed,
      "\(nowhere): cannot write the file: No such file or directory")
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "a.svg"), withIntermediateDirectories: false)
    let run = await run("refs", heap, "app", "-o", folder.path("a.svg"))
    #expect(run.status == .failed)
    #expect(try folder.files == ["a.svg", "app.heap"])
  }

  @Test func `heaps that do not fit the question`() async throws {
    let heap = try folder.sessions()
    await expect(
      ["growth", heap], .usage, "growth compares two heaps or more; name a later one, too")
    await expect(
      ["growth", heap, heap, heap, "--new"], .usage,
      "--new compares two heaps, not 3; name the first and the last")
    await expect(
      ["growth", heap, heap, "--new", "Session"], .usage,
      "--new is 'Session'; give a type, such as type:Session, or nothing")
    await expect(
      ["growth", "-", "-"], .usage, "only one heap can come from standard input; name files for the others")
    await expect(
      ["leaking", heap, "-o", "-"], .usage, "--output is -, where the table goes; name a file for the picture"
    )
  }

  @Test func `arguments that are missing or unknown`() async {
    await expect(["refs"], .usage, "Missing expected argument '<heap>'. See 'heapgraph refs --help'.")
    await expect(
      ["refs", "a.heap"], .usage, "Missing expected argument '<object> ...'. See 'heapgraph refs --help'.")
    await expect(
      ["types", "a.heap", "--limt", "3"], .usage,
      "Unknown option '--limt'. Did you mean '--limit'? See 'heapgraph types --help'.")
    await expect(["refz"], .usage, "There is no command 'refz'. Did you mean 'refs'? See 'heapgraph --help'.")
    await expect(["draw", "a.heap"], .usage, "There is no command 'draw'. See 'heapgraph --help'.")
    await expect(
      ["refs", "a.heap", "t", "--style", "old"], .usage,
      "The value 'old' is invalid for '--style <style>'. Please provide one of 'modern' and 'classic'. See 'heapgraph refs --help'."
    )
  }
}
