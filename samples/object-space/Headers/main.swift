// Headers and layout: an ordinary instance beside one with slots.
//
//     swift run sample-headers headers.svg

import HeapGraph
import ObjectRuntime

let space = try ObjectSpace()
let ordinary = try space.defineClass("Ordinary")
let slotted = try space.defineClass("Slotted", slots: ["name", "size"])

// The keys are the class's, so the first instance tells the later ones how much room they need.
let instances = try [ordinary, slotted].map { type in
  let instance = try space.make(type)
  try instance.set("name", to: "a box")
  try instance.set("size", to: 3)
  return instance
}
for instance in instances {
  let size = try space.size(of: instance)
  let taken = try space.footprint(of: instance)
  print("\(try space.typeName(of: instance)): sys.getsizeof says \(size), and \(taken) are taken")
}
try instances.map { try space.layout(of: $0) }.write(to: CommandLine.arguments.last ?? "headers.svg")
