/// One reference from one object to another.
///
/// Two references between the same two objects stay two; ``position`` tells them apart.
public struct Reference: Hashable, Sendable {
  /// The object that holds the reference.
  public let source: ObjectIndex
  /// The object it leads to.
  public let target: ObjectIndex
  /// Where the reference stands among all references of the snapshot, from 0.
  public let position: Int
  package let descriptor: ReferenceDescriptor
  package let rawLabel: UInt32

  package init(
    source: ObjectIndex, target: ObjectIndex, position: Int, descriptor: ReferenceDescriptor, rawLabel: UInt32
  ) {
    self.source = source
    self.target = target
    self.position = position
    self.descriptor = descriptor
    self.rawLabel = rawLabel
  }

  /// What the reference is in its holder.
  public var kind: ReferenceKind { descriptor.kind }

  /// Whether it keeps its target alive.
  public var strength: ReferenceStrength { descriptor.strength }

  /// Whether the runtime's own collector reports it: what `gc.get_referents`, and so objgraph, sees.
  public var isTraced: Bool { !descriptor.isUntraced }

  /// Whether it was found by a scan of memory and not by the type, and so may be none.
  public var isInferred: Bool { descriptor.isInferred }

  /// Whether it has a label.
  public var isLabelled: Bool { descriptor.labelForm != .none }
}
