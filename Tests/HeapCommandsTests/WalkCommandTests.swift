import Foundation
import HeapFixtures
import HeapGraph
import Synchronization
import Testing

@testable import HeapCommands

@Suite struct WalkCommandTests {
  let folder = try! TemporaryFolder()

  private func dot(_ arguments: String...) async -> Recording {
    await run(arguments + ["-o", "-"])
  }

  @Test func `references and back-references are what the library draws`() async throws {
    let path = try folder.sessions()
    let heap = try HeapSnapshot(contentsOf: path)
    let refs = await dot("refs", path, "app")
    #expect(refs.status == .found)
    #expect(refs.output == (try heap.references(from: "app").dot()))
    let backrefs = await dot("backrefs", path, "type:Session", "--depth", "5")
    #expect(backrefs.output == (try heap.backReferences(to: "type:Session", depth: 5).dot()))
  }

  @Test func `each option of the walk reaches it`() async throws {
    let path = try folder.sessions()
    let heap = try HeapSnapshot(contentsOf: path)
    let cases: [([String], (inout ReferenceWalk) -> Void)] = [
      (["--depth", "1"], { $0.maximumDepth = 1 }),
      (["--too-many", "1"], { $0.maximumReferences = 1 }),
      (["--budget", "2"], { $0.nodeBudget = 2 }),
      (["--budget", "all"], { $0.nodeBudget = nil }),
      (["--ignore", "type:str"], { $0.ignored = Set(heap.instances(ofType: "str")) }),
      (["--filter", "type:dict"], { $0.filter = { heap.type(of: $0).name == "dict" } }),
      (["--highlight", "type:dict"], { $0.highlight = { heap.type(of: $0).name == "dict" } }),
      (["--references", "all"], { $0.selection = .all }),
      (["--references", "strong"], { $0.selection = .strong }),
      (["--extra", "address"], { $0.extraInformation = { "\(heap.address(of: $0))" } }),
      (
        ["--extra", "index", "--extra", "size"],
        { $0.extraInformation = { "\($0)\n\(heap.shallowSize(of: $0))" } }
      ),
      (
        ["--attribute", "URL=http://x/{address}?{index}&{type}"],
        {
          $0.attributes = {
            ["URL": "http://x/\(heap.address(of: $0))?\($0.position)&\(heap.type(of: $0).qualifiedName)"]
          }
        }
      ),
    ]
    let plain = try heap.references(from: "app").dot()
    for (options, configure) in cases {
      let expected = try heap.references(from: "app", configure).dot()
      let run = await run(["refs", path, "app", "-o", "-"] + options)
      #expect(run.output == expected, "\(options)")
      // Options that change nothing on this heap would prove nothing.
      if !["all", "strong"].contains(options[1]) { #expect(expected != plain, "\(options)") }
    }
    let traced = await dot("refs", path, "app", "--references", "traced", "--budget", "all")
    #expect(
      traced.output
        == (try ReferenceWalk.objgraph(.forward).graph(from: heap.objects(named: "app"), in: heap).dot()))
  }

  @Test func `each option of the picture reaches it`() async throws {
    let path = try folder.sessions()
    let graph = try HeapSnapshot(contentsOf: path).references(from: "app")
    let cases: [([String], (inout GraphStyle) -> Void)] = [
      (["--style", "classic"], { $0.look = .classic }),
      (["--theme", "dark"], { $0.theme = .dark }),
      (["--direction", "right"], { $0.rankDirection = .leftToRight }),
      (["--direction", "up"], { $0.rankDirection = .bottomToTop }),
      (["--qualified"], { $0.showsQualifiedNames = true }),
      (["--refcounts"], { $0.showsReferenceCounts = true }),
      (["--legend"], { $0.showsLegend = true }),
    ]
    for (options, configure) in cases {
      var style = GraphStyle.modern
      configure(&style)
      let run = await run(["refs", path, "app", "-o", "-"] + options)
      #expect(run.output == graph.dot(style), "\(options)")
      #expect(run.output != graph.dot(), "\(options)")
    }
  }

  @Test func `a walk backwards stops at modules unless it is told not to`() async throws {
    let heap = try folder.sessions { $0.refer("list", "app", kind: .element, label: .index(0)) }
    let stopped = await dot("backrefs", heap, "type:dict")
    let through = await dot("backrefs", heap, "type:dict", "--through-modules")
    #expect(!stopped.output.contains("list"))
    #expect(through.output.contains("list"))
  }

