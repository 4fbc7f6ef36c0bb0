/// Names of functions as a Swift programmer would write them.
enum FunctionName {
  /// A function's name: `Server.handle(_:)` for `$s4Main6ServerC6handleyySSF`.
  static func readable(symbol: String) -> String {
    guard symbol.hasPrefix("$s") || symbol.hasPrefix("$S"), let text = SymbolNames.demangled(symbol) else {
      return symbol
    }
    return text
  }
}
