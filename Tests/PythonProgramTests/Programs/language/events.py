class Event:
    def __init__(self):
        self.handlers = []

    def __iadd__(self, handler):
        self.handlers.append(handler)
        return self

    def __isub__(self, handler):
        self.handlers.remove(handler)
        return self

    def __call__(self, *args, **kwargs):
        return [handler(*args, **kwargs) for handler in self.handlers]


class Machine:
    table = {("idle", "start"): "running", ("running", "pause"): "paused",
             ("paused", "start"): "running", ("running", "stop"): "idle"}

    def __init__(self):
        self.state = "idle"
        self.changed = Event()

    def feed(self, word):
        try:
            new = self.table[self.state, word]
        except KeyError as error:
            return f"ignored {error}"
        old, self.state = self.state, new
        return self.changed(old, new=new)


log = []
machine = Machine()
machine.changed += lambda old, new: log.append(f"{old}->{new}")
machine.changed += lambda old, new: len(log)
for word in "start start pause start stop stop".split():
    print(word, machine.feed(word), machine.state)
print(log)
machine.changed -= machine.changed.handlers[0]
print(machine.feed("start"), len(machine.changed.handlers))
try:
    machine.changed -= print
except ValueError as error:
    print(error)
