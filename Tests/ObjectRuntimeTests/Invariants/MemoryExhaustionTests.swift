import HeapModel
import Testing

@testable import ObjectRuntime

#if DEBUG
  /// Where there is no memory for the first, second, third … block that a program takes, it is told so, and nothing else is
  /// different: every block and every reference is accounted for.
  struct MemoryExhaustionTests {
    struct Program: CustomTestStringConvertible, Sendable {
      var testDescription: String
      var run: @Sendable (ObjectSpace) throws(ObjectError) -> Void
      /// What is there before memory runs out.
      var prepare: @Sendable (ObjectSpace) throws -> Void = { _ in }
      /// How many blocks more are there for each next run.
      var stride = 1

      init(_ description: String, _ run: @escaping @Sendable (ObjectSpace) throws(ObjectError) -> Void) {
        testDescription = description
        self.run = run
      }

      func after(_ prepare: @escaping @Sendable (ObjectSpace) throws -> Void) -> Program {
        var program = self
        program.prepare = prepare
        return program
      }

      func each(_ stride: Int) -> Program {
        var program = self
        program.stride = stride
        return program
      }
    }

    static let programs: [Program] = [
      Program("numbers and strings") { space throws(ObjectError) in
        _ = try space.object(123_456_789_000)
        _ = try space.integer(magnitude: [1, 2, 3])
        _ = try space.object(1.5)
        _ = try space.complex(1, 2)
        _ = try space.bytes([1, 2, 3])
        _ = try space.interned(space.string("a string of some length"))
        _ = try space.string("é字🦊")
        _ = try space.object(["nested": [[1000, 2000], [3000]]])
      },
      Program("lists") { space throws(ObjectError) in
        let list = try space.list(["a1", "b2", "c3"])
        for number in 0..<40 { try space.append(number + 1000, to: list) }
        try space.insert(space.list([1]), at: 2, of: list)
        try space.replaceItems(1..<3, of: list.pointer(), with: space.tuple([list, 1, 2, 3, 4]).pointer())
        try space.extend(list, with: space.set(["x1", "y1"]))
        try space.extend(list, with: list)
        _ = try space.copy(list)
        for _ in 0..<30 { _ = try space.pop(from: list) }
        try space.removeElement(0, of: list)
        _ = try space.make(space.builtinClass("list"), space.dict(["a": 1]))
        try space.removeAll(from: list)
      },
      Program("dicts") { space throws(ObjectError) in
        let dict = try space.dict(["a": [1, 2], "b": "text"])
        for number in 0..<30 { try space.setElement("key\(number)", of: dict, to: [number]) }
        try space.setElement(space.tuple([1, 2]), of: dict, to: 1)
        for number in 1000..<1030 { try space.setElement(number, of: dict, to: number) }
        let copy = try space.copy(dict)
        try space.removeElement("a", of: copy)
        let other = try space.dict(["x": copy])
        try space.update(other, from: dict)
        try space.update(space.dict(), from: dict)
        _ = try space.popEntry(from: other)
        _ = try space.pop(from: dict, "b")
        _ = try space.make(space.builtinClass("dict"), dict)
        _ = ObjectHandle(space, taking: try space.makeDict(keysFrom: dict.pointer(), value: space.none))
        try space.removeAll(from: dict)
      },
      Program("sets") { space throws(ObjectError) in
        let set = try space.set(["a1", "b1", 1000])
        for number in 1000..<1030 { try space.append(number, to: set) }
        let other = try space.frozenSet([1003, 2000, "a1"])
        _ = ObjectHandle(space, taking: try space.intersection(set.pointer(), other.pointer()))
        _ = ObjectHandle(space, taking: try space.difference(set.pointer(), other.pointer()))
        _ = ObjectHandle(space, taking: try space.symmetricDifference(set.pointer(), other.pointer()))
        _ = try space.copy(set)
        try space.update(set, from: space.list(["p1", "q1", "r1"]))
        _ = try space.make(space.builtinClass("frozenset"), space.list(["p1", "q1"]))
        _ = try space.pop(from: set)
        try space.removeAll(from: set)
      },
      Program("classes and instances") { space throws(ObjectError) in
        let base = try space.defineClass("Base", attributes: ["shared": [1]])
        let derived = try space.defineClass("Derived", bases: [base], attributes: ["more": "text"])
        let slotted = try space.defineClass("Slotted", slots: ["one", "two"])
        let object = try space.make(derived)
        try object.set("left", to: [1, 2])
        try object.set("right", to: object)
        for number in 0..<35 { try object.set("name\(number)", to: number) }
        let plain = try space.make(base)
        try plain.set("value", to: object)
        _ = try space.copy(plain.get("__dict__"))
        try plain.set("other", to: "text")
        try plain.remove("value")
        let small = try space.make(slotted)
        try small.set("one", to: plain)
        try base.set("changed", to: [2])
        try base.remove("changed")
        try plain.set("__class__", to: derived)
        _ = try derived.get("__name__")
      },
      Program("instances of classes derived from built-in ones") { space throws(ObjectError) in
        let contents = try space.list([1000, 2000])
        for name in ["list", "dict", "set", "frozenset", "int", "str", "tuple", "float", "ValueError"] {
          let type = try space.defineClass("My" + name, bases: [space.builtinClass(name)])
          switch name {
          case "list", "set", "frozenset", "tuple": try space.make(type, contents).set("x", to: [1])
          case "dict": try space.make(type, space.dict(["a": contents])).set("x", to: [1])
          case "int": try space.make(type, 1 << 40).set("x", to: [1])
          case "str": try space.make(type, "characters").set("x", to: [1])
          default: try space.make(type).set("x", to: [1])
          }
        }
      },
      Program("functions") { space throws(ObjectError) in
        let cell = try space.cell(space.list([1]))
        let function = try space.function("f", parameters: ["a", "b"], defaults: [[1]], closure: [cell]) {
          $0[0]
        }
        _ = try space.call(function, [[5]])
        _ = try space.call(function, [], keywords: ["a": "text", "b": 2])
        let type = try space.defineClass("C", attributes: ["method": function])
        let object = try space.make(type)
        _ = try space.call(object.get("method"), [1])
        _ = try object.call("method", 2)
        let generator = try space.makeGenerator(
          function.pointer(), variables: [cell.pointer(), nil], stackSize: 3, isStarted: true)
        _ = ObjectHandle(space, taking: generator)
        let frame = try space.frame(of: function, variables: [cell, nil])
        _ = ObjectHandle(space, taking: try space.makeTraceback(next: nil, frame: frame.pointer(), line: 3))
        _ = try space.property(get: function)
        _ = ObjectHandle(space, taking: try space.makeWrapper(.staticMethod, of: function.pointer()))
        _ = try space.make(space.builtinClass("ValueError"), "text", [1])
        _ = try space.module("another_module")
        _ = ObjectHandle(space, taking: try space.makeRange(1000, 3000, 100))
      },
      Program("iterators") { space throws(ObjectError) in
        let dict = try space.dict(["a": 1000, "b": 2000])
        for kind in [BuiltinType.dictKeys, .dictValues, .dictItems] {
          let view = ObjectHandle(space, taking: try space.makeView(kind, of: dict.pointer()))
          _ = try space.elements(of: view)
        }
        _ = try space.elements(of: ObjectHandle(space, taking: space.makeRange(1000, 1020, 3)))
        _ = try space.elements(of: space.tuple([1000, 2000]))
      },
      Program("weak references") { space throws(ObjectError) in
        let type = try space.defineClass("Node")
        let node = try space.make(type)
        let callback = try space.function("callback") { _ in nil }
        _ = try space.weakReference(to: node)
        let called = try space.weakReference(to: node, callback: callback)
        let proxy = try space.weakProxy(to: node)
        try proxy.set("x", to: [1])
        try node.release()
        _ = try space.referent(of: called)
      },
      Program("weak collections") { space throws(ObjectError) in
        let type = try space.defineClass("Node")
        let node = try space.make(type)
        let values = try space.weakValueDictionary()
        try values.set(node, for: "key")
        let keys = try space.weakKeyDictionary()
        try keys.set([1], for: node)
        let set = try space.weakSet()
        try set.insert(node)
        let iteration = try set.iterate()
        _ = try iteration.next()
        _ = try values.copy()
        _ = try keys.copy()
        _ = try set.copy()
        let function = try space.function("f") { _ in nil }
        try space.finalizer(for: node, calling: function, ["argument"])
        try node.release()
      }.after { _ = try $0.weakSet() },
      Program("weak methods and what finalizers call") { space throws(ObjectError) in
        let function = try space.function("m") { _ in nil }
        let node = try space.make(space.defineClass("Node", attributes: ["m": function]))
        let first = try space.weakMethod(node.get("m"), callback: function)
        let second = try space.weakMethod(node.get("m"))
        _ = try space.isEqual(first, second)
        let finalizer = try space.finalizer(for: node, calling: function, ["argument"])
        _ = try finalizer.peek()
        _ = try finalizer.detach()
      }.after { _ = try $0.weakSet() },
      Program("the modules of weak collections") { space throws(ObjectError) in
        _ = try space.weakSet()
      }.each(7),
      Program("finalizers and collections") { space throws(ObjectError) in
        let finalizer = try space.function("__del__") { arguments throws(ObjectError) in
          try arguments[0].space.setGlobal("last", to: [arguments[0]])
          return nil
        }
        let type = try space.defineClass("Dying", attributes: ["__del__": finalizer])
        let one = try space.make(type)
        let other = try space.make(type)
        try one.set("other", to: other)
        try other.set("other", to: one)
        try one.release()
        try other.release()
        try space.collect()
        try space.removeGlobal("last")
        try space.collect()
        try space.endProgram()
      },
      Program("a snapshot while blocks are traced") { space throws(ObjectError) in
        try space.startTracing(frameLimit: 2)
        let list = try space.list(["traced", "blocks"])
        try space.append([1], to: list)
        _ = try space.snapshot()
        _ = try space.allocationSnapshot()
        space.stopTracing()
      },
    ]

    @Test(arguments: programs)
    func `a program is told of missing memory at each block that it takes`(_ program: Program) throws {
      var failing = 0
      while failing < 5000 {
        let space = try ObjectSpace()
        defer { space.close() }
        try program.prepare(space)
        var kind: ExceptionKind?
        space.state.allocator.blocksUntilFailure = failing
        do throws(ObjectError) {
          try program.run(space)
        } catch {
          kind = error.kind
        }
        let isUsedUp = space.state.allocator.blocksUntilFailure == 0
        space.state.allocator.blocksUntilFailure = -1
        if space.isTracing { space.stopTracing() }
        try check(space, "block \(failing)")
        try space.collect()
        try check(space, "block \(failing), after a collection")
        #expect(kind == nil || kind == .memoryError, "block \(failing)")
        guard isUsedUp else { break }
        failing += program.stride
      }
      #expect(failing > 3 && failing < 5000)
    }

    private func check(_ space: ObjectSpace, _ place: String) throws {
      var checker = InvariantChecker(space)
      let found = checker.check()
      #expect(found.isEmpty, "\(place): \(found.map(\.description).joined(separator: "\n"))")
      if !found.isEmpty { throw found[0] }
    }
  }
#endif
