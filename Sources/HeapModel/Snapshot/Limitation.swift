/// Something that the source of a snapshot could not see.
public struct Limitation: Hashable, Sendable {
  /// What it is, as a sentence.
  public var text: String
  /// How many objects or references it concerns, where known.
  public var count: Int?

  /// Makes a limitation.
  ///
  /// - Parameters:
  ///   - text: what could not be seen, as a sentence.
  ///   - count: how many objects or references it concerns, where known.
  public init(text: String, count: Int? = nil) {
    self.text = text
    self.count = count
  }
}

/// A reference to an address where no object was recorded.
public struct DanglingReference: Hashable, Sendable {
  /// The object that holds it.
  public var source: ObjectIndex
  /// Where it leads.
  public var address: Address

  /// Makes a dangling reference.
  ///
  /// - Parameters:
  ///   - source: the object that holds it.
  ///   - address: where it leads.
  public init(source: ObjectIndex, address: Address) {
    self.source = source
    self.address = address
  }
}
