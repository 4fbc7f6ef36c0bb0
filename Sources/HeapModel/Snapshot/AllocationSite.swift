/// Where in the program an object was made: the calls that were under way, innermost first.
public struct AllocationSite: Hashable, Sendable {
  /// One call.
  public struct Frame: Hashable, Sendable {
    /// The function's name.
    public var function: String
    /// The source file, where known.
    public var file: String?
    /// The line in the file, from 1, where known.
    public var line: Int?

    /// Makes a call.
    ///
    /// - Parameters:
    ///   - function: the function's name.
    ///   - file: the source file, where known.
    ///   - line: the line in the file, from 1, where known.
    public init(function: String, file: String? = nil, line: Int? = nil) {
      self.function = function
      self.file = file
      self.line = line
    }
  }

  /// The calls, innermost first.
  public var frames: [Frame]

  /// Makes a site.
  ///
  /// - Parameter frames: the calls, innermost first.
  public init(frames: [Frame]) {
    self.frames = frames
  }
}

extension AllocationSite.Frame: CustomStringConvertible {
  /// The function, and in parentheses the file and line as far as they are known: `Session.init() (Session.swift:12)`.
  public var description: String {
    guard let file else { return function }
    return function + " (" + file + (line.map { ":\($0)" } ?? "") + ")"
  }
}
