# Descriptors that check what is stored, and classes that register themselves.
class Field:
    def __init__(self, kind, least=None, default=None):
        self.kind, self.least, self.default = kind, least, default

    def __set_name__(self, owner, name):
        print(f"{owner.__name__} has {name}")
        self.name = name
        owner.fields = (*getattr(owner, "fields", ()), name)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, self.default)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} takes {self.kind.__name__}, not {type(value).__name__}")
        if self.least is not None and value < self.least:
            raise ValueError(f"{self.name} is at least {self.least}, not {value}")
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        print("forgetting", self.name)
        instance.__dict__.pop(self.name, None)


class Model:
    known = {}

    def __init_subclass__(cls, table=None, **others):
        super().__init_subclass__(**others)
        Model.known[table or cls.__name__.lower()] = cls

    def __init__(self, **values):
        for name, value in values.items():
            if name not in self.fields:
                raise AttributeError(f"{type(self).__name__} has no field {name!r}", name=name, obj=self)
            setattr(self, name, value)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self.fields)})"


class Insect(Model, table="insects"):
    name = Field(str)
    legs = Field(int, least=0, default=6)


class Bee(Insect):
    hive = Field(str, default="none")


print(sorted(Model.known), Model.known["insects"] is Insect, Bee.fields, Insect.fields)
bee = Bee(name="Maja", hive="north")
print(bee, vars(bee), type(Bee.legs).__name__, Bee.legs is vars(Insect)["legs"])
for values in ({"name": 7}, {"legs": -1}, {"wings": 2}, {"legs": True}):
    try:
        print(Bee(**values))
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
del bee.hive
bee.legs += 1
print(bee, vars(bee))
