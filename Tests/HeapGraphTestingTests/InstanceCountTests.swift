import HeapGraph
import HeapGraphTesting
import Testing

private final class Counted {
  var next: Counted?
}
private final class Kept {}
private enum Elsewhere {
  final class Kept {}
}
private final class Ring {
  var next: Ring?
}

@inline(never) private func leakRing() {
  let ring = Ring()
  ring.next = ring
}

extension HeapExpectations {
  struct InstanceCountTests {
    @Test func `as many instances as may be pass, one more fails and says what holds them`() {
      let first = Counted()
      first.next = Counted()
      expectInstances(of: Counted.self, atMost: 2)
      let text = failure { expectInstances(of: Counted.self, atMost: 1) }
      #expect(text?.hasPrefix("expectInstances: 2 of Counted, and at most 1 may be\n@0x") == true)
      #expect(text?.contains("held by no object and no global variable: by a local variable") == true)
      #expect(text?.contains("Counted.next → Counted") == true)
      withExtendedLifetime(first) {}
    }

    @Test func `an instance that is leaked is told by its cycle`() {
      leakRing()
      let text = failure { expectInstances(of: Ring.self, atMost: 0) }
      #expect(text?.contains("holds itself: Ring.next → Ring") == true)
    }

    @Test func `no instances pass, and a class of the same name elsewhere counts for itself`() {
      let others = [Elsewhere.Kept(), Elsewhere.Kept()]
      expectInstances(of: Kept.self, atMost: 0)
      expectInstances(of: Elsewhere.Kept.self, atMost: 2)
      #expect(failure { expectInstances(of: Elsewhere.Kept.self, atMost: 1) } != nil)
      withExtendedLifetime(others) {}
    }

    @Test func `what was torn down is no instance, though an unowned reference keeps its memory`() {
      final class Reader {
        unowned let kept: Kept
        init(_ kept: Kept) { self.kept = kept }
      }
      var kept: Kept? = Kept()
      let reader = Reader(kept!)
      kept = nil
      expectInstances(of: Kept.self, atMost: 0)
      withExtendedLifetime(reader) {}
    }

    @Test func `living objects that hold each other are not told for leaked`() {
      let first = Counted()
      first.next = Counted()
      first.next?.next = first
      let text = failure { expectInstances(of: Counted.self, atMost: 0) }
      #expect(
        text?.contains("a retain without a release; it also holds itself: Counted.next → Counted") == true)
      first.next = nil
    }

    @Test func `growth tells what stayed, and gives the value back`() async throws {
      let (kept, growth) = try withHeapGrowth { (0..<100).map { _ in Kept() } }
      #expect(kept.count == 100)
      #expect(growth.increase(of: Kept.self) == 100)
      let entry = try #require(growth.increases().first { $0.name.hasSuffix(".Kept") })
      #expect(entry.counts == [0, 100])
      #expect(entry.sizeIncrease >= 1_600)
      #expect(growth.table().contains("Kept"))
      let later = try await withHeapGrowth {
        await Task.yield()
        return useDocument()
      }
      #expect(later.value == 3)
      #expect(later.growth.increase(of: Document.self) == 0)
      #expect(later.growth.increase(of: Page.self) == 0)
    }

    @Test func `a body that leaves nothing makes nothing grow, the first snapshot neither`() throws {
      // Other tests may make something in the meantime, but not each time.
      let grown = try (0..<5).map { _ in
        try withHeapGrowth { useDocument() }.growth.increases(limit: nil).reduce(0) { $0 + $1.increase }
      }
      #expect(try #require(grown.min()) < 20, "\(grown)")
    }
  }
}
