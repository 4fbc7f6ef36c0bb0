/// A module that is itself written in Python, as CPython's module of that name is.
struct PythonModule {
  let name: String
  let source: String

  /// All of them.
  static let all = [contextlib, functools, collections, itertools, inspect, tracemalloc, objgraph, agent]
}
