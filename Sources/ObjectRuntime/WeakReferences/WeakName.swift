/// The names that the weak collections use, by which their attributes are found.
enum WeakName: Int, CaseIterable {
  case data, remove, pendingRemovals, iterating, dirtyLength, key
  case weakContainer
  case reference, function, arguments, keywords, atExit, index
  case registry, shutdown, dirty, registeredAtExit
  case keyedReference, iterationGuard, weakValueDictionary, weakKeyDictionary, weakSet, finalizer,
    finalizerInfo
  case functionReference, methodType, isAlive, weakMethod

  /// The name as CPython's source has it.
  var text: String {
    switch self {
    case .data: "data"
    case .remove: "_remove"
    case .pendingRemovals: "_pending_removals"
    case .iterating: "_iterating"
    case .dirtyLength: "_dirty_len"
    case .key: "key"
    case .weakContainer: "weakcontainer"
    case .reference: "weakref"
    case .function: "func"
    case .arguments: "args"
    case .keywords: "kwargs"
    case .atExit: "atexit"
    case .index: "index"
    case .registry: "_registry"
    case .shutdown: "_shutdown"
    case .dirty: "_dirty"
    case .registeredAtExit: "_registered_with_atexit"
    case .keyedReference: "KeyedRef"
    case .iterationGuard: "_IterationGuard"
    case .weakValueDictionary: "WeakValueDictionary"
    case .weakKeyDictionary: "WeakKeyDictionary"
    case .weakSet: "WeakSet"
    case .finalizer: "finalize"
    case .finalizerInfo: "_Info"
    case .functionReference: "_func_ref"
    case .methodType: "_meth_type"
    case .isAlive: "_alive"
    case .weakMethod: "WeakMethod"
    }
  }
}

/// What the space keeps of the modules of weak collections once they are made.
struct WeakModules {
  /// The names in the order of ``WeakName``: interned and immortal.
  var names: [ObjectPointer]
  /// The dicts of the modules `weakref` and `_weakrefset`, where the classes are looked up.
  var globals: ObjectPointer
  var setGlobals: ObjectPointer
  /// The code of the functions that take dead entries out; each collection has a function of its own.
  var valueRemover: ObjectPointer?
  var keyRemover: ObjectPointer?
  var elementRemover: ObjectPointer?
  /// The code of the callback that each weak method has.
  var methodCallback: ObjectPointer?
  /// `_remove_dead_weakref`, which every weak value dictionary's function holds.
  var deadEntryRemover: ObjectPointer
  /// Counts up with each `finalize`.
  var nextFinalizer = 0
}
