import Foundation
import HeapGraph
import SwiftHeap
import Testing

@testable import HeapGraphService

private final class Visitor {
  var onLeave: (() -> Void)?
  var count = 0
}
private final class Guest {
  var name = "<b>&\"'"
}
private enum House {
  nonisolated(unsafe) static var guests: [Guest] = []
  nonisolated(unsafe) static var hall: Hall?
}
private final class Hall {
  let rooms = (0..<10).map { _ in (0..<10).map { _ in Guest() } }
}

@inline(never) private func leak() {
  let visitor = Visitor()
  visitor.onLeave = { visitor.count += 1 }
}

/// Answers to requests, as text, JSON, pages, pictures and files.
@Suite(.serialized) struct AnswerTests {
  private let service = HeapService(
    options: HeapService.Options(isEnabled: true, minimumInterval: .zero, nodeBudget: 20))

  private static func request(_ target: String, method: String = "GET") -> HeapService.Request {
    HeapService.Request(
      method: method, target: target, headers: ["Host": "localhost"], remoteAddress: "127.0.0.1")
  }

  private func ask(
    _ target: String, method: String = "GET", accept: String? = nil, body: String? = nil
  ) async -> (status: Int, type: String, text: String) {
    var headers = ["Host": "localhost"]
    headers["Accept"] = accept
    if body != nil { headers["Content-Type"] = "application/x-www-form-urlencoded" }
    let response = await service.respond(
      to: HeapService.Request(
        method: method, target: target, headers: headers, body: Array((body ?? "").utf8),
        remoteAddress: "127.0.0.1"))
    return (response.status, response.contentType, String(decoding: response.body, as: UTF8.self))
  }

  @Test func `the index links to all questions`() async {
    for path in ["/heap", "/heap/"] {
      let (status, type, text) = await ask(path)
      #expect(status == 200)
      #expect(type == "text/html; charset=utf-8")
      for link in ["leaks", "leaks.svg", "types", "growth", "capture.heap"] {
        #expect(text.contains("href=\"/heap/\(link)\""))
      }
    }
  }

