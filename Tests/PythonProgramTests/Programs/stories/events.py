# Listeners held weakly: functions, methods, and what disappears by itself.
import weakref


class Bus:
    def __init__(self):
        self.listeners = {}

    def on(self, event, listener):
        make = weakref.WeakMethod if hasattr(listener, "__self__") else weakref.ref
        self.listeners.setdefault(event, []).append(make(listener, lambda dead: self.gone(event, dead)))
        return listener

    def gone(self, event, dead):
        before = len(self.listeners[event])
        self.listeners[event] = [each for each in self.listeners[event] if each is not dead]
        print(f"  {event}: {before} -> {len(self.listeners[event])}")

    def send(self, event, *details, **named):
        answers = []
        for reference in self.listeners.get(event, ()):
            listener = reference()
            if listener is not None:
                answers.append(listener(*details, **named))
        return answers


class Panel:
    def __init__(self, name):
        self.name = name

    def show(self, text, *, loud=False):
        return f"{self.name}: {text.upper() if loud else text}"

    def __del__(self):
        print("  closing", self.name)


bus = Bus()
left, right = Panel("left"), Panel("right")
bus.on("news", left.show)
bus.on("news", right.show)
print(bus.send("news", "rain"))


@lambda function: bus.on("news", function)
def log(text, loud=None):
    return f"log {text} {loud}"


print(bus.send("news", "sun", loud=True))
show = left.show
del left
print("one method is still held")
print(bus.send("news", "fog"))
del show
print(bus.send("news", "hail"))
del log
print(bus.send("news", "snow"), bus.send("sports"))
bus.on("news", lambda text: text)
print(bus.send("news", "wind"))
right.self = right
del right
print(len(bus.listeners["news"]))
