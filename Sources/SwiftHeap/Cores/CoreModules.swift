/// The executable and the libraries that a process had loaded, found again as files.
struct CoreModules {
  /// The files by the paths that the core file has.
  private(set) var files: [String: MappedFile] = [:]
  /// The path of the executable, as the core file has it.
  let executable: String?
  /// Files of which the core file has no headers, so that nobody can tell whether they are of the right build.
  private(set) var unchecked: [String] = []

  /// Finds the files.
  ///
  /// - Parameters:
  ///   - core: the core file.
  ///   - executable: the executable, where it is elsewhere than it was.
  ///   - sysroot: a folder that stands before the paths of libraries, and of the executable where that is not given.
  /// - Throws: ``CoreFileProblem``: one is missing, or of another build.
  init(_ core: CoreFile, executable: MappedFile?, executablePath: String?, sysroot: String?)
    throws(CoreFileProblem)
  {
    let ranges = core.process.mappedRanges ?? []
    let entry = core.process.entry
    let ownPath = ranges.first { $0.range.contains(entry) }?.path
    self.executable = ownPath
    var missing: [String] = []
    var isExecutableMissing = false
    for (path, pieces) in Dictionary(grouping: ranges, by: \.path).sorted(by: { $0.key < $1.key }) {
      guard let beginning = pieces.first(where: { $0.fileOffset == 0 }) else { continue }
      let isOwn = path == ownPath
      let place = isOwn ? executablePath ?? Self.place(path, sysroot) : Self.place(path, sysroot)
      guard Self.canBeModule(beginning, pieces, in: core) else { continue }
      guard let file = isOwn ? executable ?? MappedFile(path: place) : MappedFile(path: place) else {
        if isOwn { isExecutableMissing = true } else { missing.append(place) }
        continue
      }
      guard let found = ModuleIdentity({ file.copy(at: $0, count: $1) }) else {
        // What only looked like a library is a file that was read.
        if isOwn || Self.identity(of: beginning, in: core) != nil {
          throw .otherBuild(
            path: place, inCore: Self.identity(of: beginning, in: core)?.text, inFile: nil,
            isExecutable: isOwn)
        }
        continue
      }
      if let ran = Self.identity(of: beginning, in: core),
        // The identifier may lie behind what the core file has of the file.
        ran.buildIdentifier != nil || found.buildIdentifier == nil
          || ran.programHeaders != found.programHeaders
      {
        guard ran.buildIdentifier == found.buildIdentifier,
          ran.buildIdentifier != nil || Self.beginsAlike(file, beginning, in: core)
        else {
          throw .otherBuild(path: place, inCore: ran.text, inFile: found.text, isExecutable: isOwn)
        }
        guard ran.programHeaders == found.programHeaders else { throw .withoutCode(path: place) }
      } else {
        unchecked.append(place)
      }
      files[path] = file
    }
    if isExecutableMissing || !missing.isEmpty {
      throw .missingFiles(
        executable: isExecutableMissing ? ownPath.map { Self.place($0, sysroot) } : nil, libraries: missing)
    }
  }

  /// Where a file is looked for.
  ///
  /// The kernel tells of files that were replaced while they were in use.
  private static func place(_ path: String, _ sysroot: String?) -> String {
    let ending = " (deleted)"
    let path = path.hasSuffix(ending) ? String(path.dropLast(ending.count)) : path
    guard var folder = sysroot else { return path }
    while folder.hasSuffix("/") { folder.removeLast() }
    return folder + path
  }

  /// Whether a file can have been loaded and not only read.
  ///
  /// What is loaded is mapped in several pieces, of which one is code where the core file tells, and begins as ELF files do.
  private static func canBeModule(
    _ beginning: CoreFile.MappedRange, _ pieces: [CoreFile.MappedRange], in core: CoreFile
  ) -> Bool {
    let start = beginning.range.lowerBound
    if let magic = unsafe core.bytes(at: start, count: 4),
      unsafe magic.loadUnaligned(as: UInt32.self) != 0x464C_457F
    {
      return false
    }
    guard pieces.count >= 2 else {
      return core.segment(of: start)?.permissions.contains(.execute) ?? false
    }
    let permissions = pieces.map { core.segment(of: $0.range.lowerBound)?.permissions }
    // GDB leaves code out altogether.
    return permissions.contains { $0?.contains(.execute) ?? true }
  }

  private static func identity(of beginning: CoreFile.MappedRange, in core: CoreFile) -> ModuleIdentity? {
    let size = beginning.range.upperBound - beginning.range.lowerBound
    return ModuleIdentity { offset, count in
      guard offset <= size, size - offset >= UInt64(max(count, 0)) else { return nil }
      return unsafe core.bytes(at: beginning.range.lowerBound + offset, count: count).map { unsafe Array($0) }
    }
  }

  /// Whether the first page is the same, for files that have no build identifier.
  private static func beginsAlike(
    _ file: MappedFile, _ beginning: CoreFile.MappedRange, in core: CoreFile
  ) -> Bool {
    let count = min(4_096, file.count)
    guard let ran = unsafe core.bytes(at: beginning.range.lowerBound, count: count),
      let now = file.copy(at: 0, count: count)
    else { return true }
    return unsafe Array(ran) == now
  }
}

extension ModuleIdentity {
  fileprivate var text: String? { Self.text(buildIdentifier) }
}
