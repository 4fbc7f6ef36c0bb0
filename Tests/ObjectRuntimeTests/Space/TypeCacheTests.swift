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
}
