import sys
import time

print(sys.version_info[:2], sys.version_info >= (3, 8), sys.version_info.major, sys.implementation.name)
print(type(sys.modules).__name__, "sys" in sys.modules, sys.modules["time"] is time, len(sys.argv), sys.argv[0].split("/")[-1])
print(sys.maxsize == 2 ** 63 - 1, sys.byteorder in ("little", "big"), sys.float_info.max, sys.float_info.epsilon, sys.maxunicode)
print(sys.exc_info())
try:
    {}["key"]
except KeyError:
    kind, value, traceback = sys.exc_info()
    print(kind.__name__, repr(value), type(traceback).__name__, traceback.tb_lineno, sys.exception() is value)
    try:
        1 / 0
    except ZeroDivisionError:
        print(sys.exc_info()[0].__name__, repr(sys.exc_info()[1].__context__))
    print(sys.exc_info()[0].__name__)
    del traceback
print(sys.exc_info()[0], sys.getrecursionlimit(), sys.intern("abc") is sys.intern("abc"))
start = time.perf_counter()
time.sleep(0.01)
print(time.perf_counter() - start >= 0.01, time.time() > 1.6e9, type(time.time()).__name__, time.monotonic() <= time.monotonic())
print(type(time.perf_counter_ns()).__name__, time.process_time() >= 0)


def frames():
    frame = sys._getframe()
    return frame.f_code.co_name, frame.f_lineno, frame.f_back.f_code.co_name, sorted(frame.f_locals)


print(frames())
sys.stdout.write("out\n")
sys.stderr.write("err\n")
sys.exit()
