/// Where a value of a type, or an object, holds references; worked out once a type.
struct ReferencePlan {
  /// What lies at a place, and so how a reference is read from it.
  enum Content {
    /// The address of an object; small numbers are other values of an enumeration.
    case strong
    /// The same with marks in its uppermost and lowest bits, as strings have it.
    case bridged
    /// The address of a side table, whose first word is the object's.
    case weak
    case unowned
    case unmanaged
    /// An address of which nothing is known, such as a pointer's.
    case pointer
    /// A function: its code, and the object with what it captured.
    case function
    /// A value of any type: three words and its metadata.
    case existential
    /// A value of an enumeration, by its number in ``enumerations``.
    case enumeration(Int)
  }

  struct Place {
    /// Where it begins, in bytes.
    var offset: Int
    var content: Content
    /// The number of the variables that lead to it, such as `frame.origin`.
    var path: PathNames.Number

    /// Whether the word there is a reference by itself.
    var isReference: Bool {
      switch content {
      case .strong, .bridged, .weak, .unowned, .unmanaged, .pointer: true
      case .function, .existential, .enumeration: false
      }
    }
  }

  /// An enumeration, and what its cases hold.
  struct Enumeration {
    var layout: EnumLayout
    var size: Int
    /// Each case's references, relative to the enumeration; `nil` where it has none.
    var cases: [ReferencePlan?]
  }

  var places: [Place] = []
  var enumerations: [Enumeration] = []
  /// Words of which no type says what they are, by their offsets: they are searched for addresses.
  var unknownWords: [Int] = []

  /// Whether nothing is to be looked at.
  var isEmpty: Bool { places.isEmpty && unknownWords.isEmpty }
}

/// The names of variables in a row, such as `frame.origin`, by numbers.
struct PathNames {
  typealias Number = Int32

  private(set) var texts: [String] = [""]
  private var numbers: [String: Number] = ["": 0]

  /// The number of a path; 0 for the empty one.
  mutating func number(of text: String) -> Number {
    if let known = numbers[text] { return known }
    let new = Number(texts.count)
    texts.append(text)
    numbers[text] = new
    return new
  }

  /// A path and what follows on it.
  static func join(_ path: String, _ name: String) -> String {
    name.isEmpty ? path : path.isEmpty ? name : path + "." + name
  }
}
