/// The name of a type of the compiler's, such as `Int64`, from its mangled name.
struct BuiltinName {
  let name: String

  /// Those whose mangled name is a letter behind the `B`.
  static let simple: [UInt8: String] = [
    UInt8(ascii: "b"): "BridgeObject", UInt8(ascii: "B"): "UnsafeValueBuffer",
    UInt8(ascii: "c"): "RawUnsafeContinuation",
    UInt8(ascii: "D"): "DefaultActorStorage", UInt8(ascii: "d"): "NonDefaultDistributedActorStorage",
    UInt8(ascii: "e"): "Executor", UInt8(ascii: "I"): "IntLiteral", UInt8(ascii: "j"): "Job",
    UInt8(ascii: "O"): "UnknownObject", UInt8(ascii: "o"): "NativeObject", UInt8(ascii: "p"): "RawPointer",
    UInt8(ascii: "P"): "PackIndex", UInt8(ascii: "t"): "SILToken", UInt8(ascii: "w"): "Word",
    UInt8(ascii: "A"): "ImplicitActor",
  ]

  /// Reads a name that is nothing else: `Bi64_`, `Bo`, `Bi8_Bv16_`.
  init?(mangled bytes: [UInt8]) {
    var position = 0
    var name: String?
    while position + 1 < bytes.count, bytes[position] == UInt8(ascii: "B") {
      let letter = bytes[position + 1]
      position += 2
      if let simple = Self.simple[letter] {
        name = simple
        continue
      }
      var number = 0
      while position < bytes.count, case let digit = bytes[position], digit >= 48, digit <= 57,
        number < 100_000
      {
        number = number * 10 + Int(digit - 48)
        position += 1
      }
      guard position < bytes.count, bytes[position] == UInt8(ascii: "_") else { return nil }
      position += 1
      switch letter {
      case UInt8(ascii: "i"): name = "Int\(number)"
      case UInt8(ascii: "f"): name = "FPIEEE\(number)"
      case UInt8(ascii: "v"):
        guard let element = name else { return nil }
        name = "Vec\(number)x\(element)"
      default: return nil
      }
    }
    guard position == bytes.count, let name else { return nil }
    self.name = name
  }
}