  @Test func `leaks are told in each format`() async throws {
    leak()
    let text = await ask("/heap/leaks")
    #expect(text.status == 200)
    #expect(text.type == "text/plain; charset=utf-8")
    #expect(text.text.contains("Visitor.onLeave.captured → Visitor"))
    #expect(text.text.contains("make weak: the capture of Visitor"))
    let json = await ask("/heap/leaks.json")
    #expect(json.type == "application/json")
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [[String: Any]])
    #expect(rows.contains { ($0["weaken"] as? [String])?.first?.contains("Visitor") == true })
    #expect(await ask("/heap/leaks", accept: "application/json").type == "application/json")
    let page = await ask("/heap/leaks", accept: "text/html,application/xhtml+xml,*/*;q=0.8")
    #expect(page.type == "text/html; charset=utf-8")
    #expect(page.text.contains("<pre>") && page.text.contains("Visitor.onLeave.captured → "))
    #expect(page.text.contains("<svg") == GraphvizRenderer.isAvailable)
    #expect(!page.text.contains("<?xml"))
    let picture = await ask("/heap/leaks.svg")
    #expect(picture.status == (GraphvizRenderer.isAvailable ? 200 : 501))
    #expect(picture.text.contains("Visitor") || picture.status == 501)
    let dot = await ask("/heap/leaks.dot")
    #expect(dot.text.contains("digraph"))
  }

  @Test func `types, and what became more since the last time and since a mark`() async {
    let types = await ask("/heap/types?limit=3")
    #expect(types.text.split(separator: "\n").count == 5)
    #expect(await ask("/heap/growth").text.contains("This is the first time"))
    #expect(await ask("/heap/growth?since=start").status == 404)
    let mark = await ask("/heap/mark", method: "POST", body: "name=the+start")
    #expect(mark.text.hasPrefix("Marked 'the start' at "))
    House.guests += (0..<100).map { _ in Guest() }
    defer { House.guests = [] }
    #expect(await ask("/heap/growth").text.contains("+100"))
    #expect(!(await ask("/heap/growth").text.contains("+100")))
    let since = await ask("/heap/growth.json?since=the%20start")
    #expect(since.text.contains("\"type\" : \"Guest\""))
  }

  @Test func `marks with names are bounded, and need one`() async throws {
    let marks = HeapMarks()
    let statistics = TypeStatistics(of: try HeapSnapshotBuilder().finish())
    for number in 0..<HeapMarks.limit { try marks.set("\(number)", to: statistics) }
    #expect(throws: ServiceError.self) { try marks.set("one more", to: statistics) }
    try marks.set("3", to: statistics)
    #expect(try marks.mark(named: "3").entries.isEmpty)
    let heap = try SwiftHeap.capture()
    #expect(marks.replaceLast(with: heap.typeStatistics) == nil)
    #expect(marks.replaceLast(with: statistics)?.entries == heap.typeStatistics.entries)
    #expect(await ask("/heap/mark", method: "POST").status == 400)
  }

  @Test func `references, back-references and chains of a type`() async {
    House.guests = [Guest()]
    defer { House.guests = [] }
    let back = await ask("/heap/backrefs?type=Guest")
    #expect(back.text.hasPrefix("What refers to Guest: 1 object\n"))
    #expect(back.text.contains("[0] → Guest @0x"))
    let forward = await ask("/heap/refs.json?type=Guest&depth=1")
    #expect(forward.status == 200)
    let chain = await ask("/heap/chain?type=Guest")
    #expect(chain.text.hasPrefix("global variable "))
    #expect(chain.text.contains("guests"))
    for path in ["backrefs", "refs", "chain"] {
      #expect(await ask("/heap/\(path).dot?type=Guest").text.contains("Guest"))
      let missing = await ask("/heap/\(path)?type=Gueste")
      #expect(missing.status == 404)
      #expect(missing.text.contains("Did you mean 'Guest'"))
      #expect(await ask("/heap/\(path)?object=a%5B").status == 400)
    }
    // Each picture has at most so many objects as are allowed.
    House.hall = Hall()
    defer { House.hall = nil }
    let all = await ask("/heap/refs?type=Hall&depth=5")
    #expect(all.status == 200)
    let drawn = Set(all.text.matches(of: /@0x[0-9a-f]+/).map { String($0.output) })
    #expect((15...20).contains(drawn.count), "\(all.text)")
  }

  @Test func `nothing of a request or a heap is taken for HTML`() async {
    let page = await ask("/heap/refs?type=%3Cscript%3E'", accept: "text/html")
    #expect(page.status == 404)
    #expect(page.text.contains("&lt;script&gt;&#39;"))
    #expect(!page.text.contains("<script"))
  }

  @Test func `a capture is handed out as a file that can be read, up to a size`() async throws {
    let response = await service.respond(
      to: Self.request("/heap/capture.heap"))
    #expect(response.headers["Content-Disposition"] == "attachment; filename=\"capture.heap\"")
    #expect(response.headers["Server-Timing"]?.hasPrefix("pause;dur=") == true)
    #expect(response.headers["Cache-Control"] == "no-store")
    let heap = try HeapSnapshot(bytes: response.body)
    #expect(heap.objectCount > 100)
    let small = HeapService(
      options: HeapService.Options(isEnabled: true, minimumInterval: .zero, fileSizeLimit: 1_000))
    let refused = await small.respond(
      to: Self.request("/heap/capture.heap"))
    #expect(refused.status == 413)
  }

  @Test func `captures come one at a time, and not too often`() async {
    let slow = HeapService(options: HeapService.Options(isEnabled: true, minimumInterval: .seconds(100)))
    let request = Self.request("/heap/types")
    #expect(await slow.respond(to: request).status == 200)
    let refused = await slow.respond(to: request)
    #expect(refused.status == 429)
    #expect(refused.headers["Retry-After"].flatMap { Int($0) }.map { (1...100).contains($0) } == true)
    let statuses = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 { group.addTask { await service.respond(to: request).status } }
      return await group.reduce(into: [Int]()) { $0.append($1) }
    }
    #expect(Set(statuses).isSubset(of: [200, 503]))
    #expect(statuses.contains(200) && statuses.contains(503))
    #expect(await service.respond(to: request).status == 200)
  }

  @Test func `an answer that takes too long is given up`() async {
    let hasty = HeapService(
      options: HeapService.Options(isEnabled: true, minimumInterval: .zero, timeLimit: .zero))
    leak()
    let answer = await hasty.respond(to: Self.request("/heap/leaks"))
    #expect(answer.status == 500)
    #expect(String(decoding: answer.body, as: UTF8.self).contains("timeLimit"))
  }

  @Test func `a head has no body`() async {
    #expect(await service.respond(to: Self.request("/heap/capture.heap", method: "HEAD")).body.isEmpty)
    #expect(await ask("/heap/types", method: "HEAD").text.isEmpty)
    #expect(await ask("/heap/types", method: "HEAD").status == 200)
  }
}
