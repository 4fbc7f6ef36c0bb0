import HeapGraphTesting
import SwiftHeap
import Testing

extension HeapExpectations {
  struct NoLeaksTests {
    @Test func `a piece of a program that leaves nothing passes`() async {
      expectNoLeaks(of: Document.self, Page.self) { #expect(useDocument() == 3) }
      await expectNoLeaks(of: Document.self, Page.self) {
        await Task.yield()
        #expect(useDocument() == 3)
      }
    }

    @Test func `a leaked object that is the value of the body's one expression fails`() {
      let text = failure { expectNoLeaks(of: Session.self) { makeLeakedSession() } }
      #expect(text?.contains("Session.onClose.captured → Session") == true)
    }

    @Test func `a task that was cancelled is told as well`() async {
      let text = await Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return failure { expectNoLeaks(of: Session.self) { leakClosure() } }
      }.value
      #expect(text?.contains("Session.onClose.captured → Session") == true)
    }

    @Test func `a living object that a leaked one refers to is none that it keeps`() {
      Cache.sessions["shared"] = Session()
      defer { Cache.sessions = [:] }
      expectNoLeaks(of: Session.self) { leakOwner(of: Cache.sessions["shared"]) }
    }

    @Test func `a failure tells where the objects were made`() throws {
      try SwiftHeap.track()
      defer { SwiftHeap.stopTracking() }
      let text = failure { expectNoLeaks(of: Session.self) { leakClosure() } }
      #expect(
        text?.contains("Session was made in ") == true && text?.contains("leakClosure()") == true,
        "\(text ?? "")")
      final class Tracked {}
      let tracked = Tracked()
      let kept = failure { expectInstances(of: Tracked.self, atMost: 0) }
      #expect(kept?.contains(", made in ") == true, "\(kept ?? "")")
      withExtendedLifetime(tracked) {}
      var session: Session? = Session()
      Cache.sessions["kept"] = session
      let held = failure { expectDeallocated(session!) }
      #expect(held?.contains("\nmade in ") == true)
      Cache.sessions = [:]
      session = nil
    }

    @Test func `a closure that captures its owner fails, told field by field`() {
      #expect(failure { expectNoLeaks { leakClosure() } }?.contains("Session.onClose") == true)
      let text = failure { expectNoLeaks(of: Session.self) { leakClosure() } }
      #expect(
        text?.hasPrefix("expectNoLeaks: 1 leaked cycle of objects that nothing but themselves holds\n1. ")
          == true)
      #expect(text?.contains("Session.onClose.captured → Session") == true)
      #expect(text?.contains("make weak: the capture of Session") == true)
      #expect(text?.contains("picture: attached as leaked-cycles.svg") == true)
    }

    @Test func `an object that its parts hold fails, also after waiting`() async {
      let recorded = Recorded()
      await withKnownIssue {
        await expectNoLeaks(of: Request.self) {
          await Task.yield()
          leakRequests()
        }
      } matching: {
        recorded.add($0)
      }
      let text = recorded.text
      #expect(text?.contains("Session.requests[") == true)
      #expect(text?.contains("Request.session → Session") == true)
      #expect(text?.contains(": Request.session") == true)
    }

    @Test func `what was leaked before is not told again`() {
      leakClosure()
      leakRequests()
      expectNoLeaks(of: Session.self, Request.self) { _ = useDocument() }
    }

    @Test func `an object that was alive before and is leaked by the body is told`() {
      var session: Session? = Session()
      session?.onClose = { [session] in session?.close() }
      let text = failure { expectNoLeaks(of: Session.self) { session = nil } }
      #expect(text?.contains("Session.onClose → ") == true)
    }

    @Test func `only the classes that a test is about are told`() {
      expectNoLeaks(of: Document.self) { leakClosure() }
      expectNoLeaks(of: Request.self, ignoring: [Session.self]) { leakRequests() }
      #expect(failure { expectNoLeaks(of: Session.self, Document.self) { leakClosure() } } != nil)
      #expect(failure { expectNoLeaks(of: Request.self) { leakRequests() } } != nil)
      // A class that a leaked cycle keeps, and that is in none itself.
      #expect(failure { expectNoLeaks(of: Page.self) { leakOwner() } } != nil)
      #expect(failure { expectNoLeaks(of: Owner.self, ignoring: [Page.self]) { leakOwner() } } != nil)
    }

    @Test func `an error passes through, and nothing is told`() {
      struct Failure: Error {}
      #expect(throws: Failure.self) {
        try expectNoLeaks {
          leakClosure()
          throw Failure()
        }
      }
    }

    @Test func `a failure stands at the line of the expectation`() {
      let recorded = Recorded()
      withKnownIssue {
        expectNoLeaks(of: Session.self) { leakClosure() }
      } matching: {
        recorded.add($0)
      }
      #expect(recorded.all.first?.sourceLocation?.line == #line - 4)
    }
  }
}

private final class Owner {
  var itself: Owner?
  let page = Page()
  var session: Session?
}

@inline(never) private func leakOwner(of session: Session?) {
  let owner = Owner()
  owner.itself = owner
  owner.session = session
}

@inline(never) private func leakOwner() {
  let owner = Owner()
  owner.itself = owner
}
