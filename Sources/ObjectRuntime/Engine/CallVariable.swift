/// A local variable of a call that is under way.
package struct CallVariable {
  package var name: String
  /// The name of the function that was called.
  package var function: String
  /// What the variable holds, borrowed.
  package var object: ObjectPointer

  package init(name: String, function: String, object: ObjectPointer) {
    self.name = name
    self.function = function
    self.object = object
  }
}
