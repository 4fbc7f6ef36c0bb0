import inspect
import types


def steps():
    local = "value"
    yield local
    other = 2
    yield other


gen = steps()
print(inspect.getgeneratorstate(gen), gen.gi_running)
next(gen)
print(inspect.getgeneratorstate(gen), inspect.getgeneratorlocals(gen))
next(gen)
print(inspect.getgeneratorlocals(gen), gen.gi_frame is None)
next(gen, None)
print(inspect.getgeneratorstate(gen), inspect.getgeneratorlocals(gen), gen.gi_frame is None)
print(inspect.isgenerator(gen), inspect.isgeneratorfunction(steps), inspect.isgenerator(steps))
print(isinstance(gen, types.GeneratorType), gen.gi_code is steps.__code__)


def reentrant():
    yield next(me)


me = reentrant()
try:
    next(me)
except ValueError as error:
    print(error)
print(steps.__qualname__, gen.__qualname__, repr(gen).split(" at ")[0])
gen.__name__ = "renamed"
print(repr(gen).split(" at ")[0])
