import BigInt
import ObjectRuntime

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Machine {
  /// The module `math`.
  static let mathModule = NativeModule("math") { (machine, module) throws(ObjectError) in
    for (name, value) in [
      ("pi", Double.pi), ("e", M_E), ("tau", 2 * Double.pi), ("inf", Double.infinity), ("nan", Double.nan),
    ] { try machine.set(name, of: module, taking: machine.space.makeFloat(value)) }
    for (name, function) in functionsOfOneNumber {
      try machine.set([oneNumber(name, function)], of: module)
    }
    try machine.set(mathFunctions, of: module)
  }

  private static let functionsOfOneNumber: [(String, @Sendable (Double) -> Double)] = [
    ("sin", sin), ("cos", cos), ("tan", tan), ("asin", asin), ("acos", acos), ("atan", atan), ("sinh", sinh),
    ("cosh", cosh), ("tanh", tanh), ("exp", exp), ("expm1", expm1), ("log1p", log1p), ("fabs", fabs),
    ("sqrt", { $0.squareRoot() }), ("cbrt", cbrt), ("degrees", { $0 * (180 / Double.pi) }),
    ("radians", { $0 * (Double.pi / 180) }),
  ]

  private static func oneNumber(_ name: String, _ function: @escaping @Sendable (Double) -> Double)
    -> NativeFunction
  {
    NativeFunction(name, 1) { (machine, arguments) throws(ObjectError) in
      let value = try machine.double(arguments[0])
      let result = function(value)
      if result.isNaN, !value.isNaN { throw ObjectError(.valueError, "math domain error") }
      if result.isInfinite, value.isFinite { throw ObjectError(.overflowError, "math range error") }
      return try machine.space.makeFloat(result)
    }
  }

  private static let mathFunctions: [NativeFunction] = [
    NativeFunction("floor", 1) { (machine, arguments) throws(ObjectError) in
      try machine.rounded(arguments[0], "__floor__", .down)
    },
    NativeFunction("ceil", 1) { (machine, arguments) throws(ObjectError) in
      try machine.rounded(arguments[0], "__ceil__", .up)
    },
    NativeFunction("trunc", 1) { (machine, arguments) throws(ObjectError) in
      try machine.rounded(arguments[0], "__trunc__", .towardZero)
    },
    NativeFunction("isnan", 1) { (machine, arguments) throws(ObjectError) in
      machine.space.bool(try machine.double(arguments[0]).isNaN)
    },
    NativeFunction("isinf", 1) { (machine, arguments) throws(ObjectError) in
      machine.space.bool(try machine.double(arguments[0]).isInfinite)
    },
    NativeFunction("isfinite", 1) { (machine, arguments) throws(ObjectError) in
      machine.space.bool(try machine.double(arguments[0]).isFinite)
    },
    NativeFunction("pow", 2) { (machine, arguments) throws(ObjectError) in
      let (base, exponent) = try (machine.double(arguments[0]), machine.double(arguments[1]))
      let result = pow(base, exponent)
      if result.isNaN, !base.isNaN, !exponent.isNaN { throw ObjectError(.valueError, "math domain error") }
      if result.isInfinite, base.isFinite, exponent.isFinite {
        throw base == 0
          ? ObjectError(.valueError, "math domain error") : ObjectError(.overflowError, "math range error")
      }
      return try machine.space.makeFloat(result)
    },
    NativeFunction("fmod", 2) { (machine, arguments) throws(ObjectError) in
      let (left, right) = try (machine.double(arguments[0]), machine.double(arguments[1]))
      if right == 0 || left.isInfinite { throw ObjectError(.valueError, "math domain error") }
      return try machine.space.makeFloat(fmod(left, right))
    },
    NativeFunction("atan2", 2) { (machine, arguments) throws(ObjectError) in
      try machine.space.makeFloat(atan2(machine.double(arguments[0]), machine.double(arguments[1])))
    },
    NativeFunction("copysign", 2) { (machine, arguments) throws(ObjectError) in
      try machine.space.makeFloat(copysign(machine.double(arguments[0]), machine.double(arguments[1])))
    },
    NativeFunction(
      "hypot",
      any: { (machine, arguments) throws(ObjectError) in
        var total = 0.0
        for index in 0..<arguments.count {
          let value = try machine.double(arguments[index])
          total = hypot(total, value)
        }
        return try machine.space.makeFloat(total)
      }),
    NativeFunction("log", 1...2) { (machine, arguments) throws(ObjectError) in
      let value = try machine.logarithm(arguments[0])
      guard arguments.count > 1 else { return try machine.space.makeFloat(value) }
      let base = try machine.logarithm(arguments[1])
      guard base != 0 else { throw ObjectError(.zeroDivisionError, "division by zero") }
      return try machine.space.makeFloat(value / base)
    },
    NativeFunction("log2", 1) { (machine, arguments) throws(ObjectError) in
      let value = try machine.positive(arguments[0])
      return try machine.space.makeFloat(log2(value))
    },
    NativeFunction("log10", 1) { (machine, arguments) throws(ObjectError) in
      let value = try machine.positive(arguments[0])
      return try machine.space.makeFloat(log10(value))
    },
    NativeFunction(
      "isclose",
      any: { (machine, arguments) throws(ObjectError) in
        let bound = try arguments.bind(
          ["a", "b", "rel_tol", "abs_tol"], required: 2, keywordOnly: 2, function: "isclose")
        let none = machine.space.none
        let (left, right) = try (machine.double(bound[0] ?? none), machine.double(bound[1] ?? none))
        let relative = try bound[2].map { (value) throws(ObjectError) in try machine.double(value) } ?? 1e-9
        let absolute = try bound[3].map { (value) throws(ObjectError) in try machine.double(value) } ?? 0
        if left == right { return machine.space.trueObject }
        if left.isInfinite || right.isInfinite { return machine.space.falseObject }
        let difference = abs(left - right)
        return machine.space.bool(
          difference <= max(relative * max(abs(left), abs(right)), absolute))
      }),
    NativeFunction(
      "gcd",
      any: { (machine, arguments) throws(ObjectError) in
        var result = BigInt(0)
        for index in 0..<arguments.count {
          result = result.greatestCommonDivisor(with: try machine.bigInteger(arguments[index]))
        }
        return try machine.space.makeInteger(BigInt(result.magnitude))
      }),
    NativeFunction(
      "lcm",
      any: { (machine, arguments) throws(ObjectError) in
        var result = BigInt(1)
        for index in 0..<arguments.count {
          let value = try machine.bigInteger(arguments[index])
          if value == 0 { return try machine.space.makeInteger(0) }
          result = result / result.greatestCommonDivisor(with: value) * value
        }
        return try machine.space.makeInteger(BigInt(result.magnitude))
      }),
    NativeFunction("factorial", 1) { (machine, arguments) throws(ObjectError) in
      let value = try machine.bigInteger(arguments[0])
      guard value >= 0 else {
        throw ObjectError(.valueError, "factorial() not defined for negative values")
      }
      guard let count = Int(exactly: value), count <= 100_000 else {
        throw ObjectError(.overflowError, "factorial() argument should not exceed 100000")
      }
      return try machine.space.makeInteger((1..<count + 1).reduce(BigInt(1)) { $0 * BigInt($1) })
    },
    NativeFunction("comb", 2) { (machine, arguments) throws(ObjectError) in
      let (total, chosen) = try (machine.bigInteger(arguments[0]), machine.bigInteger(arguments[1]))
      guard total >= 0 else { throw ObjectError(.valueError, "n must be a non-negative integer") }
      guard chosen >= 0 else { throw ObjectError(.valueError, "k must be a non-negative integer") }
      if chosen > total { return try machine.space.makeInteger(0) }
      guard let count = Int(exactly: min(chosen, total - chosen)), count <= 1_000_000 else {
        throw ObjectError(.overflowError, "min(n - k, k) must not exceed 1000000")
      }
      var result = BigInt(1)
      for index in 0..<count { result = result * (total - BigInt(index)) / BigInt(index + 1) }
      return try machine.space.makeInteger(result)
    },
    NativeFunction("dist", 2) { (machine, arguments) throws(ObjectError) in
      let (first, second) = try (machine.doubles(arguments[0]), machine.doubles(arguments[1]))
      guard first.count == second.count else {
        throw ObjectError(.valueError, "both points must have the same number of dimensions")
      }
      return try machine.space.makeFloat(zip(first, second).reduce(0) { hypot($0, $1.0 - $1.1) })
    },
    NativeFunction("modf", 1) { (machine, arguments) throws(ObjectError) in
      let value = try machine.double(arguments[0])
      let whole = value.rounded(.towardZero)
      let part = value.isInfinite ? 0 : value - whole
      return try machine.makePair(
        machine.space.makeFloat(copysign(part, value)), machine.space.makeFloat(whole))
    },
    NativeFunction("frexp", 1) { (machine, arguments) throws(ObjectError) in
      let value = try machine.double(arguments[0])
      guard value.isFinite, value != 0 else {
        return try machine.makePair(machine.space.makeFloat(value), machine.space.makeInteger(0))
      }
      let (part, exponent) = (value.significand / 2, Int(value.exponent) + 1)
      return try machine.makePair(
        machine.space.makeFloat(value < 0 ? -part : part), machine.space.makeInteger(exponent))
    },
    NativeFunction("ldexp", 2) { (machine, arguments) throws(ObjectError) in
      let value = try machine.double(arguments[0])
      let exponent = try machine.integer(arguments[1])
      let result = scalbn(
        value, Int32(clamping: exponent) == exponent ? exponent : exponent < 0 ? -5_000 : 5_000)
      if result.isInfinite, value.isFinite { throw ObjectError(.overflowError, "math range error") }
      return try machine.space.makeFloat(result)
    },
    NativeFunction("perm", 1...2) { (machine, arguments) throws(ObjectError) in
      let total = try machine.bigInteger(arguments[0])
      let chosen =
        try arguments.count > 1 && arguments[1] != machine.space.none
        ? machine.bigInteger(arguments[1]) : total
      guard total >= 0 else { throw ObjectError(.valueError, "n must be a non-negative integer") }
      guard chosen >= 0 else { throw ObjectError(.valueError, "k must be a non-negative integer") }
      if chosen > total { return try machine.space.makeInteger(0) }
      guard let count = Int(exactly: chosen), count <= 1_000_000 else {
        throw ObjectError(.overflowError, "k must not exceed 1000000")
      }
      var result = BigInt(1)
      for index in 0..<count { result *= total - BigInt(index) }
      return try machine.space.makeInteger(result)
    },
    NativeFunction("isqrt", 1) { (machine, arguments) throws(ObjectError) in
      let value = try machine.bigInteger(arguments[0])
      guard value >= 0 else { throw ObjectError(.valueError, "isqrt() argument must be nonnegative") }
      return try machine.space.makeInteger(BigInt(value.magnitude.squareRoot()))
    },
    NativeFunction(
      "prod",
      any: { (machine, arguments) throws(ObjectError) in
        let bound = try arguments.bind(["iterable", "start"], required: 1, keywordOnly: 1, function: "prod")
        let space = machine.space
        var product: ObjectPointer
        if let start = bound[1] { product = start.retained() } else { product = try space.makeInteger(1) }
        try machine.forEach(bound[0] ?? space.none) { (element) throws(ObjectError) in
          let next = try space.apply(.multiply, product, element)
          space.release(product)
          product = next
          return true
        }
        return product
      }),
    NativeFunction("fsum", 1) { (machine, arguments) throws(ObjectError) in
      // Shewchuk's algorithm: partial sums that do not overlap.
      var partials: [Double] = []
      try machine.forEach(arguments[0]) { (element) throws(ObjectError) in
        var value = try machine.double(element)
        var kept: [Double] = []
        for partial in partials {
          let (large, small) = abs(value) < abs(partial) ? (partial, value) : (value, partial)
          let high = large + small
          let low = small - (high - large)
          if low != 0 { kept.append(low) }
          value = high
        }
        partials = kept + [value]
        return true
      }
      return try machine.space.makeFloat(partials.reversed().reduce(0, +))
    },
  ]

  /// The value of a number, or of what has `__float__` or `__index__`.
  func double(_ object: ObjectPointer) throws(ObjectError) -> Double {
    if object.type == space.type(.float) { return object.doubleValue }
    if space.isSubtype(object.type, space.type(.int)) {
      let value = object.integerValue.map(Double.init) ?? Double(object.bigInteger)
      if value.isInfinite { throw ObjectError(.overflowError, "int too large to convert to float") }
      return value
    }
    if space.isSubtype(object.type, space.type(.float)) { return object.doubleValue }
    if space.isHeapType(object.type), let method = try specialAttribute("__float__", of: object) {
      defer { space.release(method) }
      let result = try space.call(method)
      defer { space.release(result) }
      return try double(result)
    }
    throw ObjectError(.typeError, "must be real number, not \(space.nameInErrors(object.type))")
  }

  private func bigInteger(_ object: ObjectPointer) throws(ObjectError) -> BigInt {
    let index = try space.requireIndex(object)
    defer { space.release(index) }
    return index.bigInteger
  }

  private func positive(_ object: ObjectPointer) throws(ObjectError) -> Double {
    let value = try double(object)
    if value <= 0 { throw ObjectError(.valueError, "math domain error") }
    return value
  }

  private func logarithm(_ object: ObjectPointer) throws(ObjectError) -> Double {
    if space.isSubtype(object.type, space.type(.int)), object.integerValue == nil {
      let value = object.bigInteger
      guard value.sign == .plus else { throw ObjectError(.valueError, "math domain error") }
      let shift = max(value.bitWidth - 64, 0)
      return log(Double(value >> shift)) + Double(shift) * M_LN2
    }
    return log(try positive(object))
  }

  private func rounded(
    _ object: ObjectPointer, _ method: String, _ rule: FloatingPointRoundingRule
  ) throws(ObjectError) -> ObjectPointer {
    if space.isSubtype(object.type, space.type(.int)) {
      return object.type == space.type(.int) ? object.retained() : try space.makeInteger(object.bigInteger)
    }
    if space.isHeapType(object.type), let own = try specialAttribute(method, of: object) {
      defer { space.release(own) }
      return try space.call(own)
    }
    let value = try double(object)
    if value.isNaN { throw ObjectError(.valueError, "cannot convert float NaN to integer") }
    if value.isInfinite { throw ObjectError(.overflowError, "cannot convert float infinity to integer") }
    return try space.makeInteger(BigInt(value.rounded(rule)))
  }

  private func doubles(_ object: ObjectPointer) throws(ObjectError) -> [Double] {
    var numbers: [Double] = []
    try forEach(object) { (element) throws(ObjectError) in
      numbers.append(try double(element))
      return true
    }
    return numbers
  }

  /// A tuple of two objects, whose references are taken over.
  private func makePair(_ first: ObjectPointer, _ second: ObjectPointer) throws(ObjectError) -> ObjectPointer
  {
    defer {
      space.release(first)
      space.release(second)
    }
    return try space.makeTuple([first, second])
  }
}
