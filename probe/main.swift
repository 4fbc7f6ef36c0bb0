import SwiftHeap
import HeapModel
import HeapAnalysis
import Foundation
final class Foo { var a = [1,2,3]; var s = "a long string which is on the heap, surely"; var next: Foo? }
var f = Foo(); f.next = Foo()
var all: [Foo] = []
let n = CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1])! : 10
for _ in 0..<n { let x = Foo(); x.next = all.last; all.append(x) }
if CommandLine.arguments.count > 2, CommandLine.arguments[2] == "wait" { print("ready"); sleep(20); exit(0) }
let t0 = ContinuousClock.now
let heap = CommandLine.arguments.count > 2 ? try SwiftHeap.capture(process: Int32(CommandLine.arguments[2])!) : try SwiftHeap.capture()
print(ContinuousClock.now - t0, heap.objectCount, heap.numberOfReferences)
var counts: [TypeIndex: Int] = [:]; for o in heap.objects { counts[heap.typeIndex(of: o), default: 0] += 1 }; for (t, c) in counts.sorted(by: { $0.value > $1.value }).prefix(15) { print(heap.types[t].name, c) }
for r in heap.roots.prefix(400) where r.kind == .global && r.name != nil { print(r, heap.type(of: r.object).name); }
