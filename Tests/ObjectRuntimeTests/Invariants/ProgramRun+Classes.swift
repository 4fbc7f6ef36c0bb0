import HeapModel
import Testing

@testable import ObjectRuntime

#if DEBUG
  // The classes and callbacks that every random program has from the start.
  extension ProgramRun {
    /// Classes with and without slots, derived from built-in ones, and with finalizers that misbehave.
    ///
    /// - Parameter seed: decides which third of the built-in classes is derived from, to keep the space small.
    func makeClasses(seed: UInt32) throws(ObjectError) {
      let plain = try space.defineClass("Plain")
      classes.append(plain)
      classes.append(try space.defineClass("Derived", bases: [plain]))
      classes.append(try space.defineClass("Other"))
      classes.append(try space.defineClass("Slotted", slots: ["a", "left", "right"]))
      classes.append(try space.defineClass("SlottedWeak", slots: ["value", "next", "__weakref__"]))
      classes.append(try space.defineClass("SlottedDict", slots: ["a", "__dict__"]))
      let bases = ["list", "dict", "set", "int", "str", "tuple", "ValueError"]
      for (index, base) in bases.enumerated() where index % 3 == Int(seed) % 3 {
        classes.append(try space.defineClass("My" + base, bases: [space.builtinClass(base)]))
      }
      classes.append(
        try defineFinalized("Raising") { _ throws(ObjectError) in
          throw ObjectError(.valueError, "from a finalizer")
        })
      classes.append(
        try defineFinalized("Resurrecting") { [unowned self] object throws(ObjectError) in
          try space.setGlobal("resurrected", to: object)
        })
      classes.append(
        try defineFinalized("Collecting") { [unowned self] _ throws(ObjectError) in
          try space.collect()
        })
      classes.append(
        try defineFinalized("Changing") { [unowned self] object throws(ObjectError) in
          try object.set("value", to: any(1))
          if let list = try roomy(.list, 5) { try space.append(object, to: list) }
          if let dict = pick(.dict, 7) { try space.removeAll(from: dict) }
        })
      classes.append(try defineKeyed())
      baseClassCount = classes.count
    }

    private func defineFinalized(
      _ name: String, _ body: @escaping (ObjectHandle) throws(ObjectError) -> Void
    ) throws(ObjectError) -> ObjectHandle {
      let finalizer = try space.function("__del__") { arguments throws(ObjectError) in
        try body(arguments[0])
        return nil
      }
      return try space.defineClass(name, attributes: ["__del__": finalizer])
    }

    /// A class whose instances are keys, and whose comparison changes the container that is searched.
    private func defineKeyed() throws(ObjectError) -> ObjectHandle {
      let hash = try space.function("__hash__") { _ in 7 }
      let equality = try space.function("__eq__") { [unowned self] arguments throws(ObjectError) in
        let number = try arguments[0].space.hash(of: arguments[0].space.string("k")) & 3
        if handles.count % 5 == number, let dict = pick(.dict, handles.count) {
          try space.removeAll(from: dict)
        }
        if handles.count % 7 == 1, let set = pick(.set, handles.count) { try space.removeAll(from: set) }
        return try space.isSame(arguments[0], arguments[1])
      }
      return try space.defineClass("Keyed", attributes: ["__hash__": hash, "__eq__": equality])
    }

    /// Callbacks of weak references: quiet, raising, collecting, changing.
    func makeCallbacks() throws(ObjectError) {
      callbacks.append(try space.function("quiet") { _ in nil })
      callbacks.append(
        try space.function("raising") { _ throws(ObjectError) in
          throw ObjectError(.runtimeError, "from a callback")
        })
      callbacks.append(
        try space.function("collecting") { [unowned self] _ throws(ObjectError) in
          try space.collect(generation: 1)
          return nil
        })
      callbacks.append(
        try space.function("changing") { [unowned self] arguments throws(ObjectError) in
          if let list = try roomy(.list, 3) { try space.append(arguments[0], to: list) }
          if !handles.isEmpty { handles.remove(at: 0) }
          return nil
        })
    }

    /// A class of its own, after which an older one goes.
    func defineClass(_ operation: ProgramOperation) throws(ObjectError) {
      let base = classes[operation.first % classes.count]
      let slots = operation.second % 3 == 0 ? [name(operation.third)] : nil
      let method = try space.function("method") { arguments in arguments.first }
      let made = try space.defineClass(
        "Made\(operation.third % 10)", bases: operation.second % 2 == 0 ? [base] : [], slots: slots,
        attributes: ["method": method])
      keep(made, .type, at: operation.third)
      if classes.count < baseClassCount + Self.mostClasses {
        classes.append(made)
      } else {
        classes[baseClassCount + operation.first % Self.mostClasses] = made
      }
    }

    /// An instance of any of the classes.
    func makeInstance(_ operation: ProgramOperation) throws(ObjectError) {
      let type = classes[operation.first % classes.count]
      let other = any(operation.second)
      let object: ObjectHandle
      let pointer = try type.pointer()
      switch pointer.instancePlan.body {
      case .tuple: object = try space.make(type, space.tuple([other, 1]))
      case .list: object = try space.make(type, space.list([other]))
      case .dict: object = try space.make(type)
      case .set: object = try space.make(type)
      default:
        if space.isSubtype(pointer, space.type(.int)) {
          object = try space.make(type, operation.third * 1_000_003)
        } else if space.isSubtype(pointer, space.type(.string)) {
          object = try space.make(type, "text of \(operation.third)")
        } else {
          object = try space.make(type)
        }
      }
      keep(object, .instance, at: operation.third)
    }
  }
#endif
