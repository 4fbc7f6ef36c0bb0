import ObjectRuntime
import Testing

/// Slices of sequences and ranges, read, set and deleted.
struct SlicingTests {
  private func text(
    _ space: ObjectSpace, _ container: ObjectHandle, _ start: Int?, _ stop: Int?, _ step: Int? = nil
  ) throws -> String {
    let part = try space.element(space.slice(start, stop, step), of: container)
    try space.checkInvariants()
    return part.description
  }

  @Test func `parts of sequences and ranges are those of the same kind`() throws {
    let space = try ObjectSpace()
    let list = try space.list([0, 1, 2, 3, 4])
    #expect(try text(space, list, 1, 3) == "[1, 2]")
    #expect(try text(space, list, nil, nil, -1) == "[4, 3, 2, 1, 0]")
    #expect(try text(space, list, -2, nil) == "[3, 4]")
    #expect(try text(space, list, 4, nil, -2) == "[4, 2, 0]")
    #expect(try text(space, list, Int.min, Int.max, Int.max) == "[0]")
    #expect(try text(space, list, nil, nil, Int.min) == "[4]")
    #expect(try text(space, list, 3, 1) == "[]")
    #expect(try text(space, space.tuple([1, 2, 3]), nil, nil, 2) == "(1, 3)")
    #expect(try text(space, space.string("abc"), nil, nil, -1) == "'cba'")
    #expect(try text(space, space.bytes([0x61, 0x62, 0x63]), nil, nil, 2) == "b'ac'")
    let range = try space.call(space.builtinClass("range"), [10])
    #expect(try text(space, range, 2, 8, 3) == "range(2, 8, 3)")
    #expect(try text(space, range, nil, nil, -1) == "range(9, -1, -1)")
    let huge = try space.call(space.builtinClass("range"), [space.integer(magnitude: [0, 64])])
    let part = try space.element(space.slice(5, space.integer(magnitude: [0, 32])), of: huge)
    #expect(try space.element(0, of: part).description == "5")
    #expect(try space.element(-1, of: part).description == "590295810358705651711")
    let tuple = try space.tuple([1, 2])
    #expect(try space.isSame(space.element(space.slice(nil, nil), of: tuple), tuple))
  }

  @Test func `a slice with any step names what a slow count does`() throws {
    let space = try ObjectSpace()
    for start in [nil, 0, 1, 2, 4, 9, -1, -3, -9] {
      for stop in [nil, 0, 2, 5, -2, -8] { try checkSlices(space, start, stop) }
    }
    try space.checkInvariants()
  }

  private func checkSlices(_ space: ObjectSpace, _ start: Int?, _ stop: Int?) throws {
    for step in [1, 2, 3, 7, -1, -2, -5] {
      for count in 0..<6 {
        let list = try space.list(Array(0..<count))
        var expected: [Int] = []
        func place(_ bound: Int) -> Int { bound < 0 ? bound + count : bound }
        let first = start.map { place($0) } ?? (step > 0 ? 0 : count - 1)
        let last = stop.map { place($0) } ?? (step > 0 ? count : -1)
        let from = step > 0 ? max(first, 0) : min(first, count - 1)
        let end = step > 0 ? min(last, count) : max(last, -1)
        for index in stride(from: from, to: end, by: step) where (0..<count).contains(index) {
          expected.append(index)
        }
        let slice = try space.slice(start, stop, step)
        let found = try space.elements(of: space.element(slice, of: list)).map {
          try #require(try space.integerValue(of: $0))
        }
        #expect(found == expected, "[\(String(describing: start)):\(String(describing: stop)):\(step)]")
        try space.removeElement(slice, of: list)
        #expect(try space.count(of: list) == count - expected.count)
      }
    }
  }

  @Test func `parts of a list are set and deleted`() throws {
    let space = try ObjectSpace()
    let list = try space.list([0, 1, 2, 3, 4])
    try space.setElement(space.slice(1, 3), of: list, to: space.list(["a", "b", "c"]))
    #expect(list.description == "[0, 'a', 'b', 'c', 3, 4]")
    try space.setElement(space.slice(nil, nil, 2), of: list, to: space.tuple([7, 8, 9]))
    #expect(list.description == "[7, 'a', 8, 'c', 9, 4]")
    try space.setElement(space.slice(2, 2), of: list, to: list)
    #expect(try space.count(of: list) == 12)
    try space.removeElement(space.slice(2, 8), of: list)
    try space.removeElement(space.slice(nil, nil, -2), of: list)
    #expect(list.description == "[7, 8, 9]")
    try space.removeElement(space.slice(nil, nil), of: list)
    #expect(list.description == "[]")
    try space.checkInvariants()
  }

  @Test func `wrong slices are told as CPython tells them`() throws {
    let space = try ObjectSpace()
    let list = try space.list([1, 2, 3])
    let number = try space.defineClass(
      "Number", attributes: ["__index__": space.function("__index__") { _ in "no" }])
    let uses: [(expected: String, body: () throws -> Void)] = [
      (
        "TypeError: slice indices must be integers or None or have an __index__ method",
        { _ = try space.element(space.slice("x", nil), of: list) }
      ),
      (
        "TypeError: __index__ returned non-int (type str)",
        { _ = try space.element(space.slice(space.make(number), nil), of: list) }
      ),
      (
        "ValueError: slice step cannot be zero", { _ = try space.element(space.slice(nil, nil, 0), of: list) }
      ),
      (
        "ValueError: attempt to assign sequence of size 1 to extended slice of size 2",
        { try space.setElement(space.slice(nil, nil, 2), of: list, to: [1]) }
      ),
      (
        "TypeError: must assign iterable to extended slice",
        { try space.setElement(space.slice(0, 1), of: list, to: 5) }
      ),
      (
        "TypeError: 'tuple' object does not support item assignment",
        { try space.setElement(space.slice(0, 1), of: space.tuple([1]), to: 5) }
      ),
    ]
    for use in uses {
      let error = try #require(throws: ObjectError.self) { try use.body() }
      #expect(error.description == use.expected)
    }
    #expect(list.description == "[1, 2, 3]")
    try space.checkInvariants()
  }

  @Test func `an index that empties the list leaves the slice nothing`() throws {
    let space = try ObjectSpace()
    let list = try space.list([1, 2, 3])
    let index = try space.function("__index__") { _ throws(ObjectError) in
      try space.removeAll(from: list)
      return 0
    }
    let number = try space.make(space.defineClass("Number", attributes: ["__index__": index]))
    #expect(try space.element(space.slice(number, 3), of: list).description == "[]")
    try space.checkInvariants()
  }
}
