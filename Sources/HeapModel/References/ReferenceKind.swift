/// What one object's reference to another is in the holder: an attribute, an element, a captured variable.
public enum ReferenceKind: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// The source cannot say.
  case unknown = 0
  /// An attribute or stored property, by name.
  case attribute = 1
  /// A dictionary's key.
  case dictionaryKey = 2
  /// A dictionary's value, labelled with its key.
  case dictionaryValue = 3
  /// An element of a list, tuple, set or array, labelled with its index where there is an order.
  case element = 4
  /// A field at a fixed offset that the class declares (`__slots__`).
  case slot = 5
  /// A variable that a closure captured.
  case capturedVariable = 6
  /// What a cell or box holds.
  case cellContents = 7
  /// From an object to its class.
  case type = 8
  /// From a class to its bases and its method resolution order.
  case baseClass = 9
  /// From a function or class to the module it belongs to.
  case module = 10
  /// A local variable of a frame.
  case localVariable = 11
  /// From an instance to the dictionary of its attributes (`__dict__`).
  case attributeDictionary = 12
  /// What a weak reference or a proxy points to.
  case referent = 13
  /// A field of the runtime's own; its label says which.
  case `internal` = 14
}

extension ReferenceKind: CustomStringConvertible {
  /// The kind in words, for tables and tooltips.
  public var description: String {
    switch self {
    case .unknown: "unknown"
    case .attribute: "attribute"
    case .dictionaryKey: "dictionary key"
    case .dictionaryValue: "dictionary value"
    case .element: "element"
    case .slot: "slot"
    case .capturedVariable: "captured variable"
    case .cellContents: "cell contents"
    case .type: "type"
    case .baseClass: "base class"
    case .module: "module"
    case .localVariable: "local variable"
    case .attributeDictionary: "attribute dictionary"
    case .referent: "referent"
    case .internal: "internal"
    }
  }
}
