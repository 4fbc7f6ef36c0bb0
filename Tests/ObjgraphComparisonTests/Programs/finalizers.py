# start: resource
# start: owner
# start: child
"""Finalizers of its own and inherited ones, and one that brought its object back."""

import gc

saved = []


class Resource:
    def __init__(self, name):
        self.name = name
        self.partner = None

    def __del__(self):
        pass


class Child(Resource):
    pass


class Phoenix:
    def __del__(self):
        saved.append(self)


class Owner:
    def __init__(self, *things):
        self.things = list(things)


resource, child = Resource("a"), Child("b")
resource.partner, child.partner = child, resource
phoenix = Phoenix()
del phoenix
gc.collect()
owner = Owner(resource, child, saved[0])
