/// Tells the functions through which a program gets memory from those that are its own.
enum RuntimeFunctions {
  private static let libraries = ["libswiftCore.", "libswift_Concurrency.", "libc.", "libc-", "libstdc++."]

  private static let names: Set<String> = [
    "malloc", "calloc", "realloc", "reallocarray", "posix_memalign", "aligned_alloc", "memalign", "valloc",
  ]

  // The runtime's functions in C and C++, and operator new.
  private static let prefixes = [
    "swift_", "_swift_", "__swift_", "_ZN5swift", "_ZNK5swift", "_ZL", "_ZNSt", "_Znw", "_Zna",
  ]

  /// Whether a function is of the allocator, the Swift runtime, or the standard library.
  ///
  /// - Parameters:
  ///   - function: its name; `nil` where it is not known.
  ///   - symbol: its symbol.
  ///   - image: the name of its file.
  static func isRuntime(_ function: FunctionName?, symbol: String, image: String) -> Bool {
    if libraries.contains(where: image.hasPrefix) || function?.module == "Swift" { return true }
    return names.contains(symbol) || prefixes.contains(where: symbol.hasPrefix)
  }
}
