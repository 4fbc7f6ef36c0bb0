/// A word of a program.
struct Token: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case name
    case integer, float, imaginary
    /// A string or bytes, with its prefix and quotes.
    case string
    /// `f"`, with its prefix and quotes; the parts follow up to its end.
    case formattedStart, formattedText, formattedEnd
    /// A sign or keyword-like word, by its text.
    case symbol
    case newline, indent, dedent, end
  }

  var kind: Kind
  /// What it says, in the text's own spelling.
  var text: String
  var range: SourceRange

  func isSymbol(_ text: String) -> Bool { kind == .symbol && self.text == text }

  /// The words that name nothing.
  static let keywords: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
  ]

  /// Signs, the longest first.
  static let signs: [[String]] = [
    ["**=", "//=", ">>=", "<<=", "..."],
    [
      "!=", "%=", "&=", "**", "*=", "+=", "-=", "->", "//", "/=", ":=", "<<", "<=", "==", ">=", ">>", "@=",
      "^=",
      "|=",
    ],
    [
      "%", "&", "(", ")", "*", "+", ",", "-", ".", "/", ":", ";", "<", "=", ">", "@", "[", "]", "^", "{", "|",
      "}", "~", "!",
    ],
  ]
}
