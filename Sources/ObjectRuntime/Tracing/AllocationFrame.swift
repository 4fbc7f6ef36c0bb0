/// One call that was under way when a block of memory was allocated.
///
/// Frames are told apart by file and line, as tracemalloc's are, which has no functions; the file's name counts
/// by its code points. Files sort by code points, and lines within a file by number.
public struct AllocationFrame: Sendable {
  /// The function's name, where known.
  public var function: String?
  /// The source file's name.
  public var file: String
  /// The line in the file, from 1; 0 where it is unknown, or where a group is the whole file.
  public var line: Int

  /// Makes a frame.
  ///
  /// - Parameters:
  ///   - function: the function's name, where known.
  ///   - file: the source file's name.
  ///   - line: the line in the file, from 1; 0 where it is unknown.
  public init(function: String? = nil, file: String, line: Int) {
    self.function = function
    self.file = file
    self.line = line
  }

  /// What stands for the calls where none is under way: `<unknown>:0`.
  public static let unknown = AllocationFrame(file: "<unknown>", line: 0)
}

extension AllocationFrame: Hashable {
  /// Whether file and line are the same.
  ///
  /// - Complexity: O(*n*) in the bytes of the file's name.
  public static func == (left: AllocationFrame, right: AllocationFrame) -> Bool {
    // By bytes: Swift holds two spellings of one letter to be equal, a file system and Python do not.
    left.line == right.line && left.file.utf8.elementsEqual(right.file.utf8)
  }

  /// Hashes file and line.
  ///
  /// - Complexity: O(*n*) in the bytes of the file's name.
  public func hash(into hasher: inout Hasher) {
    var file = file
    file.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(line)
  }
}

extension AllocationFrame: Comparable {
  /// Orders frames by file, then by line.
  ///
  /// - Complexity: O(*n*) in the bytes of the file's name.
  public static func < (left: AllocationFrame, right: AllocationFrame) -> Bool {
    if left.file.utf8.elementsEqual(right.file.utf8) { return left.line < right.line }
    // UTF-8 sorts as code points do.
    return left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
  }
}

extension AllocationFrame: CustomStringConvertible {
  /// File and line: `file.py:3`.
  public var description: String { "\(file):\(line)" }
}
