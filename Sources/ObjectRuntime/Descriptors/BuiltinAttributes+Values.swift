// Recorded from CPython 3.13 by what `vars(type)` has.
extension BuiltinAttributes {
  /// What the types of values and containers have themselves.
  static func ofValues(_ type: BuiltinType) -> BuiltinAttributes {
    switch type {
    case .object:
      BuiltinAttributes(
        isMade: true, common: [.comparisons],
        wrappers: "__delattr__ __getattribute__ __hash__ __init__ __repr__ __setattr__ __str__",
        methods: "__dir__ __format__ __getstate__ __reduce__ __reduce_ex__ __sizeof__",
        classMethods: "__init_subclass__ __subclasshook__", getters: "__class__")
    case .type:
      BuiltinAttributes(
        isMade: true,
        wrappers: "__call__ __delattr__ __getattribute__ __init__ __or__ __repr__ __ror__ __setattr__",
        methods: "__dir__ __instancecheck__ __sizeof__ __subclasscheck__ __subclasses__ mro",
        classMethods: "__prepare__",
        getters: """
          __abstractmethods__ __annotations__ __bases__ __dict__ __mro__ __name__ __qualname__
          __text_signature__ __type_params__ __module__
          """,
        members: "__base__ __basicsize__ __dictoffset__ __flags__ __itemsize__ __weakrefoffset__")
    case .none:
      BuiltinAttributes(isMade: true, common: [.comparisons], wrappers: "__bool__ __hash__ __repr__")
    case .notImplemented:
      BuiltinAttributes(isMade: true, wrappers: "__bool__ __repr__", methods: "__reduce__")
    case .ellipsis:
      BuiltinAttributes(isMade: true, wrappers: "__repr__", methods: "__reduce__")
    case .int:
      BuiltinAttributes(
        isMade: true, common: [.comparisons],
        wrappers: """
          __abs__ __add__ __and__ __bool__ __divmod__ __float__ __floordiv__ __getattribute__ __hash__
          __index__ __int__ __invert__ __lshift__ __mod__ __mul__ __neg__ __or__ __pos__ __pow__
          __radd__ __rand__ __rdivmod__ __repr__ __rfloordiv__ __rlshift__ __rmod__ __rmul__ __ror__
          __rpow__ __rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__ __sub__ __truediv__ __xor__
          """,
        methods: """
          __ceil__ __floor__ __format__ __getnewargs__ __round__ __sizeof__ __trunc__ as_integer_ratio
          bit_count bit_length conjugate is_integer to_bytes
          """,
        classMethods: "from_bytes", getters: "denominator imag numerator real")
    case .bool:
      BuiltinAttributes(
        isMade: true, wrappers: "__and__ __invert__ __or__ __rand__ __repr__ __ror__ __rxor__ __xor__")
    case .float:
      BuiltinAttributes(
        isMade: true, common: [.comparisons],
        wrappers: """
          __abs__ __add__ __bool__ __divmod__ __float__ __floordiv__ __hash__ __int__ __mod__ __mul__
          __neg__ __pos__ __pow__ __radd__ __rdivmod__ __repr__ __rfloordiv__ __rmod__ __rmul__ __rpow__
          __rsub__ __rtruediv__ __sub__ __truediv__
          """,
        methods: """
          __ceil__ __floor__ __format__ __getnewargs__ __round__ __trunc__ as_integer_ratio conjugate
          hex is_integer
          """,
        classMethods: "__getformat__ fromhex", getters: "imag real")
    case .complex:
      BuiltinAttributes(
        isMade: true, common: [.comparisons],
        wrappers: """
          __abs__ __add__ __bool__ __getattribute__ __hash__ __mul__ __neg__ __pos__ __pow__ __radd__
          __repr__ __rmul__ __rpow__ __rsub__ __rtruediv__ __sub__ __truediv__
          """,
        methods: "__complex__ __format__ __getnewargs__ conjugate", members: "imag real")
    case .string:
      BuiltinAttributes(
        isMade: true, common: [.comparisons],
        wrappers: """
          __add__ __contains__ __getitem__ __hash__ __iter__ __len__ __mod__ __mul__ __repr__ __rmod__
          __rmul__ __str__
          """,
        methods: """
          __format__ __getnewargs__ __sizeof__ capitalize casefold center count encode endswith
          expandtabs find format format_map index isalnum isalpha isascii isdecimal isdigit isidentifier
          islower isnumeric isprintable isspace istitle isupper join ljust lower lstrip partition
          removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines
          startswith strip swapcase title translate upper zfill
          """,
        staticMethods: "maketrans")
    case .bytes:
      BuiltinAttributes(
        isMade: true, common: [.comparisons],
        wrappers: """
          __add__ __buffer__ __contains__ __getattribute__ __getitem__ __hash__ __iter__ __len__ __mod__
          __mul__ __repr__ __rmod__ __rmul__ __str__
          """,
        methods: """
          __bytes__ __getnewargs__ capitalize center count decode endswith expandtabs find hex index
          isalnum isalpha isascii isdigit islower isspace istitle isupper join ljust lower lstrip
          partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split
          splitlines startswith strip swapcase title translate upper zfill
          """,
        classMethods: "fromhex", staticMethods: "maketrans")
    case .tuple:
      BuiltinAttributes(
        isMade: true, common: [.comparisons],
        wrappers: """
          __add__ __contains__ __getattribute__ __getitem__ __hash__ __iter__ __len__ __mul__ __repr__
          __rmul__
          """,
        methods: "__getnewargs__ count index", classMethods: "__class_getitem__")
    case .list:
      BuiltinAttributes(
        isMade: true, common: [.comparisons],
        wrappers: """
          __add__ __contains__ __delitem__ __getattribute__ __iadd__ __imul__ __init__ __iter__ __len__
          __mul__ __repr__ __rmul__ __setitem__
          """,
        methods: """
          __getitem__ __reversed__ __sizeof__ append clear copy count extend index insert pop remove
          reverse sort
          """,
        classMethods: "__class_getitem__", data: "__hash__")
    case .dict:
      BuiltinAttributes(
        isMade: true, common: [.comparisons],
        wrappers: """
          __delitem__ __getattribute__ __init__ __ior__ __iter__ __len__ __or__ __repr__ __ror__
          __setitem__
          """,
        methods: """
          __contains__ __getitem__ __reversed__ __sizeof__ clear copy get items keys pop popitem
          setdefault update values
          """,
        classMethods: "__class_getitem__ fromkeys", data: "__hash__")
    case .set:
      BuiltinAttributes(
        isMade: true, common: [.comparisons],
        wrappers: """
          __and__ __getattribute__ __iand__ __init__ __ior__ __isub__ __iter__ __ixor__ __len__ __or__
          __rand__ __repr__ __ror__ __rsub__ __rxor__ __sub__ __xor__
          """,
        methods: """
          __contains__ __reduce__ __sizeof__ add clear copy difference difference_update discard
          intersection intersection_update isdisjoint issubset issuperset pop remove
          symmetric_difference symmetric_difference_update union update
          """,
        classMethods: "__class_getitem__", data: "__hash__")
    case .frozenSet:
      BuiltinAttributes(
        isMade: true, common: [.comparisons],
        wrappers: """
          __and__ __hash__ __iter__ __len__ __or__ __rand__ __repr__ __ror__ __rsub__ __rxor__ __sub__
          __xor__
          """,
        methods: """
          __contains__ __reduce__ __sizeof__ copy difference intersection isdisjoint issubset issuperset
          symmetric_difference union
          """,
        classMethods: "__class_getitem__")
    case .slice:
      BuiltinAttributes(
        isMade: true, common: [.comparisons], wrappers: "__getattribute__ __hash__ __repr__",
        methods: "__reduce__ indices", members: "start step stop")
    case .range:
      BuiltinAttributes(
        isMade: true, common: [.comparisons],
        wrappers: "__bool__ __contains__ __getattribute__ __getitem__ __hash__ __iter__ __len__ __repr__",
        methods: "__reduce__ __reversed__ count index", members: "start step stop")
    case .mappingProxy:
      BuiltinAttributes(
        isMade: true, common: [.comparisons],
        wrappers:
          "__contains__ __getitem__ __hash__ __ior__ __iter__ __len__ __or__ __repr__ __ror__ __str__",
        methods: "__reversed__ copy get items keys values", classMethods: "__class_getitem__")
    default: ofTools(type)
    }
  }
}
