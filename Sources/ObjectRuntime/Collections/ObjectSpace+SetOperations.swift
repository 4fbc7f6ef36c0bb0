extension ObjectSpace {
  /// The elements of a set that are in another too, as `set.intersection`.
  ///
  /// - Returns: a set of the first one's built-in type, owned by the caller.
  /// - Complexity: O(*n*) in the smaller one.
  package func intersection(_ set: ObjectPointer, _ other: ObjectPointer) throws(ObjectError) -> ObjectPointer
  {
    let isSwapped = other.plan.body == .set && setCount(other) > setCount(set)
    let (source, lookedUp) = isSwapped ? (set, other) : other.plan.body == .set ? (other, set) : (other, set)
    let result = try makeSet(builtinSetType(of: set))
    do throws(ObjectError) {
      if source.plan.body == .set {
        try withHeldElements(of: source) { (elements) throws(ObjectError) in
          for (element, hash) in elements where try contains(element, in: lookedUp) {
            try insert(element, hash: hash, into: result)
          }
        }
      } else {
        let elements = try iterate(source)
        defer { for element in elements { release(element) } }
        for element in elements where try contains(element, in: lookedUp) {
          try insert(element, into: result)
        }
      }
    } catch {
      release(result)
      throw error
    }
    return result
  }

  /// The elements of a set that are not in another, as `set.difference`.
  ///
  /// - Returns: a set of the first one's built-in type, owned by the caller.
  package func difference(_ set: ObjectPointer, _ other: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    // Where the other is much smaller, its elements are taken out of a copy.
    let result = try makeSet(builtinSetType(of: set))
    do throws(ObjectError) {
      if other.plan.body == .set || other.plan.body == .dict,
        setCount(set) >> 2 <= (other.plan.body == .set ? setCount(other) : dictCount(other))
      {
        try withHeldElements(of: set) { (elements) throws(ObjectError) in
          for (element, hash) in elements {
            let isThere =
              other.plan.body == .set
              ? try contains(element, in: other) : try value(of: element, in: other) != nil
            if !isThere { try insert(element, hash: hash, into: result) }
          }
        }
      } else {
        try formUnion(result, with: set)
        let elements = try iterate(other)
        defer { for element in elements { release(element) } }
        for element in elements { _ = try remove(element, from: result) }
      }
    } catch {
      release(result)
      throw error
    }
    return result
  }

  /// The elements that only one of two sets has, as `set.symmetric_difference`.
  ///
  /// - Returns: a set of the first one's built-in type, owned by the caller.
  package func symmetricDifference(_ set: ObjectPointer, _ other: ObjectPointer) throws(ObjectError)
    -> ObjectPointer
  {
    let result = try makeSet(builtinSetType(of: set))
    do throws(ObjectError) {
      try fillSet(result, from: other)
      try withHeldElements(of: set) { (elements) throws(ObjectError) in
        for (element, hash) in elements where try !remove(element, from: result) {
          try insert(element, hash: hash, into: result)
        }
      }
    } catch {
      release(result)
      throw error
    }
    return result
  }

  private func builtinSetType(of set: ObjectPointer) -> ObjectPointer {
    isSubtype(set.type, type(.frozenSet)) ? type(.frozenSet) : type(.set)
  }
}
