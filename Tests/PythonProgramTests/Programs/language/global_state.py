counter = 0
registry = {}


def tick(amount=1):
    global counter
    counter += amount
    return counter


def register(name):
    def decorate(function):
        registry[name] = function
        return function
    return decorate


@register("add")
def add(a, b):
    tick()
    return a + b


@register("log")
def log(*args, level="info", _seen=[]):
    _seen.append(level)
    tick(10)
    return f"{level}:{','.join(map(str, args))}:{len(_seen)}"


def call(name, *args, **options):
    try:
        function = registry[name]
    except KeyError:
        return f"no {name!r}; there are {', '.join(sorted(registry))}"
    return function(*args, **options)


print(call("add", 1, 2), call("add", "a", b="b"), call("log", 1, 2), call("log", level="warn"), call("nope"))
print(counter, globals()["counter"], log.__defaults__, log.__kwdefaults__)
globals()["made"] = "through globals"
print(made, "made" in vars() and "made" in dir())


def local_only():
    counter = "local"
    inner = [counter for _ in range(2)]
    return inner, sorted(locals())


print(local_only(), counter)


class Scope:
    counter = counter + 1
    doubled = [n * 2 for n in range(counter % 5)]

    def get(self):
        return counter, self.counter, self.doubled


print(Scope().get())
exec_like = {name: value for name, value in globals().items() if callable(value) and not name.startswith("_")}
print(sorted(exec_like))
