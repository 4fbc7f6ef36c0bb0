extension BuiltinMethod {
  static let deques: [BuiltinMethod] = [
    BuiltinMethod("append", 1) { (space, deque, arguments) throws(ObjectError) in
      try space.appendRight(arguments[0], to: deque)
      return space.none
    },
    BuiltinMethod("appendleft", 1) { (space, deque, arguments) throws(ObjectError) in
      try space.appendLeft(arguments[0], to: deque)
      return space.none
    },
    BuiltinMethod("clear", 0) { (space, deque, _) throws(ObjectError) in
      space.clearDeque(deque)
      return space.none
    },
    BuiltinMethod("copy", 0) { (space, deque, _) throws(ObjectError) in try space.copyDeque(deque) },
    BuiltinMethod("__copy__", 0) { (space, deque, _) throws(ObjectError) in try space.copyDeque(deque) },
    BuiltinMethod("count", 1) { (space, deque, arguments) throws(ObjectError) in
      var count = 0
      var place = -1
      while let next = try space.dequePlace(ofElement: arguments[0], in: deque, from: place + 1) {
        place = next
        count += 1
      }
      return try space.makeInteger(count)
    },
    BuiltinMethod("extend", 1) { (space, deque, arguments) throws(ObjectError) in
      try space.extendDeque(deque, from: arguments[0])
      return space.none
    },
    BuiltinMethod("extendleft", 1) { (space, deque, arguments) throws(ObjectError) in
      try space.extendDeque(deque, from: arguments[0], atLeft: true)
      return space.none
    },
    BuiltinMethod("index", 1, 3) { (space, deque, arguments) throws(ObjectError) in
      let count = space.dequeCount(deque)
      func bound(_ index: Int) throws(ObjectError) -> Int {
        let value = try space.machineIndex(arguments[index])
        return min(max(value < 0 ? value + count : value, 0), count)
      }
      let start = try arguments.count > 1 ? bound(1) : 0
      let end = try arguments.count > 2 ? bound(2) : count
      guard let place = try space.dequePlace(ofElement: arguments[0], in: deque, from: start, to: end) else {
        throw ObjectError(.valueError, "\(try space.representation(of: arguments[0])) is not in deque")
      }
      return try space.makeInteger(place)
    },
    BuiltinMethod("insert", 2) { (space, deque, arguments) throws(ObjectError) in
      let place = try space.machineIndex(arguments[0])
      let count = space.dequeCount(deque)
      guard count != deque[integer: DequeOffset.limit] else {
        throw ObjectError(.indexError, "deque already at its maximum size")
      }
      if place >= count {
        try space.appendRight(arguments[1], to: deque)
      } else if place <= -count || place == 0 {
        try space.appendLeft(arguments[1], to: deque)
      } else {
        try space.rotateDeque(deque, by: -place)
        if place < 0 {
          try space.appendRight(arguments[1], to: deque)
        } else {
          try space.appendLeft(arguments[1], to: deque)
        }
        try space.rotateDeque(deque, by: place)
      }
      return space.none
    },
    BuiltinMethod("pop", 0) { (space, deque, _) throws(ObjectError) in
      guard let element = space.popRight(deque) else {
        throw ObjectError(.indexError, "pop from an empty deque")
      }
      return element
    },
    BuiltinMethod("popleft", 0) { (space, deque, _) throws(ObjectError) in
      guard let element = space.popLeft(deque) else {
        throw ObjectError(.indexError, "pop from an empty deque")
      }
      return element
    },
    BuiltinMethod("remove", 1) { (space, deque, arguments) throws(ObjectError) in
      guard let place = try space.dequePlace(ofElement: arguments[0], in: deque) else {
        throw ObjectError(.valueError, "\(try space.representation(of: arguments[0])) is not in deque")
      }
      try space.deleteDequeElement(place, of: deque)
      return space.none
    },
    BuiltinMethod("reverse", 0) { (space, deque, _) throws(ObjectError) in
      let elements = space.dequeElements(deque)
      for place in 0..<elements.count / 2 {
        let (left, right) = (elements[place].retained(), elements[elements.count - 1 - place])
        space.setDequeElement(place, of: deque, to: right)
        space.setDequeElement(elements.count - 1 - place, of: deque, to: left)
        space.release(left)
      }
      return space.none
    },
    BuiltinMethod("rotate", 0, 1) { (space, deque, arguments) throws(ObjectError) in
      try space.rotateDeque(deque, by: arguments.isEmpty ? 1 : space.machineIndex(arguments[0]))
      return space.none
    },
  ]
}
