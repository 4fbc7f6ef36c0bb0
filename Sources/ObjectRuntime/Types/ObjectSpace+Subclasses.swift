extension ObjectSpace {
  /// Adds a weak reference to a class to each of its bases, as `__subclasses__()` gives them.
  func addToBases(_ created: ObjectPointer) throws(ObjectError) {
    guard let bases = created[object: TypeOffset.bases] else { return }
    for base in items(of: bases) {
      if base[object: TypeOffset.subclasses] == nil {
        base[object: TypeOffset.subclasses] = try makeDict()
      }
      guard let subclasses = base[object: TypeOffset.subclasses] else { continue }
      let key = try makeInteger(Int(bitPattern: reportedAddress(of: created)))
      defer { release(key) }
      let reference = try makeWeakReference(to: created)
      defer { release(reference) }
      try setValue(reference, for: key, in: subclasses)
    }
  }

  /// Takes a class that goes out of its bases' tables.
  func removeFromBases(_ type: ObjectPointer) {
    guard let bases = type[object: TypeOffset.bases] else { return }
    for base in items(of: bases) {
      guard let subclasses = base[object: TypeOffset.subclasses],
        let key = try? makeInteger(Int(bitPattern: reportedAddress(of: type)))
      else { continue }
      defer { release(key) }
      _ = try? removeValue(of: key, from: subclasses)
      if dictCount(subclasses) == 0, base.typeFlags & TypeFlag.isHeapType != 0 {
        base[word: TypeOffset.subclasses] = 0
        release(subclasses)
      }
    }
  }

  /// The classes derived from a class at once, in the order in which they were made, borrowed.
  package func subclasses(of type: ObjectPointer) -> [ObjectPointer] {
    guard let table = type[object: TypeOffset.subclasses] else { return [] }
    return entries(of: table).compactMap { weakReferent($0.value) }
  }
}
