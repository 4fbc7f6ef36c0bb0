import HeapGraphService
import Testing

/// The service answers nobody who must not ask.
struct AdmissionTests {
  private static let on = HeapService(options: HeapService.Options(isEnabled: true, minimumInterval: .zero))

  private static func status(
    _ target: String = "/heap", method: String = "GET", headers: [String: String] = [:],
    from address: String? = "127.0.0.1", of service: HeapService = on
  ) async -> Int {
    await service.respond(
      to: HeapService.Request(
        method: method, target: target, headers: headers.merging(["Host": "localhost"]) { own, _ in own },
        remoteAddress: address)
    ).status
  }

  @Test func `a service is off unless it is turned on, and tells only its own machine how`() async {
    let off = HeapService()
    #expect(!off.options.isEnabled)
    let local = await off.respond(to: HeapService.Request(target: "/heap", remoteAddress: "::1"))
    #expect(local.status == 404)
    #expect(String(decoding: local.body, as: UTF8.self).contains("HEAPGRAPH_SERVICE=1"))
    let remote = await off.respond(to: HeapService.Request(target: "/heap", remoteAddress: "10.0.0.1"))
    #expect(remote.status == 404)
    #expect(String(decoding: remote.body, as: UTF8.self) == "not found\n")
  }

  @Test(arguments: ["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1", "unix"])
  func `requests from the same machine are answered`(_ address: String) async {
    #expect(await Self.status(from: address) == 200)
  }

  @Test(arguments: [
    "10.0.0.1", "128.0.0.1", "::2", "::ffff:10.0.0.1", "127.0.0.1.example.org", "127.0.0", "", "127.0.0.256",
    nil,
  ])
  func `requests from elsewhere are not`(_ address: String?) async {
    #expect(await Self.status(from: address) == 403)
    let remote = HeapService(
      options: HeapService.Options(isEnabled: true, answersRemotely: true, minimumInterval: .zero))
    #expect(await Self.status(from: address, of: remote) == 200)
  }

  @Test(arguments: ["localhost", "localhost:8080", "127.0.0.1:80", "[::1]:8080", "[::1]"])
  func `a host that is this machine's own name is answered`(_ host: String) async {
    #expect(await Self.status(headers: ["Host": host]) == 200)
  }

  @Test(arguments: [
    ["Host": "example.org"], ["Host": "localhost.example.org"], ["Host": "[::1].example.org"], ["Host": ""],
    ["Host": "unix"], ["X-Forwarded-For": "10.0.0.1"], ["X-Forwarded-Host": "example.org"],
    ["Via": "1.1 proxy"], ["Forwarded": "for=10.0.0.1"], ["Sec-Fetch-Site": "cross-site"],
    ["Host": "localhost:80", "Origin": "http://example.org"],
    ["Host": "localhost:80", "Origin": "http://localhost:81"],
  ])
  func `what a proxy or a page of another site asks is refused`(_ headers: [String: String]) async {
    #expect(await Self.status(headers: headers) == 403)
  }

  @Test func `a request without a host is refused, since a framework may have kept it apart`() async {
    let answer = await Self.on.respond(to: HeapService.Request(target: "/heap", remoteAddress: "127.0.0.1"))
    #expect(answer.status == 403)
    #expect(String(decoding: answer.body, as: UTF8.self).contains("authority"))
  }

  @Test func `the service's own page may post, as browsers do it`() async {
    let headers = ["Host": "localhost:80", "Origin": "http://localhost:80", "Sec-Fetch-Site": "same-origin"]
    #expect(await Self.status("/heap/mark?name=a", method: "POST", headers: headers) == 200)
    // Else they would leave out the origin.
    let page = await Self.on.respond(
      to: HeapService.Request(target: "/heap", headers: ["Host": "localhost"], remoteAddress: "127.0.0.1"))
    #expect(page.headers["Referrer-Policy"] == "same-origin")
  }

  @Test func `options that are set later are held to the same bounds`() {
    var options = HeapService.Options()
    options.path = "heap/"
    (options.nodeBudget, options.rowLimit) = (0, -1)
    #expect(options.path == "/heap")
    #expect((options.nodeBudget, options.rowLimit) == (1, 1))
  }

  @Test func `methods and pages that there are none of are refused`() async {
    #expect(await Self.status(method: "DELETE") == 405)
    #expect(await Self.status("/heap/mark?name=a") == 405)
    #expect(await Self.status("/heap/types", method: "POST") == 405)
    for path in [
      "/", "/heaps", "/heap/none", "/heap/types.svg", "/heap/leaks.heap", "/heap/types/",
      "/heap/types.txt.json",
    ] {
      #expect(await Self.status(path) == 404, "\(path)")
    }
    for path in [
      "/heap/backrefs", "/heap/types?limit=0", "/heap/types?limit=a", "/heap/types?limit=100000",
      "/heap/refs?type=A&depth=-1",
    ] {
      #expect(await Self.status(path) == 400, "\(path)")
    }
  }
}
