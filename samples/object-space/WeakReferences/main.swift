// Weak references: they lead to an object and do not keep it, and the object's memory lists them.
//
//     swift run sample-weak-references graph.svg list.svg

import HeapGraph
import ObjectRuntime

let space = try ObjectSpace()
let page = try space.defineClass("Page")
let home = try space.make(page)
try home.set("title", to: "Home")

let gone = try space.function("gone") { _ throws(ObjectError) in
  print("the page is gone")
  return nil
}
let cache = try space.dict()
try space.setElement("plain", of: cache, to: space.weakReference(to: home))
try space.setElement("proxy", of: cache, to: space.weakProxy(to: home))
try space.setElement("watched", of: cache, to: space.weakReference(to: home, callback: gone))
try space.setGlobal("cache", to: cache)
try space.setGlobal("home", to: home)

let paths = CommandLine.arguments.dropFirst()
try space.snapshot().references(from: "cache", depth: 3).write(to: paths.first ?? "graph.svg")
try [space.layout(of: home)].write(to: paths.dropFirst().first ?? "list.svg")

// The global variable and the handle are the two references that keep the page.
print("references:", try space.referenceCount(of: home), "weak:", try space.weakReferenceCount(of: home))
try space.removeGlobal("home")
try home.release()
