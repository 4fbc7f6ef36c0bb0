extension ObjectSpace {
  /// Walks all arenas, lists and tables, and checks that they agree: counts equal references, every block has an owner.
  ///
  /// To be called between two steps of a program, when nothing is being let go and no collection runs. It does nothing in
  /// an optimized build.
  ///
  /// - Parameter held: objects to each of which the caller has a counted reference that no handle holds.
  /// - Throws: ``InvariantViolation``, the first that was found.
  /// - Complexity: O(*n* + *m*) in all objects, their references, and the blocks of all pools.
  package func checkInvariants(held: [ObjectPointer] = []) throws(InvariantViolation) {
    #if DEBUG
      guard !isClosed else { return }
      var checker = InvariantChecker(self)
      if let violation = checker.check(held: held).first { throw violation }
    #endif
  }
}
