import ObjectRuntime

extension Machine {
  /// Built-in functions of numbers.
  static let numberFunctions: [NativeFunction] = [
    NativeFunction("abs", 1) { (machine, arguments) throws(ObjectError) in
      try machine.space.absolute(arguments[0])
    },
    NativeFunction("divmod", 2) { (machine, arguments) throws(ObjectError) in
      try machine.space.divideWithRemainder(arguments[0], arguments[1])
    },
    NativeFunction(
      "pow",
      any: { (machine, arguments) throws(ObjectError) in
        let bound = try arguments.bind(["base", "exp", "mod"], required: 2, function: "pow")
        let space = machine.space
        return try space.power(
          bound[0] ?? space.none, bound[1] ?? space.none, bound[2] ?? space.none)
      }),
    NativeFunction(
      "round",
      any: { (machine, arguments) throws(ObjectError) in
        let bound = try arguments.bind(["number", "ndigits"], required: 1, function: "round")
        return try machine.space.round(bound[0] ?? machine.space.none, bound[1])
      }),
  ]
}
