class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        print("named", owner.__name__, name)
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        print("get", self.name)
        return instance.__dict__.get(self.name, "unset")

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        print("delete", self.name)
        del instance.__dict__[self.name]


class Lazy:
    """Without __set__, so what is stored in the instance wins from then on."""

    def __init__(self, function):
        self.function = function
        self.name = function.__name__

    def __get__(self, instance, owner):
        if instance is None:
            return "on the class"
        print("computing", self.name)
        value = instance.__dict__[self.name] = self.function(instance)
        return value


class Person:
    name = Typed(str)
    age = Typed(int)

    @Lazy
    def greeting(self):
        return "hello " + self.name


p = Person()
print(p.name)
p.name = "Ann"
p.age = 3
p.__dict__["age"] = 4
print(p.age, type(Person.age).__name__, Person.greeting)
print(p.greeting, p.greeting, sorted(vars(p)))
del p.age
try:
    p.name = 5
except TypeError as error:
    print(error)


def bound(self, value):
    return self, value


print(bound.__get__("self")(1), type(bound.__get__("self")).__name__)


class Callable:
    def __call__(self, *args):
        return args


class Holder:
    not_bound = Callable()
    builtin = len
    function = bound


print(Holder().not_bound(1), Holder().builtin([1]), Holder().function(2)[1])


class Broken:
    def __get__(self, instance, owner):
        raise AttributeError("from descriptor")


class Fallback:
    attribute = Broken()

    def __getattr__(self, name):
        return "fallback for " + name


print(Fallback().attribute)
