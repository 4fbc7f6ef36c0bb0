/// Names of symbols as a program's text has them.
enum SymbolNames {
  /// A variable's name: `Main.cache` for `$s4Main5cacheSayAA4ItemCGvp`.
  static func variable(_ symbol: String) -> String { readable(symbol, isVariable: true) }

  /// A function's name: `Server.handle(_:)` for `$s4Main6ServerC6handleyySSF`.
  static func function(_ symbol: String) -> String { readable(symbol, isVariable: false) }

  private static func readable(_ symbol: String, isVariable: Bool) -> String {
    guard symbol.hasPrefix("$s") || symbol.hasPrefix("$S") else { return symbol }
    guard let text = demangled(symbol) else { return symbol }
    guard isVariable else { return text }
    // `static Main.Type.name : Swift.Int`: the name says which, the type is the object's.
    var name = text[...]
    if let colon = name.firstRange(of: " : ") { name = name[..<colon.lowerBound] }
    for prefix in ["static ", "lazy ", "one-time initialization token for "] where name.hasPrefix(prefix) {
      name = name.dropFirst(prefix.count)
    }
    return String(name)
  }

  /// What the Swift runtime's own demangler says of a symbol; it needs nothing but the text.
  static func demangled(_ symbol: String) -> String? {
    var length = 0
    let text = unsafe swiftDemangle(symbol, UInt(symbol.utf8.count), nil, &length, 0)
    guard let text = unsafe text else { return nil }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@_silgen_name("swift_demangle")
private func swiftDemangle(
  _ name: UnsafePointer<CChar>, _ length: UInt, _ buffer: UnsafeMutablePointer<CChar>?,
  _ size: UnsafeMutablePointer<Int>?,
  _ flags: UInt32
) -> UnsafeMutablePointer<CChar>?
