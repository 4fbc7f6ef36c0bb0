import HeapFixtures
import HeapModel
import Testing

@testable import HeapAnalysis

struct ObjectSelectorTests {
  @Test(arguments: [
    ("type:Session", ObjectSelector.type("Session")),
    ("type:app.models.Session", .type("app.models.Session")),
    ("@0x7f12a0", .address(Address(rawValue: 0x7f12a0))),
    ("@7f12a0", .address(Address(rawValue: 0x7f12a0))),
    ("#17", .index(17)),
    ("t", .variable(name: "t", steps: [])),
    ("t.child.next", .variable(name: "t", steps: [.attribute("child"), .attribute("next")])),
    ("cache[\"k\"]", .variable(name: "cache", steps: [.key("k")])),
    ("cache['it\\'s ]']", .variable(name: "cache", steps: [.key("it's ]")])),
    (
      "items[3][(1, [2])].x",
      .variable(name: "items", steps: [.index(3), .text("(1, [2])"), .attribute("x")])
    ),
    ("items[-1]", .variable(name: "items", steps: [.text("-1")])),
    ("<module>", .variable(name: "<module>", steps: [])),
  ])
  func `selectors are read`(text: String, selector: ObjectSelector) throws {
    #expect(try ObjectSelector(parsing: text) == selector)
  }

  @Test(arguments: ["type:Session", "@0x7f12a0", "#17", "t.child[\"k\"][3][(1, 2)]", "a[\"it\\\\s\\\"\"]"])
  func `a selector that was read is written as it was`(text: String) throws {
    #expect(try ObjectSelector(parsing: text).description == text)
  }

  @Test(arguments: [
    ("", 1, "a name is missing"), ("type:", 6, "the type's name is missing"),
    ("@0x", 2, "an address is 0x and up to 16 hexadecimal digits"), ("#-1", 2, "an index is a number from 0"),
    ("#", 2, "an index is a number from 0"), ("t.", 3, "a name is missing"), ("t..a", 3, "a name is missing"),
    ("t[", 2, "this bracket is not closed"), ("t['a]", 2, "this bracket is not closed"),
    ("t[]", 3, "an index or a key is missing"), ("t[1]x", 5, "a dot or a bracket is missing"),
    ("t]", 2, "this bracket closes nothing"),
    ("t['a\\", 2, "this bracket is not closed"),
  ])
  func `what is no selector is refused, with the place and the reason`(
    text: String, column: Int, reason: String
  ) {
    #expect(throws: HeapAnalysisError.invalidSelector(text, column: column, reason: reason)) {
      try ObjectSelector(parsing: text)
    }
  }
}

struct ObjectLookupTests {
  /// A module with variables, as a capture of CPython gives it.
  private func module(metadata: HeapMetadata = HeapMetadata()) throws -> (HeapSketch, ObjectLookup) {
    var sketch = HeapSketch()
    sketch.metadata = metadata
    sketch.object("main", type: "module", details: ObjectDetails(flags: [.module, .importedModule]))
    sketch.root("main", kind: .module, as: "__main__")
    sketch.refer("main", "globals", kind: .attributeDictionary)
    func key(_ name: String, _ text: String, flags: ObjectFlags = []) -> ObjectIndex {
      sketch.object("key \(name)", type: "str", details: ObjectDetails(flags: flags, text: text))
    }
    for (variable, text) in [("t", "'t'"), ("cache", "'cache'"), ("items", "\"items\"")] {
      let label = key(variable, text)
      sketch.refer("globals", "key \(variable)", kind: .dictionaryKey, isTraced: false)
      sketch.refer("globals", variable, kind: .dictionaryValue, label: .object(label))
    }
    sketch.refer("t", "child", kind: .attribute, label: .name("child"))
    sketch.refer("t", "slotted", kind: .slot, label: .name("slot"))
    sketch.refer("child", "child dictionary", kind: .attributeDictionary)
    sketch.refer("child dictionary", "leaf", kind: .dictionaryValue, label: .object(key("leaf", "'leaf'")))
    sketch.refer("cache", "hit", kind: .dictionaryValue, label: .object(key("k", "'k'")))
    sketch.refer("cache", "newline", kind: .dictionaryValue, label: .object(key("n", "'a\\nb'")))
    sketch.refer("cache", "cut", kind: .dictionaryValue, label: .object(key("cut", "'cut'", flags: .textCut)))
    sketch.refer("cache", "three", kind: .dictionaryValue, label: .object(key("3", "3")))
    sketch.refer("cache", "pair", kind: .dictionaryValue, label: .object(key("pair", "(1, 2)")))
    sketch.refer("cache", "named", kind: .dictionaryValue, label: .name("plain"))
    sketch.refer("items", "first", kind: .element, label: .index(0))
    sketch.refer("items", "second", kind: .element, label: .index(1))
    sketch.refer("items", "cache", kind: .dictionaryKey, label: .index(0))
    sketch.object("os", type: "module", details: ObjectDetails(flags: .module))
    sketch.root("os", kind: .module)
    sketch.refer("os", "separator", kind: .dictionaryValue, label: .object(key("sep", "'sep'")))
    sketch.object("os.path", type: "module", details: ObjectDetails(flags: .module))
    sketch.root("os.path", kind: .module)
    sketch.refer("os.path", "joined", kind: .attribute, label: .name("join"))
    sketch.root("frame t", kind: .frame, as: "t")
    sketch.root("frame run", kind: .frame, as: "run")
    sketch.refer("frame run", "local", kind: .localVariable, label: .name("x"))
    return (sketch, ObjectLookup(try sketch.snapshot()))
  }

