import Testing

@testable import ObjectRuntime

/// What classes have under a name, remembered for the next time.
struct TypeCacheTests {
  @Test func `a name that lies where another one lay is looked for anew`() throws {
    let space = try ObjectSpace()
    // The key of the class's dict is not the interned string: what is asked for later is.
    let key = try space.makeString("present")
    let namespace = try space.makeDict()
    try space.setValue(space.smallInteger(7), for: key, in: namespace)
    let type = try space.makeClass(name: space.makeName("C"), bases: [], namespace: namespace)

    let absent = try space.makeName("missing")
    let address = absent.address
    #expect(space.lookUpInClasses(absent, of: type) == nil)
    #expect(space.lookUpInClasses(absent, of: type) == nil)
    space.release(absent)

    let present = try space.makeName("present")
    try #require(present != key && present.address == address, "the second name lies where the first one lay")
    #expect(space.lookUpInClasses(present, of: type) == space.smallInteger(7))
  }

  @Test func `a finalizer of a class's attribute finds what was set in its place`() throws {
    let space = try ObjectSpace()
    let type = try space.defineClass("C")
    var found: [String] = []
    let finalizer = try space.function("__del__") { _ throws(ObjectError) in
      do throws(ObjectError) {
        found.append(try type.get("name").description)
      } catch {
        found.append(error.description)
      }
      return nil
    }
    let probe = try space.defineClass("Probe", attributes: ["__del__": finalizer])
    try type.set("name", to: space.make(probe))
    _ = try type.get("name")
    try type.set("name", to: 1)
    try space.checkInvariants()
    try type.set("name", to: space.make(probe))
    _ = try type.get("name")
    try type.remove("name")
    #expect(found == ["1", "AttributeError: type object 'C' has no attribute 'name'"])
    try space.checkInvariants()
  }

  @Test func `a class's dict that is changed past the class changes what the class has`() throws {
    let space = try ObjectSpace()
    let type = try space.defineClass("C", attributes: ["name": 1])
    let derived = try space.defineClass("D", bases: [type])
    let dict = try #require(
      try space.referents(of: type).first { try space.typeName(of: $0) == "dict" })
    #expect(try derived.get("name").description == "1")
    try space.setElement("name", of: dict, to: space.list([2]))
    #expect(try derived.get("name").description == "[2]")
    try space.removeElement("name", of: dict)
    #expect(try !space.hasAttribute("name", of: derived))
    try space.update(dict, from: space.dict(["name": space.list([3])]))
    #expect(try derived.get("name").description == "[3]")
    _ = try space.popEntry(from: dict)
    #expect(try !space.hasAttribute("name", of: derived))
    try space.setElement("name", of: dict, to: space.list([4]))
    #expect(try derived.get("name").description == "[4]")
    try space.checkInvariants()
    try space.removeAll(from: dict)
    #expect(try !space.hasAttribute("name", of: derived))
    try space.checkInvariants()
  }

  @Test func `what is asked of a container forgets nothing of what classes have`() throws {
    let space = try ObjectSpace()
    let container = try space.make(space.defineClass("MyDict", bases: [space.builtinClass("dict")]))
    let key = try space.string("key")
    let epoch = space.state.typeEpoch
    try space.setElement(key, of: container, to: 1)
    #expect(try space.element(key, of: container).description == "1")
    #expect(try space.contains(key, in: container))
    #expect(try space.count(of: container) == 1)
    try space.removeElement(key, of: container)
    #expect(space.state.typeEpoch == epoch)
  }
}
