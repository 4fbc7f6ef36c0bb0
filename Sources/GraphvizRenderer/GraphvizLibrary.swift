#if Graphviz

  import CGraphviz
  import Synchronization

  /// The one Graphviz of this process.
  ///
  /// Graphviz keeps its scanner, its fonts and its messages in global variables, so one lock stands around
  /// every call, and one context serves all of them: a context a render leaks 3.6 KB each time (Graphviz
  /// 2.43), and reads the list of plugins anew.
  enum GraphvizLibrary {
    /// What may be done while the lock is held.
    @safe
    struct Session: ~Copyable {
      /// Graphviz's own context; valid as long as the process.
      let context: OpaquePointer

      /// Takes what Graphviz said since the last time.
      func takeMessages() -> [MessageLog.Message] {
        GraphvizLibrary.log.withLock { $0.takeMessages() }
      }
    }

    /// The address of the context, once there is one.
    private static let contextAddress = Mutex<UInt?>(nil)
    /// A lock of its own: Graphviz speaks while the other one is held.
    private static let log = Mutex(MessageLog())

    /// Runs something on Graphviz, alone, with a stack that long chains do not overflow, and with its
    /// messages kept from standard error.
    static func run<Success: Sendable>(
      _ body: (borrowing Session) throws(GraphvizError) -> Success
    ) throws(GraphvizError) -> Success {
      var result: Result<Success, GraphvizError>?
      contextAddress.withLock { address in
        let previousReporter = unsafe agseterrf { fragment in
          if let fragment = unsafe fragment {
            let text = unsafe String(cString: fragment)
            GraphvizLibrary.log.withLock { $0.append(text) }
          }
          return 0
        }
        let previousLevel = agseterr(AGWARN)
        defer {
          _ = unsafe agseterrf(previousReporter)
          _ = agseterr(previousLevel)
        }
        if address == nil { address = unsafe UInt(bitPattern: gvContext()) }
        let knownAddress = address
        onLargeStack {
          guard let context = unsafe knownAddress.flatMap(OpaquePointer.init(bitPattern:)) else {
            preconditionFailure("there is no memory for Graphviz")
          }
          let session = unsafe Session(context: context)
          _ = session.takeMessages()
          do throws(GraphvizError) {
            result = .success(try body(session))
          } catch {
            result = .failure(error)
          }
        }
      }
      guard let result else { preconditionFailure("the work did not run") }
      return try result.get()
    }

    /// Enough for `dot` on a chain of half a million nodes; only what is used becomes memory.
    private static let stackSize = 64 << 20

    private static func onLargeStack(_ body: () -> Void) {
      withoutActuallyEscaping(body) { body in
        var body = body
        unsafe withUnsafeMutablePointer(to: &body) { pointer in
          unsafe heapgraph_run(
            stackSize,
            { argument in
              unsafe argument!.assumingMemoryBound(to: (() -> Void).self).pointee()
            }, pointer)
        }
      }
    }
  }

  extension GraphvizLibrary.Session {
    /// Graphviz's version, as it gives it.
    var version: String {
      unsafe String(cString: heapgraph_version(context))
    }

    /// The names of the plugins of one kind: `device` or `layout`.
    func pluginNames(_ kind: String) -> [String] {
      var count: CInt = 0
      guard let list = unsafe heapgraph_plugins(context, kind, &count) else { return [] }
      defer { unsafe free(list) }
      var names: [String] = []
      for index in 0..<Int(count) {
        guard let name = unsafe list[index] else { continue }
        unsafe names.append(String(cString: name))
        unsafe free(name)
      }
      return names
    }

    var formats: [ImageFormat] {
      pluginNames("device").filter { !ImageFormat.unusableNames.contains($0) }.map(
        ImageFormat.init(rawValue:)
      )
      .sorted()
    }

    var engines: [LayoutEngine] {
      pluginNames("layout").map(LayoutEngine.init(rawValue:)).sorted()
    }
  }

#endif
