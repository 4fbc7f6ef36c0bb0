#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An environment variable, from the given environment or else the process's own.
func variable(_ name: String, in environment: [String: String]? = nil) -> String? {
  if let environment { return environment[name] }
  return unsafe getenv(name).map { value in unsafe String(cString: value) }
}
