extension ObjectSpace {
  /// `format % arguments` of a string; owned by the caller.
  func fill(_ format: ObjectPointer, with arguments: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    nil
  }

  /// `format % arguments` of bytes; owned by the caller.
  func fillBytes(_ format: ObjectPointer, with arguments: ObjectPointer) throws(ObjectError) -> ObjectPointer?
  { nil }
}
