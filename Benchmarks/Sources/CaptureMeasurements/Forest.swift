/// Objects as a program has them: instances with several properties, strings, arrays, dictionaries and closures.
final class Forest {
  private var trees: [Tree] = []
  /// About how many heap-allocated objects there are.
  private(set) var count = 0

  init(objects: Int) {
    var number = 0
    while count < objects {
      let tree = Tree(number)
      number += 1
      for place in 0..<40 {
        let leaf = Leaf(place, of: tree)
        tree.leaves.append(leaf)
        count += leaf.objectCount
      }
      tree.byName["first leaf of the tree"] = tree.leaves[0]
      trees.append(tree)
      count += 4
    }
  }
}

/// Holds its leaves.
final class Tree {
  let number: Int
  var leaves: [Leaf] = []
  var byName: [String: Leaf] = [:]

  init(_ number: Int) { self.number = number }
}

/// What a leaf is at the moment.
enum Season {
  case green
  case turning(Note)
  case fallen(after: Note, days: Int)
}

/// A text of a leaf's.
final class Note {
  var text: String
  init(_ text: String) { self.text = text }
}

/// Has a few properties of the usual kinds.
final class Leaf {
  let place: Int
  var title: String
  var position: (x: Double, y: Double)
  unowned let tree: Tree
  weak var neighbour: Leaf?
  var season: Season
  var notes: [Note] = []
  var tag: Any
  var onFall: (() -> Void)?
  let objectCount: Int

  init(_ place: Int, of tree: Tree) {
    self.place = place
    self.tree = tree
    title = "leaf number \(place) of tree number \(tree.number)"
    position = (Double(place), 1)
    let note = Note("a note")
    season =
      switch place % 3 {
      case 0: .green
      case 1: .turning(note)
      default: .fallen(after: note, days: place)
      }
    tag = place
    var objects = place % 3 == 0 ? 2 : 3
    if place % 4 == 0 {
      notes = [note, Note("another note that is longer than fifteen bytes")]
      objects += 4 - (place % 3 == 0 ? 0 : 1)
    }
    if place % 10 == 0 {
      onFall = { [weak tree, note] in print(tree as Any, note) }
      objects += 1
    }
    if place % 8 == 1 { neighbour = tree.leaves.last }
    objectCount = objects
  }
}
