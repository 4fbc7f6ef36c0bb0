import HeapModel
import Testing

@testable import ObjectRuntime

#if DEBUG
  // Steps that let go, that reach all objects, or that are wrong.
  extension ProgramRun {
    func changeSpace(_ operation: ProgramOperation) throws(ObjectError) {
      let value = any(operation.second)
      switch operation.kind {
      case .defineClass: try defineClass(operation)
      case .copyHandle:
        keep(ObjectHandle(space, taking: try value.pointer().retained()), .other, at: operation.third)
      case .setCell:
        guard let cell = pick(.cell, operation.first) else { return }
        space.setCellContents(try cell.pointer(), to: operation.third % 3 == 0 ? nil : try value.pointer())
      case .setVariable:
        guard let frame = pick(.frame, operation.first) else { return }
        try space.setVariable(operation.third % 4, of: frame, to: value)
      case .setGlobal: try space.setGlobal(name(operation.third), to: value)
      case .removeGlobal:
        try space.removeGlobal(operation.first % 5 == 0 ? "resurrected" : name(operation.third))
      case .next:
        guard let iterator = pick(.iterator, operation.first) else { return }
        if let found = try space.next(iterator.pointer()) {
          keep(ObjectHandle(space, taking: found), .other, at: operation.third)
        }
      case .call:
        guard let function = pick(.function, operation.first) else { return }
        keep(try space.call(function, [value]), .other, at: operation.third)
      case .useWeakCollection: try useWeakCollection(operation)
      case .linkCycle:
        guard let object = pick(.instance, operation.first), let other = pick(.instance, operation.second)
        else { return }
        try object.set("right", to: other)
        try other.set("left", to: object)
      case .release: release(operation)
      case .intern:
        if let string = pick(.string, operation.first) {
          keep(try space.interned(string), .string, at: operation.third)
        }
      case .collect: try space.collect(generation: operation.first % 3)
      case .freeze: space.freeze()
      case .unfreeze: space.unfreeze()
      case .trace:
        if space.isTracing {
          space.stopTracing()
        } else {
          try space.startTracing(frameLimit: 1 + operation.first % 3)
        }
      default: _ = try space.snapshot()
      }
    }

    private func release(_ operation: ProgramOperation) {
      guard !handles.isEmpty else { return }
      let place = operation.first % handles.count
      let object = handles.remove(at: place).object
      // A quarter by name, the rest as the last Swift reference goes.
      if operation.second % 4 == 0 {
        try? object.release()
        released = object
      }
    }

    private func useWeakCollection(_ operation: ProgramOperation) throws(ObjectError) {
      guard let collection = pick(.weakCollection, operation.first) else { return }
      let value = any(operation.second)
      switch try space.typeName(of: collection) {
      case "WeakSet":
        if operation.third % 3 == 0 {
          try collection.call("discard", value)
        } else {
          try collection.call("add", value)
        }
      case "WeakKeyDictionary": try collection.call("__setitem__", value, operation.third)
      default: try collection.call("__setitem__", operation.third % 9, value)
      }
    }

    /// A released handle throws.
    func useReleased(_ operation: ProgramOperation) -> String? {
      guard let released else { return nil }
      let kinds = [
        thrown { _ = try self.space.count(of: released) }, thrown { try released.release() },
        thrown { try released.set("a", to: 1) }, thrown { _ = try self.space.list([released]) },
      ]
      return kinds.allSatisfy { $0 == .referenceError } ? nil : "a released handle gave \(kinds)"
    }

    /// What is wrong gives the error that CPython gives.
    func misuse(_ operation: ProgramOperation) -> String? {
      let list = pick(.list, operation.first)
      let instance = pick(.instance, operation.second)
      let dict = pick(.dict, operation.first)
      let cases: [(expected: ExceptionKind, body: () throws -> Void)] = [
        (.attributeError, { _ = try self.space.list().get("nothing") }),
        (.typeError, { try self.space.setElement(self.space.list(), of: self.space.dict(), to: 1) }),
        (.typeError, { _ = try self.space.set([self.space.dict()]) }),
        (.indexError, { _ = try self.space.element(1000, of: list ?? self.space.list()) }),
        (.keyError, { _ = try self.space.element("no such key", of: dict ?? self.space.dict()) }),
        (.typeError, { try self.space.call(self.space.object(5)) }),
        (.typeError, { _ = try self.space.weakReference(to: self.space.object(5)) }),
        (.attributeError, { try (instance ?? self.space.list()).remove("no such attribute") }),
        (
          .typeError,
          {
            try self.space.defineClass(
              "Both", bases: [self.space.builtinClass("list"), self.space.builtinClass("dict")])
          }
        ),
        (.typeError, { try self.space.defineClass("C", bases: [self.space.object(1)]) }),
        (.valueError, { try self.space.defineClass("C", slots: ["a"], attributes: ["a": 1]) }),
        (.valueError, { try self.space.collect(generation: 7) }),
        (.typeError, { try self.space.builtinClass("int").set("x", to: 1) }),
        (.nameError, { _ = try self.space.global("no such name") }),
        (.typeError, { _ = try self.space.make(self.space.builtinClass("list"), 1, 2) }),
        (.typeError, { _ = try self.space.make(self.space.builtinClass("dict"), 5) }),
        (
          .typeError,
          { _ = try self.space.make(self.space.builtinClass("set"), self.space.list([self.space.list()])) }
        ),
        (.typeError, { _ = try self.space.elements(of: self.space.object(5)) }),
        (.typeError, { try self.space.extend(self.space.list(), with: self.space.object(5)) }),
        (.valueError, { _ = try self.space.makeRange(0, 5, 0) }),
        (.typeError, { _ = try self.space.frame(of: self.space.list(), variables: []) }),
      ]
      let item = cases[operation.third % cases.count]
      let kind = thrown(item.body)
      return kind == item.expected
        ? nil : "misuse \(operation.third % cases.count) gave \(kind.map(\.rawValue) ?? "nothing")"
    }
  }
#endif
