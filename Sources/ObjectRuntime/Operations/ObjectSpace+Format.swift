extension ObjectSpace {
  package func format(_ object: ObjectPointer, specification: String) throws(ObjectError) -> ObjectPointer {
    try stringObject(of: object)
  }
}
