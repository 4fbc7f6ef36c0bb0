#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension HeapService {
  /// What a service may do.
  public struct Options: Sendable {
    /// Whether it answers at all; else every path is not found.
    public var isEnabled: Bool
    /// The path under which it is reached, from the server's root: `/heap`.
    public var path: String { didSet { path = Self.normalized(path) } }
    /// Whether it answers requests from other machines; whoever turns that on lets all of them read what the program knows,
    /// and has to ask for a password before the service does.
    public var answersRemotely: Bool
    /// The shortest time between the starts of two captures.
    public var minimumInterval: Duration
    /// How many objects a picture may have, 1 or more.
    public var nodeBudget: Int { didSet { nodeBudget = max(nodeBudget, 1) } }
    /// How many rows a table may have, 1 or more.
    public var rowLimit: Int { didSet { rowLimit = max(rowLimit, 1) } }
    /// How many bytes a heap may take that is handed out as a file.
    public var fileSizeLimit: Int
    /// How long an answer may be worked at after the capture.
    public var timeLimit: Duration

    /// Makes options.
    ///
    /// - Parameters:
    ///   - isEnabled: whether the service answers at all; by itself whether the environment has `HEAPGRAPH_SERVICE=1`.
    ///   - path: the path under which it is reached.
    ///   - answersRemotely: whether it answers requests from other machines.
    ///   - minimumInterval: the shortest time between the starts of two captures.
    ///   - nodeBudget: how many objects a picture may have, 1 or more.
    ///   - rowLimit: how many rows a table may have, 1 or more.
    ///   - fileSizeLimit: how many bytes a heap may take that is handed out as a file.
    ///   - timeLimit: how long an answer may be worked at after the capture.
    public init(
      isEnabled: Bool = Options.isEnabledByEnvironment, path: String = "/heap", answersRemotely: Bool = false,
      minimumInterval: Duration = .seconds(1), nodeBudget: Int = 150, rowLimit: Int = 500,
      fileSizeLimit: Int = 512 << 20, timeLimit: Duration = .seconds(30)
    ) {
      self.isEnabled = isEnabled
      self.path = Self.normalized(path)
      self.answersRemotely = answersRemotely
      self.minimumInterval = minimumInterval
      self.nodeBudget = max(nodeBudget, 1)
      self.rowLimit = max(rowLimit, 1)
      self.fileSizeLimit = fileSizeLimit
      self.timeLimit = timeLimit
    }

    private static func normalized(_ path: String) -> String {
      "/" + path.split(separator: "/").joined(separator: "/")
    }

    /// Whether the environment has `HEAPGRAPH_SERVICE=1`.
    public static var isEnabledByEnvironment: Bool {
      ProcessInfo.processInfo.environment["HEAPGRAPH_SERVICE"] == "1"
    }
  }
}
