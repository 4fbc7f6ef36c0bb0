/// Why an instance cannot be asked about.
public enum LiveObjectError: Error, Hashable, Sendable {
  /// The heap has no such object; the instance's type.
  case notInHeap(type: String)
  /// No chain of strong references leads from where it was to begin to the object; its type.
  case notHeld(type: String)
}

extension LiveObjectError: CustomStringConvertible {
  /// What is wrong, and what to do about it.
  public var description: String {
    switch self {
    case .notInHeap(let type):
      "the heap has no such instance of \(type): it was made after the capture, is of another process, lies on a "
        + "stack, or is a constant of the program; capture again while a property or an array holds it"
    case .notHeld(let type):
      "no chain of strong references leads there to the instance of \(type): where it was to begin at a global variable, "
        + "a local variable, a task or a thread may hold it, or it is leaked; ask for a chain from any root, draw its "
        + "back-references, or look for leaked cycles"
    }
  }
}
