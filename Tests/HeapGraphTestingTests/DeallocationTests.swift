import HeapGraphTesting
import Testing

extension HeapExpectations {
  struct DeallocationTests {
    @Test func `an object that only the caller's variable holds passes, handed over or not`() async {
      let kept = Session()
      expectDeallocated(kept)
      let handedOver = Session()
      expectDeallocated(consume handedOver)
      await Task.yield()
      expectDeallocated(kept)
      let document = Document()
      document.pages = [Page()]
      document.pages[0].document = document
      expectDeallocated(document)
      #expect(kept.isOpen)
    }

    @Test func `an object that is in a cycle fails, though a variable holds it`() {
      let session = Session()
      session.onClose = { session.close() }
      let text = failure { expectDeallocated(session) }
      let start = "expectDeallocated: an instance of Session is still alive\nheld by Session.onClose.captured"
      #expect(text?.hasPrefix(start) == true)
      #expect(text?.contains("it holds itself:\n   Session.onClose.captured → Session") == true)
      #expect(text?.contains("picture: attached as holders.svg") == true)
      session.onClose = nil
      expectDeallocated(session)
    }

    @Test func `an object that a static variable leads to fails, told by the chain`() {
      let session = Session()
      Cache.sessions["a"] = session
      let text = failure { expectDeallocated(session) }
      #expect(text?.contains("alive by global variable") == true)
      #expect(text?.contains("sessions") == true)
      Cache.sessions = [:]
      expectDeallocated(session)
    }

    @Test func `an object that an actor keeps fails`() async {
      let text = await Store().failureOfKept()
      #expect(text?.contains("Store.sessions") == true)
    }

    @Test func `what a closure makes has to be gone when it is given back`() async throws {
      expectDeallocated {
        let session = Session()
        session.close()
        return session
      }
      let text = failure {
        expectDeallocated {
          let session = Session()
          session.onClose = { session.close() }
          return session
        }
      }
      #expect(text?.contains("it holds itself:") == true)
      let unmanaged = failure {
        expectDeallocated { Unmanaged.passRetained(Session()).takeUnretainedValue() }
      }
      #expect(unmanaged?.contains("held by no object and no global variable") == true)
    }

    @Test func `what a task still uses may take a while to go`() async throws {
      await expectDeallocated(within: .seconds(10)) {
        let document = Document()
        Task.detached {
          try await Task.sleep(for: .milliseconds(50))
          _ = document.pages
        }
        return document
      }
      // The same without a wait is too early.
      let text = failure {
        expectDeallocated {
          let document = Document()
          Task.detached {
            try await Task.sleep(for: .milliseconds(500))
            _ = document.pages
          }
          return document
        }
      }
      #expect(text?.contains("an instance of Document is still alive") == true)
    }

    @Test func `a global variable is told also where the object is in a cycle`() {
      let session = Session()
      let request = Request()
      request.session = session
      session.requests = [request]
      Cache.sessions["a"] = session
      defer { Cache.sessions = [:] }
      let text = failure { expectDeallocated(request) }
      #expect(text?.contains("alive by global variable") == true)
      #expect(text?.contains("it holds itself:") == true)
      session.requests = []
    }
  }
}
