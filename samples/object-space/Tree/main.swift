// The three-level tree of objgraph's documentation, on the built-in object runtime.
//
//     swift run sample-tree tree.svg

import HeapGraph
import ObjectRuntime

let space = try ObjectSpace()
let node = try space.defineClass("Tree")
@MainActor func tree(_ name: String, _ children: ObjectHandle...) throws -> ObjectHandle {
  let tree = try space.make(node)
  try tree.set("name", to: name)
  if !children.isEmpty { try tree.set("children", to: children) }
  return tree
}
let root = try tree("root", tree("left", tree("leaf 1")), tree("right", tree("leaf 2"), tree("leaf 3")))
try space.setGlobal("tree", to: root)
try space.snapshot().references(from: "tree", depth: 5).write(to: CommandLine.arguments.last ?? "tree.svg")
