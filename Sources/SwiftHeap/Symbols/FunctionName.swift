/// A function's name as a Swift programmer would write it.
struct FunctionName: Hashable {
  /// The name, without its module: `Server.handle(_:)` for `$s4Main6ServerC6handleyySSF`.
  private(set) var text: String
  /// The module whose code it is, where the symbol tells.
  private(set) var module: String?

  /// Makes a name of a symbol; what is not of Swift stays as it is.
  init(symbol: String) {
    if symbol.hasPrefix("$s") || symbol.hasPrefix("$S"), let text = SymbolNames.demangled(symbol) {
      self.init(demangled: text)
    } else {
      self.init(text: symbol, module: nil)
    }
  }

  /// Makes a name of what the Swift runtime's demangler says of a symbol:
  /// `Main.Server.handle(Swift.String) -> ()`.
  init(demangled: String) {
    var parser = FunctionNameParser(Array(demangled.utf8))
    // Symbols have no spaces: those of names between backticks are others that look like them.
    self.init(text: parser.name().replacing("\u{A0}", with: " "), module: parser.module)
  }

  private init(text: String, module: String?) {
    self.text = text
    self.module = module
  }
}