  @Test(arguments: [
    ("t", "t"), ("t.child", "child"), ("t.slot", "slotted"), ("t.child.leaf", "leaf"),
    ("cache['k']", "hit"), ("cache[\"a\\nb\"]", "newline"), ("cache[3]", "three"), ("cache[(1, 2)]", "pair"),
    ("cache['plain']", "named"), ("items[0]", "first"), ("items[1]", "second"), ("os", "os"),
    ("os.sep", "separator"), ("os.path", "os.path"), ("os.path.join", "joined"), ("__main__", "main"),
    ("__main__.t.child", "child"), ("__main__.__dict__['cache']", "cache"), ("run.x", "local"),
    ("@0x1000", "main"), ("#0", "main"),
  ])
  func `names lead to objects`(text: String, object: String) throws {
    let (sketch, lookup) = try module()
    #expect(try lookup.objects(named: text) == [sketch.index(object)])
  }

  @Test func `a type's objects are all found, by either name`() throws {
    var sketch = HeapSketch()
    sketch.object("1", type: "app.Session")
    sketch.object("2", type: "web.Session")
    sketch.object("3", type: "app.Other")
    let lookup = ObjectLookup(try sketch.snapshot())
    #expect(try lookup.objects(named: "type:Session").map(\.position) == [0, 1])
    #expect(try lookup.objects(named: "type:web.Session").map(\.position) == [1])
  }

  @Test func `the module that the metadata names is the one whose variables are meant`() throws {
    var sketch = HeapSketch("app -> here [x]; __main__ -> there [x]")
    sketch.root("app", kind: .module)
    sketch.root("__main__", kind: .module)
    #expect(try ObjectLookup(sketch.snapshot()).objects(named: "x") == [sketch["there"]])
    sketch.metadata[HeapMetadata.Key.globalsModule] = "app"
    #expect(try ObjectLookup(sketch.snapshot()).objects(named: "x") == [sketch["here"]])
  }

  @Test func `a name that several roots have means all of their objects`() throws {
    var sketch = HeapSketch()
    sketch.root("a", kind: .frame, as: "run")
    sketch.root("b", kind: .frame, as: "run")
    sketch.root("a", kind: .frame, as: "run")
    #expect(try ObjectLookup(sketch.snapshot()).objects(named: "run") == [sketch["a"], sketch["b"]])
  }

  @Test func `addresses are found one by one and many at a time`() throws {
    let heap = try ChainHeap.chain(of: 500)
    let lookup = ObjectLookup(heap)
    let addresses = (0..<600).map { HeapSketch.address($0) }
    #expect(lookup.objects(at: addresses).map(\.position) == Array(0..<500))
    #expect(lookup.object(at: Address(rawValue: 1)) == nil)
    #expect(heap.object(at: HeapSketch.address(77)) == ObjectIndex(77))
    #expect(heap.object(at: Address(rawValue: 1)) == nil)
  }

  @Test func `the roots of an object are found by it`() throws {
    var sketch = HeapSketch("a -> b")
    sketch.root("b", kind: .frame, as: "one")
    sketch.root("b", kind: .global, as: "two")
    let roots = RootIndex(of: try sketch.snapshot())
    #expect(roots.roots(of: sketch["b"]).map(\.name) == ["one", "two"])
    #expect(roots.contains(sketch["b"]) && !roots.contains(sketch["a"]))
    #expect(roots.roots(of: sketch["a"]).isEmpty && roots.roots.count == 2)
  }

