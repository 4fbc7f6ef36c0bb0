import sys


def holder(thing):
    yield 1
    del thing
    yield 2


def looper(things):
    for thing in things:
        yield thing


subject = [0]
print("start", sys.getrefcount(subject))
gen = holder(subject)
print("made", sys.getrefcount(subject))
print(next(gen), sys.getrefcount(subject))
print(next(gen), sys.getrefcount(subject))
gen.close()
loop = looper([subject, subject])
print("list made", sys.getrefcount(subject))
next(loop)
print("first", sys.getrefcount(subject))
loop.close()
print("closed", sys.getrefcount(subject))
expression = (x for x in [subject])
print("expression", sys.getrefcount(subject))
list(expression)
print("exhausted", sys.getrefcount(subject))
