/// A version of Python, such as 3.13.0.
public struct PythonVersion: Hashable, Sendable {
  /// The language's generation: 3.
  public let major: Int
  /// The yearly release.
  public let minor: Int
  /// The maintenance release.
  public let micro: Int

  /// The oldest version whose heap can be captured.
  public static let oldest = PythonVersion(major: 3, minor: 8, micro: 0)

  /// Creates a version from its three numbers.
  public init(major: Int, minor: Int, micro: Int) {
    self.major = major
    self.minor = minor
    self.micro = micro
  }
}

extension PythonVersion: Comparable {
  /// Whether one version came before another.
  public static func < (left: PythonVersion, right: PythonVersion) -> Bool {
    (left.major, left.minor, left.micro) < (right.major, right.minor, right.micro)
  }
}

extension PythonVersion: CustomStringConvertible {
  /// The three numbers, with dots.
  public var description: String { "\(major).\(minor).\(micro)" }
}
