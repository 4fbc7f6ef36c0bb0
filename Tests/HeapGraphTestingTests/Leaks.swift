import HeapGraphTesting

// Programs that leak, and such that do not.

final class Session {
  var onClose: (() -> Void)?
  var requests: [Request] = []
  var isOpen = true
  func close() { isOpen = false }
}

final class Request {
  var session: Session?
}

final class Document: @unchecked Sendable {
  var pages: [Page] = []
}

final class Page {
  weak var document: Document?
}

actor Store {
  var sessions: [String: Session] = [:]

  /// What is said of a session that this keeps.
  func failureOfKept() -> String? {
    let session = Session()
    sessions["a"] = session
    return failure { expectDeallocated(session) }
  }
}

@inline(never) func leakClosure() {
  let session = Session()
  session.onClose = { session.close() }
}

@discardableResult
@inline(never) func makeLeakedSession() -> Session {
  let session = Session()
  session.onClose = { session.close() }
  return session
}

@inline(never) func leakRequests() {
  let session = Session()
  for _ in 0..<3 {
    let request = Request()
    request.session = session
    session.requests.append(request)
  }
}

@inline(never) func useDocument() -> Int {
  let document = Document()
  for _ in 0..<3 {
    let page = Page()
    page.document = document
    document.pages.append(page)
  }
  return document.pages.count
}

enum Cache {
  nonisolated(unsafe) static var sessions: [String: Session] = [:]
}