  @Test func `too many matches are cut to the first, and that is said`() async throws {
    let heap = try folder.sessions { sketch in
      for number in 0..<20 { sketch.add("n\(number)", type: "int") }
    }
    let cut = await dot("refs", heap, "type:int")
    #expect(cut.status == .found)
    #expect(
      cut.messages.contains("heapgraph: type:int matches 20 objects; taking the first 10, see --limit\n"))
    #expect(cut.messages.contains("nothing is referred to from there"))
    let all = await dot("refs", heap, "type:int", "--limit", "all")
    #expect(!all.messages.contains("matches"))
    let budget = await dot("refs", heap, "app", "--budget", "2")
    #expect(budget.messages.contains("Cut at 2 objects"))
  }

  @Test func `an object that nothing refers to is drawn, and that is said`() async throws {
    let run = await dot("backrefs", try folder.sessions(), "type:list")
    #expect(run.status == .found)
    #expect(run.messages == "heapgraph: nothing in the heap refers to it\n")
    #expect(run.output.contains("list"))
  }

  @Test func `an option that names nothing has no effect, and that is said`() async throws {
    let run = await dot("refs", try folder.sessions(), "app", "--ignore", "type:Sesion")
    #expect(run.status == .found)
    #expect(
      run.messages
        == "heapgraph: --ignore type:Sesion has no effect: The heap has no type named 'Sesion'. Did you mean 'Session'?\n"
    )
  }

  @Test func `a file gets the format of its extension, and -T decides where there is none`() async throws {
    let heap = try folder.sessions()
    let beginnings = ["a.svg": "<?xml", "a.gv": "digraph", "a.pdf": "%PDF", "a.json": "{"]
    for (name, beginning) in beginnings {
      let run = await run("refs", heap, "app", "-o", folder.path(name))
      #expect(run.status == .found)
      #expect(run.output.isEmpty)
      #expect(run.messages == "heapgraph: \(folder.path(name)): 6 objects, 5 references\n")
      #expect(
        String(decoding: try Data(contentsOf: folder.url.appending(path: name)).prefix(5), as: UTF8.self)
          .hasPrefix(beginning.prefix(5)), "\(name)")
    }
    let named = await run("refs", heap, "app", "-o", folder.path("plain"), "-T", "svg", "--quiet")
    #expect(named.messages.isEmpty)
    #expect(try folder.text(of: "plain").contains("<svg"))
    let layout = await run("refs", heap, "app", "-o", folder.path("b.dot"), "-T", "xdot", "--layout", "circo")
    #expect(layout.status == .found)
    #expect(try folder.text(of: "b.dot").contains("_draw_"))
    let text = await dot("refs", heap, "app", "--layout", "circo")
    #expect(
      text.messages
        == "heapgraph: --layout circo has no effect: DOT text is laid out by the program that draws it\n")
  }

  @Test func `without a viewer the picture lies in a file whose name is the result`() async throws {
    let run = await run(
      ["refs", try folder.sessions(), "app"], environment: ["TMPDIR": folder.url.path])
    let path = run.output.trimmingCharacters(in: .newlines)
    #expect(path.hasPrefix(folder.url.path + "/heapgraph-refs-"))
    #expect(path.hasSuffix(".svg"))
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("<svg"))
    let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(permissions == 0o600)
  }

  @Test func `a viewer gets the picture in the form that it reads`() async throws {
    let heap = try folder.sessions()
    let environment = ["TMPDIR": folder.url.path]
    let started = Mutex<[[String]]>([])
    func launcher(_ viewer: Viewer, works: Bool = true) -> ViewerLauncher {
      ViewerLauncher(viewer: viewer) { path, arguments in
        started.withLock { $0.append([path] + arguments) }
        return works
      }
    }
    let xdot = launcher(Viewer(name: "xdot", path: "/bin/xdot", readsDOT: true))
    let first = await run(["refs", heap, "app", "--layout", "fdp"], environment: environment, viewers: xdot)
    #expect(first.output.isEmpty)
    let call = try #require(started.withLock { $0.first })
    #expect(call.prefix(3) == ["/bin/xdot", "-f", "fdp"])
    #expect(try String(contentsOfFile: try #require(call.last), encoding: .utf8).hasPrefix("digraph"))
    #expect(first.messages.contains("opening \(try #require(call.last)) in xdot"))

    let open = launcher(Viewer(name: "xdg-open", path: "/bin/xdg-open", readsDOT: false))
    _ = await run(["refs", heap, "app"], environment: environment, viewers: open)
    #expect(started.withLock { $0.last?.last?.hasSuffix(".svg") } == true)
    // A file that was named is opened only where that is asked for.
    let count = started.withLock { $0.count }
    _ = await run(["refs", heap, "app", "-o", folder.path("a.svg")], viewers: open)
    #expect(started.withLock { $0.count } == count)
    _ = await run(["refs", heap, "app", "-o", folder.path("a.svg"), "--view"], viewers: open)
    #expect(started.withLock { $0.last } == ["/bin/xdg-open", folder.path("a.svg")])

    let broken = launcher(Viewer(name: "xdg-open", path: "/bin/xdg-open", readsDOT: false), works: false)
    let failed = await run(["refs", heap, "app"], environment: environment, viewers: broken)
    #expect(failed.status == .found)
    #expect(failed.messages.contains("cannot start xdg-open; open the file yourself"))
    #expect(failed.output.hasSuffix(".svg\n"))
  }

  @Test func `a viewer is looked for on a display, xdot first`() {
    func find(_ environment: [String: String], _ programs: Set<String>) -> String? {
      ViewerLauncher(environment: environment) { programs.contains($0) }.viewer?.path
    }
    let both: Set = ["/b/xdot", "/a/xdg-open"]
    #if os(Linux)
      #expect(find(["DISPLAY": ":0", "PATH": "/a:/b"], both) == "/b/xdot")
      #expect(find(["WAYLAND_DISPLAY": "w", "PATH": "/a"], both) == "/a/xdg-open")
      #expect(find(["DISPLAY": "", "PATH": "/a:/b"], both) == nil)
      #expect(find(["PATH": "/a:/b"], both) == nil)
      #expect(find(["DISPLAY": ":0", "PATH": "/c"], both) == nil)
    #endif
  }
}
