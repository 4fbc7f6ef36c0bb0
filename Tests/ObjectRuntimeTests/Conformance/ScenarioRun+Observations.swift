import HeapModel

@testable import ObjectRuntime

extension ScenarioRun {
  func observe(_ statement: ConformanceStatement, onlyChanges: Bool) throws {
    let tokens = statement.tokens
    let value = try observation(tokens[1], Array(tokens.dropFirst(2)), statement)
    let label = statement.label
    guard onlyChanges else { return lines.append("\(label): \(value)") }
    var entry = seen[label] ?? (0, nil)
    entry.turn += 1
    if entry.value != value {
      entry.value = value
      lines.append("\(label) [\(entry.turn)]: \(value)")
    }
    seen[label] = entry
  }

  private func boolean(_ value: Bool) -> String { value ? "True" : "False" }

  private func observation(
    _ what: String, _ tokens: [String], _ statement: ConformanceStatement
  ) throws -> String {
    switch what {
    case "count-change":
      let before = try readCounts().0
      try run(statement.block ?? [])
      return try "\(readCounts().0 - before)"
    case "counts":
      let counts = try readCounts()
      try goThroughTuple()
      return "(\(counts.0), \(counts.1), \(counts.2))"
    case "collect": return "\(try space.collect(generation: tokens.first.flatMap { Int($0) } ?? 2))"
    case "enabled": return boolean(space.isCollectorEnabled)
    case "thresholds":
      let values = space.collectorThresholds
      try goThroughTuple()
      return "(\(values.generation0), \(values.generation1), \(values.generation2))"
    case "debug": return "\(space.collectorDebugOptions.rawValue)"
    case "stats":
      let values = space.collectorStatistics[Int(tokens[0]) ?? 0]
      try makeWhatStatisticsNeed()
      return "(\(values.collections), \(values.collected), \(values.uncollectable))"
    case "frozen":
      let count = space.frozenCount
      return "\(count >= frozenBefore ? count - frozenBefore : count)"
    case "garbage": return names(space.items(of: space.garbageList ?? space.emptyTuple))
    default: return try observation(of: operand(tokens[0]), what, tokens)
    }
  }

  /// The counts of the generations, which are told as a tuple.
  private func readCounts() throws -> (Int, Int, Int) {
    let counts = space.state.collector.counts
    space.release(try space.makeTuple([space.none, space.none, space.none]))
    return counts
  }

  /// Makes and lets go a tuple of three and an iterator over it, as showing one does.
  private func goThroughTuple() throws {
    let tuple = try space.makeTuple([space.none, space.none, space.none])
    let iterator = try space.makeIterator(tuple)
    space.collectIfDue()
    space.release(iterator)
    space.release(tuple)
  }

  /// Makes and lets go what showing a text does: its parts, and what a codec is given and returns.
  private func makeWhatTextsNeed() throws {
    for count in [3, 1, 2] {
      space.release(try space.makeTuple(Array(repeating: space.none, count: count)))
    }
  }

  /// Makes and lets go what the recorder's statistics consist of: a list of dicts, the values of one, and a tuple.
  private func makeWhatStatisticsNeed() throws {
    let dicts = try (0..<3).map { _ in try space.makeDict() }
    let list = try space.makeList([])
    for dict in dicts {
      try space.append(dict, to: list)
      space.release(dict)
    }
    // Each call is where a collection may happen.
    space.collectIfDue()
    dicts[0].retain()
    space.release(list)
    let view = try space.makeView(.dictValues, of: dicts[0])
    space.collectIfDue()
    let iterator = try space.makeIterator(view)
    let values = try space.makeTuple([space.none, space.none, space.none])
    space.release(iterator)
    space.collectIfDue()
    space.release(view)
    space.release(dicts[0])
    space.release(try space.makeTuple([space.none, space.none, space.none]))
    space.release(values)
    space.collectIfDue()
    try goThroughTuple()
  }

