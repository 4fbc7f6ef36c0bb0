import SwiftHeap
import Testing

@Suite(.serialized)
struct TypeNameTests {
  @Test func `types that are read from metadata have the names that the runtime gives them`() throws {
    let expected = sampleTypes.map { (_typeName($0, qualified: true), _typeName($0, qualified: false)) }
    let frozen = try FrozenTypes()
    for (type, names) in zip(sampleTypes, expected) {
      guard let found = frozen.type(type) else {
        Issue.record("no type for \(names.0)")
        continue
      }
      #expect(frozen.types.name(of: found) == names.0)
      #expect(frozen.types.name(of: found, qualified: false) == names.1)
      #expect(frozen.types.isBound(found))
    }
  }
}
