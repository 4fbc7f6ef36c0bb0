// A server that leaks, and that answers questions about its own heap:
//
//     HEAPGRAPH_SERVICE=1 swift run App
//     curl http://127.0.0.1:8080/heap/leaks

import HeapGraphService
import Hummingbird

@main enum App {
  static func main() async throws {
    let port = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 8_080
    // A capture may follow the last at once here, so that many can be made under load; leave that out in a program.
    let heap = HeapService(options: HeapService.Options(minimumInterval: .zero))

    let router = Router(context: Context.self)
    router.get("hello") { _, _ in "Hello\n" }
    router.get("login/{name}") { _, context in
      let session = Session(name: context.parameters.get("name") ?? "")
      session.start()
      return "Hello, \(session.name)\n"
    }
    router.mountHeap(heap)

    let app = Application(router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)))
    try await app.runService()
  }
}
