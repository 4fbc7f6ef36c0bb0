import ObjectRuntime
import Testing

/// What happens to objects that only modules or cycles hold when a program ends.
struct ProgramEndCases {
  private func finalized(_ space: ObjectSpace, _ notes: Notes) throws -> ObjectHandle {
    try space.defineClass("C", attributes: ["__del__": space.noting("__del__ called", in: notes)])
  }

  @Test(.answers("test_gc.GCTests.test_gc_main_module_at_shutdown"))
  func `a cycle that a variable of the main module holds is finalized at the end`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let list = try space.list([space.make(finalized(space, notes))])
    try space.append(list, to: list)
    try space.setGlobal("l", to: list)
    try list.release()
    #expect(notes.entries.isEmpty)
    try space.endProgram()
    #expect(notes.entries == ["__del__ called"])
    #expect(thrown { _ = try space.global("l") } == .nameError)
    try space.setGlobal("again", to: 1)
    #expect(try space.number(space.global("again")) == 1)
  }

  @Test(.answers("test_gc.GCTests.test_gc_ordinary_module_at_shutdown"))
  func `a cycle that a variable of another module holds is finalized at the end`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let list = try space.list([space.make(finalized(space, notes))])
    try space.append(list, to: list)
    let module = try space.module("gctest")
    try space.addModule(module)
    try module.set("l", to: list)
    try list.release()
    try module.release()
    try space.endProgram()
    #expect(notes.entries == ["__del__ called"])
    #expect(try space.isTracked(space.importModule("gctest")))
  }

  @Test(.answers("test_gc.GCTests.test_global_del_SystemExit"))
  func `an instance that holds itself is finalized at the end, and finalizers run before`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let instance = try space.make(finalized(space, notes))
    try instance.set("link", to: instance)
    try space.setGlobal("a", to: instance)
    try space.finalizer(for: instance, calling: space.noting("finalizer", in: notes))
    try instance.release()
    try space.endProgram()
    #expect(notes.entries == ["finalizer", "__del__ called"])
  }
}
