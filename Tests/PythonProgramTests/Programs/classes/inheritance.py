class Animal:
    sound = "..."

    def __init__(self, name):
        self.name = name

    def speak(self):
        return f"{self.name} says {self.sound}"


class Dog(Animal):
    sound = "woof"

    def speak(self):
        return super().speak() + "!"


class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age

    def speak(self):
        return super().speak().lower() + f" ({self.age})"


for animal in Animal("A"), Dog("Rex"), Puppy("Pip", 1):
    print(animal.speak(), isinstance(animal, Dog), type(animal).__mro__[1].__name__)
print(issubclass(Puppy, Animal), issubclass(Dog, (int, Animal)), isinstance(True, int), isinstance(1, (str, float)))


class A:
    def who(self):
        return ["A"]


class B(A):
    def who(self):
        return ["B"] + super().who()


class C(A):
    def who(self):
        return ["C"] + super().who()


class D(B, C):
    def who(self):
        return ["D"] + super().who()


print(D().who(), [k.__name__ for k in D.__mro__], [k.__name__ for k in D.__bases__])
print(B.__subclasses__() == [D], [k.__name__ for k in A.__subclasses__()])
try:
    class Wrong(A, B):
        pass
except TypeError as error:
    print(error)
try:
    class Two(int, str):
        pass
except TypeError as error:
    print(error)
try:
    class FromFunction(len):
        pass
except TypeError as error:
    print(error)
print(super(B, D()).who(), super(Puppy, Puppy).speak(Dog("via class")))
try:
    super().who()
except RuntimeError as error:
    print(error)
