/// A type of the captured program.
public struct HeapType: Hashable, Sendable {
  /// Its position in the snapshot's table of types.
  public let index: TypeIndex
  /// Its short name: `OrderedDict`.
  public let name: String
  /// Its name with everything that leads to it: `collections.OrderedDict`.
  public let qualifiedName: String
  /// The object that is the class, where the runtime has one and it was captured.
  public let classObject: ObjectIndex?

  package init(index: TypeIndex, name: String, qualifiedName: String, classObject: ObjectIndex?) {
    self.index = index
    self.name = name
    self.qualifiedName = qualifiedName
    self.classObject = classObject
  }
}
