// A cycle before and after collections: who moves up, and who goes.
//
//     swift run sample-generations before.svg after.svg

import HeapGraph
import ObjectRuntime

let space = try ObjectSpace()
space.isCollectorEnabled = false
let person = try space.defineClass("Person")

/// Two people who know each other.
@MainActor func couple(_ first: String, _ second: String) throws -> ObjectHandle {
  let one = try space.make(person)
  let other = try space.make(person)
  try one.set("name", to: first)
  try other.set("name", to: second)
  try one.set("knows", to: other)
  try other.set("knows", to: one)
  return one
}

// Each collection moves those who survive it one generation up.
try space.setGlobal("oldest", to: couple("Ada", "Bob"))
try space.collect(generation: 0)
try space.collect(generation: 1)
try space.setGlobal("older", to: couple("Cleo", "Dan"))
try space.collect(generation: 0)
try space.setGlobal("young", to: couple("Eva", "Finn"))
try couple("Gil", "Hal").release()

/// All people with the generation that they are in, and who holds them.
@MainActor func draw(_ path: String) throws {
  let heap = try space.snapshot()
  let people = heap.objects.filter { heap.type(of: $0).name == "Person" }
  try heap.references(from: people, depth: 1) { walk in
    walk.extraInformation = { object in
      guard case .number(let generation) = heap.generation(of: object) else { return nil }
      return "generation \(generation)"
    }
  }.write(to: path)
}

let paths = CommandLine.arguments.dropFirst()
try draw(paths.first ?? "before.svg")
// Nobody holds Gil and Hal but they themselves.
print("collected:", try space.collect(generation: 0))
try draw(paths.dropFirst().first ?? "after.svg")
