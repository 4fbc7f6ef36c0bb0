// The pools of an arena: small objects of one size lie together.
//
//     swift run sample-arena arena.svg

import HeapGraph
import ObjectRuntime

let space = try ObjectSpace()
let node = try space.defineClass("Node")
let nodes = try space.list()
try space.setGlobal("nodes", to: nodes)
for index in 0..<1500 {
  let instance = try space.make(node)
  try instance.set("number", to: 1000 + index)
  try space.append(instance, to: nodes)
}
// Two of three go; the third keeps its pool from being given back.
for index in (0..<1500).reversed() where index % 3 != 0 { try space.removeElement(index, of: nodes) }
let statistics = space.memoryStatistics
print("in use: \(statistics.usedSize) of \(statistics.takenSize), \(statistics.pools) pools")
try space.arenaLayouts().write(to: CommandLine.arguments.last ?? "arena.svg")
