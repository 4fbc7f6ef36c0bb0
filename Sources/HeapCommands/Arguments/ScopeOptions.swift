import ArgumentParser
import HeapGraph

/// Which objects a table counts.
struct ScopeOptions: ParsableArguments {
  @Flag(help: "Count all objects, also those that the cycle collector does not track.")
  var all = false

  /// The scope for some heaps: all objects, too, where none of the heaps says which are tracked.
  func scope(for snapshots: [HeapSnapshot]) -> ObjectScope {
    let isTold = snapshots.contains { snapshot in
      snapshot.objects.contains { ObjectScope.tracked.contains($0, in: snapshot) }
    }
    return all || !isTold ? .all : .tracked
  }
}