  @Test(arguments: [
    ("type:Nod", "The heap has no type named 'Nod'. Did you mean 'Node'?"),
    ("type:nosuch", "The heap has no type named 'nosuch'. List its types."),
    (
      "@0x99",
      "No object lies at 0x99. Addresses are those of one run of the program; take one from this heap."
    ),
    ("cahce", "Neither a root nor a global variable of '__main__' is named 'cahce'. Did you mean 'cache'?"),
    (
      "zzz",
      "Neither a root nor a global variable of '__main__' is named 'zzz'. "
        + "Name an object by type:NAME, @0xADDRESS or #INDEX."
    ),
    ("t.childs", "'t' refers to nothing by .childs. Did you mean 'child'?"),
    ("t.child.leaves", "'t.child' refers to nothing by .leaves. Draw its references to see what it holds."),
    ("cache['cut']", "'cache' refers to nothing by [\"cut\"]. Draw its references to see what it holds."),
    ("items[7]", "'items' refers to nothing by [7]. Draw its references to see what it holds."),
    (
      "t..",
      "'t..' names no object, see character 3: a name is missing. "
        + "Write type:NAME, @0xADDRESS, #INDEX, or a variable such as t.child or cache['k']."
    ),
  ])
  func `what is not found is told, with what may have been meant`(text: String, message: String) throws {
    let (_, lookup) = try module()
    let error = #expect(throws: HeapAnalysisError.self) { try lookup.objects(named: text) }
    #expect(error?.description == message)
    #expect(error?.isNotFound == (text != "t.."))
  }

  @Test func `an index behind the last object is told with the range there is`() throws {
    let three = ObjectLookup(try ChainHeap.chain(of: 3))
    #expect(
      #expect(throws: HeapAnalysisError.self) { try three.objects(named: "#3") }?.description
        == "There is no object #3: the heap's objects are #0 to #2.")
    let none = ObjectLookup(try HeapSketch().snapshot())
    #expect(
      #expect(throws: HeapAnalysisError.self) { try none.objects(named: "#0") }?.description
        == "There is no object #0: the heap is empty.")
  }

  @Test func `a type without objects is no unknown type`() throws {
    var builder = HeapSnapshotBuilder()
    _ = builder.addType(name: "Session")
    let lookup = ObjectLookup(try builder.finish())
    #expect(
      #expect(throws: HeapAnalysisError.self) { try lookup.objects(named: "type:Session") }?.description
        == "The heap knows the type 'Session' and has no object of it.")
  }

  @Test func `a stopped analysis says so`() {
    #expect(
      HeapAnalysisError.cancelled.description
        == "The analysis was stopped before it was complete; start it again for a result.")
    #expect(!HeapAnalysisError.cancelled.isNotFound)
  }
}

struct NearMissTests {
  @Test(arguments: [
    ("sesion", ["session"]), ("ssession", ["session"]), ("sessoin", ["session"]), ("zession", ["session"]),
    ("SESSION", ["session"]), ("ess", ["session"]), ("sesi", []), ("a", ["ab", "apple"]),
    ("", ["ab", "apple", "session"]),
  ])
  func `a name is near that holds the text or differs by one letter`(text: String, near: [String]) {
    #expect(NearMisses.of(text, among: ["session", "apple", "ab", ""]) == near)
  }
}

struct LabelTextTests {
  @Test func `labels are written as a person would write them`() throws {
    var sketch = HeapSketch()
    let word = sketch.object("word", type: "str", details: ObjectDetails(text: "'ke\\'y'"))
    let cut = sketch.object("cut", type: "str", details: ObjectDetails(flags: .textCut, text: "'long'"))
    let point = sketch.object("point", type: "app.Point")
    sketch.refer("a", "b", kind: .attribute, label: .name("name"))
    sketch.refer("a", "b", kind: .element, label: .index(3))
    sketch.refer("a", "b", kind: .dictionaryValue, label: .object(word))
    sketch.refer("a", "b", kind: .dictionaryValue, label: .object(cut))
    sketch.refer("a", "b", kind: .dictionaryValue, label: .object(point))
    sketch.refer("a", "b", kind: .dictionaryValue, label: .name("key"))
    sketch.refer("a", "b", kind: .attributeDictionary)
    sketch.refer("a", "b", kind: .type)
    let heap = try sketch.snapshot()
    let references = heap.outgoingReferences(of: sketch["a"])
    #expect(
      references.map { heap.labelText(of: $0) } == [
        "name", "[3]", "['ke\\'y']", "['long']", "[Point]", "['key']", "__dict__", nil,
      ])
    #expect(references.map { heap.name(of: $0) } == ["name", nil, "ke'y", nil, nil, "key", "__dict__", nil])
  }

  @Test(arguments: [
    ("'a'", "a"), ("\"it's\"", "it's"), ("'\\x41\\u00e9\\U0001f600'", "Aé😀"), ("'\\t\\r\\n\\\\'", "\t\r\n\\"),
    ("''", ""), ("'a", nil), ("a'", nil), ("'", nil), ("", nil), ("'a'b'", nil), ("'\\x4'", nil),
    ("'\\ud800'", nil), ("'a\\'", nil), ("b'a'", nil), ("3", nil),
  ])
  func `the contents of a string are read from its text`(text: String, contents: String?) {
    #expect(PythonText.contents(ofRepr: text) == contents)
  }
}
