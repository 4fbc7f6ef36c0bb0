extension ObjectSpace {
  /// Makes a weak reference to an object, or finds the plain one that it has.
  ///
  /// - Parameters:
  ///   - object: what it refers to.
  ///   - callback: what is called with the reference when the object goes; such a reference is always a new one.
  ///   - kind: a reference, or a proxy that passes everything on.
  ///   - type: a class derived from the reference's, where it is one.
  /// - Returns: the reference, owned by the caller.
  /// - Throws: ``ObjectError`` of kind `typeError` for an object that cannot be referred to weakly, or for a class that is
  ///   not derived from the reference's.
  /// - Complexity: O(1).
  package func makeWeakReference(
    to object: ObjectPointer, callback: ObjectPointer? = nil, kind: BuiltinType = .weakReference,
    type derived: ObjectPointer? = nil
  ) throws(ObjectError) -> ObjectPointer {
    if let derived {
      let name = nameInErrors(self.type(.weakReference))
      guard derived.plan.body == .type else {
        throw ObjectError(
          .typeError, "\(name).__new__(X): X is not a type object (\(nameInErrors(derived.type)))")
      }
      guard isSubtype(derived, self.type(.weakReference)) else {
        let other = nameInErrors(derived)
        throw ObjectError(.typeError, "\(name).__new__(\(other)): \(other) is not a subtype of \(name)")
      }
    }
    let offset = object.plan.weakListOffset
    guard offset != 0 else {
      throw ObjectError(.typeError, "cannot create weak reference to '\(nameInErrors(object.type))' object")
    }
    let callback = callback == none ? nil : callback
    var kind = kind
    if kind == .weakProxy, isCallable(object) { kind = .callableWeakProxy }
    let isExact = derived == nil || derived == type(.weakReference)
    if callback == nil, isExact {
      let plain = plainReferences(at: object, offset)
      if let known = kind == .weakReference ? plain.reference : plain.proxy { return known.retained() }
    }
    let reference: ObjectPointer
    if let derived, !isExact {
      reference = try allocateGeneric(derived)
    } else {
      reference = try allocateCollected(type(kind), size: 64)
    }
    reference[object: WeakReferenceOffset.referent] = object
    reference[object: WeakReferenceOffset.callback] = callback?.retained()
    reference[integer: WeakReferenceOffset.hash] = -1
    reference[word: WeakReferenceOffset.previous] = 0
    reference[word: WeakReferenceOffset.next] = 0
    reference[word: WeakReferenceOffset.vectorcall] = 0
    link(reference, to: object, offset)
    if isExact { track(reference) }
    return reference
  }

  /// The reference and the proxy without a callback that come first in an object's list.
  private func plainReferences(
    at object: ObjectPointer, _ offset: Int
  ) -> (reference: ObjectPointer?, proxy: ObjectPointer?) {
    var first = object[object: offset]
    var reference: ObjectPointer?
    if let head = first, head[word: WeakReferenceOffset.callback] == 0, head.type == type(.weakReference) {
      reference = head
      first = head[object: WeakReferenceOffset.next]
    }
    if let next = first, next[word: WeakReferenceOffset.callback] == 0, isProxy(next) {
      return (reference, next)
    }
    return (reference, nil)
  }

  func isProxy(_ object: ObjectPointer) -> Bool {
    object.type == type(.weakProxy) || object.type == type(.callableWeakProxy)
  }

  /// Puts a reference into its object's list: plain ones first, those with a callback behind them, newest first.
  private func link(_ reference: ObjectPointer, to object: ObjectPointer, _ offset: Int) {
    let plain = plainReferences(at: object, offset)
    let before: ObjectPointer?
    if reference[word: WeakReferenceOffset.callback] == 0, reference.type == type(.weakReference) {
      before = nil
    } else if reference[word: WeakReferenceOffset.callback] == 0, isProxy(reference) {
      before = plain.reference
    } else {
      before = plain.proxy ?? plain.reference
    }
    let next = before.map { $0[object: WeakReferenceOffset.next] } ?? object[object: offset]
    reference[object: WeakReferenceOffset.previous] = before
    reference[object: WeakReferenceOffset.next] = next
    next?[object: WeakReferenceOffset.previous] = reference
    if let before {
      before[object: WeakReferenceOffset.next] = reference
    } else {
      object[object: offset] = reference
    }
  }

  /// Takes a reference out of its object's list; it is dead then, and keeps its callback.
  func unlinkWeakReference(_ reference: ObjectPointer) {
    guard let object = reference[object: WeakReferenceOffset.referent], object != none else { return }
    let previous = reference[object: WeakReferenceOffset.previous]
    let next = reference[object: WeakReferenceOffset.next]
    if let previous {
      previous[object: WeakReferenceOffset.next] = next
    } else {
      object[object: object.plan.weakListOffset] = next
    }
    next?[object: WeakReferenceOffset.previous] = previous
    reference[object: WeakReferenceOffset.referent] = none
    reference[word: WeakReferenceOffset.previous] = 0
    reference[word: WeakReferenceOffset.next] = 0
  }

  /// Kills all references to a dying object, and calls their callbacks, the newest first.
  func clearWeakReferences(to object: ObjectPointer, at offset: Int) {
    // Plain ones need no call.
    let plain = plainReferences(at: object, offset)
    if let reference = plain.reference { unlinkWeakReference(reference) }
    if let proxy = plain.proxy { unlinkWeakReference(proxy) }
    guard object[word: offset] != 0 else { return }
    var pending: [(reference: ObjectPointer, callback: ObjectPointer?)] = []
    while let reference = object[object: offset] {
      unlinkWeakReference(reference)
      let callback = reference[object: WeakReferenceOffset.callback]
      reference[word: WeakReferenceOffset.callback] = 0
      if reference.referenceCount > 0 {
        pending.append((reference.retained(), callback))
      } else if let callback {
        release(callback)
      }
    }
    for (reference, callback) in pending {
      if let callback { runCallback(callback, reference) }
    }
    // CPython keeps them in a tuple, which lets its items go from the last to the first.
    for (reference, callback) in pending.reversed() {
      if let callback { release(callback) }
      release(reference)
    }
  }

  /// Calls a callback with its reference; what it raises is reported.
  func runCallback(_ callback: ObjectPointer, _ reference: ObjectPointer) {
    do throws(ObjectError) {
      release(try call(callback, [reference]))
    } catch {
      reportUnraisable(error, in: callback)
    }
  }

  /// What a weak reference or proxy refers to, borrowed; `nil` where it is gone.
  @inline(__always)
  package func weakReferent(_ reference: ObjectPointer) -> ObjectPointer? {
    guard let object = reference[object: WeakReferenceOffset.referent], object != none,
      object.referenceCount > 0
    else { return nil }
    return object
  }

  /// What a proxy refers to, borrowed; `nil` where the object is no proxy.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` where it is gone.
  func proxyTarget(_ object: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    guard isProxy(object) else { return nil }
    guard let target = weakReferent(object) else {
      throw ObjectError(.referenceError, "weakly-referenced object no longer exists")
    }
    return target
  }

  /// The weak references and proxies to an object, in the order of its list, borrowed.
  package func weakReferences(to object: ObjectPointer) -> [ObjectPointer] {
    let offset = object.plan.weakListOffset
    guard offset != 0 else { return [] }
    var references: [ObjectPointer] = []
    var next = object[object: offset]
    while let reference = next {
      references.append(reference)
      next = reference[object: WeakReferenceOffset.next]
    }
    return references
  }

  /// The hash of a weak reference: its object's, kept once it was asked for.
  func weakReferenceHash(_ reference: ObjectPointer) throws(ObjectError) -> Int {
    if isProxy(reference) {
      throw ObjectError(.typeError, "unhashable type: '\(nameInErrors(reference.type))'")
    }
    let known = reference[integer: WeakReferenceOffset.hash]
    if known != -1 { return known }
    guard let object = weakReferent(reference)?.retained() else {
      throw ObjectError(.typeError, "weak object has gone away")
    }
    defer { release(object) }
    let hash = try hash(of: object)
    reference[integer: WeakReferenceOffset.hash] = hash
    return hash
  }

  /// Whether an object can be called.
  package func isCallable(_ object: ObjectPointer) -> Bool {
    let type = object.type
    if isHeap(type) {
      return lookUpInClasses(names.call, of: type) != nil || object.plan.body == .type
        || isSubtype(type, self.type(.partial))
    }
    return isBuiltinCallable(object)
  }
}
