/// Refuses what is a program by its grammar, but which CPython does not compile.
///
/// What is refused first is what CPython 3.13 refuses first: late imports of features, then what its symbol table finds
/// in the uses of names, then what its compiler finds.
///
/// - Parameter statements: the program's statements.
/// - Throws: ``ProgramError`` with CPython's words; and where a class has a metaclass, which is left out here.
/// - Complexity: O(*n* · *d*) in the program's length and the depth of its blocks, and of the stack O(1).
package func checkRules(_ statements: [Statement]) throws(ProgramError) {
  let features = try FutureFeatures(of: statements)
  var names = NameRules()
  try names.check(statements)
  var places = PlaceRules(features: features, generators: names.generators)
  try places.check(statements)
}
