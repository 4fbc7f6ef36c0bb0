// Recorded from CPython 3.13 by what `vars(type)` has.
extension BuiltinAttributes {
  /// What an exception class has itself.
  static func ofException(_ kind: ExceptionKind) -> BuiltinAttributes {
    switch kind {
    case .baseException:
      BuiltinAttributes(
        isMade: true, wrappers: "__getattribute__ __init__ __repr__ __str__",
        methods: "__reduce__ __setstate__ add_note with_traceback",
        getters: "__cause__ __context__ __dict__ __traceback__ args", members: "__suppress_context__")
    case .osError:
      BuiltinAttributes(
        isMade: true, wrappers: "__init__ __str__", methods: "__reduce__", getters: "characters_written",
        members: "errno filename filename2 strerror")
    case .keyError:
      BuiltinAttributes(wrappers: "__init__ __str__")
    case .stopIteration:
      BuiltinAttributes(wrappers: "__init__", members: "value")
    case .systemExit:
      BuiltinAttributes(wrappers: "__init__", members: "code")
    case .importError:
      BuiltinAttributes(
        wrappers: "__init__ __str__", methods: "__reduce__", members: "msg name name_from path")
    case .attributeError:
      BuiltinAttributes(wrappers: "__init__ __str__", methods: "__getstate__ __reduce__", members: "name obj")
    case .nameError:
      BuiltinAttributes(wrappers: "__init__ __str__", members: "name")
    case .syntaxError:
      BuiltinAttributes(
        wrappers: "__init__ __str__",
        members: "end_lineno end_offset filename lineno msg offset print_file_and_line text")
    case .baseExceptionGroup:
      BuiltinAttributes(
        isMade: true, wrappers: "__init__ __str__", methods: "derive split subgroup",
        classMethods: "__class_getitem__", members: "exceptions message")
    case .unicodeDecodeError, .unicodeEncodeError, .unicodeTranslateError:
      BuiltinAttributes(
        isMade: true, wrappers: "__init__ __str__", members: "encoding end object reason start")
    default:
      // Those that only derive from one with a constructor have none of their own.
      BuiltinAttributes(
        isMade: ![.osError, .importError, .nameError, .syntaxError].contains { kind.isKind(of: $0) },
        wrappers: "__init__")
    }
  }
}
