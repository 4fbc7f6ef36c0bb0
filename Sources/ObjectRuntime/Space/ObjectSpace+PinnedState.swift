// What is kept at the space's one place in memory, since each step of a program's reads it.
extension ObjectSpace {
  /// The handles that exist, by number.
  @inline(__always)
  var handles: HandleTable {
    _read { yield state.handles }
    _modify { yield &state.handles }
  }

  /// What is known of types beyond their memory, by the number in their plans.
  @inline(__always)
  var typeDetails: [TypeDetails] {
    _read { yield state.typeDetails }
    _modify { yield &state.typeDetails }
  }

  /// The interned strings.
  @inline(__always)
  var interned: InternTable {
    _read { yield state.interned }
    _modify { yield &state.interned }
  }

  /// What attribute and constant names of the runtime's own are, kept interned.
  @inline(__always)
  var names: WellKnownNames {
    _read { yield state.names }
    _modify { yield &state.names }
  }

  @inline(__always)
  var tracer: AllocationTracer? {
    _read { yield state.tracer }
    _modify { yield &state.tracer }
  }

  /// What runs objects that only a program's own machine can run, such as functions it compiled.
  package var interpreter: (any ObjectInterpreter)? {
    get { state.interpreter }
    set { state.interpreter = newValue }
  }

  /// The module whose variables are the globals.
  @inline(__always)
  var mainModule: ObjectPointer? {
    get { state.mainModule }
    set { state.mainModule = newValue }
  }
}
