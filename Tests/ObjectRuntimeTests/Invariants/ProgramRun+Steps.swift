import HeapModel
import Testing

@testable import ObjectRuntime

#if DEBUG
  // What each kind of step does.
  extension ProgramRun {
    /// Runs one step.
    ///
    /// - Returns: what is wrong with its outcome, `nil` for nothing.
    /// - Throws: what the program itself does wrong.
    func run(_ operation: ProgramOperation) throws(ObjectError) -> String? {
      switch operation.kind {
      case .makeInstance, .makeList, .makeTuple, .makeDict, .makeSet, .makeFrozenSet, .makeString,
        .makeInteger,
        .makeFloat, .makeCell, .makeFunction, .makeMethod, .makeGenerator, .makeException, .makeFrame,
        .makeModule,
        .makeProperty, .makeWeakReference, .makeWeakReferenceWithCallback, .makeProxy, .makeWeakCollection,
        .makeIterator, .makeSubclassValue:
        try make(operation)
      case .setAttribute, .removeAttribute, .getAttribute, .getAttributeDict, .changeClass,
        .setClassAttribute,
        .removeClassAttribute:
        try changeAttribute(operation)
      case .append, .insert, .pop, .setItem, .replaceItems, .extend, .clear, .reverse:
        try changeList(operation)
      case .setKey, .setObjectKey, .removeKey, .update, .copy, .popEntry, .addElement, .discardElement,
        .uniteSets:
        try changeTable(operation)
      case .misuse: return misuse(operation)
      case .useReleased: return useReleased(operation)
      default: try changeSpace(operation)
      }
      return nil
    }

    private func make(_ operation: ProgramOperation) throws(ObjectError) {
      let (first, second) = (any(operation.first), any(operation.second))
      let place = operation.third
      switch operation.kind {
      case .makeList:
        let count = operation.third % 4
        keep(
          try count == 0 ? space.list() : space.list(Array(repeating: first, count: count)), .list, at: place)
      case .makeTuple: keep(try space.tuple([first, second, 1]), .tuple, at: place)
      case .makeDict:
        keep(
          try operation.third % 2 == 0 ? space.dict() : space.dict(["a": first, "b": second]), .dict,
          at: place)
      case .makeSet: keep(try space.set([first, "x"]), .set, at: place)
      case .makeFrozenSet: keep(try space.frozenSet([first, second]), .frozenSet, at: place)
      case .makeString: try makeString(operation)
      case .makeInteger:
        let words = (0..<operation.first % 4).map { UInt64(operation.second + $0) &* 0x9E37_79B9_7F4A_7C15 }
        keep(try space.integer(isNegative: operation.third % 2 == 0, magnitude: words), .number, at: place)
      case .makeFloat: keep(try space.object(Double(operation.first)), .number, at: place)
      case .makeCell: keep(try space.cell(operation.second % 3 == 0 ? nil : first), .cell, at: place)
      case .makeFunction:
        let cells = pick(.cell, operation.first).map { [$0] } ?? []
        let made = try space.function("made", defaults: [second], closure: cells) { $0.first }
        keep(made, .function, at: place)
      case .makeMethod: keep(try first.get("method"), .other, at: place)
      case .makeGenerator:
        guard let function = pick(.function, operation.first) else { return }
        let variables: [ObjectPointer?] = [try second.pointer(), nil]
        let made = try space.makeGenerator(
          function.pointer(), variables: variables, stackSize: operation.third % 5, isStarted: true)
        keep(ObjectHandle(space, taking: made), .generator, at: place)
      case .makeException:
        keep(try space.make(space.builtinClass("ValueError"), first, second), .exception, at: place)
      case .makeFrame:
        guard let function = pick(.function, operation.first) else { return }
        let caller = pick(.frame, operation.second)
        keep(
          try space.frame(of: function, variables: [second, nil, first], caller: caller), .frame, at: place)
      case .makeModule: keep(try space.module("module\(operation.first % 3)"), .other, at: place)
      case .makeProperty: keep(try space.property(get: first), .other, at: place)
      case .makeIterator:
        guard let container = try container(operation.first) else { return }
        let made = try space.makeIterator(container.pointer())
        keep(ObjectHandle(space, taking: made), .iterator, at: place)
      case .makeSubclassValue, .makeInstance: try makeInstance(operation)
      default: try makeWeak(operation)
      }
    }

    private func makeString(_ operation: ProgramOperation) throws(ObjectError) {
      let unit = ["x", "ab_", "é", "字", "🦊"][operation.first % 5]
      let text = String(repeating: unit, count: operation.second % 40) + "\(operation.third % 50)"
      keep(try space.string(text), .string, at: operation.third)
    }

    private func makeWeak(_ operation: ProgramOperation) throws(ObjectError) {
      let target = any(operation.first)
      let callback = callbacks[operation.second % callbacks.count]
      switch operation.kind {
      case .makeWeakReference: keep(try space.weakReference(to: target), .weakReference, at: operation.third)
      case .makeWeakReferenceWithCallback:
        keep(try space.weakReference(to: target, callback: callback), .weakReference, at: operation.third)
      case .makeProxy:
        let isCalled = operation.second % 2 == 0
        keep(
          try space.weakProxy(to: target, callback: isCalled ? callback : nil), .proxy, at: operation.third)
      default:
        let made =
          switch operation.second % 3 {
          case 0: try space.weakValueDictionary().object
          case 1: try space.weakKeyDictionary().object
          default: try space.weakSet().object
          }
        keep(made, .weakCollection, at: operation.third)
      }
    }

    private func changeAttribute(_ operation: ProgramOperation) throws(ObjectError) {
      guard let object = pick(.instance, operation.first) else { return }
      let name = name(operation.third)
      switch operation.kind {
      case .setAttribute: try object.set(name, to: any(operation.second))
      case .removeAttribute: try object.remove(name)
      case .getAttribute: keep(try object.get(name), .other, at: operation.second)
      case .getAttributeDict: keep(try object.get("__dict__"), .dict, at: operation.second)
      case .changeClass: try object.set("__class__", to: classes[operation.second % classes.count])
      case .setClassAttribute:
        let type = classes[operation.second % classes.count]
        let isFinalizer = operation.third % 11 == 0
        try type.set(isFinalizer ? "__del__" : "shared", to: callbacks[operation.third % callbacks.count])
      default:
        try classes[operation.second % classes.count].remove(operation.third % 5 == 0 ? "__del__" : "shared")
      }
    }

    private func changeList(_ operation: ProgramOperation) throws(ObjectError) {
      guard let list = try roomy(.list, operation.first) else { return }
      let value = any(operation.second)
      let count = try space.count(of: list)
      switch operation.kind {
      case .append: try space.append(value, to: list)
      case .insert: try space.insert(value, at: operation.third % 9 - 4, of: list)
      case .pop: _ = try space.pop(from: list, operation.third % 5 - 2)
      case .setItem: try space.setElement(operation.third % 7 - 3, of: list, to: value)
      case .replaceItems:
        let start = operation.third % (count + 1)
        let end = start + operation.second % (count - start + 1)
        let elements: [any ObjectRepresentable] = [value, list, 5]
        let new = try space.tuple(Array(elements.prefix(operation.second % 4)))
        try space.replaceItems(start..<end, of: list.pointer(), with: new.pointer())
      case .extend:
        guard let other = pick(operation.third % 2 == 0 ? .tuple : .set, operation.second) else { return }
        try space.extend(list, with: other)
      case .reverse: space.reverseList(try list.pointer())
      default: if let container = try container(operation.first) { try space.removeAll(from: container) }
      }
    }

    private func changeTable(_ operation: ProgramOperation) throws(ObjectError) {
      let value = any(operation.second)
      switch operation.kind {
      case .addElement, .discardElement, .uniteSets:
        guard let set = try roomy(.set, operation.first) else { return }
        if operation.kind == .addElement { return try space.append(value, to: set) }
        if operation.kind == .discardElement { return _ = try space.discard(value, from: set) }
        guard let other = pick(operation.third % 2 == 0 ? .set : .frozenSet, operation.second) else { return }
        let made =
          switch operation.third % 4 {
          case 0: try space.intersection(set.pointer(), other.pointer())
          case 1: try space.difference(set.pointer(), other.pointer())
          default: try space.symmetricDifference(set.pointer(), other.pointer())
          }
        return keep(ObjectHandle(space, taking: made), .set, at: operation.third)
      default: break
      }
      guard let dict = try roomy(.dict, operation.first) else { return }
      switch operation.kind {
      case .setKey: try space.setElement(name(operation.third), of: dict, to: value)
      case .setObjectKey: try space.setElement(any(operation.third), of: dict, to: value)
      case .removeKey:
        try space.removeElement(operation.third % 2 == 0 ? name(operation.third / 2) : value, of: dict)
      case .update:
        guard let other = pick(.dict, operation.second) else { return }
        try space.update(dict, from: other)
      case .copy: keep(try space.copy(dict), .dict, at: operation.third)
      default: _ = try space.popEntry(from: dict)
      }
    }
  }
#endif
