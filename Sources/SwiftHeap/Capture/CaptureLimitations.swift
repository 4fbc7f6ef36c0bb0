package import HeapModel

/// How a capture came about, as far as it says what may be missing in it.
package struct CaptureCircumstances: Sendable {
  /// How threads were stopped; `nil` where they are another process's or there are none.
  var stopMethod: StopMethod?
  /// Why this process's threads could not be traced, as an error of the system; 0 where they were.
  var tracingError: Int32 = 0
  /// The threads that could not be stopped.
  var unstoppedCount = 0
  /// How many bytes of writable memory a core file leaves out.
  var missingSize: UInt64 = 0
  /// Files that could not be compared with those that ran.
  var uncheckedFiles: [String] = []

  package init(
    stopMethod: StopMethod? = nil, tracingError: Int32 = 0, unstoppedCount: Int = 0,
    missingSize: UInt64 = 0, uncheckedFiles: [String] = []
  ) {
    (self.stopMethod, self.tracingError, self.unstoppedCount) = (stopMethod, tracingError, unstoppedCount)
    (self.missingSize, self.uncheckedFiles) = (missingSize, uncheckedFiles)
  }
}

/// What a capture could not see, each as a sentence.
package struct CaptureLimitations {
  package private(set) var list: [Limitation] = []

  package init() {}

  /// Tells what the way of stopping, or the core file, left out.
  package mutating func add(_ circumstances: CaptureCircumstances) {
    if circumstances.stopMethod == .signal {
      let reason =
        circumstances.tracingError == 0
        ? ""
        : " (\(SwiftHeapError.text(circumstances.tracingError)))"
      add(
        "Threads were stopped by a signal, since they could not be traced\(reason): system calls in which they waited "
          + "were cut short.")
    }
    if circumstances.unstoppedCount > 0 {
      add(
        "Threads block all signals and went on while memory was copied: their registers and stacks are not known.",
        circumstances.unstoppedCount)
    }
    if circumstances.missingSize > 0 {
      add(
        "The core file leaves out \(ByteCount(rawValue: circumstances.missingSize)) of memory that could be written, "
          + "which may hold objects and references.")
    }
    if let first = circumstances.uncheckedFiles.first {
      let more = circumstances.uncheckedFiles.count > 1 ? " and others" : ""
      add(
        "The core file has no headers of \(first)\(more), so that nobody can tell whether these are the files that ran.",
        circumstances.uncheckedFiles.count)
    }
  }

  /// Tells what is not laid out as expected.
  package mutating func add(_ checks: [LayoutCheck]) {
    for check in checks {
      guard let failure = check.failure else { continue }
      add("Not as expected: \(check.part.title); \(check.part.fallback) (\(failure)).")
    }
  }

  /// Tells that all memory was searched for objects.
  ///
  /// - Parameter files: the paths of what is mapped, by whose names allocators are known.
  package mutating func addUnknownAllocator(among files: some Sequence<String>) {
    let names = Set(files.compactMap { $0.split(separator: "/").last })
    let allocator = Self.allocators.first { known in names.contains { $0.hasPrefix(known.file) } }
    add(
      "The allocator is \(allocator?.name ?? "not glibc's, or not one that is known"): objects were found by a search of "
        + "all memory, and memory that is no Swift object was not.")
  }

  /// Allocators that take the place of glibc's, by how the names of their files begin.
  private static let allocators: [(file: String, name: String)] = [
    ("ld-musl-", "musl's"), ("libjemalloc", "jemalloc"), ("libtcmalloc", "tcmalloc"),
    ("libmimalloc", "mimalloc"),
    ("libsnmalloc", "snmalloc"),
  ]

  /// Tells what of the memory could not be read or followed.
  package mutating func add(_ image: ProcessImage, heap inconsistent: [Range<UInt64>]) {
    if image.unreadableSize > 0 {
      add(
        "\(ByteCount(rawValue: image.unreadableSize)) of memory could not be read and count as zero: objects and "
          + "references may be missing.")
    }
    if !inconsistent.isEmpty {
      let size = inconsistent.reduce(0) { $0 + ($1.upperBound - $1.lowerBound) }
      add(
        "Pieces of the allocator's memory, \(ByteCount(rawValue: size)), do not look as they should: objects in them "
          + "were looked for without its help.", inconsistent.count)
    }
  }

  /// Tells which executables could not name what is in them.
  ///
  /// - Parameter nameless: how many references of variables without a name there are, by executable.
  mutating func add(_ images: [ExecutableImage], nameless: [String: Int]) {
    for image in images {
      if image.file == nil {
        add(
          "\(image.path) is gone or is another file than the one that was loaded: types and variables in it may have no "
            + "names.")
      } else if image.isStripped, image.hasOwnCode, let count = nameless[image.name] {
        add("\(image.name) is stripped of its symbols: its global variables have no names.", count)
      }
    }
  }

  /// Tells how many classes have no description of their properties.
  mutating func add(_ table: BlockTable, in image: ProcessImage) {
    let count = table.metadata.count { metadata in
      metadata.kind == .instance && Self.lacksFields(metadata.address, in: image)
    }
    guard count > 0 else { return }
    add(
      "Types have no reflection metadata (they were compiled with -disable-reflection-metadata): the references of "
        + "their objects are inferred and have no names.", count)
  }

  /// Whether a class should have a description of its properties and has none.
  private static func lacksFields(_ metadata: UInt64, in image: ProcessImage) -> Bool {
    guard let address = image.word(metadata &+ 40),
      let descriptor = ContextDescriptor(at: address, in: image), descriptor.kind == .class
    else { return false }
    return descriptor.fieldCount ?? 0 > 0 && descriptor.fields == nil
  }

  private mutating func add(_ text: String, _ count: Int? = nil) {
    list.append(Limitation(text: text, count: count))
  }
}

extension ExecutableImage {
  /// Whether only symbols that other images need are left.
  fileprivate var isStripped: Bool { file != nil && !hasAllSymbols }

  /// Whether it has code of the program's, and is no library of Swift itself, which never has all of its symbols.
  fileprivate var hasOwnCode: Bool {
    sections["swift5_typeref"] != nil
      && !["libswift", "lib_", "libFoundation", "libdispatch", "libBlocksRuntime"].contains {
        name.hasPrefix($0)
      }
  }
}
