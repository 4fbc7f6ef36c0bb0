import HeapModel
import ObjectRuntime
import Testing

/// What weak collections are made of, as counts and sizes show it.
struct WeakCollectionShapeCases {
  @Test func `a weak value dictionary has CPython's attributes, counts and sizes`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineClass("C")
    let value = try space.make(type)
    let dictionary = try space.weakValueDictionary()
    let object = dictionary.object
    #expect(try space.size(of: object).rawValue == 48)
    #expect(try space.referenceCount(of: object) == 1)
    #expect(try space.weakReferenceCount(of: object) == 1)
    #expect(try space.referenceCount(of: object.get("data")) == 2)
    #expect(try space.referenceCount(of: object.get("_remove")) == 2)
    #expect(
      try space.elements(of: object.get("__dict__")).map { try space.text(of: $0) }
        == ["_remove", "_pending_removals", "_iterating", "data"])
    #expect(try space.size(of: object.get("_remove").get("__defaults__")).rawValue == 56)
    try dictionary.set(value, for: 1)
    let data = try object.get("data")
    let keyed = try space.element(1, of: data)
    #expect(try space.size(of: keyed).rawValue == 88)
    #expect(try space.typeName(of: keyed) == "KeyedRef")
    #expect(try space.size(of: data).rawValue == 224)
    #expect(try space.referenceCount(of: keyed) == 2)
    #expect(try space.weakReferenceCount(of: value) == 1)
    #expect(try space.referenceCount(of: value) == 1)
    #expect(try space.referenceCount(of: object.get("_remove")) == 3)
    try object.release()
    #expect(try space.weakReferenceCount(of: value) == 1)
    try keyed.release()
    try data.release()
    #expect(try space.weakReferenceCount(of: value) == 0)
    #expect(try space.collect() == 0)
  }

  @Test func `a weak key dictionary has CPython's attributes, counts and sizes`() throws {
    let space = try ObjectSpace.quiet()
    let key = try space.make(space.defineClass("C"))
    let dictionary = try space.weakKeyDictionary()
    try dictionary.set(1, for: key)
    let object = dictionary.object
    #expect(try space.size(of: object).rawValue == 48)
    #expect(try space.weakReferenceCount(of: object) == 1)
    #expect(try space.weakReferenceCount(of: key) == 1)
    #expect(
      try space.elements(of: object.get("__dict__")).map { try space.text(of: $0) }
        == ["data", "_remove", "_pending_removals", "_iterating", "_dirty_len"])
    #expect(try space.referenceCount(of: object.get("_remove")) == 3)
    try object.release()
    #expect(try space.weakReferenceCount(of: key) == 0)
    #expect(try space.collect() == 0)
  }

  @Test func `a weak set has CPython's attributes, counts and sizes`() throws {
    let space = try ObjectSpace.quiet()
    let element = try space.make(space.defineClass("C"))
    let set = try space.weakSet(space.list([element]))
    let object = set.object
    #expect(try space.size(of: object).rawValue == 48)
    #expect(try space.weakReferenceCount(of: object) == 1)
    #expect(try space.weakReferenceCount(of: element) == 1)
    #expect(
      try space.elements(of: object.get("__dict__")).map { try space.text(of: $0) }
        == ["data", "_remove", "_pending_removals", "_iterating"])
    #expect(try space.referenceCount(of: object.get("_remove")) == 3)
    #expect(try space.referenceCount(of: element) == 1)
    #expect(try set.contains(element))
    try element.release()
    #expect(try set.count == 0)
  }

  @Test func `a finalizer is held by the registry and by its reference`() throws {
    let space = try ObjectSpace.quiet()
    let object = try space.make(space.defineClass("C"))
    let notes = Notes()
    let finalizer = try space.finalizer(for: object, calling: space.noting("gone", in: notes), [1, 2])
    #expect(try space.size(of: finalizer.object).rawValue == 32)
    #expect(try space.referenceCount(of: finalizer.object) == 3)
    #expect(try space.referenceCount(of: object) == 1)
    #expect(try space.weakReferenceCount(of: object) == 1)
    let info = try space.element(finalizer.object, of: finalizer.object.get("_registry"))
    #expect(try space.size(of: info).rawValue == 80)
  }

  @Test func `a weak method is one reference to the object and one to the function`() throws {
    let space = try ObjectSpace.quiet()
    let function = try space.function("m") { _ in nil }
    let object = try space.make(space.defineClass("M", attributes: ["m": function]))
    let reference = try space.weakMethod(object.get("m"))
    #expect(try space.size(of: reference).rawValue == 120)
    #expect(try space.weakReferenceCount(of: reference) == 1)
    #expect(try space.weakReferenceCount(of: object) == 1)
    #expect(try space.weakReferenceCount(of: function) == 1)
    #expect(try space.referenceCount(of: object) == 1)
  }

  @Test func `the modules of weak collections do not move the collector's counts`() throws {
    let space = try ObjectSpace.quiet()
    let before = space.collectorCounts
    let module = try space.importModule("weakref")
    #expect(space.collectorCounts == before)
    #expect(try space.isSame(module, space.importModule("weakref")))
    #expect(thrown { _ = try space.importModule("nowhere") } == .moduleNotFoundError)
  }

  @Test(.answers("test_weakref.ModuleTestCase.test_names"))
  func `the classes of the module have its name and their own`() throws {
    let space = try ObjectSpace.quiet()
    let module = try space.importModule("weakref")
    for name in [
      "ReferenceType", "ProxyType", "CallableProxyType", "WeakMethod", "WeakSet", "WeakKeyDictionary",
      "WeakValueDictionary",
    ] {
      let type = try module.get(name)
      #expect(try space.text(of: type.get("__name__")) == name)
      #expect(try space.text(of: type.get("__qualname__")) == name)
      if name != "WeakSet" { #expect(try space.text(of: type.get("__module__")) == "weakref") }
    }
  }
}
