/// What is wrong with a heap that was built or read.
public enum HeapModelError: Error, Hashable, Sendable {
  /// More objects than a 32-bit index can tell apart.
  case tooManyObjects(limit: Int)
  /// More references than the 32-bit offsets can count.
  case tooManyReferences(limit: Int)
  /// Two objects were given one address.
  case duplicateAddress(Address, first: ObjectIndex, second: ObjectIndex)
  /// A reference, root or type names an object that was never added.
  case unknownObject(ObjectIndex, objectCount: Int)
  /// A reference starts at an address where no object was added.
  case unknownSource(Address)
  /// An object names a type that was never added.
  case unknownType(TypeIndex, typeCount: Int)
  /// Some objects were given a value of an optional column and this one was not.
  case incompleteColumn(HeapSection, object: ObjectIndex)
  /// A column holds a number that cannot be: which column, at which position, and why.
  case invalidColumn(HeapSection, position: Int, reason: String)
}

extension HeapModelError: CustomStringConvertible {
  /// What is wrong, and what to do about it.
  public var description: String {
    switch self {
    case .tooManyObjects(let limit):
      "The heap has more than \(limit) objects, the most that a snapshot can number; capture a part of it."
    case .tooManyReferences(let limit):
      "The heap has more than \(limit) references, the most that a snapshot can count; capture a part of it."
    case .duplicateAddress(let address, let first, let second):
      "Objects \(first) and \(second) were both added at \(address); an address belongs to one object."
    case .unknownObject(let object, let objectCount):
      "Object \(object) is referred to, but only \(objectCount) objects were added; add it first or correct the index."
    case .unknownSource(let address):
      "A reference starts at \(address), where no object was added; add its object."
    case .unknownType(let type, let typeCount):
      "An object has type number \(type.rawValue), but only \(typeCount) types were added; add it with addType."
    case .incompleteColumn(let section, let object):
      "Object \(object) has no entry for \(section), though others have; give it to all objects or to none."
    case .invalidColumn(let section, let position, let reason):
      "Entry \(position) of the \(section) is wrong: \(reason)."
    }
  }
}
