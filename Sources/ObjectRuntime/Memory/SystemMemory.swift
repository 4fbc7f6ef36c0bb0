#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a heap takes from the system: arenas by `mmap`, everything else by `malloc`.
enum SystemMemory {
  /// Maps memory, filled with zeros, at an address that is a multiple of its size.
  ///
  /// - Parameter size: bytes, a power of two of at least a page.
  /// - Returns: `nil` where the system has none.
  static func mapAligned(size: Int) -> Block? {
    let protection = PROT_READ | PROT_WRITE
    #if canImport(Darwin)
      let flags = MAP_PRIVATE | MAP_ANON
    #else
      let flags = MAP_PRIVATE | MAP_ANONYMOUS
    #endif
    guard let mapped = unsafe mmap(nil, size, protection, flags, -1, 0), unsafe mapped != MAP_FAILED else {
      return nil
    }
    if UInt(bitPattern: mapped) % UInt(size) == 0 { return unsafe Block(raw: mapped) }
    // Map twice as much, and give back what lies around the aligned part.
    unsafe munmap(mapped, size)
    guard let wide = unsafe mmap(nil, 2 * size, protection, flags, -1, 0), unsafe wide != MAP_FAILED else {
      return nil
    }
    let start = UInt(bitPattern: wide)
    let aligned = (start + UInt(size) - 1) / UInt(size) * UInt(size)
    let before = Int(aligned - start)
    if before > 0 { unsafe munmap(wide, before) }
    let behind = size - before
    if behind > 0 { unsafe munmap(wide + before + size, behind) }
    return unsafe Block(raw: wide + before)
  }

  /// Gives memory back that was mapped.
  static func unmap(_ block: Block, size: Int) {
    unsafe munmap(block.raw, size)
  }

  /// The bytes of memory that the machine has.
  static let physicalSize: Int = {
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let pageSize = sysconf(Int32(_SC_PAGESIZE))
    guard pages > 0, pageSize > 0 else { return .max }
    let (size, overflows) = pages.multipliedReportingOverflow(by: pageSize)
    return overflows ? .max : size
  }()

  /// Takes memory filled with zeros.
  static func allocateZeroed(_ size: Int) -> Block? {
    unsafe calloc(1, size).map { unsafe Block(raw: $0) }
  }

  /// Takes memory.
  static func allocate(_ size: Int) -> Block? {
    unsafe malloc(size).map { unsafe Block(raw: $0) }
  }

  /// Changes the size of memory that was taken.
  static func resize(_ block: Block, to size: Int) -> Block? {
    unsafe realloc(block.raw, size).map { unsafe Block(raw: $0) }
  }

  /// Asks for large pages where they pay: memory of many MiB that is going to be read all over.
  static func preferLargePages(_ block: Block, size: Int) {
    #if os(Linux)
      guard size >= 1 << 21 else { return }
      let page: UInt = 1 << 12
      let start = (block.address + page - 1) & ~(page - 1)
      let end = (block.address + UInt(size)) & ~(page - 1)
      // Where the system has none, nothing is lost.
      unsafe madvise(UnsafeMutableRawPointer(bitPattern: start), Int(end - start), MADV_HUGEPAGE)
    #endif
  }

  /// Gives memory back.
  static func free(_ block: Block) {
    unsafe Self.release(block.raw)
  }

  private static func release(_ pointer: UnsafeMutableRawPointer) {
    #if canImport(Glibc)
      unsafe Glibc.free(pointer)
    #elseif canImport(Musl)
      unsafe Musl.free(pointer)
    #elseif canImport(Darwin)
      unsafe Darwin.free(pointer)
    #endif
  }
}
