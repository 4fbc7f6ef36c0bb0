import sys


def inner(x):
    local = "here"
    raise ValueError("deep")


def outer():
    inner(5)


try:
    outer()
except ValueError as error:
    traceback = error.__traceback__
    while traceback:
        frame = traceback.tb_frame
        names = sorted(name for name in frame.f_locals if not name.startswith("__")) if frame.f_back else []
        print(traceback.tb_lineno, frame.f_code.co_name, frame.f_lineno, names)
        traceback = traceback.tb_next
    last = error.__traceback__.tb_next.tb_next
    print(last.tb_frame.f_locals["local"], last.tb_frame.f_locals["x"], last.tb_next)
    print(last.tb_frame.f_back.f_code.co_name, type(last).__name__, type(last.tb_frame).__name__)
    print(last.tb_frame.f_globals is globals())


def depth():
    frame, count = sys._getframe(), 0
    while frame:
        frame, count = frame.f_back, count + 1
    return count


print(depth(), (lambda: depth())(), [depth() for _ in range(1)], list(depth() for _ in range(1)))
print(sys._getframe().f_code.co_name, sys._getframe().f_lineno)
kept = ValueError("raised twice")
for attempt in range(2):
    try:
        raise kept
    except ValueError:
        pass
count, traceback = 0, kept.__traceback__
while traceback:
    count, traceback = count + 1, traceback.tb_next
print("entries after two raises:", count)
