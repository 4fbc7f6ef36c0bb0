/// Which blocks to keep: tracemalloc's `Filter` and `DomainFilter`.
public struct AllocationFilter: Hashable, Sendable {
  /// What becomes of the blocks that a filter speaks of.
  public enum Effect: Hashable, Sendable, CaseIterable {
    /// They are kept; a block needs one such filter that speaks of it, where there are any.
    case including
    /// They are left out.
    case excluding
  }

  /// What becomes of the blocks.
  public let effect: Effect
  /// The files that the filter speaks of; `nil` where it goes by the domain alone.
  let files: FileNamePattern?
  /// The line in these files, from 1; `nil` for all lines.
  public let line: Int?
  /// Whether any frame of a traceback counts; else the innermost alone.
  public let matchesAllFrames: Bool
  /// The kind of memory that the filter speaks of; `nil` for all.
  public let domain: AllocationDomain?

  /// The pattern of the files' names, with `.py` for `.pyc`; `nil` where the filter goes by the domain alone.
  public var filePattern: String? { files?.text }

  /// Makes a filter by where blocks were allocated.
  ///
  /// Where an excluding filter has a domain, it leaves out the blocks of that domain that match, and no others.
  ///
  /// - Parameters:
  ///   - effect: what becomes of the blocks that match.
  ///   - pattern: the files' names, with `*` for any text, `?` for any character, `[seq]` for one of some
  ///     characters and `[!seq]` for one of all others; upper and lower case are different. `.pyc` at its end is
  ///     read as `.py`, in the names of files too.
  ///   - line: the line in these files, from 1; `nil` for all lines.
  ///   - matchesAllFrames: whether any frame of a traceback counts; else the innermost alone.
  ///   - domain: the kind of memory; `nil` for all.
  public init(
    _ effect: Effect, files pattern: String, line: Int? = nil, allFrames matchesAllFrames: Bool = false,
    domain: AllocationDomain? = nil
  ) {
    self.effect = effect
    self.files = FileNamePattern(pattern)
    self.line = line
    self.matchesAllFrames = matchesAllFrames
    self.domain = domain
  }

  /// Makes a filter by the kind of memory.
  ///
  /// - Parameters:
  ///   - effect: what becomes of the blocks of the domain.
  ///   - domain: the kind of memory.
  public init(_ effect: Effect, domain: AllocationDomain) {
    self.effect = effect
    self.files = nil
    self.line = nil
    self.matchesAllFrames = false
    self.domain = domain
  }

  /// Whether the filter speaks of a traceback; `true` where it goes by the domain alone.
  func matches(_ traceback: AllocationTraceback) -> Bool {
    guard let files else { return true }
    func matches(_ frame: AllocationFrame) -> Bool {
      (line == nil || line == frame.line) && files.matches(frame.file)
    }
    return matchesAllFrames ? traceback.frames.contains(where: matches) : matches(traceback.innermostFrame)
  }
}
