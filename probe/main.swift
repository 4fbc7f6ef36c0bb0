import SwiftHeap
import HeapModel
import HeapAnalysis
import Foundation
struct Point { var x: Double; var owner: Foo? }
enum State { case idle, loading(Foo), loaded(image: Foo, count: Int), failed(any Error) }
struct Oops: Error { var foo: Foo }
protocol P {}
extension Foo: P {}
struct Small: P { var foo: Foo }
struct Large: P { var a = 1, b = 2, c = 3; var foo: Foo }
final class Foo { var name = "a long string which is on the heap, surely" }
class Base { var inBase: Foo? = Foo() }
final class Holder: Base {
  var array = [Foo(), Foo()]
  var dict = ["first key": Foo(), "second": Foo()]
  var set: Set<String> = ["only a long text is on the heap, no doubt"]
  var frame = Point(x: 1, owner: Foo())
  var state = State.loading(Foo())
  var state2 = State.loaded(image: Foo(), count: 2)
  var state3 = State.failed(Oops(foo: Foo()))
  var any: Any = Foo()
  var anySmall: any P = Small(foo: Foo())
  var anyLarge: any P = Large(foo: Foo())
  weak var weakOne: Foo?
  unowned var unownedOne: Foo
  var closure: (() -> Void)?
  var tuple = (Foo(), 2, Foo())
  var points = [Point(x: 1, owner: Foo()), Point(x: 2, owner: nil)]
  init(_ f: Foo) { unownedOne = f; super.init(); weakOne = f; let captured = Foo(); var counter = 0; closure = { [unowned self] in counter += 1; print(self, captured, counter) } }
}
final class Cyc { var other: Cyc?; var run: (() -> Void)? }
func leak() { let a = Cyc(), b = Cyc(); a.other = b; b.other = a; let c = Cyc(); c.run = { print(c) } }
leak()
let shared = Foo()
let h = Holder(shared)
let n = CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1])! : 10
var all: [Foo] = []
for _ in 0..<n { all.append(Foo()) }
let t0 = ContinuousClock.now
let heap = try SwiftHeap.capture()
print(ContinuousClock.now - t0, heap.objectCount, heap.numberOfReferences)
for o in heap.objects where heap.type(of: o).name == "Holder" {
  for r in heap.outgoingReferences(of: o) { print("  ", heap.labelText(of: r) ?? "-", r.kind, r.strength, r.isInferred ? "inferred" : "", "->", heap.type(of: r.target).name)
    for q in heap.outgoingReferences(of: r.target) where n < 100 { print("        ", heap.labelText(of: q) ?? "-", q.kind, q.strength, q.isInferred ? "inferred" : "", "->", heap.type(of: q.target).name) } }
}
let report = try heap.leakedCycles()
print(report.cycles.count, report.objects.count, report.inconsistentObjects.map { heap.type(of: $0).name })
for c in report.cycles { print(heap.lines(of: c).joined(separator: "\n")) }
