# Tasks as generators, run in turns; each may sleep, spawn others, send messages and end with a result.
from collections import deque


class Scheduler:
    def __init__(self):
        self.ready = deque()
        self.sleeping = []
        self.now = 0
        self.results = {}

    def spawn(self, name, task):
        self.ready.append((name, task, None))

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.sleeping.sort(key=lambda entry: entry[0])
                self.now, name, task = self.sleeping.pop(0)
                self.ready.append((name, task, self.now))
            name, task, message = self.ready.popleft()
            try:
                request = task.send(message)
            except StopIteration as end:
                self.results[name] = end.value
                print(f"{self.now:3} {name} ends with {end.value!r}")
                continue
            except Exception as error:
                print(f"{self.now:3} {name} fails: {error!r}")
                continue
            kind, *details = request
            if kind == "sleep":
                self.sleeping.append((self.now + details[0], name, task))
            elif kind == "spawn":
                self.spawn(*details)
                self.ready.append((name, task, "spawned"))


def worker(count):
    total = 0
    for step in range(count):
        now = yield "sleep", step + 1
        total += now
    return total


def parent():
    print("    parent:", (yield "spawn", "one", worker(2)))
    print("    parent:", (yield "spawn", "two", worker(3)))
    yield "sleep", 2
    try:
        raise RuntimeError("enough")
    finally:
        print("    parent cleans up")


scheduler = Scheduler()
scheduler.spawn("parent", parent())
scheduler.spawn("three", worker(1))
scheduler.run()
print(scheduler.results)
