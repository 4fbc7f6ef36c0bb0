try:
    import no_such_module_here
except ImportError as error:
    print(type(error).__name__, error, error.name)
try:
    from own import missing
except ImportError as error:
    print(type(error).__name__, error.name, str(error).split("(")[0])
try:
    import own.inner
except ModuleNotFoundError as error:
    print(error)
import own

print(own.present)
try:
    own.absent
except AttributeError as error:
    print(error)


def lazily():
    import not_there.either
    return not_there


lazily()
