# start: trapped
# start: things
"""Objects that answer for attributes they do not have, and that object to being asked."""


class Anything:
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything()


class Recording:
    asked = []

    def __getattribute__(self, name):
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        raise AttributeError(name)


class NoTruth:
    def __bool__(self):
        raise TypeError("neither true nor false")

    def __eq__(self, other):
        raise TypeError("not comparable")

    __hash__ = object.__hash__

    def __len__(self):
        raise TypeError("no length")


trapped = Anything()
trapped.real = ["an attribute that is there"]
recording = Recording()
recording.held = trapped
judge = NoTruth()
judge.held = recording
things = [trapped, recording, judge]