  private func observation(of object: ObjectPointer, _ what: String, _ tokens: [String]) throws -> String {
    switch what {
    case "refcount": return object.isImmortal ? "immortal" : "\(object.referenceCount)"
    case "sizeof": return "\(space.sizeof(object))"
    case "same": return boolean(object == (try operand(tokens[1])))
    case "equal": return boolean(try space.areEqual(object, operand(tokens[1])))
    case "value": return show(object)
    case "names": return names(space.items(of: object))
    case "type": return "\"\(space.typeName(object.type))\""
    case "length": return "\(try space.count(of: ObjectHandle(space, taking: object.retained())))"
    case "hash": return "\(try space.hash(of: object))"
    case "order": return "[" + (try order(object)).map { show($0) }.joined(separator: ", ") + "]"
    case "contains":
      return boolean(
        try space.contains(
          ObjectHandle(space, taking: operand(tokens[1]).retained()),
          in: ObjectHandle(space, taking: object.retained())))
    case "at": return boolean(object.integerValue == Int(try operand(tokens[1]).address))
    case "distance": return "\(Int(try operand(tokens[1]).address) - Int(object.address))"
    case "word":
      let offset = Int(tokens[1]) ?? 0
      // The recorder's own arguments hold the object twice while it looks at the count.
      if offset == 0, !object.isImmortal { return "\(object.referenceCount + 2)" }
      return word(object[word: offset])
    case "half": return "\(object[uint32: Int(tokens[1]) ?? 0])"
    case "byte": return "\(object[byte: Int(tokens[1]) ?? 0])"
    case "tracked": return boolean(object.isTracked)
    case "finalized": return boolean(object.isFinalized)
    case "generation":
      // The generations are looked through, each as a list.
      space.release(try space.makeList([]))
      let generation = try space.generation(of: ObjectHandle(space, taking: object.retained()))
      return generation.map { $0 > 2 ? "None" : "\($0)" } ?? "None"
    case "referents": return names(space.referents(of: object))
    case "referrers":
      let found = try space.referrers(of: ObjectHandle(space, taking: object.retained()))
      let pointers = try found.map { try $0.pointer() }
      defer { withExtendedLifetime(found) {} }
      return names(pointers)
    case "weakref-count": return "\(space.weakReferences(to: object).count)"
    case "weakrefs": return names(space.weakReferences(to: object))
    case "alive": return show(try attributeValue(object, "alive"))
    case "dead": return boolean(space.weakReferent(object) == nil)
    default: return try observation(ofType: object, what, tokens)
    }
  }

  private func observation(ofType type: ObjectPointer, _ what: String, _ tokens: [String]) throws -> String {
    switch what {
    case "basicsize": return "\(type[integer: TypeOffset.basicSize])"
    case "itemsize": return "\(type[integer: TypeOffset.itemSize])"
    case "dictoffset": return "\(type[integer: TypeOffset.dictOffset])"
    case "weakrefoffset": return "\(type[integer: TypeOffset.weakListOffset])"
    case "flags":
      let names = Self.flags.filter { type.typeFlags & $0.0 != 0 }.map(\.1)
      return names.isEmpty ? "none" : names.joined(separator: " ")
    case "mro":
      return typeNames(type[object: TypeOffset.methodResolutionOrder].map { space.items(of: $0) } ?? [], "()")
    case "bases": return typeNames(type[object: TypeOffset.bases].map { space.items(of: $0) } ?? [], "()")
    case "subclasses": return typeNames(space.subclasses(of: type), "[]")
    case "attributes":
      guard let dict = try space.ensureAttributeDict(of: type) else { throw ScenarioError.unsupported(what) }
      return "[" + space.entries(of: dict).map { show($0.key) }.joined(separator: ", ") + "]"
    case "has-attribute":
      return boolean(try space.hasAttribute(tokens[1], of: ObjectHandle(space, taking: type.retained())))
    case "is-instance": return boolean(space.isSubtype(type.type, try operand(tokens[1])))
    case "interned": return boolean(StringState(type).isInterned)
    default: throw ScenarioError.unsupported(what)
    }
  }

  private func order(_ object: ObjectPointer) throws -> [ObjectPointer] {
    switch object.plan.body {
    case .dict: return space.entries(of: object).map(\.key)
    case .set: return space.elements(of: object)
    case .list, .tuple: return space.items(of: object)
    default:
      if let live = try liveKeys(object) { return live }
      let elements = try space.elements(of: ObjectHandle(space, taking: object.retained()))
      defer { withExtendedLifetime(elements) {} }
      let pointers = try elements.map { try $0.retainedPointer() }
      return pointers
    }
  }

