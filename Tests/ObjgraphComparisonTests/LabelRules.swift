/// When a label of ours agrees with objgraph's: where it is equal, or says more.
struct LabelRules {
  /// The types whose objects have a text in the heap that was made by their own `__repr__`, as objgraph's are;
  /// empty where the agent was not asked to run it.
  var typesWithTexts: Set<String>
  /// Whether types are named with their modules.
  var hasLongNames: Bool
  /// The labels of all references between two objects, for pictures that show one of them: which one is up to
  /// objgraph's order of looking.
  var parallelLabels: ((Drawing.Ends) -> [String])?
  /// What objgraph's reference counts are above the true ones, where counts are shown.
  ///
  /// It takes off four for what it holds itself, which is right for some versions of CPython only. The driver
  /// measures it.
  var countOffsets: CountOffsets?

  struct CountOffsets: Decodable {
    /// Of an object that the walk came to.
    var other: Int
    /// Of an object that it started from.
    var start: Int
    /// The objects that count one more: those that the last edge led to when they were labelled, since a
    /// variable of objgraph's still held them.
    var held: Set<UInt64>? = []

    func above(_ address: UInt64, isStart: Bool) -> Int {
      (isStart ? start : other) + (held?.contains(address) == true ? 1 : 0)
    }
  }

  /// Whether the first lines of an object's labels agree: its type, and its reference count where it is shown.
  func typesAgree(_ theirs: String, _ ours: String, of address: UInt64, isStart: Bool) -> Bool {
    guard let countOffsets else { return namesAgree(theirs, ours) }
    let (theirName, theirCount) = Self.splitCount(theirs)
    let (ourName, ourCount) = Self.splitCount(ours)
    guard namesAgree(theirName, ourName), let count = Int(theirCount) else { return false }
    // An immortal object's count is a mark, less objgraph's four.
    if ourCount == "immortal" { return count >= 1 << 29 }
    return Int(ourCount) == count - countOffsets.above(address, isStart: isStart)
  }

  /// Whether two names of a type agree.
  ///
  /// objgraph puts the module before the name; we put it before the qualified name, which also says in which
  /// class or function the type was made, and leave `builtins` out.
  func namesAgree(_ theirs: String, _ ours: String) -> Bool {
    if theirs == ours { return true }
    guard hasLongNames else { return false }
    if theirs == "builtins." + ours { return true }
    guard let dot = theirs.lastIndex(of: ".") else { return false }
    return ours.hasPrefix(theirs[...dot]) && ours.hasSuffix(theirs[dot...])
  }

  /// Whether two texts of an object agree.
  func textsAgree(_ theirs: String, _ ours: String, type: String) -> Bool {
    let type = Self.shortBuiltInName(type)
    // Of several lines we make one.
    let theirs = theirs.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
    if theirs == ours || Self.areCutDifferently(theirs, ours) { return true }
    // objgraph does not call the `__repr__` of types made from containers.
    if Self.isItems(theirs), !Self.builtInTypes.contains(type), !ours.isEmpty { return true }
    if typesWithTexts.contains(type.split(separator: ".").last.map(String.init) ?? type) {
      return theirs == "(unrepresentable)" && ours.hasPrefix("<__repr__ raised ")
    }
    // `<function f at 0x7f…>`: the type stands in the first line and the address is the node's name. What is
    // left is a name, which we have alone, or nothing. Of code and tracebacks we tell the place as well.
    if theirs.hasPrefix("<") {
      if ours.isEmpty || theirs.contains(ours) { return true }
      // The name may lie beyond the 40 characters that objgraph keeps.
      if theirs.count == 40, theirs.hasPrefix("<function ") || theirs.hasPrefix("<slot wrapper ") {
        return true
      }
      if theirs.hasPrefix("<traceback object ") { return true }
      if theirs.hasPrefix("<code object ") {
        return theirs.contains(ours.prefix { $0 != " " }) || theirs.count == 40
      }
    }
    // objgraph asks the object whether it is true before it calls its method bound; an empty one is not.
    if type == "method", ours == theirs + " (bound)" { return true }
    // objgraph counts a set's items, but not a frozen set's.
    if theirs.hasPrefix("frozenset({"), Self.isItems(ours) { return true }
    // Nothing of the program was run, nor what could lead to it: there is no text but that of the built-in type
    // that the object's own is made from.
    return !Self.builtInTypes.contains(type) && (ours.isEmpty || theirs.contains(ours) || Self.isItems(ours))
  }

