import Foundation
import HeapFixtures
import HeapFormats
import HeapModel
import SwiftHeap
import Testing

private final class Signalled {}

/// A signal writes the heap, and takes nobody's handler away.
@Suite(.serialized) struct CaptureSignalTests {
  @Test func `a signal writes a heap that its owner alone can read, once for each time it comes`()
    async throws
  {
    let kept = Signalled()
    let folder = try TemporaryFolder()
    try SwiftHeap.installSignal(SIGUSR2, directory: folder.url.path)
    for count in 1...2 {
      kill(getpid(), SIGUSR2)
      var files: [String] = []
      for _ in 0..<2_000 where files.count < count {
        try await Task.sleep(for: .milliseconds(10))
        files = try folder.files.filter { $0.hasSuffix(".heap") }
      }
      #expect(files.count == count)
      for file in files {
        #expect(file.hasPrefix("swift-\(getpid())-20"))
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(file))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let heap = try HeapSnapshot(contentsOf: folder.path(file))
        let found = heap.objects.filter { heap.type(of: $0).name == "Signalled" }
        #expect(found.count == 1)
        #expect(heap.metadata[HeapMetadata.Key.processIdentifier] == "\(getpid())")
      }
    }
    withExtendedLifetime(kept) {}
    #expect(throws: SwiftHeapError.signalIsTaken(SIGUSR2)) {
      try SwiftHeap.installSignal(directory: folder.url.path)
    }
  }

  @Test func `a signal that has a handler or is ignored stays as it was`() {
    let handler: @convention(c) (Int32) -> Void = { _ in }
    for taken in [handler, SIG_IGN] {
      signal(SIGUSR1, taken)
      defer { signal(SIGUSR1, SIG_DFL) }
      #expect(throws: SwiftHeapError.signalIsTaken(SIGUSR1)) { try SwiftHeap.installSignal(SIGUSR1) }
      var now = sigaction()
      sigaction(SIGUSR1, nil, &now)
      #expect(
        unsafeBitCast(now.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(taken, to: Int.self))
    }
  }

  @Test func `a signal that cannot be handled and a folder that cannot be written to are errors`() {
    #expect(throws: SwiftHeapError.cannotHandleSignal(SIGKILL, code: EINVAL)) {
      try SwiftHeap.installSignal(SIGKILL)
    }
    #expect(throws: SwiftHeapError.cannotHandleSignal(0, code: EINVAL)) { try SwiftHeap.installSignal(0) }
    #expect(throws: SwiftHeapError.cannotWrite(folder: "/no/such/folder", code: ENOENT)) {
      try SwiftHeap.installSignal(SIGUSR1, directory: "/no/such/folder")
    }
    #expect(throws: SwiftHeapError.cannotWrite(folder: "/dev/null", code: ENOTDIR)) {
      try SwiftHeap.installSignal(SIGUSR1, directory: "/dev/null")
    }
    #expect(
      "\(SwiftHeapError.signalIsTaken(12))"
        == "signal 12 has a handler already, or is ignored: choose one that the program does not use")
  }
}