  /// The keys of a weak dictionary whose entries are alive.
  private func liveKeys(_ object: ObjectPointer) throws -> [ObjectPointer]? {
    guard try space.isWeakDictionary(object) else { return nil }
    let handle = ObjectHandle(space, taking: object.retained())
    let isByValue = space.typeName(object.type) == "WeakValueDictionary"
    let iteration =
      try isByValue ? WeakValueDictionary(handle).iterate() : WeakKeyDictionary(handle).iterate()
    var keys: [ObjectPointer] = []
    while let entry = try iteration.next() { keys.append(try entry.key.retainedPointer()) }
    try iteration.end()
    return keys
  }

  private func typeNames(_ types: [ObjectPointer], _ ends: String) -> String {
    let names = types.map { space.typeName($0) }.joined(separator: ", ")
    return "\(ends.first ?? "(")\(names)\(ends.last ?? ")")"
  }

  private func word(_ word: UInt) -> String {
    for name in bound {
      if let object = object(name), object.address == word { return "&\(name)" }
    }
    for name in bound {
      if let object = object(name), object.type.address == word { return "&\(space.typeName(object.type))" }
    }
    if word < 1 << 32 { return "\(word)" }
    if word < 1 << 47 { return "address" }
    let digits = String(word, radix: 16)
    return "0x" + String(repeating: "0", count: 16 - digits.count) + digits
  }

  // MARK: Values in words

  /// An object as the record shows it.
  func show(_ object: ObjectPointer) -> String {
    let type = object.type
    if type == space.type(.string) {
      try? makeWhatTextsNeed()
      return "\"\(PythonLiteral.escaped((0..<object.stringLength).map { object.character(at: $0) }))\""
    }
    if type == space.type(.bytes) {
      return
        "b\"\(PythonLiteral.escaped((0..<object.itemCount).map { UInt32(object[byte: BytesOffset.data + $0]) }))\""
    }
    switch object.plan.body {
    case .list where !space.isHeap(type): return "[" + series(space.items(of: object)) + "]"
    case .tuple where !space.isHeap(type): return "(" + series(space.items(of: object)) + ")"
    case .set where !space.isHeap(type): return "{" + series(space.elements(of: object)) + "}"
    case .dict where !space.isHeap(type):
      return "{"
        + space.entries(of: object).map { "\(show($0.key)): \(show($0.value))" }.joined(separator: ", ") + "}"
    case .type: return space.typeName(object)
    case .plain where !space.isHeap(type) && type != space.type(.object) || object == space.none:
      return space.describe(object, limit: 10_000)
    default: break
    }
    if space.isSubtype(type, space.exceptionType(.baseException)),
      object.plan.body == .record
    {
      return "\(space.typeName(type)): \(space.exceptionText(object))"
    }
    return "<\(space.typeName(type))>"
  }

  private func series(_ objects: [ObjectPointer]) -> String {
    objects.map { show($0) }.joined(separator: ", ")
  }

  func names(_ objects: [ObjectPointer]) -> String {
    "[" + objects.map { name(of: $0, registers: bound) }.joined(separator: ", ") + "]"
  }

  /// An object by the first register that holds it, else by its value or type.
  func name(of object: ObjectPointer, registers: [String]) -> String {
    for name in registers where self.object(name) == object { return name }
    let type = object.type
    let shown: [BuiltinType] = [.int, .float, .bool, .none, .string, .bytes]
    if object.plan.body == .type || shown.contains(where: { space.type($0) == type }) { return show(object) }
    if space.isHeap(type), let key = try? space.makeName("name") {
      defer { space.release(key) }
      if let value = try? space.findAttribute(key, of: object), value.type == space.type(.string) {
        defer { space.release(value) }
        return "<\(space.typeName(type)) \(value.text)>"
      }
    }
    return "<\(space.typeName(type))>"
  }

  private static let flags: [(UInt, String)] = [
    (1 << 2, "inline-values"), (1 << 3, "managed-weakref"), (1 << 4, "managed-dict"), (1 << 5, "sequence"),
    (1 << 6, "mapping"), (1 << 7, "no-instances"), (1 << 8, "immutable"), (1 << 9, "heap-type"),
    (1 << 10, "base-type"), (1 << 11, "vectorcall"), (1 << 14, "collected"), (1 << 17, "method-descriptor"),
    (1 << 22, "match-self"), (1 << 23, "items-at-end"), (1 << 24, "int"), (1 << 25, "list"),
    (1 << 26, "tuple"),
    (1 << 27, "bytes"), (1 << 28, "str"), (1 << 29, "dict"), (1 << 30, "exception"), (1 << 31, "type"),
  ]
}
