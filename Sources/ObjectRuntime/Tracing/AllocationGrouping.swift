/// What the blocks of one statistic have in common.
///
/// The raw values are tracemalloc's names of its `key_type`.
public enum AllocationGrouping: String, Hashable, Sendable, CaseIterable {
  /// The file and line that allocated them.
  case line = "lineno"
  /// The file that allocated them.
  case file = "filename"
  /// All the calls that were under way.
  case traceback = "traceback"
}
