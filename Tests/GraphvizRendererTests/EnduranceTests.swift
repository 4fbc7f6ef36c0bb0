#if Graphviz

  import Foundation
  import GraphvizRenderer
  import Testing

  struct EnduranceTests {
    @Test func `many tasks at once each get their own picture`() async throws {
      let renderer = GraphvizRenderer()
      let alone = try (0..<8).map { try renderer.render("digraph g { n\($0) -> b }", format: .svg).bytes }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for task in 0..<200 {
          group.addTask {
            switch task % 4 {
            case 0:
              let error = #expect(throws: GraphvizError.self) {
                try renderer.render(
                  "digraph { \(String(repeating: "\n", count: task)) a -> ; }", format: .svg)
              }
              #expect(error == .syntax(message: "syntax error in line \(task + 1) near ';'", line: task + 1))
            case 1:
              let image = try renderer.render("digraph { a -> b:p\(task) }", format: .svg)
              #expect(image.warnings == ["node b, port p\(task) unrecognized"])
            case 2:
              #expect(try GraphvizRenderer.parse("graph { n\(task) }").nodes.map(\.name) == ["n\(task)"])
            default:
              let number = task / 4 % 8
              let image = try renderer.render("digraph g { n\(number) -> b }", format: .svg)
              let isTheSame = image.bytes == alone[number]
              #expect(isTheSame)
              #expect(image.warnings.isEmpty)
            }
          }
        }
        try await group.waitForAll()
      }
    }

    @Test func `a chain deeper than the caller's stack is drawn`() async {
      await #expect(processExitsWith: .success) {
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
          var dot = "digraph { node [shape=point] "
          for node in 0..<5_000 { dot += "\(node) -> \(node + 1);" }
          let image = try? GraphvizRenderer().render(dot + "}", format: .plain, engine: .dot)
          if image == nil { exit(1) }
          done.signal()
        }
        // `dot` alone ends in a segmentation fault at 256 KB on this chain.
        thread.stackSize = 128 << 10
        thread.start()
        done.wait()
      }
    }

    #if os(Linux)
      @Test(arguments: ["render", "fail", "parse"])
      func `a thousand pictures, failures or readings leave no memory behind`(_ what: String) async {
        // A process of its own, so that no other test's memory is counted.
        await #expect(processExitsWith: .success) { [what] in
          let renderer = GraphvizRenderer()
          var dot = "digraph { node [shape=box]\n"
          for node in 0..<30 {
            dot += "n\(node) [label=\"object \(node)\", tooltip=\"0x\(node * 4096)\"];\n"
            dot += "n\(node / 2) -> n\(node) [label=\"field\(node)\"];\n"
          }
          func work(_ rounds: Int) throws {
            for _ in 0..<rounds {
              switch what {
              case "render":
                let count = try renderer.render(dot + "}", format: .svg).bytes.count
                #expect(count > 10_000)
              case "fail":
                #expect(throws: GraphvizError.self) { try renderer.render(dot + "-> }", format: .svg) }
                #expect(throws: GraphvizError.self) {
                  try renderer.render(dot + "x [label=<<b>x</i>>] }", format: .svg)
                }
              default:
                #expect(try GraphvizRenderer.parse(dot + "}").nodes.count == 30)
              }
            }
          }
          try work(200)
          let before = EnduranceTests.residentBytes()
          try work(1_000)
          let growth = EnduranceTests.residentBytes() - before
          // A graph that is not closed leaves some 24 KB, 24 MB for all of them.
          #expect(growth < 2 << 20, "grew by \(growth) bytes")
        }
      }

      /// What this process has in memory, in bytes.
      static func residentBytes() -> Int {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
        let pages = Int(text.split(separator: " ")[1]) ?? 0
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
      }
    #endif
  }

#endif
