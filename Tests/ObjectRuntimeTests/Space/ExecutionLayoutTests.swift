import HeapModel
import Testing

@testable import ObjectRuntime

/// The memory of calls and their like, word by word.
struct ExecutionLayoutTests {
  let space: ObjectSpace

  init() throws { space = try ObjectSpace() }

  /// The names of an object's words, and what is wrong with how they lie.
  private func words(of object: ObjectPointer) throws -> (names: [String], faults: [String]) {
    let layout = try space.layout(of: ObjectHandle(space, taking: object.retained()))
    var faults: [String] = []
    for block in layout.blocks {
      var end = block.offsets.lowerBound
      for field in block.fields.sorted(by: { $0.offset < $1.offset }) {
        if field.offset < end {
          faults.append("\(field.name) at \(field.offset) lies in what ends at \(end)")
        }
        end = field.offset + Int(field.size.rawValue)
      }
      if end > block.offsets.upperBound { faults.append("the last word ends at \(end)") }
    }
    return (layout.blocks.flatMap(\.fields).map(\.name), faults)
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
    let (names, faults) = try words(of: generator)
    #expect(faults == [])
    for name in ["f_executable", "f_funcobj", "stacktop", "item"] { #expect(names.contains(name)) }
    for object in [generator, item, run] { space.release(object) }
    try space.checkInvariants()
  }

  @Test func `a frame of its own is told with its variables, and code with its numbers`() throws {
    let run = try function()
    let item = try space.makeInteger(70_000)
    let frame = try space.makeFrame(run, variables: [item], stackSize: 1, back: nil, line: 3)
    var (names, faults) = try words(of: frame)
    #expect(faults == [])
    for name in ["f_back", "f_executable", "item"] { #expect(names.contains(name)) }
    (names, faults) = try words(of: #require(run[object: FunctionOffset.code]))
    #expect(faults == [])
    for name in ["co_flags", "co_argcount", "co_nlocalsplus"] { #expect(names.contains(name)) }
    for object in [frame, item, run] { space.release(object) }
    try space.checkInvariants()
  }

  @Test func `the characters of an instance derived from str are a block of their own`() throws {
    let type = try space.defineClass("Text", bases: [space.builtinClass("str")])
    let object = try space.make(type, "abc")
    let (names, faults) = try words(of: object.pointer())
    #expect(faults == [])
    #expect(names.contains("data") && names.contains("characters"))
    withExtendedLifetime(object) {}
  }
}
