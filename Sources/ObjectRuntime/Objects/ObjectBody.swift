/// How the part of an object that its built-in base lays out is walked and let go.
package enum ObjectBody: UInt8, Sendable {
  /// No references: `object`, `int`, `float`, `str`, `bytes`.
  case plain
  /// No references: bytes that can change, in a block of their own.
  case byteArray
  /// References at fixed offsets, as the type's ``TypePlan`` lists them.
  case record
  case list
  case tuple
  case dict
  case set
  case type
  case weakReference
  case generator
  case frame
  /// A deque's blocks of elements.
  case deque
  /// The words of a record, and a ring of results.
  case cache
}
