import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

#if _endian(big)
  #error("HeapGraph reads columns where they lie, which are little-endian; this machine is big-endian.")
#endif

/// The error that the last call of the C library left.
func lastError() -> Errno {
  Errno(rawValue: errno)
}
