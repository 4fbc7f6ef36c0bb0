import HeapModel
import Testing

@testable import ObjectRuntime

/// The memory of calls and their like, word by word.
struct ExecutionLayoutTests {
  let space: ObjectSpace

  init() throws { space = try ObjectSpace() }

  /// The names of an object's words; that they do not lie over each other is what a layout itself demands.
  private func words(of object: ObjectPointer) throws -> [String] {
    let layout = try space.layout(of: ObjectHandle(space, taking: object.retained()))
    return layout.blocks.flatMap(\.fields).map(\.name)
  }

  private func function() throws -> ObjectPointer {
    let name = try space.makeName("run")
    defer { space.release(name) }
    let code = try space.makeNativeCode(name: name, file: "run.py", line: 1) { space, _ throws(ObjectError) in
      space.none
    }
    defer { space.release(code) }
    try space.setParameters(["item"], of: code)
    code[int32: CodeOffset.variableCount] = 1
    code[int32: CodeOffset.stackSize] = 1
    return try space.makeFunction(code: code, globals: #require(space.globalsDict))
  }

  @Test func `a generator's call is told with its variables`() throws {
    let run = try function()
    let item = try space.makeInteger(70_000)
    let generator = try space.makeGenerator(run, variables: [item], stackSize: 1, isStarted: false)
    let names = try words(of: generator)
    for name in ["f_executable", "f_funcobj", "stacktop", "item"] { #expect(names.contains(name)) }
    for object in [generator, item, run] { space.release(object) }
    try space.checkInvariants()
  }

  @Test func `a frame of its own is told with its variables, and code with its numbers`() throws {
    let run = try function()
    let item = try space.makeInteger(70_000)
    let frame = try space.makeFrame(run, variables: [item], stackSize: 1, back: nil, line: 3)
    var names = try words(of: frame)
    for name in ["f_back", "f_executable", "item"] { #expect(names.contains(name)) }
    names = try words(of: #require(run[object: FunctionOffset.code]))
    for name in ["co_flags", "co_argcount", "co_nlocalsplus"] { #expect(names.contains(name)) }
    for object in [frame, item, run] { space.release(object) }
    try space.checkInvariants()
  }

  @Test func `the characters of an instance derived from str are a block of their own`() throws {
    let type = try space.defineClass("Text", bases: [space.builtinClass("str")])
    let object = try space.make(type, "abc")
    let names = try words(of: object.pointer())
    #expect(names.contains("data") && names.contains("characters"))
    withExtendedLifetime(object) {}
  }
}
