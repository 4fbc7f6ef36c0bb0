// Captures itself and looks for every kind of holding, and for planted cycles; built in several ways by
// Scripts/swift-heap-builds.sh. The exit status is 1 where one is not as expected.

import HeapAnalysis
import HeapModel
import SwiftHeap
import SwiftHeapHoldings

#if canImport(Glibc)
  import Glibc
#endif

let holder = Holder()
let cycles = PlantedCycles.plant()
let (heap, boundFailures) = try withExtendedLifetime(holder) {
  try Bound.withBindings { bound in
    let heap = try SwiftHeap.capture()
    return (heap, bound.failures(in: heap))
  }
}
func object(_ address: UInt64) -> ObjectIndex? {
  heap.objects.first { heap.address(of: $0).rawValue == address }
}
guard let index = object(PlantedCycles.address(of: holder)) else {
  print("the holder was not found")
  exit(1)
}
var failures = Holding.all.compactMap { $0.failure(of: index, in: heap) }
let leaked = Set(try heap.leakedCycles().objects.map { heap.address(of: $0).rawValue })
failures += cycles.filter { !leaked.contains($0.address) }.map { "the cycle of \($0.name) was not found" }
if leaked.contains(PlantedCycles.address(of: holder)) { failures.append("what is held was told for leaked") }
failures += boundFailures
failures += try SwiftHeap.selfTest().checks.compactMap { check in
  check.failure.map { "\(check.part.title): \($0)" }
}
for failure in failures { print(failure) }
print("\(Holding.all.count) kinds of holding and \(cycles.count) cycles, \(failures.count) not as expected")
exit(failures.isEmpty ? 0 : 1)