  /// Whether the labels of all references from one object to another agree.
  ///
  /// objgraph knows a reference by its two ends alone: it gives all of them the first label that fits, or none.
  /// So its label has to be one of ours.
  ///
  /// objgraph asks an object for its attributes, which makes a dictionary that the agent finds then; where it is
  /// empty nothing in it proves what it is, and asking would make one for objects that have none.
  ///
  /// What a function holds that is `None` is its documentation, or the name of its module. objgraph gives it the
  /// first name under which it reads `None`, such as `__closure__`, where nothing is held at all.
  func edgesAgree(
    _ theirs: [String], _ ours: [String], between ends: Drawing.Ends, fromFunctionToNone: Bool,
    toEmptyDictionary: Bool
  ) -> Bool {
    guard theirs.count == ours.count else { return false }
    if fromFunctionToNone { return ours.allSatisfy { $0 == "__doc__" || $0 == "__module__" } }
    if toEmptyDictionary, theirs.allSatisfy({ $0 == "__dict__" }), ours.allSatisfy(\.isEmpty) { return true }
    let all = theirs.count == 1 ? ours + (parallelLabels?(ends) ?? []) : ours
    return theirs.allSatisfy { label in label.isEmpty || all.contains { edgeLabelsAgree(label, $0) } }
  }

  private func edgeLabelsAgree(_ theirs: String, _ ours: String) -> Bool {
    if theirs == ours { return true }
    // objgraph writes out a name of any length; a heap keeps 80 characters of a string that is none's variable.
    if theirs.utf8.count > 78, ours.hasPrefix("str\n'" + theirs.prefix(38)) { return true }
    // It takes a name with a line break behind it for a name.
    if theirs.hasSuffix("\n"), ours == "str\n'\(theirs.dropLast())\\n'" { return true }
    // A key that is no name: its type, and its text.
    let theirLines = theirs.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let ourLines = ours.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    guard theirLines.count == 2, namesAgree(String(theirLines[0]), String(ourLines[0])) else { return false }
    return textsAgree(
      String(theirLines[1]), ourLines.count > 1 ? String(ourLines[1]) : "", type: String(theirLines[0]))
  }

  /// objgraph keeps 40 code points, we 40 characters and an ellipsis.
  private static func areCutDifferently(_ theirs: String, _ ours: String) -> Bool {
    guard theirs.unicodeScalars.count == 40 else { return false }
    let start = ours.hasSuffix("…") ? ours.dropLast() : ours[...]
    return !start.isEmpty && (start.hasPrefix(theirs) || theirs.hasPrefix(start))
  }

  /// A type's name without what objgraph writes before and behind it.
  private static func shortBuiltInName(_ type: String) -> String {
    let name = type.hasSuffix("]") ? splitCount(type).name : type
    return name.hasPrefix("builtins.") ? String(name.dropFirst(9)) : name
  }

  private static func isItems(_ text: String) -> Bool {
    text.hasSuffix(" items") && text.dropLast(6).allSatisfy(\.isNumber)
  }

  private static func splitCount(_ line: String) -> (name: String, count: String) {
    guard let bracket = line.lastIndex(of: "["), line.hasSuffix("]") else { return (line, "") }
    return (String(line[..<bracket].dropLast()), String(line[line.index(after: bracket)...].dropLast()))
  }

  /// The types of which every heap tells a text.
  private static let builtInTypes: Set<String> = [
    "str", "bytes", "bytearray", "int", "float", "complex", "bool", "NoneType", "ellipsis", "range", "list",
    "tuple", "dict", "set", "frozenset", "type", "module", "function", "builtin_function_or_method", "method",
    "code", "frame", "traceback", "generator", "coroutine", "async_generator",
  ]
}
