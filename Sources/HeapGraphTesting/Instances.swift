import HeapGraph

/// Expects that there are no more instances of a class in the process than so many.
///
/// ```swift
/// expectInstances(of: Session.self, atMost: 0)
/// ```
///
/// Instances of classes that inherit from it count for those. The failure says by what the first few are held, field by
/// field, and attaches a picture.
///
/// - Parameters:
///   - type: the class.
///   - limit: how many instances there may be.
/// - Complexity: O(*n* + *m*) in the size of the process's heap.
public func expectInstances<Object: AnyObject>(
  of type: Object.Type, atMost limit: Int, fileID: StaticString = #fileID, filePath: StaticString = #filePath,
  line: UInt = #line, column: UInt = #column
) {
  let location = TestLocation(fileID: fileID, filePath: filePath, line: line, column: column)
  guard let heap = TestHeap.capture(for: "expectInstances", at: location) else { return }
  // What was torn down is none any more, though an unowned reference may keep its memory.
  let instances = heap.instances(ofType: ClassName.of(type)).filter {
    heap.flags(of: $0).isDisjoint(with: [.onlyUnowned, .deinitializing])
  }
  guard instances.count > limit else { return }
  let name = _typeName(type, qualified: false)
  var lines = ["expectInstances: \(instances.count) of \(name), and at most \(limit) may be"]
  let text = HolderText(heap)
  for object in instances.prefix(3) {
    var words = text.chain(to: object) ?? text.cycle(with: object)
    if words == name { words = HolderText.unseen }
    if let site = heap.siteText(of: object) { words += ", made " + site }
    lines.append("@\(heap.address(of: object)): " + words)
  }
  if instances.count > 3 { lines.append("… \(instances.count - 3) more") }
  TestFailure(
    message: lines.joined(separator: "\n"), graph: try? heap.backReferences(to: instances.prefix(10)),
    name: "instances"
  ).record(at: location)
}
