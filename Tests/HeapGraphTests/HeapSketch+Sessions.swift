import HeapFixtures
import HeapGraph

extension HeapSketch {
  /// A module `app` that holds a dictionary of two sessions, and a list that nobody holds.
  static func sessions() -> HeapSketch {
    var sketch = HeapSketch()
    let tracked = ObjectDetails(referenceCount: 1, flags: .tracked)
    sketch.object(
      "app", type: "module",
      details: ObjectDetails(referenceCount: 1, flags: [.tracked, .module, .importedModule], text: "app"))
    sketch.object("t", type: "dict", details: tracked)
    sketch.object("s1", type: "web.Session", details: tracked)
    sketch.object("s2", type: "web.Session", details: tracked)
    sketch.object("list", type: "list", details: tracked)
    sketch.object("name", type: "str", details: ObjectDetails(referenceCount: 1, text: "'x'"))
    sketch.draw("app -> t [t]; t -> s1 [1]; t -> s2 [2]; s1 -> name [name]")
    sketch.root("app", kind: .module)
    sketch.metadata = HeapMetadata(entries: [HeapMetadata.Entry(key: "globals.module", value: "app")])
    return sketch
  }
}
