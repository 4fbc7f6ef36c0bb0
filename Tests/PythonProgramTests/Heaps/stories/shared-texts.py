import sys

import objgraph


class Person:
    def __init__(self, name, city):
        self.name, self.city = name, city


city = "Springfield"
people = [Person("Ann", city), Person("Bob", "Springfield"), Person("Cid", "".join(["Spring", "field"])), Person("Dee", sys.intern("".join(["Spring", "field"])))]
print([person.city is city for person in people], len({id(person.city) for person in people}))
objgraph.show_refs([people], max_depth=2, filename="people.dot", filter=lambda each: each is not Person)
numbers = [256, 257, int("256"), int("257"), 1000, 500 * 2]
print([number is other for number in numbers for other in numbers].count(True))
objgraph.show_refs([numbers], filename="numbers.dot")
