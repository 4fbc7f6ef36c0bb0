// Three leaks that every Swift program knows, and the tool that finds them:
//
//     swift run sample-leaks leaks.svg
//
// writes the cycles that nothing but themselves keeps alive as a picture, and says which reference should be weak.
// Without a file it waits for a line of input, so that another process can look at its heap:
//
//     heapgraph capture swift --pid PID -o leaks.heap && heapgraph leaks leaks.heap

import HeapGraph
import SwiftHeap

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// A closure that captures the object that keeps it.
final class DownloadView {
  var title = "a title"
  var onFinished: (() -> Void)?
  var progress = 0

  func start() {
    let step = 10
    onFinished = { self.progress += step }
  }
}

// A delegate that is strong.
protocol TableDelegate: AnyObject {}

final class Table {
  var delegate: (any TableDelegate)?
  let rows = ["first", "second"]
}

final class Screen: TableDelegate {
  let table = Table()
  var width = 0
  init() { table.delegate = self }

  // A screen that it hands to nobody would not even be made in a release build.
  func show() { width = String(describing: self).count }
}

// A child that knows its parent, and a parent that keeps its children.
final class Folder {
  let name: String
  var parent: Folder?
  var children: [Folder] = []

  init(_ name: String, in parent: Folder? = nil) {
    self.name = name
    self.parent = parent
    parent?.children.append(self)
  }
}

func useAndForget() {
  let view = DownloadView()
  view.start()
  Screen().show()
  let root = Folder("root")
  for number in 1...3 { _ = Folder("child \(number)", in: root) }
}

useAndForget()

if let path = CommandLine.arguments.dropFirst().first {
  let heap = try SwiftHeap.capture()
  let report = try heap.leakedCycles()
  for (number, cycle) in report.cycles.enumerated() {
    print("\(number + 1). \(cycle.title)")
    for line in heap.lines(of: cycle) { print("   \(line)") }
  }
  try heap.graph(of: report.cycles).write(to: path)
} else {
  print("This is process \(getpid()); a line of input ends it.")
  fflush(nil)
  _ = readLine()
}
