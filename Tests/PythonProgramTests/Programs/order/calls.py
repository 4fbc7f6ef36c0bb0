def say(value):
    print("eval", value)
    return value


def function(*args, **kwargs):
    print("called", args, kwargs)


say(function.__name__)
function(say(1), *[say(2), say(3)], key=say(4), **{say("x"): say(5)})
function(*(say(n) for n in range(2)), say(9))
[say("list"), say("of")][say(0)]
{say("key"): say("value")}
say([10, 20])[say(1)] = say("right side first")
say("left") + say("right") * say(2)
print(say(1) if say(0) else say(2))
x = {}
x[say("a")], x[say("b")] = say(1), say(2)
print(x)
data = [1, 2, 3]
data[say(0)] += say(10)
print(data)


def default(value=say("default at definition")):
    return value


default()
default()


@(say("decorator 1"), lambda f: print("apply 1") or f)[1]
@(say("decorator 2"), lambda f: print("apply 2") or f)[1]
def decorated(a=say("default")):
    pass


class Ordered(say(object)):
    print("body")
    attribute = say("attribute")


say(3) < say(2) < say("not reached")
assert say(True), say("no message")
del data[say(1)]
print(data)
(lambda: say("body of lambda"))()
