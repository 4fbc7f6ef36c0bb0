extension Unicode.Scalar {
  /// Whether Python's `str.isspace` holds for it.
  var isSpace: Bool { properties.isWhitespace || (0x1C...0x1F).contains(value) }

  /// Whether Python's `str.splitlines` ends a line with it.
  var endsLine: Bool {
    switch value {
    case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}

extension String {
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
