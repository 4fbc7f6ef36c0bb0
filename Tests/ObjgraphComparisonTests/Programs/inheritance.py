# start: dog
# start: Dog
# start: Dog.speak
"""A line of classes, with class attributes that instances hide."""


class Animal:
    legs = [4]
    sound = "none"

    def __init__(self, name):
        self.name = name
        self.friends = []

    def speak(self):
        return self.sound


class Mammal(Animal):
    fur = {"brown"}


class Dog(Mammal):
    sound = "wuff"

    def __init__(self, name):
        super().__init__(name)
        self.legs = [name]

    def speak(self):
        return super().speak() * 2


dog = Dog("Rex")
cat = Mammal("Tom")
dog.friends.append(cat)
cat.friends.append(dog)
