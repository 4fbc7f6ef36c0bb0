/// Tells the functions through which a program gets memory from those that are its own.
enum RuntimeFunctions {
  private static let libraries = ["libswiftCore.", "libswift_Concurrency.", "libc.", "libc-", "libstdc++."]

  private static let names: Set<String> = [
    "malloc", "calloc", "realloc", "reallocarray", "posix_memalign", "aligned_alloc", "memalign", "valloc",
  ]

  // The runtime's functions in C and C++, operator new, and the standard library: `$ss` its own names, and the letters that
  // stand for its types.
  private static let prefixes =
    [
      "swift_", "_swift_", "__swift_", "_ZN5swift", "_ZNK5swift", "_ZNSt", "_Znw", "_Zna", "$ss", "$sSTs",
      "$sSlsE", "$sSms", "$sSks",
    ] + "aDhSJNnOPQRrVvXbBdf".map { "$sS\($0)" }

  /// Whether a function is of the allocator, the Swift runtime, or the standard library.
  ///
  /// - Parameters:
  ///   - image: the name of its file.
  ///   - symbol: its symbol, where known.
  static func isRuntime(image: String, symbol: String?) -> Bool {
    if libraries.contains(where: image.hasPrefix) { return true }
    guard let symbol else { return false }
    return names.contains(symbol) || prefixes.contains(where: symbol.hasPrefix)
  }
}
