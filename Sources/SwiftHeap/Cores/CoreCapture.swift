public import HeapModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Captures the heap of a Swift program from the core file that it left, or that `gcore` made of it.
///
/// The core file leaves out what is in the files of the executable and its libraries, which must be the ones that ran.
///
/// - Parameters:
///   - path: the core file.
///   - executable: the program's executable, where it is not where it was.
///   - sysroot: a folder that has the libraries under the paths that they had, where they are not there themselves.
/// - Returns: the heap, as the program left it.
/// - Throws: ``SwiftHeapError``: the file cannot be read or is no core file, a file is missing or of another build, it is
///   no Swift program ….
/// - Complexity: O(*n*) in the size of the heap; what is looked at is copied.
public func capture(
  core path: String, executable: String? = nil, sysroot: String? = nil
) throws(SwiftHeapError) -> HeapSnapshot {
  try CoreCapture(path, executable: executable, sysroot: sysroot).reader.snapshot()
}

/// A core file with all that is needed to read the heap in it.
struct CoreCapture {
  let reader: HeapReader

  init(_ path: String, executable: String?, sysroot: String?) throws(SwiftHeapError) {
    let core = try CoreFile(path: path)
    var given: MappedFile?
    if let executable {
      given = MappedFile(path: executable)
      guard given != nil else { throw .cannotRead(path: executable, code: errno == 0 ? EINVAL : errno) }
    }
    let modules: CoreModules
    do throws(CoreFileProblem) {
      modules = try CoreModules(core, executable: given, executablePath: executable, sysroot: sysroot)
    } catch {
      throw .unusableCore(path: path, error)
    }
    let regions = CoreRegions(core, modules: modules)
    let image = ProcessImage(
      regions: regions.regions, source: CoreMemory(core, modules: modules), isOwnProcess: false)
    var circumstances = CaptureCircumstances()
    circumstances.missingSize = regions.missingSize
    circumstances.uncheckedFiles = modules.unchecked
    reader = HeapReader(
      image: image, threads: core.process.threads, process: core.process.identifier, isOwnProcess: false,
      pause: 0, circumstances: circumstances,
      core: CoreOrigin(arguments: core.process.arguments, time: core.time) { modules.files[$0] })
  }
}

/// What a heap from a core file has from there, and not from a process that is there.
struct CoreOrigin {
  /// The program's name and arguments.
  var arguments: String
  /// When the core file was written, in seconds since 1970.
  var time: Int
  /// The executables and libraries by their paths.
  var file: (_ path: String) -> MappedFile?
}
