/// What a class adds to the layout of its best base.
struct ClassLayout {
  var base: ObjectPointer
  /// The names of its slots, owned, in the order of their offsets.
  var slots: [ObjectPointer] = []
  var addsDict = false
  var addsWeakReferences = false
}

extension ObjectSpace {
  /// The base whose layout the instances of a class extend.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` where a base cannot be one, or where two bases have layouts that do
  ///   not fit together.
  func bestBase(_ bases: [ObjectPointer]) throws(ObjectError) -> ObjectPointer {
    var winner: ObjectPointer?
    var best = type(.object)
    for base in bases {
      guard isSubtype(base.type, type(.type)) else {
        guard base.type == type(.object) else {
          throw ObjectError(
            .typeError,
            "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses "
              + "of all its bases")
        }
        throw ObjectError(.typeError, "bases must be types")
      }
      guard base.typeFlags & TypeFlag.isBaseType != 0 else {
        throw ObjectError(.typeError, "type '\(nameInErrors(base))' is not an acceptable base type")
      }
      let candidate = base.instancePlan.solidType ?? type(.object)
      if let known = winner {
        if isSubtype(known, candidate) { continue }
        guard isSubtype(candidate, known) else {
          throw ObjectError(.typeError, "multiple bases have instance lay-out conflict")
        }
      }
      winner = candidate
      best = base
    }
    return best
  }

  /// Reads `__slots__` and decides what the class adds.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` or `valueError` as CPython.
  func classLayout(
    name: ObjectPointer, bases: [ObjectPointer], dict: ObjectPointer
  ) throws(ObjectError) -> ClassLayout {
    let base = try bestBase(bases)
    let plan = base.instancePlan
    var layout = ClassLayout(base: base)
    let mayAddDict = plan.dictOffset == 0
    let mayAddWeakReferences = plan.weakListOffset == 0 && plan.itemSize == 0
    guard let slots = value(ofString: names.slots, in: dict) else {
      layout.addsDict = mayAddDict
      layout.addsWeakReferences = mayAddWeakReferences
      return layout
    }
    let listed = slots.type == type(.string) ? [slots] : try slotNames(slots)
    if !listed.isEmpty, plan.itemSize != 0 {
      throw ObjectError(.typeError, "nonempty __slots__ not supported for subtype of '\(nameInErrors(base))'")
    }
    var kept: [ObjectPointer] = []
    for slot in listed {
      guard isSubtype(slot.type, type(.string)) else {
        throw ObjectError(.typeError, "__slots__ items must be strings, not '\(nameInErrors(slot.type))'")
      }
      guard isIdentifier(slot) else { throw ObjectError(.typeError, "__slots__ must be identifiers") }
      if stringsAreEqual(slot, names.dict) {
        guard mayAddDict, !layout.addsDict else {
          throw ObjectError(.typeError, "__dict__ slot disallowed: we already got one")
        }
        layout.addsDict = true
      } else if stringsAreEqual(slot, names.weakReference) {
        guard mayAddWeakReferences, !layout.addsWeakReferences else {
          throw ObjectError(.typeError, "__weakref__ slot disallowed: we already got one")
        }
        layout.addsWeakReferences = true
      } else {
        kept.append(slot)
      }
    }
    do throws(ObjectError) {
      for slot in kept {
        let mangled = try mangle(slot, inClass: name)
        layout.slots.append(mangled)
        guard value(ofString: mangled, in: dict) == nil else {
          throw ObjectError(.valueError, "'\(mangled.text)' in __slots__ conflicts with class variable")
        }
      }
    } catch {
      for slot in layout.slots { release(slot) }
      throw error
    }
    layout.slots.sort { compareStrings($0, $1) < 0 }
    for other in bases where other != base {
      if mayAddDict, !layout.addsDict, other.instancePlan.dictOffset != 0 { layout.addsDict = true }
      if mayAddWeakReferences, !layout.addsWeakReferences, other.instancePlan.weakListOffset != 0 {
        layout.addsWeakReferences = true
      }
    }
    return layout
  }

  private func slotNames(_ slots: ObjectPointer) throws(ObjectError) -> [ObjectPointer] {
    switch slots.plan.body {
    case .list, .tuple: return items(of: slots)
    case .set: return elements(of: slots)
    case .dict: return entries(of: slots).map(\.key)
    default: throw ObjectError(.typeError, "'\(nameInErrors(slots.type))' object is not iterable")
    }
  }

  /// Whether a string can be a name: letters, digits and underscores, no digit first.
  package func isIdentifier(_ string: ObjectPointer) -> Bool {
    var isFirst = true
    for scalar in string.text.unicodeScalars {
      let isStart = scalar == "_" || scalar.properties.isXIDStart
      guard isStart || !isFirst && scalar.properties.isXIDContinue else { return false }
      isFirst = false
    }
    return !isFirst
  }

  /// The name under which a class keeps a private name (`__x` of class `C` is `_C__x`), interned and owned.
  package func mangle(_ name: ObjectPointer, inClass owner: ObjectPointer) throws(ObjectError)
    -> ObjectPointer
  {
    let text = name.text
    let stripped = owner.text.drop { $0 == "_" }
    guard text.hasPrefix("__"), !text.hasSuffix("__"), !text.contains("."), !stripped.isEmpty else {
      return intern(name.retained())
    }
    return try makeName("_" + stripped + text)
  }

  /// The order of two strings by their code points: below, at or above zero.
  package func compareStrings(_ left: ObjectPointer, _ right: ObjectPointer) -> Int {
    let count = min(left.stringLength, right.stringLength)
    for index in 0..<count {
      let first = left.character(at: index)
      let second = right.character(at: index)
      if first != second { return first < second ? -1 : 1 }
    }
    return left.stringLength - right.stringLength
  }
}
