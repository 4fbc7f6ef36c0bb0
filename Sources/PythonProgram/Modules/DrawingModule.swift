import HeapModel
import ObjectRuntime

extension Machine {
  /// The module `_objgraph`, on which `objgraph` stands: it hands pictures to the host.
  static let drawingModule = NativeModule("_objgraph") { (machine, module) throws(ObjectError) in
    try machine.set(
      [
        NativeFunction("_draw", 14) { (machine, arguments) throws(ObjectError) in
          try machine.draw(arguments)
          return machine.space.none
        },
        NativeFunction("_moment", 0) { (machine, _) throws(ObjectError) in
          try machine.momentHook?()
          return machine.space.none
        },
        NativeFunction("_save", 2) { (machine, arguments) throws(ObjectError) in
          do {
            try machine.host.save(arguments[1].text, as: arguments[0].text)
          } catch {
            throw ObjectError(.osError, "\(error)")
          }
          return machine.space.none
        },
      ], of: module)
  }

  private func draw(_ arguments: NativeArguments) throws(ObjectError) {
    let space = space
    let none = space.none
    let given = arguments[1]
    let (snapshot, objects) = try space.snapshotWithObjects()
    var numbers: [ObjectPointer: ObjectIndex] = [:]
    numbers.reserveCapacity(objects.count)
    for (index, object) in objects.enumerated() { numbers[object] = ObjectIndex(rawValue: UInt32(index)) }
    func index(_ object: ObjectPointer) throws(ObjectError) -> ObjectIndex {
      guard let number = numbers[object] else {
        throw ObjectError(
          .valueError, "the object is not part of the heap's picture: \(space.describe(object))")
      }
      return number
    }
    func items(_ object: ObjectPointer) -> [ObjectPointer] {
      object.type == space.type(.list) || object.type == space.type(.tuple)
        ? space.items(of: object) : [object]
    }

    let isBackward = arguments[0].text == "backrefs"
    var request = PictureRequest(
      question: isBackward ? .backReferences : .references, snapshot: snapshot, objects: [])
    for object in items(given) { request.objects.append(try index(object)) }
    if let container = numbers[given] { request.ignored.insert(container) }
    request.maxDepth = arguments[2] == none ? nil : try integer(arguments[2])
    let ignored = arguments[3]
    if let number = numbers[ignored] { request.ignored.insert(number) }
    var byAddress: [UInt: ObjectIndex] = [:]
    if ignored != none, ignored.itemCount > 0 || ignored.type != space.type(.tuple) {
      for (number, object) in objects.enumerated() {
        byAddress[space.reportedAddress(of: object)] = ObjectIndex(rawValue: UInt32(number))
      }
      try forEach(ignored) { (element) throws(ObjectError) in
        if let address = element.integerValue, let number = byAddress[UInt(bitPattern: address)] {
          request.ignored.insert(number)
        }
        return true
      }
    }
    request.tooMany = arguments[5] == none ? nil : try integer(arguments[5])
    request.fileName = arguments[7] == none ? nil : arguments[7].text
    request.refcounts = try isTrue(arguments[9])
    request.shortnames = try isTrue(arguments[10])
    let output = arguments[11]
    request.wantsText = output != none

    // What the program's functions raise comes out when the picture is done.
    var failure: ObjectError?
    func ask<Answer>(
      _ function: ObjectPointer, _ standard: Answer,
      _ read: @escaping (ObjectPointer) throws(ObjectError) -> Answer
    ) -> ((ObjectIndex) -> Answer)? {
      guard function != none else { return nil }
      return { number in
        guard failure == nil else { return standard }
        do throws(ObjectError) {
          let result = try space.call(function, [objects[Int(number.rawValue)]])
          defer { space.release(result) }
          return try read(result)
        } catch {
          failure = error
          return standard
        }
      }
    }
    request.filter = ask(arguments[4], true) { (result) throws(ObjectError) in try self.isTrue(result) }
    if arguments[6] != none, try !isCallable(arguments[6]) {
      let container = arguments[6]
      request.highlight = { number in
        (try? space.hasElement(objects[Int(number.rawValue)], in: container)) ?? false
      }
    } else {
      request.highlight = ask(arguments[6], false) { (result) throws(ObjectError) in try self.isTrue(result) }
    }
    request.extraInfo = ask(arguments[8], nil) { (result) throws(ObjectError) in
      result == none ? nil : try space.string(of: result)
    }
    request.text = ask(arguments[13], nil) { (result) throws(ObjectError) in
      result == none ? nil : result.text
    }
    request.attributes = ask(arguments[12], [:]) { (result) throws(ObjectError) in
      var attributes: [String: String] = [:]
      if result.type == space.type(.dict) {
        for (key, value) in space.entries(of: result) { attributes[key.text] = try space.string(of: value) }
      }
      return attributes
    }
    let picture: DrawnPicture
    do {
      picture = try host.draw(request)
    } catch {
      throw ObjectError(.runtimeError, "\(error)")
    }
    if let failure { throw failure }
    if request.wantsText {
      let text = try space.makeString(picture.text ?? "")
      defer { space.release(text) }
      let name = try space.makeName("write")
      defer { space.release(name) }
      let write = try space.attribute(name, of: output)
      defer { space.release(write) }
      space.release(try space.call(write, [text]))
    } else if let file = request.fileName {
      let isText = file.hasSuffix(".dot") || file.hasSuffix(".gv")
      host.write(
        isText ? "Graph written to \(file) (\(picture.nodeCount) nodes)\n" : "Image generated as \(file)\n",
        to: .output)
    }
  }
}
