// Recorded from CPython 3.13 by what `vars(type)` has.
extension BuiltinAttributes {
  /// What the types of functions, descriptors, iterators and calls have themselves.
  static func ofTools(_ type: BuiltinType) -> BuiltinAttributes {
    switch type {
    case .cell:
      BuiltinAttributes(
        isMade: true, common: [.comparisons], wrappers: "__repr__", getters: "cell_contents", data: "__hash__"
      )
    case .code:
      BuiltinAttributes(
        isMade: true, common: [.comparisons], wrappers: "__hash__ __repr__",
        methods: "__replace__ __sizeof__ _varname_from_oparg co_lines co_positions replace",
        getters: "_co_code_adaptive co_cellvars co_code co_freevars co_lnotab co_varnames",
        members: """
          co_argcount co_consts co_exceptiontable co_filename co_firstlineno co_flags co_kwonlyargcount
          co_linetable co_name co_names co_nlocals co_posonlyargcount co_qualname co_stacksize
          """
      )
    case .function:
      BuiltinAttributes(
        isMade: true, wrappers: "__call__ __get__ __repr__",
        getters: """
          __annotations__ __code__ __defaults__ __dict__ __kwdefaults__ __name__ __qualname__
          __type_params__
          """,
        members: "__builtins__ __closure__ __globals__ __module__")
    case .method:
      BuiltinAttributes(
        isMade: true, common: [.comparisons],
        wrappers: "__call__ __get__ __getattribute__ __hash__ __repr__", methods: "__reduce__",
        members: "__func__ __self__")
    case .builtinFunction:
      BuiltinAttributes(
        common: [.comparisons], wrappers: "__call__ __hash__ __repr__", methods: "__reduce__",
        getters: "__name__ __qualname__ __self__ __text_signature__", members: "__module__")
    case .module:
      BuiltinAttributes(
        isMade: true, wrappers: "__getattribute__ __init__ __repr__", methods: "__dir__",
        getters: "__annotations__", members: "__dict__")
    case .property:
      BuiltinAttributes(
        isMade: true, wrappers: "__delete__ __get__ __getattribute__ __init__ __set__",
        methods: "__set_name__ deleter getter setter", getters: "__isabstractmethod__ __name__",
        members: "fdel fget fset")
    case .staticMethod:
      BuiltinAttributes(
        isMade: true, wrappers: "__call__ __get__ __init__ __repr__",
        getters: "__dict__ __isabstractmethod__", members: "__func__ __wrapped__")
    case .classMethod:
      BuiltinAttributes(
        isMade: true, wrappers: "__get__ __init__ __repr__", getters: "__dict__ __isabstractmethod__",
        members: "__func__ __wrapped__")
    case .attributeDescriptor:
      BuiltinAttributes(
        wrappers: "__delete__ __get__ __repr__ __set__", getters: "__qualname__",
        members: "__name__ __objclass__")
    case .memberDescriptor:
      BuiltinAttributes(
        wrappers: "__delete__ __get__ __repr__ __set__", methods: "__reduce__", getters: "__qualname__",
        members: "__name__ __objclass__")
    case .generator:
      BuiltinAttributes(
        common: [.iteration], wrappers: "__del__ __repr__", methods: "__sizeof__ close send throw",
        classMethods: "__class_getitem__",
        getters: "__name__ __qualname__ gi_code gi_frame gi_running gi_suspended gi_yieldfrom")
    case .frame:
      BuiltinAttributes(
        wrappers: "__repr__", methods: "__sizeof__ clear",
        getters: "f_back f_builtins f_code f_globals f_lasti f_lineno f_locals f_trace f_trace_opcodes",
        members: "f_trace_lines")
    case .traceback:
      BuiltinAttributes(
        isMade: true, methods: "__dir__", getters: "tb_lineno tb_next", members: "tb_frame tb_lasti")
    case .weakReference:
      BuiltinAttributes(
        isMade: true, common: [.comparisons], wrappers: "__call__ __hash__ __init__ __repr__",
        classMethods: "__class_getitem__", members: "__callback__")
    case .weakProxy:
      BuiltinAttributes(
        common: [.comparisons, .iteration],
        wrappers: """
          __abs__ __add__ __and__ __bool__ __contains__ __delattr__ __delitem__ __divmod__ __float__
          __floordiv__ __getattribute__ __getitem__ __iadd__ __iand__ __ifloordiv__ __ilshift__
          __imatmul__ __imod__ __imul__ __index__ __int__ __invert__ __ior__ __ipow__ __irshift__
          __isub__ __itruediv__ __ixor__ __len__ __lshift__ __matmul__ __mod__ __mul__ __neg__ __or__
          __pos__ __pow__ __radd__ __rand__ __rdivmod__ __repr__ __rfloordiv__ __rlshift__ __rmatmul__
          __rmod__ __rmul__ __ror__ __rpow__ __rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__
          __setattr__ __setitem__ __str__ __sub__ __truediv__ __xor__
          """,
        methods: "__bytes__ __reversed__", data: "__hash__")
    case .callableWeakProxy:
      BuiltinAttributes(
        common: [.comparisons, .iteration],
        wrappers: """
          __abs__ __add__ __and__ __bool__ __call__ __contains__ __delattr__ __delitem__ __divmod__
          __float__ __floordiv__ __getattribute__ __getitem__ __iadd__ __iand__ __ifloordiv__
          __ilshift__ __imatmul__ __imod__ __imul__ __index__ __int__ __invert__ __ior__ __ipow__
          __irshift__ __isub__ __itruediv__ __ixor__ __len__ __lshift__ __matmul__ __mod__ __mul__
          __neg__ __or__ __pos__ __pow__ __radd__ __rand__ __rdivmod__ __repr__ __rfloordiv__
          __rlshift__ __rmatmul__ __rmod__ __rmul__ __ror__ __rpow__ __rrshift__ __rshift__ __rsub__
          __rtruediv__ __rxor__ __setattr__ __setitem__ __str__ __sub__ __truediv__ __xor__
          """, data: "__hash__")
    case .listIterator, .reverseListIterator, .tupleIterator, .rangeIterator, .asciiIterator,
      .stringIterator, .bytesIterator, .longRangeIterator, .sequenceIterator:
      BuiltinAttributes(common: [.iteration], methods: "__length_hint__ __reduce__ __setstate__")
    case .setIterator, .dictKeyIterator, .dictValueIterator, .dictItemIterator, .dictReverseKeyIterator,
      .dictReverseValueIterator, .dictReverseItemIterator:
      BuiltinAttributes(common: [.iteration], methods: "__length_hint__ __reduce__")
    case .dictKeys, .dictItems:
      BuiltinAttributes(
        common: [.comparisons],
        wrappers: """
          __and__ __contains__ __iter__ __len__ __or__ __rand__ __repr__ __ror__ __rsub__ __rxor__
          __sub__ __xor__
          """,
        methods: "__reversed__ isdisjoint", getters: "mapping", data: "__hash__")
    case .dictValues:
      BuiltinAttributes(wrappers: "__iter__ __len__ __repr__", methods: "__reversed__", getters: "mapping")
    case .callableIterator:
      BuiltinAttributes(common: [.iteration], methods: "__reduce__")
    case .enumerate:
      BuiltinAttributes(
        isMade: true, common: [.iteration], wrappers: "__getattribute__", methods: "__reduce__",
        classMethods: "__class_getitem__")
    case .zip:
      BuiltinAttributes(
        isMade: true, common: [.iteration], wrappers: "__getattribute__",
        methods: "__reduce__ __setstate__")
    case .map, .filter:
      BuiltinAttributes(
        isMade: true, common: [.iteration], wrappers: "__getattribute__", methods: "__reduce__")
    case .reversed:
      BuiltinAttributes(
        isMade: true, common: [.iteration], wrappers: "__getattribute__",
        methods: "__length_hint__ __reduce__ __setstate__")
    case .methodDescriptor, .wrapperDescriptor:
      BuiltinAttributes(
        wrappers: "__call__ __get__ __repr__", methods: "__reduce__",
        getters: "__qualname__ __text_signature__", members: "__name__ __objclass__")
    case .methodWrapper:
      BuiltinAttributes(
        common: [.comparisons], wrappers: "__call__ __hash__ __repr__", methods: "__reduce__",
        getters: "__name__ __objclass__ __qualname__ __text_signature__", members: "__self__")
    case .classMethodDescriptor:
      BuiltinAttributes(
        wrappers: "__call__ __get__ __repr__", getters: "__qualname__ __text_signature__",
        members: "__name__ __objclass__")
    case .superType:
      BuiltinAttributes(
        isMade: true, wrappers: "__get__ __getattribute__ __init__ __repr__",
        members: "__self__ __self_class__ __thisclass__")
    case .deque:
      BuiltinAttributes(
        isMade: true, common: [.comparisons],
        wrappers: """
          __add__ __contains__ __delitem__ __getattribute__ __getitem__ __iadd__ __imul__ __init__
          __iter__ __len__ __mul__ __repr__ __rmul__ __setitem__
          """,
        methods: """
          __copy__ __reduce__ __reversed__ __sizeof__ append appendleft clear copy count extend
          extendleft index insert pop popleft remove reverse rotate
          """,
        classMethods: "__class_getitem__", getters: "maxlen", data: "__hash__ __module__")
    case .dequeIterator, .reverseDequeIterator:
      BuiltinAttributes(
        isMade: true, common: [.iteration], wrappers: "__getattribute__",
        methods: "__length_hint__ __reduce__", data: "__module__")
    case .defaultDict:
      BuiltinAttributes(
        wrappers: "__getattribute__ __init__ __or__ __repr__ __ror__",
        methods: "__copy__ __missing__ __reduce__ copy", classMethods: "__class_getitem__",
        members: "default_factory", data: "__module__")
    case .orderedDict:
      BuiltinAttributes(
        common: [.comparisons],
        wrappers: "__delitem__ __init__ __ior__ __iter__ __or__ __repr__ __ror__ __setitem__",
        methods: """
          __reduce__ __reversed__ __sizeof__ clear copy items keys move_to_end pop popitem setdefault
          update values
          """,
        classMethods: "fromkeys", getters: "__dict__", data: "__hash__")
    case .partial:
      BuiltinAttributes(
        isMade: true, wrappers: "__call__ __delattr__ __get__ __getattribute__ __repr__ __setattr__",
        methods: "__reduce__ __setstate__", classMethods: "__class_getitem__", getters: "__dict__",
        members: "__vectorcalloffset__ args func keywords", data: "__module__")
    case .cacheWrapper:
      BuiltinAttributes(
        isMade: true, wrappers: "__call__ __get__",
        methods: "__copy__ __deepcopy__ __reduce__ cache_clear cache_info", getters: "__dict__",
        data: "__module__")
    case .chain:
      BuiltinAttributes(
        isMade: true, common: [.iteration], wrappers: "__getattribute__",
        methods: "__reduce__ __setstate__", classMethods: "__class_getitem__ from_iterable",
        data: "__module__")
    case .count:
      BuiltinAttributes(
        isMade: true, common: [.iteration], wrappers: "__getattribute__ __repr__", methods: "__reduce__",
        data: "__module__")
    case .itemSlice:
      BuiltinAttributes(
        isMade: true, common: [.iteration], wrappers: "__getattribute__",
        methods: "__reduce__ __setstate__", data: "__module__")
    case .simpleNamespace:
      BuiltinAttributes(
        isMade: true, common: [.comparisons], wrappers: "__init__ __repr__",
        methods: "__reduce__ __replace__", members: "__dict__", data: "__hash__")
    case .byteArray:
      BuiltinAttributes(
        isMade: true, common: [.comparisons],
        wrappers: """
          __add__ __buffer__ __contains__ __delitem__ __getattribute__ __getitem__ __iadd__ __imul__
          __init__ __iter__ __len__ __mod__ __mul__ __release_buffer__ __repr__ __rmod__ __rmul__
          __setitem__ __str__
          """,
        methods: """
          __alloc__ __reduce__ __reduce_ex__ __sizeof__ append capitalize center clear copy count decode
          endswith expandtabs extend find hex index insert isalnum isalpha isascii isdigit islower
          isspace istitle isupper join ljust lower lstrip partition pop remove removeprefix removesuffix
          replace reverse rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip
          swapcase title translate upper zfill
          """,
        classMethods: "fromhex", staticMethods: "maketrans", data: "__hash__")
    case .byteArrayIterator:
      BuiltinAttributes(common: [.iteration], methods: "__length_hint__ __reduce__ __setstate__")
    case .union:
      BuiltinAttributes(
        common: [.comparisons], wrappers: "__getattribute__ __getitem__ __hash__ __or__ __repr__ __ror__",
        getters: "__parameters__", members: "__args__")
    case .versionInfo, .floatInfo:
      BuiltinAttributes(
        wrappers: "__repr__", methods: "__reduce__ __replace__",
        members: (ObjectSpace.structFields(of: type) ?? []).joined(separator: " "),
        data: "n_fields n_sequence_fields n_unnamed_fields __match_args__")
    default: BuiltinAttributes()
    }
  }
}
