#if DEBUG
  import HeapModel

  // What the runtime keeps besides objects, compared with what it should say; and its own walks with this one.
  extension InvariantChecker {
    /// As many strings say that they are interned as the table has.
    mutating func checkInternedCount() {
      let count = space.interned.count
      if staticInternedCount + internedCount != count { checkInterning() }
    }

    /// Every string of the table is found in it and says so, and no other string does.
    mutating func checkInterning() {
      let space = space
      var mortal = 0
      staticInternedCount = 0
      for string in space.interned.strings {
        let isOutside = isStatic(string.address)
        if isOutside {
          staticInternedCount += 1
        } else if number(of: string.address) < 0 {
          report(
            .interning, at: string.address, expected: "a string that lives",
            found: "nothing that anybody holds")
          continue
        } else {
          mortal += 1
        }
        let bits = StringState(string).word & 3
        let inside = string.isImmortal ? StringState.immortalInterned : StringState.mortalInterned
        if bits != (isOutside ? StringState.staticInterned : inside) {
          report(.interning, at: string.address, expected: "its mark", found: "\(bits)")
        }
        let hash = string[integer: StringOffset.hash]
        let found = space.interned.find(string, hash: hash, equal: space.stringsAreEqual)
        if found != string {
          report(
            .interning, at: string.address, expected: "to be found in the table",
            found: "\(place(found?.address ?? 0))")
        }
      }
      if mortal != internedCount {
        report(.interning, at: 0, expected: "\(mortal) strings marked as interned", found: "\(internedCount)")
      }
      if mortal + staticInternedCount != space.interned.count {
        report(
          .interning, at: 0, expected: "\(mortal + staticInternedCount) strings",
          found: "\(space.interned.count)")
      }
    }

    /// Every class leads its order, fits its plan, and is known to its bases.
    mutating func checkTypes() {
      let free = Set(space.freePlans.map(\.address))
      var owners: [UInt: UInt] = [:]
      for number in 0..<objects.count {
        let type = ObjectPointer(address: objects[number])
        guard type.plan.body == .type else { continue }
        let plan = type.instancePlan
        if free.contains(plan.address) || owners[plan.address] != nil {
          report(.type, at: type.address, expected: "a plan of its own", found: "a free one or another's")
        }
        owners[plan.address] = type.address
        if plan.basicSize != type[integer: TypeOffset.basicSize]
          || plan.weakListOffset != type[integer: TypeOffset.weakListOffset]
        {
          report(.type, at: type.address, expected: "the sizes of its plan", found: "others")
        }
        guard let order = type[object: TypeOffset.methodResolutionOrder] else { continue }
        if space.item(0, of: order) != type {
          report(.type, at: type.address, expected: "to be first in its own order", found: "another")
        }
        // The collector kills the bases' references to a class that a finalizer then brings back, as CPython's does.
        // A class that could not be finished has none yet, and waits for the collector.
        guard type[word: TypeOffset.weakReferences] != 0 else { continue }
        let hasDict = type.typeFlags & TypeFlag.managedDict != 0
        if hasDict != (type[block: TypeOffset.cachedKeys] != nil)
          || hasDict != plan.traits.contains(.hasManagedDict)
        {
          report(
            .type, at: type.address, expected: "shared names where instances have a dict", found: "otherwise")
        }
        let hasFinalizer = freshLookUp(space.names.finalizer, of: type) != nil || plan.body == .generator
        if hasFinalizer != plan.traits.contains(.hasFinalizer) {
          report(
            .type, at: type.address, expected: "\(hasFinalizer ? "a" : "no") finalizer", found: "the opposite"
          )
        }
        // One that could not be finished may be known to the first of several bases.
        let bases = type[object: TypeOffset.bases].map { space.items(of: $0) } ?? []
        guard let last = bases.last, bases.count == 1 || space.subclasses(of: last).contains(type) else {
          continue
        }
        for base in bases where !space.subclasses(of: base).contains(type) {
          report(
            .type, at: type.address, expected: "to be known to \(place(base.address))", found: "it unknown")
        }
      }
    }

    private func freshLookUp(_ name: ObjectPointer, of type: ObjectPointer) -> ObjectPointer? {
      guard let order = type[object: TypeOffset.methodResolutionOrder] else { return nil }
      for owner in space.items(of: order) {
        if let dict = owner[object: TypeOffset.dict], let value = space.value(ofString: name, in: dict) {
          return value
        }
      }
      return nil
    }

    /// What the cache of classes has for classes and names that live is what is there.
    mutating func checkTypeCache() {
      let epoch = space.state.typeEpoch
      let entries = space.state.typeCache.current(epoch: epoch)
      for (type, name, value) in entries {
        guard isObject(type.address), isStatic(name.address) || number(of: name.address) >= 0,
          name.type.address == stringType, StringState(name).isInterned,
          type[object: TypeOffset.methodResolutionOrder] != nil
        else { continue }
        let fresh = freshLookUp(name, of: type)
        if fresh != value {
          report(
            .typeCache, at: type.address, expected: "\(place(fresh?.address ?? 0)) as '\(name.text)'",
            found: place(value?.address ?? 0))
        }
      }
    }

    /// What lies outside the arenas is immortal.
    mutating func checkStaticObjects() {
      var statics = [space.none, space.notImplemented, space.ellipsis, space.trueObject, space.falseObject]
      statics += [space.emptyString, space.emptyBytes, space.emptyTuple]
      statics += (SmallInteger.least...SmallInteger.largest).map { space.smallInteger($0) }
      statics += (0..<256).map { ObjectPointer(address: space.state.characters[word: 8 * $0]) }
      statics += BuiltinType.allCases.map { space.type($0) }
      statics += ExceptionKind.allCases.map { space.exceptionType($0) }
      for object in statics where object[word: 0] != ObjectPointer.immortalCount {
        report(
          .immortality, at: object.address, expected: "an immortal object",
          found: "a count of \(object[word: 0])")
      }
    }

    /// A block that is traced is in use.
    mutating func checkTracing() {
      guard let tracer = space.tracer else { return }
      for (address, _) in tracer.blocks.sorted() {
        let arena = arena(of: address)
        let isUsed =
          arena >= 0
          ? RawMemory.byte(marks + granule(arena, address)) == Mark.claimed : large.place(address) != 0
        if !isUsed { report(.tracing, at: address, expected: "a block in use", found: "none") }
      }
    }

    /// The runtime's own walks see the references that this one counted: the snapshot's all of them, the collector's none
    /// besides.
    mutating func compareWalks() {
      var incoming = [Int](repeating: 0, count: objects.count)
      var unknown: ObjectPointer?
      for number in 0..<objects.count {
        let object = ObjectPointer(address: objects[number])
        var seen: [UInt: Int] = [:]
        // A snapshot tells values behind an instance twice: as its attributes and as its dict's entries.
        let values = object.type.address == dictType ? object[block: DictOffset.values] : nil
        if let values, values[byte: ValuesOffset.isEmbedded] != 0 { continue }
        space.forEachReference(object) { reference in
          guard reference.strength == .strong else { return }
          let target = self.number(of: reference.target.address)
          if target >= 0 {
            incoming[target] += 1
          } else if !isStatic(reference.target.address) {
            unknown = object
          }
          seen[reference.target.address, default: 0] += 1
        }
        // A cache shows the collector what its entries hold.
        guard object.isCollectable, object.plan.body != .cache else { continue }
        space.forEachTraced(object) { target in seen[target.address, default: 0] -= 1 }
        if seen.values.contains(where: { $0 < 0 }) {
          report(
            .reference, at: object.address, expected: "the collector to visit counted references",
            found: "others")
        }
      }
      if let unknown {
        report(.reference, at: unknown.address, expected: "references to objects", found: "another")
      }
      compareIncoming(incoming)
    }

    /// What holders besides objects hold, and what split tables hold for many dicts, is not in the snapshot's walk.
    private mutating func compareIncoming(_ incoming: [Int]) {
      var outside = [Int](repeating: 0, count: objects.count)
      for object in space.handles.held {
        let number = number(of: object.address)
        if number >= 0 { outside[number] += 1 }
      }
      for number in 0..<objects.count {
        let object = ObjectPointer(address: objects[number])
        guard object.type.address != stringType, object.type.address != dictType else { continue }
        if incoming[number] + outside[number] > Int(counts[number]) {
          report(
            .count, at: object.address, expected: "\(counts[number]) references in the runtime's own walk",
            found: "\(incoming[number] + outside[number])")
        }
      }
    }
  }
#endif
