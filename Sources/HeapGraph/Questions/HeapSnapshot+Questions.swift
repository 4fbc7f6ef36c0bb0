public import HeapAnalysis
public import HeapModel

extension HeapSnapshot {
  /// How many objects of each type there are, and how many bytes they take: objgraph's `typestats`, with the
  /// objects that Python's collector does not track.
  ///
  /// - Complexity: O(*n*) in the number of objects, each time it is asked for.
  public var typeStatistics: TypeStatistics { TypeStatistics(of: self) }

  /// How many objects of each type there are, and how many bytes they take: objgraph's `typestats`.
  ///
  /// - Parameters:
  ///   - naming: by which name to count.
  ///   - scope: which objects to count; objgraph's are the tracked ones.
  /// - Complexity: O(*n*) in the number of objects.
  public func typeStatistics(naming: TypeNaming = .short, scope: ObjectScope = .all) -> TypeStatistics {
    TypeStatistics(of: self, naming: naming, scope: scope)
  }

  /// The types with the most objects: objgraph's `most_common_types`.
  ///
  /// - Parameters:
  ///   - limit: the most entries to give; `nil` for all.
  ///   - naming: by which name to count.
  ///   - scope: which objects to count; objgraph's are the tracked ones.
  /// - Complexity: O(*n*) in the number of objects.
  public func mostCommonTypes(
    limit: Int? = 10, naming: TypeNaming = .short, scope: ObjectScope = .all
  ) -> [TypeStatistics.Entry] {
    typeStatistics(naming: naming, scope: scope).mostCommon(limit: limit)
  }

  /// What became more since an earlier moment of the same program: objgraph's `growth`.
  ///
  /// - Parameters:
  ///   - earlier: the earlier snapshot.
  ///   - naming: by which name to count.
  ///   - scope: which objects to count; objgraph's are the tracked ones.
  /// - Complexity: O(*n*) in the number of objects of both.
  public func growth(
    since earlier: HeapSnapshot, naming: TypeNaming = .short, scope: ObjectScope = .all
  ) -> HeapGrowth {
    HeapGrowth(over: [earlier, self], naming: naming, scope: scope)
  }

  /// The objects that an earlier moment of the same process had not: objgraph's `get_new_ids`.
  ///
  /// - Parameters:
  ///   - earlier: the earlier snapshot.
  ///   - naming: by which name types are told apart.
  ///   - scope: which objects to compare; objgraph's are the tracked ones.
  /// - Throws: ``HeapAnalysisError/cancelled``.
  /// - Complexity: O(*n*) on average in the number of objects of both.
  public func newObjects(
    since earlier: HeapSnapshot, naming: TypeNaming = .short, scope: ObjectScope = .all
  ) throws(HeapAnalysisError) -> NewObjects {
    try NewObjects(in: self, since: earlier, naming: naming, scope: scope)
  }

  /// The objects that a text names: `type:Session`, `@0x7f12a0`, `#17`, `t`, `t.child`, `cache['k']`.
  ///
  /// - Parameter name: the text; ``ObjectSelector`` says how it is read.
  /// - Returns: the objects; never empty.
  /// - Throws: ``HeapAnalysisError``, which says what was not found and what comes near.
  /// - Complexity: O(*n*) in the number of objects.
  public func objects(named name: String) throws(HeapAnalysisError) -> [ObjectIndex] {
    try ObjectLookup(self).objects(named: name)
  }

  /// Whether an object is a module that the program imported: objgraph's `is_proper_module`.
  ///
  /// - Parameter object: the object.
  /// - Complexity: O(1).
  public func isImportedModule(_ object: ObjectIndex) -> Bool {
    flags(of: object).contains(.importedModule)
  }
}
