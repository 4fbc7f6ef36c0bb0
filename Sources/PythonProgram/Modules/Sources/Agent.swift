extension PythonModule {
  /// `heapgraph_agent`, which marks moments of a program as the capture of a CPython process knows it.
  static let agent = PythonModule(
    name: "heapgraph_agent",
    source: #"""
      from _objgraph import _moment

      __all__ = ["dump"]

      def dump(path=None, *, fork=False, redact=None, repr=None, text_limit=None, progress=None):
          """Lets the command that runs the program ask the heap as it is now, and return the path.

          In a CPython process the heap is written to the path; here no file is.
          """
          _moment()
          return path
      """#)
}
